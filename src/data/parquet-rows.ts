/** Reads the rows of a Parquet file in parts. */
import { setImmediate } from 'node:timers/promises'
import * as zlib from 'node:zlib'
import type { AsyncBuffer, Compressors, FileMetaData, RowGroup, SchemaTree } from 'hyparquet'
import { ActionError, FileError, messageOf } from '../runtime/errors.js'
import { readPages } from './parquet-pages.js'
import { isUnnamed, type Row, rowFactory, type Table } from './row.js'

/** Maximum rows per batch. */
const BATCH = 1024
/** Rows of a nested column that are decoded at once, each time from the beginning of the row group. */
const NESTED_PART = 128 * 1024

/** Opens a Parquet file with any codec of pandas and polars. Leaves out an unnamed index of pandas. */
export async function openParquet(file: string): Promise<Table> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetSchema } = await import('hyparquet')
  const buffer = await asyncBufferFromFile(file)
  const metadata = await parquetMetadataAsync(buffer).catch(explain(file))
  const root = parquetSchema(metadata)
  const columns = root.children.map(({ element }) => element.name).filter((name) => !isUnnamed(name))
  const create = rowFactory(columns)
  async function* batches(): AsyncGenerator<Row[]> {
    let start = 0
    for (const group of metadata.row_groups) {
      const end = start + Number(group.num_rows)
      const opened = { file: buffer, metadata, root, group, start, end }
      const readers = columns.map((column) => partReader(readColumn(opened, column), start))
      for (let from = start, to: number; from < end; from = to) {
        // Without a turn of the event loop, Node.js keeps the memory of buffers that are no longer used.
        await setImmediate()
        const parts = await Promise.all(readers.map((read) => read(from))).catch(explain(file))
        to = Math.min(from + BATCH, end, ...parts.map(({ start, values }) => start + values.length))
        yield Array.from({ length: to - from }, (_, index) => ({
          line: from + index + 1,
          value: create(parts.map(({ start, values }) => toJson(values[from + index - start]))),
        }))
      }
      start = end
    }
  }
  return { columns, headerLine: undefined, batches: batches() }
}

/** A row group with the rows from `start` to `end`. */
interface OpenGroup {
  file: AsyncBuffer
  metadata: FileMetaData
  root: SchemaTree
  group: RowGroup
  start: number
  end: number
}

/** Reads a column of a row group in parts: page by page, unless it is nested. */
async function* readColumn(opened: OpenGroup, column: string): AsyncGenerator<ArrayLike<unknown>> {
  const { file, metadata, root, group, start, end } = opened
  const { parquetScan } = await import('hyparquet')
  const { isFlatColumn } = await import('hyparquet/src/schema.js')
  const path = [root, ...root.children.filter(({ element }) => element.name === column)]
  const chunk = group.columns.find(({ meta_data: meta }) => meta?.path_in_schema[0] === column)
  if (isFlatColumn(path) && chunk?.meta_data && !chunk.file_path)
    return yield* readPages(file, chunk.meta_data, path, compressors)
  const scan = await parquetScan({ file, metadata, compressors, columns: [column] })
  for (let from = start, to: number; from < end; from = to) {
    to = Math.min(end, from + NESTED_PART)
    const values = await scan.readColumn({ column, rowStart: from, rowEnd: to })
    yield values
    if (values.length < to - from) return
  }
}

/** Decoded values of one column, from the row `start`. */
interface Part {
  start: number
  values: ArrayLike<unknown>
}

/**
 * Returns a function that returns the part of a column with a row. Its calls are for rows in their order. Throws an error if
 * the column ends before that: the number of rows may be a false claim, which would never end.
 */
function partReader(
  parts: AsyncGenerator<ArrayLike<unknown>>,
  start: number,
): (row: number) => Promise<Part> {
  let part: Part = { start, values: [] }
  return async (row) => {
    while (row >= part.start + part.values.length) {
      const { done, value } = await parts.next()
      if (done) throw new Error(`row ${row + 1} is missing`)
      part = { start: part.start + part.values.length, values: value }
    }
    return part
  }
}

/** hyparquet includes Snappy. Node.js supports Zstandard since version 22.15. */
const compressors: Compressors = {
  GZIP: (input) => zlib.gunzipSync(input),
  BROTLI: (input) => zlib.brotliDecompressSync(input),
  ...('zstdDecompressSync' in zlib && { ZSTD: (input) => zlib.zstdDecompressSync(input) }),
}

/** Converts 64-bit integers to numbers if they are exact, dates to text, and bytes to Base64. */
function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(toJson)
  const object = value as Record<string, unknown>
  for (const key in object) {
    const inner = object[key]
    if (typeof inner === 'bigint' || (typeof inner === 'object' && inner !== null))
      object[key] = toJson(inner)
  }
  return object
}

function explain(file: string) {
  return (cause: unknown): never => {
    if (cause instanceof ActionError) throw cause
    const reason = messageOf(cause)
    throw new FileError(
      `${file} cannot be read as Parquet: ${reason}. ${reason.includes('codec') ? '' : 'Was it written to the end? '}pandas writes a file that works with df.to_parquet("…", compression="snappy")`,
      { file },
      { cause },
    )
  }
}
