/**
 * Reads JSON as Python writes it, and keeps every number as written: no digit of a large or long number is lost, and
 * `NaN` and the infinities, which `JSON.parse` refuses, are numbers.
 */

export type Exact = null | boolean | string | ExactNumber | Exact[] | ExactObject
export type ExactObject = Map<string, Exact>

/** A number with its digits as written. */
export class ExactNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  get value(): number {
    return Number(this.text)
  }
}

/** The limits of a text. */
export interface JsonLimits {
  /** Maximum levels of lists and objects. */
  depth: number
  /** The values that are left, counted down; undefined for no limit. */
  values?: { left: number }
}

/** Thrown when a text has more values than allowed. */
export class TooManyValues extends Error {}

/** Parses a text. Throws `SyntaxError` if it is not JSON, and `TooManyValues` above the limit. */
export function parseExact(text: string, limits: JsonLimits = { depth: 64 }): Exact {
  const parser = new Parser(text, limits)
  const value = parser.value(0)
  parser.end()
  return value
}

/** Returns the value as JSON. NaN and the infinities, which JSON does not have, become text. */
export function stringifyExact(value: Exact): string {
  if (value instanceof ExactNumber)
    return /^(?:NaN|-?Infinity)$/.test(value.text) ? `"${value.text}"` : value.text
  if (Array.isArray(value)) return `[${value.map(stringifyExact).join(',')}]`
  if (value instanceof Map)
    return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}:${stringifyExact(item)}`).join(',')}}`
  return JSON.stringify(value)
}

const space = /[ \t\n\r]*/y
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|NaN|-?Infinity/y
const string = /"[^"\\]*(?:\\.[^"\\]*)*"/y

class Parser {
  readonly #text: string
  readonly #limits: JsonLimits
  #at = 0

  constructor(text: string, limits: JsonLimits) {
    this.#text = text
    this.#limits = limits
  }

  value(depth: number): Exact {
    const { values } = this.#limits
    if (values && --values.left < 0) throw new TooManyValues()
    if (depth > this.#limits.depth) throw new SyntaxError(`more than ${this.#limits.depth} levels`)
    this.#take(space)
    const next = this.#text[this.#at]
    if (next === '{') return this.#object(depth)
    if (next === '[') return this.#list(depth)
    if (next === '"') return this.#string()
    const token = /[-\dtfnNI]/.test(next ?? '') ? this.#take(scalar) : ''
    if (token === '') throw this.#unexpected()
    if (token === 'null') return null
    return token === 'true' || token === 'false' ? token === 'true' : new ExactNumber(token)
  }

  end(): void {
    this.#take(space)
    if (this.#at < this.#text.length) throw this.#unexpected()
  }

  #object(depth: number): ExactObject {
    const object: ExactObject = new Map()
    this.#items('}', () => {
      this.#take(space)
      const key = this.#string()
      this.#take(space)
      if (this.#text[this.#at++] !== ':') throw this.#unexpected(1)
      object.set(key, this.value(depth + 1))
    })
    return object
  }

  #list(depth: number): Exact[] {
    const list: Exact[] = []
    this.#items(']', () => list.push(this.value(depth + 1)))
    return list
  }

  /** Reads the items between two brackets, separated by commas. */
  #items(close: string, read: () => void): void {
    this.#at++
    this.#take(space)
    if (this.#text[this.#at] === close) {
      this.#at++
      return
    }
    for (;;) {
      read()
      this.#take(space)
      const next = this.#text[this.#at++]
      if (next === close) return
      if (next !== ',') throw this.#unexpected(1)
    }
  }

  #string(): string {
    const token = this.#take(string)
    if (token === '') throw this.#unexpected()
    // JSON.parse refuses what a text may not contain, such as a line break.
    return JSON.parse(token)
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const token = pattern.exec(this.#text)?.[0] ?? ''
    this.#at += token.length
    return token
  }

  #unexpected(back = 0): SyntaxError {
    const at = this.#at - back
    const what = at < this.#text.length ? JSON.stringify(this.#text[at]) : 'the end'
    return new SyntaxError(`${what} at character ${at + 1} is not JSON`)
  }
}
