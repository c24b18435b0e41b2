/**
 * Splits Python source into tokens, as Python's own tokenizer does: enough to read names and literal strings without
 * running anything. The time is linear in the size of the source.
 */

/** A token of Python source. Comments and line breaks within brackets are left out. */
export interface Token {
  kind: 'name' | 'string' | 'number' | 'operator' | 'newline'
  /** The name in the form that Python uses, or the operator; for other kinds the text as written. */
  text: string
  /** The text of a literal string. Undefined for bytes, f-strings, and escapes that need Python's tables. */
  value?: string | undefined
  /** Counted from 1. */
  line: number
  /** The index in its line, counted from 0. */
  column: number
}

const NAME = /[\p{ID_Start}_][\p{ID_Continue}]*/uy
const NUMBER = /\.?[0-9](?:[eE][+-]?(?=[0-9])|[\w.])*/y
const OPERATOR = /->|:=|\.\.\.|\*\*=?|\/\/=?|<<=?|>>=?|[-+*/%@&|^<>=!]=|[-+*/%@&|^<>=!~.,:;()[\]{}]/y
const BLANK = /[ \t\f]+|\\\n/y
const COMMENT = /#[^\n]*/y
const PREFIX = /^(?:[ruft]|br|rb|b|fr|rf|tr|rt)?$/i
const QUOTE = /"""|'''|"|'/y

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** Returns the tokens of Python source; undefined if it is not valid, because a string or a bracket does not end. */
export function readTokens(source: string): Token[] | undefined {
  return new Tokenizer(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')).read()
}

/** A part of an f-string that is open: its text, a replacement field, or the format of a field. */
interface OpenPart {
  kind: 'text' | 'field' | 'format'
  quote: string
  /** The open brackets of a field. */
  brackets: string[]
}

class Tokenizer {
  readonly #text: string
  readonly #tokens: Token[] = []
  #at = 0
  #line = 1
  #lineStart = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): Token[] | undefined {
    const brackets: string[] = []
    while (this.#at < this.#text.length) {
      const [line, column] = [this.#line, this.#at - this.#lineStart]
      const add = (kind: Token['kind'], text: string) => this.#tokens.push({ kind, text, line, column })
      if (this.#take(BLANK) !== '' || this.#take(COMMENT) !== '') continue
      if (this.#take(/\n/y) !== '') {
        if (brackets.length === 0) add('newline', '\n')
        continue
      }
      const name = this.#take(NAME)
      const quote = PREFIX.test(name) ? this.#take(QUOTE) : ''
      if (quote !== '') {
        const body = this.#string(name.toLowerCase(), quote)
        if (body === undefined) return undefined
        this.#tokens.push({
          kind: 'string',
          text: name + quote,
          value: readLiteral(name, body),
          line,
          column,
        })
        continue
      }
      if (name !== '') {
        add('name', name.normalize('NFKC'))
        continue
      }
      const number = this.#take(NUMBER)
      const operator = number === '' ? this.#take(OPERATOR) : ''
      if (number !== '') add('number', number)
      else if (operator === '' || !balance(brackets, operator)) return undefined
      else add('operator', operator)
    }
    if (brackets.length > 0) return undefined
    this.#tokens.push({ kind: 'newline', text: '\n', line: this.#line, column: this.#at - this.#lineStart })
    return this.#tokens
  }

  /** Returns the text between the quotes as written. Undefined if it does not end. */
  #string(prefix: string, quote: string): string | undefined {
    const start = this.#at
    const isWhole = /[ft]/.test(prefix) ? this.#formatted(quote) : this.#literal(quote)
    return isWhole ? this.#text.slice(start, this.#at - quote.length) : undefined
  }

  /** Moves after the end of a string without replacement fields. Returns false if it has none. */
  #literal(quote: string): boolean {
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at]
      if (character === '\\') this.#skip()
      else if (this.#text.startsWith(quote, this.#at)) {
        this.#at += quote.length
        return true
      } else if (character === '\n') {
        if (quote.length === 1) return false
        this.#break(this.#at)
      }
    }
    return false
  }

  /**
   * Moves after the end of an f-string. Its fields may contain strings with the same quotes (since Python 3.12), and
   * formats may contain fields. A list of the open parts replaces recursion, which a hostile file could exhaust.
   */
  #formatted(first: string): boolean {
    const open: OpenPart[] = [{ kind: 'text', quote: first, brackets: [] }]
    for (let part = open.at(-1); part; part = open.at(-1)) {
      if (this.#at >= this.#text.length) return false
      const isRead = part.kind === 'field' ? this.#field(open, part) : this.#plain(open, part)
      if (!isRead) return false
    }
    return true
  }

  /** Reads one character of the text of an f-string, or of a format. */
  #plain(open: OpenPart[], { kind, quote }: OpenPart): boolean {
    const character = this.#text[this.#at] ?? ''
    if (kind === 'text' && this.#text.startsWith(quote, this.#at)) {
      this.#at += quote.length
      open.pop()
      return true
    }
    if (character === '\n') {
      if (quote.length === 1) return false
      this.#break(this.#at)
    }
    if (character === '\\') {
      // A backslash escapes no brace: `\{` begins a field.
      if (!/[{}]/.test(this.#text[this.#at + 1] ?? '')) this.#skip()
    } else if (kind === 'text' && /^(?:\{\{|\}\})$/.test(this.#text.slice(this.#at, this.#at + 2))) this.#at++
    else if (character === '{') open.push({ kind: 'field', quote, brackets: [] })
    else if (character === '}' && kind === 'format') {
      // Ends the format and its field.
      open.splice(-2)
    }
    this.#at++
    return true
  }

  /** Reads one token of a replacement field. */
  #field(open: OpenPart[], { quote, brackets }: OpenPart): boolean {
    if (this.#take(BLANK) !== '' || this.#take(COMMENT) !== '' || this.#take(/\n/y) !== '') return true
    const name = this.#take(NAME)
    const inner = PREFIX.test(name) ? this.#take(QUOTE) : ''
    if (inner !== '') {
      if (!/[ft]/i.test(name)) return this.#literal(inner)
      open.push({ kind: 'text', quote: inner, brackets: [] })
      return true
    }
    if (name !== '' || this.#take(NUMBER) !== '') return true
    const next = this.#text[this.#at] ?? ''
    if (brackets.length === 0 && (next === ':' || next === '}')) {
      this.#at++
      if (next === ':') open.push({ kind: 'format', quote, brackets: [] })
      else open.pop()
      return true
    }
    // `!r` is a conversion, not an operator.
    const operator = this.#take(/!(?!=)/y) || this.#take(OPERATOR)
    return operator !== '' && balance(brackets, operator)
  }

  /** Moves to the character after a backslash. */
  #skip(): void {
    this.#at++
    if (this.#text[this.#at] === '\n') this.#break(this.#at)
  }

  /** Returns the text that a sticky pattern matches here, and moves after it; an empty string if it does not match. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0] ?? ''
    for (let end = found.indexOf('\n'); end !== -1; end = found.indexOf('\n', end + 1))
      this.#break(this.#at + end)
    this.#at += found.length
    return found
  }

  #break(at: number): void {
    this.#line++
    this.#lineStart = at + 1
  }
}

/** Opens or closes a bracket. Returns false if it closes another one than the last that was opened. */
function balance(brackets: string[], operator: string): boolean {
  const end = closing[operator]
  if (end !== undefined) brackets.push(end)
  return !/^[)\]}]$/.test(operator) || brackets.pop() === operator
}

const ESCAPE =
  /\\(?:(\n)|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\\'"abfnrtv])|([NxuU])|([\s\S]))/g

const controls: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** Returns the text of a literal. Undefined for bytes and f-strings, invalid escapes, and characters by their names. */
function readLiteral(prefix: string, body: string): string | undefined {
  if (/[bft]/i.test(prefix)) return undefined
  if (/r/i.test(prefix) || !body.includes('\\')) return body
  let isKnown = true
  const text = body.replaceAll(
    ESCAPE,
    (whole, line, octal, x, u, U, one: string | undefined, unknown: string | undefined) => {
      if (line !== undefined) return ''
      const code = octal === undefined ? Number.parseInt(x ?? u ?? U ?? '', 16) : Number.parseInt(octal, 8)
      if (unknown !== undefined || code > 0x10ffff) isKnown = false
      else if (!Number.isNaN(code)) return String.fromCodePoint(code)
      else if (one !== undefined) return controls[one] ?? one
      return whole
    },
  )
  return isKnown ? text : undefined
}
