import { expect } from '@jest/globals'
import fc from 'fast-check'

/** Text that would do something in Markdown, were it not made harmless. */
export const hostileText = fc
  .array(
    fc.constantFrom(
      ...['|', '`', '```', '\n', '\r\n', '## ', '<script>', '</details>', '<!--', '](x)', '@acme'],
      ...['> ', '\\', '---', 'a', '\u2028', "'"],
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((parts) => parts.join(''))

/** What each line is to Markdown outside of code blocks: the structure of a page, whatever its texts are. */
export function shapeOf(text: string): string[] {
  return withoutBlocks(text)
    .split('\n')
    .map((line) => line.match(/^(\||#+ |>|<\/?details>|$)/)?.[0] ?? 'text')
}

/** Sees that no text of `hostileText` is active outside of code. */
export function expectHarmless(text: string): void {
  const outsideOfCode = withoutBlocks(text).replace(/\\[`\\]|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/gs, '')
  expect(outsideOfCode).not.toMatch(/<script|<!--|@acme/)
}

/** A block ends at a line of as many backticks as it began with. */
function withoutBlocks(text: string): string {
  return text.replace(/^(`{3,}).*?^\1$/gms, 'block')
}
