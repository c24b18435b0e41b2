/** The runner's secret masks for the log, the annotations and the summary, and their encodings. */

/** Returns an encoding of a secret that is also masked, or the empty string if the secret has none. */
type Encoder = (value: string) => string

export const encoders = {
  'base64 from byte 0': (value) => base64From(value, 0),
  'base64 from byte 1': (value) => base64From(value, 1),
  'base64 from byte 2': (value) => base64From(value, 2),
  'command line argument': (value) => value.replaceAll('"', '\\"'),
  'expression string': (value) => value.replaceAll("'", "''"),
  JSON: (value) => JSON.stringify(value).slice(1, -1),
  URI: (value) => encodeURIComponent(value.toWellFormed()).replace(/[!'()*]/g, percentEncode),
  XML: (value) => value.replace(/[<>"'&]/g, (character) => xmlEntities[character] ?? character),
  'within double quotes': (value) => (value.length > 8 ? (value.match(/^"(.*)"$/s)?.[1] ?? '') : ''),
  'before the PowerShell ampersand': (value) => longer(6, splitAtAmpersand(value)[0]),
  'after the PowerShell ampersand': (value) => longer(5, splitAtAmpersand(value)[1]),
} satisfies Record<string, Encoder>

export class Masks {
  readonly #values = new Set<string>()

  /** All masked text: each value, each of its lines, and their encodings. */
  get values(): string[] {
    return [...this.#values]
  }

  /** Masks a value and each of its lines, of any length. */
  add(value: string): void {
    for (const part of [value, ...value.split(/[\r\n]+/)]) {
      if (part === '') continue
      this.#values.add(part)
      for (const encode of Object.values(encoders)) this.#values.add(encode(part))
    }
    this.#values.delete('')
  }

  /** Returns the text with masked values replaced by `***`. Adjacent and overlapping ones share one `***`. */
  mask(text: string): string {
    let masked = ''
    let copied = 0
    for (const { start, end } of mergeSpans([...this.#values].flatMap((value) => findAll(text, value)))) {
      masked += `${text.slice(copied, start)}***`
      copied = end
    }
    return masked + text.slice(copied)
  }
}

interface Span {
  start: number
  end: number
}

function findAll(text: string, value: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    spans.push({ start: at, end: at + value.length })
  }
  return spans
}

function mergeSpans(spans: Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push(span)
  }
  return merged
}

/** Finds only a secret at the end of the encoded text, because the mask includes the padding. */
function base64From(value: string, offset: number): string {
  const bytes = Buffer.from(value)
  return (bytes.length > offset ? bytes.subarray(offset) : bytes).toString('base64')
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

const xmlEntities: Record<string, string> = {
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '&': '&amp;',
}

/** PowerShell's error text splits a command line at `&+`, dropping one more character, or else at the last `&`. */
function splitAtAmpersand(value: string): [before: string, after: string] {
  const plus = value.indexOf('&+')
  if (plus >= 0) return [value.slice(0, plus + 2), value.slice(plus + 3)]
  const ampersand = value.lastIndexOf('&')
  return ampersand < 0 ? ['', ''] : [value.slice(0, ampersand + 1), value.slice(ampersand + 1)]
}

function longer(length: number, text: string): string {
  return text.length > length ? text : ''
}
