import { expect } from '@jest/globals'
import fc from 'fast-check'

/** Text that is active in Markdown unless it is escaped. */
export const hostileText = fc
  .array(
    fc.constantFrom(
      ...['|', '`', '```', '\n', '\r\n', '## ', '<script>', '</details>', '<!--', '](x)', '@acme'],
      ...['> ', '\\', '---', 'a', '\u2028', "'"],
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((parts) => parts.join(''))

/** Returns the Markdown structure of each line outside of code blocks, which must not depend on the texts. */
export function shapeOf(text: string): string[] {
  return withoutBlocks(text)
    .split('\n')
    .map((line) => line.match(/^(\||#+ |>|<\/?details>|$)/)?.[0] ?? 'text')
}

/** Expects that no text of `hostileText` is active outside of code. */
export function expectHarmless(text: string): void {
  const outsideOfCode = withoutBlocks(text).replace(/\\[`\\]|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/gs, '')
  expect(outsideOfCode).not.toMatch(/<script|<!--|@acme/)
}

/** A block ends at a line with as many backticks as its first line. */
function withoutBlocks(text: string): string {
  return text.replace(/^(`{3,}).*?^\1$/gms, 'block')
}
