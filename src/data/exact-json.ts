/**
 * JSON text as Python writes it, with every number as it stands there: no digit of a large or a long number is lost,
 * and `NaN` and the infinities, which `JSON.parse` refuses, are numbers too.
 */

export type Exact = null | boolean | string | ExactNumber | Exact[] | ExactObject
export type ExactObject = Map<string, Exact>

/** A number with its own digits. */
export class ExactNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  get value(): number {
    return Number(this.text)
  }
}

/** What a text may have at most. */
export interface JsonLimits {
  /** Levels of lists and objects. */
  depth: number
  /** Values of all kinds, counted down; undefined: any number. */
  values?: { left: number }
}

/** Thrown when there are more values than wanted. */
export class TooManyValues extends Error {}

/** Throws a `SyntaxError` for what is not JSON, and `TooManyValues`. */
export function parseExact(text: string, limits: JsonLimits = { depth: 64 }): Exact {
  const parser = new Parser(text, limits)
  const value = parser.value(0)
  parser.end()
  return value
}

/** The value as JSON. There NaN and the infinities do not exist; they become text. */
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

  /** What stands between a bracket and its partner, separated by commas. */
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
    // What a text may not have, such as a line break, JSON.parse finds.
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
