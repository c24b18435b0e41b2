import { z } from 'zod/mini'

/** How to parse what people are told the problems of: without a language, zod does not say what it expected. */
export const english = { error: z.locales.en().localeError }

/** What is wrong first, and where: `test_cases.0.name: Invalid input: expected string, received number`. */
export function problemIn({ issues: [issue] }: z.core.$ZodError, whole: string): string {
  return `${issue?.path.join('.') || whole}: ${issue?.message}`
}
