/** Reads files of rows, such as results, predictions or inferences, in JSON, JSON Lines, CSV or Parquet. */
import { extname } from 'node:path'
import { FileError } from '../runtime/errors.js'
import { keepHeapSmall } from '../util/small-heap.js'
import { openCsv } from './csv-rows.js'
import { readElements, readJsonLines } from './json-rows.js'
import { openParquet } from './parquet-rows.js'
import type { Row } from './row.js'
import { readHead, readText } from './text.js'

export type { Row } from './row.js'

/** `lines` is one JSON value per line; `object` is one JSON object, each entry of which is a row. */
export type RowFormat = 'array' | 'lines' | 'object' | 'csv' | 'parquet'

export interface RowFile {
  file: string
  format: RowFormat
  /** The columns of a table; undefined for JSON, where each row has its own keys. */
  columns: readonly string[] | undefined
  /** The line that names the columns; undefined if there is none. */
  headerLine: number | undefined
  /** Whether all values are text, as in CSV, where a text may represent a number. */
  isText: boolean
  /** The unit of `Row.line`, for messages. */
  unit: 'line' | 'row'
  /** The rows in the order of the file, in batches, because an iteration for each row would take most of the time. */
  batches: AsyncGenerator<Row[]>
}

/**
 * Opens a file of rows. Rows are read on demand, so the size of the file does not matter. Throws `FileError` with the
 * line if the file is truncated or does not have the expected format.
 */
export async function openRows(file: string): Promise<RowFile> {
  const { bytes, text } = await readHead(file)
  const format = formatOf(file, bytes, text)
  const table = await openTable(file, format)
  return {
    file,
    format,
    columns: table?.columns,
    headerLine: table?.headerLine,
    isText: format === 'csv',
    unit: format === 'parquet' ? 'row' : 'line',
    batches: inSmallHeap(
      table?.batches ?? (format === 'lines' ? readJsonLines : readElements)(file, readText(file)),
    ),
  }
}

async function* inSmallHeap(batches: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  for await (const batch of batches) {
    keepHeapSmall()
    yield batch
  }
}

async function openTable(file: string, format: RowFormat) {
  if (format === 'csv') return await openCsv(file, readText(file))
  return format === 'parquet' ? await openParquet(file) : undefined
}

/** The first bytes of files that are neither text nor Parquet, and what to do about them. */
const strangers: [beginning: string, problem: string][] = [
  ['PK\u0003\u0004', 'is an Excel workbook or another ZIP archive: save it as CSV (in Excel: "CSV UTF-8")'],
  ['\u001f\u008b', 'is compressed with gzip: unpack it first'],
  ['\u0028\u00b5\u002f\u00fd', 'is compressed with Zstandard: unpack it first'],
  ['BZh', 'is compressed with bzip2: unpack it first'],
  ['\u00fd7zXZ', 'is compressed with xz: unpack it first'],
  ['ARROW1', 'is an Arrow or Feather file: write Parquet (df.to_parquet) or CSV'],
  ['FEA1', 'is a Feather file: write Parquet (df.to_parquet) or CSV'],
  ['\u0080', 'is a pickle of Python: write Parquet (df.to_parquet) or CSV'],
  ['\u0089HDF', 'is an HDF5 file: write Parquet (df.to_parquet) or CSV'],
  ['PARE', 'is an encrypted Parquet file: write it without encryption'],
]

/**
 * Detects the format from the content, and from the extension if the content is ambiguous: a `.json` file that begins
 * with `{` is one object, unless its first line is a complete value and more lines follow.
 */
export function formatOf(file: string, bytes: Buffer, head: string): RowFormat {
  const text = head.trimStart()
  const extension = extname(file).toLowerCase()
  const beginning = bytes.toString('latin1', 0, 8)
  if (beginning.startsWith('PAR1')) return 'parquet'
  const [, problem] = strangers.find(([start]) => beginning.startsWith(start)) ?? []
  if (problem) throw new FileError(`${file} ${problem}`, { file })
  if (text === '') throw new FileError(`${file} is empty: it needs at least one row`, { file })
  if (text.includes('\0'))
    throw new FileError(
      `${file} is not text, or is UTF-16 without a byte order mark: write JSON or CSV in UTF-8, or Parquet`,
      { file },
    )
  if (extension === '.parquet')
    throw new FileError(`${file} is not a Parquet file: it is text. Give it the extension of its format`, {
      file,
    })
  if (['.csv', '.tsv'].includes(extension)) return 'csv'
  if (['.jsonl', '.ndjson'].includes(extension)) return 'lines'
  if (text.startsWith('[')) return 'array'
  if (!text.startsWith('{')) return extension === '.json' ? 'array' : 'csv'
  if (extension !== '.json' || hasWholeFirstLine(text)) return 'lines'
  refuseNesting(file, text)
  return 'object'
}

/** Detects the forms that pandas' `to_json` writes other than records: columns, index, split and table. */
const byPandas = [
  /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*"0"\s*:/,
  /^\{\s*"0"\s*:\s*\{\s*"(?:[^"\\]|\\.)*"\s*:\s*[^{\s]/,
  /^\{\s*"columns"\s*:\s*\[[^\]]*\]\s*,\s*"index"\s*:\s*\[/,
  /^\{\s*"schema"\s*:\s*\{\s*"fields"\s*:/,
]

/** Refuses an object that contains the rows as a list or as another form of a table. */
function refuseNesting(file: string, text: string): void {
  const [, list] = /^\{\s*("(?:[^"\\]|\\.)*")\s*:\s*\[\s*\{/.exec(text) ?? []
  const problem = list
    ? `the list is inside ${list}: move it to the top level, so that the file begins with [`
    : byPandas.some((form) => form.test(text)) &&
      'the file is not a list of rows: write one object for each row (in pandas: df.to_json("…", orient="records"))'
  if (problem) throw new FileError(`${file}, line 1: ${problem}`, { file, line: 1 })
}

function hasWholeFirstLine(text: string): boolean {
  const end = text.indexOf('\n')
  if (end === -1 || text.slice(end).trim() === '') return false
  try {
    JSON.parse(text.slice(0, end))
    return true
  } catch {
    return false
  }
}
