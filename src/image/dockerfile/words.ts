/** Splits the text of an instruction into words, and reads quotes, escapes and variables, as BuildKit does. */

/** The white space of Go's `unicode.IsSpace`, which differs slightly from `\s`. */
export const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/
/** The name of a variable: a number, one special character, or letters and digits. */
const NAME = /\d+|[@*#?$!-]|[\p{L}\p{Nd}_]+/uy

/** Maximum substitutions within each other, `${a:-${b:-c}}`. Each of them reads the inner text again. */
const MAX_DEPTH = 20

export interface WordOptions {
  /** The character that the directive `escape` sets. */
  escapeToken: string
  /** Whether to keep quotes and escapes in the words. */
  raw?: boolean
  /** Returns the value of a variable. Without it, variables stay as written. */
  variable?: (name: string) => string | undefined
}

/**
 * Evaluates a text of one or more words. Throws `WordError` if BuildKit refuses it, or if it cannot be evaluated here.
 */
export function readText(text: string, options: WordOptions): string {
  return new WordReader(text, options).read().text
}

/** Splits a text into words. Returns an empty list if BuildKit cannot split it. */
export function splitWords(text: string, options: WordOptions): string[] {
  try {
    return new WordReader(text, options).read().words
  } catch (error) {
    if (error instanceof WordError) return []
    throw error
  }
}

export class WordError extends Error {
  override name = 'WordError'
}

class WordReader {
  readonly #text: string
  readonly #options: WordOptions
  #at = 0
  /** The number of substitutions that are being read. */
  #depth = 0

  constructor(text: string, options: WordOptions) {
    this.#text = text
    this.#options = options
  }

  /** @param stop the text to stop after */
  read(stop = ''): { text: string; words: string[] } {
    const { escapeToken, raw } = this.#options
    const words: string[] = []
    let text = ''
    let word = ''
    const add = (part: string, splits: boolean) => {
      text += part
      for (const character of part) {
        if (!splits || !SPACE.test(character)) word += character
        else if (word !== '') {
          words.push(word)
          word = ''
        }
      }
    }
    for (;;) {
      const character = this.#next()
      if (character === stop) break
      if (character === '') throw new WordError(`"${this.#text}" has no ${stop} at its end`)
      if (character === escapeToken) add((raw ? escapeToken : '') + this.#next(), false)
      else if (character === "'" || character === '"') add(this.#quoted(character), false)
      else if (character === '$') add(this.#variable(), true)
      // Blanks may separate the `<<` of a here-document from its word.
      else if (character === '<' && this.#take(/</y)) add(`<<${this.#take(/[\t\r ]+/y)}`, false)
      else add(character, true)
    }
    if (word !== '') words.push(word)
    return { text, words }
  }

  /** Returns the next character, or an empty string at the end. */
  #next(): string {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0)
    if (this.#at >= this.#text.length) return ''
    this.#at += character.length
    return character
  }

  /** Consumes the text that a sticky pattern matches here. Returns an empty string if it does not match. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0] ?? ''
    this.#at += found.length
    return found
  }

  #quoted(quote: string): string {
    const { escapeToken, raw } = this.#options
    let text = raw ? quote : ''
    for (;;) {
      const character = this.#next()
      if (character === '') throw new WordError(`"${this.#text}" has a quote without its end`)
      if (character === quote) return raw ? text + quote : text
      if (quote === '"' && character === '$') text += this.#variable()
      else if (quote === '"' && character === escapeToken)
        text += this.#escapedInQuotes(escapeToken, raw === true)
      else text += character
    }
  }

  /** Reads double quotes, where only a quote, a dollar sign and the escape character itself can be escaped. */
  #escapedInQuotes(escapeToken: string, raw: boolean): string {
    const following = this.#text[this.#at] ?? ''
    if (following === '') return raw ? escapeToken : ''
    if (following !== '"' && following !== '$' && following !== escapeToken)
      return raw ? escapeToken + escapeToken : escapeToken
    return (raw ? escapeToken : '') + this.#next()
  }

  #variable(): string {
    const { variable } = this.#options
    if (!this.#take(/\{/y)) {
      const name = this.#take(NAME)
      return name === '' || !variable ? `$${name}` : (variable(name) ?? '')
    }
    const name = this.#take(NAME)
    const operator = this.#take(/:?[-+?]|[#%/]|\}/y)
    if (name === '' || operator === '') throw new WordError(`"${this.#text}" has a wrong substitution`)
    if (operator === '}') return variable ? (variable(name) ?? '') : `\${${name}}`
    if (++this.#depth > MAX_DEPTH)
      throw new WordError(`"${this.#text}" has more than ${MAX_DEPTH} substitutions within each other`)
    const { text } = this.read('}')
    this.#depth--
    if (!variable) return `\${${name}${operator}${text}}`
    return this.#substitute(name, operator, text, variable(name))
  }

  #substitute(name: string, operator: string, word: string, value: string | undefined): string {
    const isSet = value !== undefined && !(operator.startsWith(':') && value === '')
    if (operator.endsWith('-')) return isSet ? value : word
    if (operator.endsWith('+')) return isSet ? word : ''
    if (operator.endsWith('?') && isSet) return value
    throw new WordError(`\${${name}${operator}${word}} cannot be read with certainty`)
  }
}
