/** Reads the rows of a Parquet file in parts. */
import { setImmediate } from 'node:timers/promises'
import * as zlib from 'node:zlib'
import type { AsyncBuffer, Compressors } from 'hyparquet'
import { ActionError, FileError, messageOf } from '../runtime/errors.js'
import { isUnnamed, type Row, rowFactory, type Table } from './row.js'

/** Rows that are decoded at once. A row group of a million, as pandas writes it, would take hundreds of megabytes. */
const PART = 16 * 1024
/** Numbers take little memory, so that they need not be decoded as often. */
const NUMBER_PART = 4 * PART
/** Rows per batch. */
const BATCH = 1024
/** Nested columns are decoded from the beginning of their row group each time, so they are read in fewer parts. */
const NESTED_PART = 8 * PART

/** Physical types whose values take at most eight bytes. 64-bit integers become objects. */
const NUMBER_TYPES: ReadonlySet<string | undefined> = new Set(['BOOLEAN', 'INT32', 'FLOAT', 'DOUBLE'])

/** Opens a Parquet file with any codec of pandas and polars. Leaves out an unnamed index of pandas. */
export async function openParquet(file: string): Promise<Table> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetScan, parquetSchema } = await import('hyparquet')
  const buffer = await asyncBufferFromFile(file)
  const metadata = await parquetMetadataAsync(buffer).catch(explain(file))
  const slices = lastSlices(buffer, metadata.row_groups[0]?.columns.length ?? 0)
  const { children } = parquetSchema(metadata)
  const named = children.filter(({ element }) => !isUnnamed(element.name))
  const columns = named.map(({ element }) => element.name)
  const length = children.some((child) => child.children.length > 0) ? NESTED_PART : PART
  const lengths = named.map(({ element }) =>
    NUMBER_TYPES.has(element.type) ? Math.max(NUMBER_PART, length) : length,
  )
  const create = rowFactory(columns)
  async function* batches(): AsyncGenerator<Row[]> {
    let start = 0
    for (const group of metadata.row_groups) {
      const scan = await parquetScan({ file: slices, metadata, compressors, columns }).catch(explain(file))
      const end = start + Number(group.num_rows)
      const readers = columns.map((column, index) =>
        readInParts(lengths[index] ?? length, end, (rowStart, rowEnd) =>
          scan.readColumn({ column, rowStart, rowEnd }),
        ),
      )
      for (let from = start; from < end; from += length) {
        const to = Math.min(end, from + length)
        // Without a turn of the event loop, Node.js keeps the memory of buffers that are no longer used.
        await setImmediate()
        const parts = await Promise.all(readers.map((read) => read(from))).catch(explain(file))
        for (let at = from; at < to; at += BATCH)
          yield Array.from({ length: Math.min(to - at, BATCH) }, (_, index) => ({
            line: at + index + 1,
            value: create(parts.map(({ start, values }) => toJson(values[at + index - start]))),
          }))
      }
      start = end
    }
  }
  return { columns, headerLine: undefined, batches: batches() }
}

/** Decoded values of one column, from the row `start`. */
interface Part {
  start: number
  values: ArrayLike<unknown>
}

/**
 * Returns a function that returns the part of a column with a row, and decodes it only when the previous part ends. Throws
 * an error if the column ends before that: the number of rows may be a false claim, which would never end.
 */
function readInParts(
  length: number,
  end: number,
  decode: (start: number, end: number) => Promise<ArrayLike<unknown>>,
): (row: number) => Promise<Part> {
  let part: Part = { start: 0, values: [] }
  return async (row) => {
    if (row < part.start + part.values.length) return part
    const to = Math.min(end, row + length)
    part = { start: row, values: await decode(row, to) }
    if (row + part.values.length < to) throw new Error(`row ${row + part.values.length + 1} is missing`)
    return part
  }
}

/** Caches the last slices, so that the parts of a row group read its columns only once. */
function lastSlices({ byteLength, slice }: AsyncBuffer, count: number): AsyncBuffer {
  const slices = new Map<string, ReturnType<AsyncBuffer['slice']>>()
  return {
    byteLength,
    slice: (start, end) => {
      const key = `${start}-${end}`
      const found = slices.get(key) ?? slice(start, end)
      slices.delete(key)
      slices.set(key, found)
      const [oldest = ''] = slices.keys()
      if (slices.size > count) slices.delete(oldest)
      return found
    },
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
