/** Reads the rows of a Parquet file in parts. */
import * as zlib from 'node:zlib'
import type { AsyncBuffer, Compressors, DecodedArray, RowGroup } from 'hyparquet'
import { ActionError, FileError, messageOf } from '../runtime/errors.js'
import { isUnnamed, type Row, rowFactory, type Table } from './row.js'

/** How many rows are decoded at once: a row group of a million, as pandas writes it, would take hundreds of megabytes. */
const PART = 32 * 1024
/** How many rows a batch has. */
const BATCH = 1024
/** Nested columns are decoded from the beginning of their row group each time, so they are read in fewer parts. */
const NESTED_PART = 4 * PART
/** Bytes per value of a column that is decoded at once: its pages, each of which is decoded whole, hold many rows. */
const SMALL = 8

/** Opens a Parquet file with any codec of pandas and polars. Leaves out an unnamed index of pandas. */
export async function openParquet(file: string): Promise<Table> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetScan, parquetSchema } = await import('hyparquet')
  const buffer = await asyncBufferFromFile(file)
  const metadata = await parquetMetadataAsync(buffer).catch(explain(file))
  const slices = lastSlices(buffer, metadata.row_groups[0]?.columns.length ?? 0)
  const { children } = parquetSchema(metadata)
  const columns = children.map(({ element }) => element.name).filter((name) => !isUnnamed(name))
  const length = children.some((child) => child.children.length > 0) ? NESTED_PART : PART
  const create = rowFactory(columns)
  async function* batches(): AsyncGenerator<Row[]> {
    let start = 0
    for (const group of metadata.row_groups) {
      const scan = await parquetScan({ file: slices, metadata, compressors, columns }).catch(explain(file))
      const end = start + Number(group.num_rows)
      const read = (column: string, rowStart: number, rowEnd: number) =>
        scan.readColumn({ column, rowStart, rowEnd }).catch(explain(file))
      const small = new Map<string, DecodedArray>()
      for (const column of columns.filter((name) => isSmall(group, name)))
        small.set(column, await read(column, start, end))
      for (let from = start; from < end; from += length) {
        const to = Math.min(end, from + length)
        const parts = await Promise.all(
          columns.map(
            async (column) => small.get(column)?.slice(from - start, to - start) ?? read(column, from, to),
          ),
        )
        for (let at = from; at < to; at += BATCH)
          yield Array.from({ length: Math.min(to - at, BATCH) }, (_, index) => ({
            line: at + index + 1,
            value: create(parts.map((part) => toJson(part[at + index - from]))),
          }))
      }
      start = end
    }
  }
  return { columns, headerLine: undefined, batches: batches() }
}

/** Reports whether the values of a column in a row group take little memory, such as numbers or texts in a dictionary. */
function isSmall({ columns, num_rows }: RowGroup, name: string): boolean {
  const leaves = columns.flatMap(({ meta_data: data }) => (data?.path_in_schema[0] === name ? data : []))
  const bytes = leaves.reduce((sum, { total_uncompressed_size: size }) => sum + Number(size), 0)
  return bytes <= SMALL * Number(num_rows) + 1024
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
