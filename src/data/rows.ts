/** Files of rows, such as results or predictions: a JSON array, JSON Lines, a JSON object by its entries, or CSV. */
import { extname } from 'node:path'
import { FileError } from '../runtime/errors.js'
import { readCsv } from './csv-rows.js'
import { readElements, readJsonLines } from './json-rows.js'
import type { Row } from './row.js'
import { readHead, readText } from './text.js'

export type { Row } from './row.js'

/** `lines` is one JSON value a line; `object` is one JSON object, each entry of which is a row. */
export type RowFormat = 'array' | 'lines' | 'object' | 'csv'

/**
 * Opens a file of rows, which are then read one at a time, so that the size of the file does not matter.
 * Throws `FileError`, with the line, where the file breaks off or is not what it looks like.
 */
export async function openRows(file: string): Promise<{ format: RowFormat; rows: AsyncGenerator<Row> }> {
  const format = formatOf(file, await readHead(file))
  return { format, rows: readers[format](file, readText(file)) }
}

const readers: Record<RowFormat, typeof readCsv> = {
  array: readElements,
  lines: readJsonLines,
  object: readElements,
  csv: readCsv,
}

/**
 * The format by content, and by extension where the content may mean two things: a `.json` file that begins with `{`
 * is one object, unless its first line is a whole value and more lines follow.
 */
export function formatOf(file: string, head: string): RowFormat {
  const text = head.trimStart()
  const extension = extname(file).toLowerCase()
  if (text === '') throw new FileError(`${file} is empty: it needs at least one row`, { file })
  if (text.includes('\0') || text.startsWith('PK\u0003') || text.startsWith('\u001f'))
    throw new FileError(`${file} is no text: write JSON or CSV in UTF-8, not compressed`, { file })
  if (['.csv', '.tsv'].includes(extension)) return 'csv'
  if (['.jsonl', '.ndjson'].includes(extension)) return 'lines'
  if (text.startsWith('[')) return 'array'
  if (text.startsWith('{')) return extension !== '.json' || hasWholeFirstLine(text) ? 'lines' : 'object'
  return extension === '.json' ? 'array' : 'csv'
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
