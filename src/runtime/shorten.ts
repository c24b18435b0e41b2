/** Maximum bytes of the note at the end. */
const ROOM_FOR_NOTE = 1500
/** Maximum sections that the note names, and maximum characters of each name. */
const NAMES = 10
const MAX_NAME_LENGTH = 100

/**
 * Shortens a report to at most `largest` bytes of UTF-8. Keeps whole lines from the beginning and ends with a note that
 * says how much is left out, and which sections. Closes code blocks and collapsed sections that the cut leaves open.
 */
export function shorten(markdown: string, largest: number): string {
  const size = Buffer.byteLength(markdown)
  if (size <= largest) return markdown
  const lines = markdown.split('\n')
  const kept = fitting(lines, largest - ROOM_FOR_NOTE)
  const head = read(lines.slice(0, kept))
  const left = Buffer.byteLength(lines.slice(kept).join('\n'))
  const names = read(lines).sections.slice(head.sections.length)
  return [...lines.slice(0, kept), ...head.closing, '', ...note(left, size, names), ''].join('\n')
}

/** Returns how many lines fit. */
function fitting(lines: readonly string[], largest: number): number {
  let bytes = 0
  const first = lines.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1
    return bytes > largest
  })
  return first === -1 ? lines.length : first
}

/** Returns the names of the sections that begin in the lines, and what closes the elements that are open at the end. */
function read(lines: readonly string[]): { sections: string[]; closing: string[] } {
  const sections: string[] = []
  let fence = ''
  let folded = 0
  for (const line of lines) {
    const [backticks = ''] = /^`{3,}/.exec(line) ?? []
    if (fence !== '') fence = line === fence ? '' : fence
    else if (backticks !== '') fence = backticks
    else {
      const [, heading, summary] = /^#{2,} (.+)|^<details(?: open)?><summary>(.+)<\/summary>/.exec(line) ?? []
      if (heading ?? summary) sections.push(heading ?? asMarkdown(summary ?? ''))
      folded += summary !== undefined ? 1 : line === '</details>' ? -1 : 0
    }
  }
  return { sections, closing: [...(fence === '' ? [] : [fence]), ...Array(folded).fill('\n</details>')] }
}

/** A summary line is HTML, in which Markdown characters are plain text. */
function asMarkdown(summary: string): string {
  return summary.replaceAll(/[\\`*_~[\]$]/g, '\\$&')
}

function note(left: number, size: number, sections: readonly string[]): string[] {
  const names = sections.filter((name) => name.length <= MAX_NAME_LENGTH).slice(0, NAMES)
  const rest = names.length > 0 ? ` Also left out: ${names.join('; ')}` : ''
  return [
    '> [!WARNING]',
    `> The report is cut here because GitHub limits its size: ${kibibytes(left)} of ${kibibytes(size)} KiB are left out.${rest}`,
  ]
}

function kibibytes(bytes: number): number {
  return Math.ceil(bytes / 1024)
}
