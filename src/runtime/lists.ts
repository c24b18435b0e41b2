import { CsvError, parse } from 'csv-parse/sync'

/**
 * Reads a list input like docker/build-push-action: one item per line. Items are trimmed, and blank items are dropped.
 * `#` does not start a comment. A field (at the start of a line or after a comma) may be quoted: it may then contain
 * commas and line breaks, and `""` means one quote. A quote that closes in the middle of a field is an ordinary
 * character, so JSON is kept as it is.
 *
 * @param options.comma also separates items at commas (tags, platforms); otherwise commas belong to the item
 * @param options.exact keeps white space within quotes at the ends of an item: a key file ends with a line break
 * @throws Error that names the line if a quote is not closed. It does not show the text, which may be secret.
 */
export function parseList(text: string, options: { comma?: boolean; exact?: boolean } = {}): string[] {
  return readRecords(text)
    .flatMap(({ fields, quoted }) => {
      const items = options.comma ? fields : [fields.join(',')]
      return options.exact && quoted ? items : items.map((item) => item.trim())
    })
    .filter((item) => item !== '')
}

/** The same options that docker/actions-toolkit uses to read lists for build-push-action. */
const dialect = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  // Line endings may vary within the text.
  record_delimiter: ['\r\n', '\n', '\r'],
  info: true,
  raw: true,
}

/**
 * Splits text into lines of fields. A quoted field may span several lines; `quoted` marks a line that is a single
 * quoted field.
 */
function readRecords(text: string): { fields: string[]; quoted: boolean }[] {
  // Without quotes, no parser is needed, and the first use of one takes milliseconds.
  if (!text.includes('"'))
    return text.split(/\r\n|\r|\n/).map((line) => ({ fields: line.split(','), quoted: false }))
  const lineAt = (bytes: number) =>
    Buffer.from(text)
      .toString('utf8', 0, bytes)
      .split(/\r\n|\r|\n/).length
  let bytes = 0
  try {
    return (parse(text, dialect) as unknown as ListRecord[]).map(({ record, raw, info }) => {
      if (endsLate(record, raw)) throw notClosed(lineAt(bytes))
      bytes = info.bytes
      const [first = '', ...more] = record
      const quoted = /^"(?!")|^"""/.test(raw) && (!first.startsWith('"') || raw.startsWith('"""'))
      return { fields: record, quoted: quoted && more.length === 0 }
    })
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED')
      throw notClosed(lineAt(Number(error.bytes)))
    throw error
  }
}

interface ListRecord {
  record: string[]
  raw: string
  /** Bytes up to the end of the record. */
  info: { bytes: number }
}

/** Returns whether an unclosed quote was closed by a quote on another line, and so was read as text. */
function endsLate(fields: readonly string[], raw: string): boolean {
  return fields.some((field) => /^"[\s\S]*[\r\n]/.test(field)) && !raw.includes('"""')
}

function notClosed(line: number): Error {
  return new Error(
    `the quote that opens on line ${line} is not closed: end the item with a quote; a quote inside a quoted item is written twice ("")`,
  )
}

/**
 * Splits `KEY=VALUE` items at the first `=`. Keys are trimmed; values are kept exactly, even if they are empty.
 *
 * @param form the expected form of an item, for the message: `KEY=VALUE`, `id=value`, `name=path` …
 * @throws Error with the number of the item that has no `=` or no key. It does not show the item, which may be secret.
 */
export function parsePairs(items: readonly string[], form = 'KEY=VALUE'): [key: string, value: string][] {
  return items.map((item, index) => {
    const equals = item.indexOf('=')
    const key = item.slice(0, Math.max(equals, 0)).trim()
    if (key !== '') return [key, item.slice(equals + 1)]
    const lack = equals === -1 ? 'no "="' : 'nothing before its "="'
    throw new Error(
      `item ${index + 1} has ${lack}: write it as ${form}; put quotes around the whole item when the value has several lines`,
    )
  })
}
