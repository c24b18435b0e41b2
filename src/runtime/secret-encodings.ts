/** The forms in which programs print the code of a secret. */

/**
 * Returns the base64 and base64url characters of a text that do not depend on what follows it, such as a line break,
 * nor on the `offset` bytes before it.
 */
export function base64Within(text: string, offset: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)])
  const start = Math.ceil((offset * 8) / 6)
  const end = Math.floor((bytes.length * 8) / 6)
  return (['base64', 'base64url'] as const).map((encoding) => bytes.toString(encoding).slice(start, end))
}

/**
 * Maximum characters of a code that is divided into lines. Keys and tokens are shorter, and each line is one more form
 * to search for.
 */
const MAX_LENGTH = 16 * 1024
/** Minimum characters of the last line. */
const MIN_LAST_LINE = 16

/**
 * Returns the lines in which a program prints a long code: base64 has 76 characters in a line, openssl 64, and xxd 60.
 * The end of a text with several lines is left out, because the end of a key file is the same for all keys.
 */
export function inLines(code: string, width: number, text: string): string[] {
  if (code.length <= width || code.length > MAX_LENGTH) return []
  const lines = code.match(new RegExp(`.{1,${width}}`, 'g')) ?? []
  const fewest = text.includes('\n') ? width : MIN_LAST_LINE
  return lines.filter((line) => line.length >= fewest)
}
