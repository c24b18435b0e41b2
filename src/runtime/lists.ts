const quotedField = /"([^"]*(?:""[^"]*)*)"(?!")/y
const plainField = /[^,\r\n]*/y
const delimiter = /,|\r\n|\r|\n/y

/**
 * Reads a list input as docker/build-push-action does: one item a line, items trimmed, blank ones dropped, `#` is no
 * comment. A field (from the start of a line, or after a comma) may be quoted: it then holds commas and line breaks,
 * and `""` means one quote. A quote that closes in the middle of a field is an ordinary character, so JSON stays whole.
 *
 * @param options.comma also separate items at commas (tags, platforms); otherwise commas belong to the item.
 * @throws Error naming the line when a quote is not closed. The text itself is left out: it may be secret.
 */
export function parseList(text: string, options: { comma?: boolean } = {}): string[] {
  return readRecords(text)
    .flatMap((fields) => (options.comma ? fields : [fields.join(',')]))
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** Splits text into lines of fields, where a quoted field may span lines. */
function readRecords(text: string): string[][] {
  const records: string[][] = []
  let fields: string[] = []
  for (let at = 0; ; ) {
    const field = readField(text, at)
    fields.push(field.value)
    const separator = matchAt(delimiter, text, field.end)?.[0]
    if (separator !== ',') {
      records.push(fields)
      fields = []
    }
    if (separator === undefined) return records
    at = field.end + separator.length
  }
}

function readField(text: string, at: number): { value: string; end: number } {
  const plain = matchAt(plainField, text, at)?.[0] ?? ''
  if (text[at] !== '"') return { value: plain, end: at + plain.length }
  const quoted = matchAt(quotedField, text, at)
  const end = at + (quoted?.[0].length ?? 0)
  if (quoted && (end === text.length || matchAt(delimiter, text, end))) {
    return { value: (quoted[1] ?? '').replaceAll('""', '"'), end }
  }
  if (!quoted || /[\r\n]/.test(quoted[0])) throw unclosedQuote(text.slice(0, at))
  // The quotes are part of the text, as in `"name":1}`: read on to the next comma outside of them.
  const rest = matchAt(plainField, text, end)?.[0] ?? ''
  return { value: text.slice(at, end) + rest, end: end + rest.length }
}

function unclosedQuote(before: string): Error {
  const line = before.split(/\r\n|\r|\n/).length
  return new Error(
    `the quote that opens on line ${line} is not closed: end the item with a quote; a quote inside a quoted item is written twice ("")`,
  )
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/**
 * Splits `KEY=VALUE` items at their first `=`. Keys are trimmed; values are kept exactly, also when empty.
 *
 * @param form what an item should look like, for the message: `KEY=VALUE`, `id=value`, `name=path` …
 * @throws Error with the number of the item that has no `=` or no key. What the item says is left out: it may be secret.
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
