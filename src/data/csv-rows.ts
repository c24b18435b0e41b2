/**
 * Rows of CSV, read as a stream: as RFC 4180 has it, with a header. (csv-parse, the usual choice, takes three times as
 * long and counts a line break inside of quotes twice when it is `\r\n`, so that its line numbers are wrong.)
 */
import { FileError } from '../runtime/errors.js'
import { LONGEST_ROW, type Row } from './row.js'

/** Each row is an object without a prototype, with a text for each column. Empty lines do not count. */
export async function* readCsv(file: string, chunks: AsyncIterable<string>): AsyncGenerator<Row> {
  const splitter = new RecordSplitter(file)
  let header: Header | undefined
  for await (const chunk of withFinalLineEnd(chunks)) {
    for (const { line, text } of splitter.split(chunk)) {
      if (header) yield { line, value: header.rowOf(line, text) }
      else header = new Header(file, line, text)
    }
  }
  splitter.end()
}

async function* withFinalLineEnd(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  yield* chunks
  yield '\n'
}

const [newline, carriageReturn, quote] = [10, 13, 34]

/** Finds where records end: at line ends outside of quotes. A quote counts only where a cell begins with it. */
class RecordSplitter {
  readonly #file: string
  #quoted = false
  /** Whether a quote here would open a cell, or go on with one, being the second of `""`. */
  #mayOpen = true
  #text = ''
  #textLine = 1
  #line = 1

  constructor(file: string) {
    this.#file = file
  }

  *split(chunk: string): Generator<{ line: number; text: string }> {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at)
      if (code === newline) this.#line++
      if (code === quote) {
        const closing = this.#quoted
        if (closing || this.#mayOpen) this.#quoted = !closing
        this.#mayOpen = closing
        continue
      }
      this.#mayOpen = isSeparator(code)
      if (code !== newline || this.#quoted) continue
      const text = this.#text + chunk.slice(from, at)
      if (text.trim() !== '')
        yield { line: this.#textLine, text: text.endsWith('\r') ? text.slice(0, -1) : text }
      this.#text = ''
      this.#textLine = this.#line
      from = at + 1
    }
    this.#text += chunk.slice(from)
    if (this.#text.length > LONGEST_ROW)
      throw broken(this.#file, this.#textLine, `the row is longer than ${LONGEST_ROW} characters${lostQuote}`)
  }

  end(): void {
    if (this.#quoted) throw broken(this.#file, this.#textLine, `the row does not end${lostQuote}`)
  }
}

const lostQuote = ': is a quote missing? One inside a quoted cell is written twice ("")'

function isSeparator(code: number): boolean {
  return code === newline || code === carriageReturn || separators.includes(String.fromCharCode(code))
}

const separators = [',', ';', '\t']

class Header {
  readonly #file: string
  readonly #separator: string
  readonly #columns: readonly string[]

  /** The separator is the comma, unless there is none in the header and one of the others is. */
  constructor(file: string, line: number, text: string) {
    this.#file = file
    this.#separator = separators.find((separator) => text.includes(separator)) ?? ','
    this.#columns = this.#cells(line, text).map((name) => name.trim())
    const twice = this.#columns.find((name, index) => this.#columns.indexOf(name) !== index)
    if (twice !== undefined) throw broken(file, line, `the column ${JSON.stringify(twice)} is there twice`)
  }

  rowOf(line: number, text: string): Record<string, string> {
    const cells = this.#cells(line, text)
    if (cells.length !== this.#columns.length) {
      const counts = `${cells.length} cells, and the header has ${this.#columns.length} columns`
      throw broken(
        this.#file,
        line,
        `the row has ${counts}; a cell with "${this.#separator}" in it needs quotes`,
      )
    }
    const row: Record<string, string> = Object.create(null)
    for (const [index, name] of this.#columns.entries()) row[name] = cells[index] ?? ''
    return row
  }

  #cells(line: number, text: string): string[] {
    if (!text.includes('"')) return text.split(this.#separator)
    const cells: string[] = []
    for (let at = 0; at <= text.length; ) {
      const { value, end } = text[at] === '"' ? this.#quotedCell(line, text, at) : this.#plainCell(text, at)
      cells.push(value)
      at = end + 1
    }
    return cells
  }

  #plainCell(text: string, at: number): { value: string; end: number } {
    const next = text.indexOf(this.#separator, at)
    const end = next === -1 ? text.length : next
    return { value: text.slice(at, end), end }
  }

  #quotedCell(line: number, text: string, at: number): { value: string; end: number } {
    let close = text.indexOf('"', at + 1)
    while (text[close + 1] === '"') close = text.indexOf('"', close + 2)
    const end = close + 1
    if (close === -1 || (end < text.length && text[end] !== this.#separator)) {
      throw broken(
        this.#file,
        line,
        'a quoted cell goes on after its quote; a quote inside it is written twice ("")',
      )
    }
    return { value: text.slice(at + 1, close).replaceAll('""', '"'), end }
  }
}

function broken(file: string, line: number, reason: string): FileError {
  return new FileError(`${file}, line ${line}: ${reason}`, { file, line })
}
