/** Reads rows of CSV with a header as a stream with papaparse (docs/decisions/csv.md explains why). */
import Papa from 'papaparse'
import { FileError } from '../runtime/errors.js'
import * as log from '../runtime/log.js'
import { isUnnamed, MAX_ROW_LENGTH, type Row, rowFactory, type Table } from './row.js'

/**
 * Reads the header. The batches then have a text for each column. Skips blank lines, and columns without a name, which
 * pandas writes for its index.
 */
export async function openCsv(file: string, chunks: AsyncIterable<string>): Promise<Table> {
  const records = readRecords(file, chunks)
  const [header, ...rest] = (await records.next()).value ?? []
  const { line, cells: cellsOfHeader } = header ?? { line: 1, cells: [] }
  const names = cellsOfHeader.map((name) => name.trim())
  const positions = [...names.keys()].filter((index) => !isUnnamed(names[index] ?? ''))
  const columns = positions.map((index) => names[index] ?? '')
  const twice = columns.find((name, index) => columns.indexOf(name) !== index)
  if (twice !== undefined) throw broken(file, line, `the column ${JSON.stringify(twice)} appears twice`)
  if (columns.length < names.length) log.info(`${file}: columns without a name are left out`)
  const create = rowFactory(columns)
  const toRow = ({ line, cells }: CsvRecord): Row => {
    if (cells.length !== names.length) {
      const counts = `${cells.length} cells, and the header has ${names.length} columns`
      throw broken(file, line, `the row has ${counts}; a cell that contains the separator needs quotes`)
    }
    const used = columns.length === names.length ? cells : positions.map((index) => cells[index])
    return { line, value: create(used) }
  }
  async function* batches() {
    if (rest.length > 0) yield rest.map(toRow)
    for await (const batch of records) yield batch.map(toRow)
  }
  return { columns, headerLine: line, batches: batches() }
}

interface CsvRecord {
  line: number
  cells: string[]
}

/** Reads all records that are not blank, in batches that are not empty. The first record is the header. */
async function* readRecords(
  file: string,
  chunks: AsyncIterable<string>,
): AsyncGenerator<CsvRecord[], undefined> {
  let parser: Papa.Parser | undefined
  let line = 1
  let rest = ''
  const recordsOf = ({ data, errors, meta }: Papa.ParseResult<string[]>, text: string): CsvRecord[] => {
    rest = text.slice(meta.cursor)
    const hasQuotes = text.includes('"')
    return data.flatMap((cells, index) => {
      const start = line
      line += 1 + (hasQuotes ? lineBreaksIn(cells) : 0)
      const problem = errors.find(({ row }) => row === index)
      if (problem) throw broken(file, start, problems[problem.code] ?? problem.message)
      trimLineEnd(cells)
      return isBlank(cells) ? [] : { line: start, cells }
    })
  }
  for await (const chunk of withEnd(chunks)) {
    let text = rest + (chunk ?? '')
    rest = text
    if (!parser) {
      // The beginning of the file determines its dialect.
      if (text.length < HEAD && chunk !== undefined) continue
      const dialect = dialectOf(text)
      parser = new Papa.Parser(dialect)
      if (dialect.separatorLine) text = text.replace(dialect.separatorLine, '')
    }
    const records = recordsOf(parser.parse(text, 0, chunk !== undefined), text)
    if (rest.length > MAX_ROW_LENGTH)
      throw broken(file, line, `the row is longer than ${MAX_ROW_LENGTH} characters${lostQuote}`)
    if (records.length > 0) yield records
  }
  return undefined
}

/** Returns the chunks, and undefined after the last. */
async function* withEnd(chunks: AsyncIterable<string>): AsyncGenerator<string | undefined> {
  yield* chunks
  yield undefined
}

/** Maximum characters from which the dialect is detected. A header is much shorter. */
const HEAD = 64 * 1024

/**
 * Detects the dialect. The separator is the one in Excel's line `sep=;`, or the comma, unless the header contains only
 * one of the others. Lines end with `\n`, with or without `\r` before it, or with `\r` alone (classic Mac OS).
 */
function dialectOf(head: string) {
  const [separatorLine, named] = /^"?sep=([^\r\n])"?(?=[\r\n])/i.exec(head) ?? []
  const header = /[^\r\n]*\S[^\r\n]*/.exec(separatorLine ? head.replace(separatorLine, '') : head)?.[0] ?? ''
  const delimiter = named ?? [',', ';', '\t'].find((separator) => header.includes(separator)) ?? ','
  const newline = head.includes('\r') && !head.includes('\n') ? ('\r' as const) : ('\n' as const)
  return { delimiter, newline, separatorLine }
}

function lineBreaksIn(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count++
  }
  return count
}

/** Removes the `\r` of `\r\n` from the last cell, because a file may mix both line ends. */
function trimLineEnd(cells: string[]): void {
  const last = cells.length - 1
  if (cells[last]?.endsWith('\r')) cells[last] = cells[last].slice(0, -1)
}

/** Reports whether a line has no text. Excel leaves lines of separators at the end of a table, which are blank too. */
function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

const lostQuote = ': is a quote missing? One inside a quoted cell is written twice ("")'
const problems: Record<string, string> = {
  MissingQuotes: `the row does not end${lostQuote}`,
  InvalidQuotes: 'a quoted cell continues after its closing quote; a quote inside it is written twice ("")',
}

function broken(file: string, line: number, reason: string): FileError {
  return new FileError(`${file}, line ${line}: ${reason}`, { file, line })
}
