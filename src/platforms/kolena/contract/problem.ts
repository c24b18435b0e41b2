import { z } from 'zod/mini'

/** Options for schemas whose problems people see: without a language, zod does not say what it expected. */
export const english = { error: z.locales.en().localeError }

/** Returns the first problem and its place: `test_cases.0.name: Invalid input: expected string, received number`. */
export function problemIn({ issues: [issue] }: z.core.$ZodError, whole: string): string {
  return `${issue?.path.join('.') || whole}: ${issue?.message}`
}
