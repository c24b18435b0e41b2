/**
 * Reads rows of JSON as a stream. This code only finds the ends of rows. `JSON.parse` parses each row, decides what is
 * valid JSON, and treats a key such as `__proto__` like any other. (Stream parsers from npm build the objects themselves
 * and do not report lines.)
 */
import { FileError, messageOf } from '../runtime/errors.js'
import { MAX_ROW_LENGTH, type Row } from './row.js'

type Chunks = AsyncIterable<string>

/** Reads one JSON value per line. Skips blank lines. */
export async function* readJsonLines(file: string, chunks: Chunks): AsyncGenerator<Row[]> {
  let rest = ''
  let line = 1
  const rowOf = (text: string): Row[] => {
    const row = text.trim() === '' ? [] : [{ line, value: parse(file, line, text) }]
    line++
    return row
  }
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    refuseLongRow(file, line + lines.length, rest)
    yield lines.flatMap(rowOf)
  }
  yield rowOf(rest)
}

/** Reads the elements of one JSON array, or the entries of one JSON object, each as an object with one key. */
export async function* readElements(file: string, chunks: Chunks): AsyncGenerator<Row[]> {
  const splitter = new Splitter(file)
  for await (const chunk of chunks) yield [...splitter.split(chunk)]
  splitter.end()
}

const [newline, quote, backslash, comma] = [10, 34, 92, 44]
const [openArray, closeArray, openObject, closeObject] = [91, 93, 123, 125]

/** Finds where the elements of the outermost array or object end, across chunks. */
class Splitter {
  readonly #file: string
  #container: number | undefined
  #closed = false
  #depth = 0
  #inString = false
  #escaped = false
  /** The text of the element so far, and the line on which it begins. */
  #text = ''
  #textLine = 1
  #line = 1
  #count = 0

  constructor(file: string) {
    this.#file = file
  }

  *split(chunk: string): Generator<Row> {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at)
      if (code === newline) this.#line++
      if (this.#depth === 0) {
        if (this.#opens(code)) from = at + 1
      } else if (this.#endsElement(code)) {
        this.#text += chunk.slice(from, at)
        from = at + 1
        yield* this.#element(code !== comma)
      }
    }
    if (this.#depth > 0) this.#text += chunk.slice(from)
    refuseLongRow(this.#file, this.#textLine, this.#text)
  }

  end(): void {
    if (this.#closed) return
    throw broken(this.#file, this.#line, 'the file ends before its JSON does: was it written to the end?')
  }

  /** Handles a character outside of the container, which may open here. */
  #opens(code: number): boolean {
    if (code === 32 || (code >= 9 && code <= 13)) return false
    if (this.#closed || (code !== openArray && code !== openObject)) {
      const found = JSON.stringify(String.fromCharCode(code))
      const wanted = this.#closed ? 'nothing after the end of its JSON' : 'a JSON array'
      throw broken(this.#file, this.#line, `expected ${wanted}, but found ${found}`)
    }
    this.#container = code
    this.#depth = 1
    this.#textLine = this.#line
    return true
  }

  /** Handles a character inside of the container, where an element may end. */
  #endsElement(code: number): boolean {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false
      else if (code === backslash) this.#escaped = true
      else if (code === quote) this.#inString = false
      return false
    }
    if (code === quote) this.#inString = true
    else if (code === openArray || code === openObject) this.#depth++
    else if (code === closeArray || code === closeObject) return --this.#depth === 0
    return code === comma && this.#depth === 1
  }

  *#element(last: boolean): Generator<Row> {
    const text = this.#text
    const blank = text.length - text.trimStart().length
    const line = this.#textLine + (blank > 0 ? text.slice(0, blank).split('\n').length - 1 : 0)
    this.#text = ''
    this.#textLine = this.#line
    this.#closed = last
    if (blank === text.length) {
      if (last && this.#count === 0) return
      throw broken(this.#file, this.#line, 'a comma has nothing on one of its sides: remove it')
    }
    this.#count++
    yield { line, value: parse(this.#file, line, this.#container === openObject ? `{${text}}` : text) }
  }
}

function parse(file: string, line: number, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const hint = /[:[,\s]-?(NaN|Infinity)\b/.test(text)
      ? 'NaN and Infinity are not valid JSON; leave the row out, or give it a number'
      : `is not JSON: ${messageOf(cause)}`
    throw broken(file, line, hint, { cause })
  }
}

function refuseLongRow(file: string, line: number, text: string): void {
  if (text.length <= MAX_ROW_LENGTH) return
  throw broken(file, line, `the row that begins here is longer than ${MAX_ROW_LENGTH} characters`)
}

function broken(file: string, line: number, reason: string, options?: ErrorOptions): FileError {
  return new FileError(`${file}, line ${line}: ${reason}`, { file, line }, options)
}
