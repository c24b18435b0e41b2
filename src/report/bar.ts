/** Characters of the longest bar. */
const LONGEST = 12

/**
 * A bar for a cell of a table, of a length in proportion. Text, since Mermaid's charts draw a bar for nothing too, and
 * cannot be read where the page is narrow. Nothing for 0, and a sliver for what is too little to be seen.
 */
export function bar(value: number, largest: number): string {
  if (value <= 0) return ''
  return '█'.repeat(Math.round((value / largest) * LONGEST)) || '▏'
}

/** Text that is not broken over two lines. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}
