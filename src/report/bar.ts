/** Maximum characters of a bar. */
const MAX_LENGTH = 12

/**
 * Draws a bar in proportion for a table cell: nothing for 0, and a sliver for a value too small to see. It is text,
 * because Mermaid's charts draw a bar for 0 too, and cannot be read on a narrow page.
 */
export function bar(value: number, largest: number): string {
  if (value <= 0) return ''
  return '█'.repeat(Math.round((value / largest) * MAX_LENGTH)) || '▏'
}

/** Returns text that does not wrap. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}
