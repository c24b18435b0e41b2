/** Rows of a Parquet file, read a part at a time. */
import * as zlib from 'node:zlib'
import type { AsyncBuffer, Compressors, FileMetaData } from 'hyparquet'
import { ActionError, FileError, messageOf } from '../runtime/errors.js'
import type { Row, Table } from './row.js'

/** Rows that are decoded at once: row groups of a million, as pandas writes them, would take hundreds of megabytes. */
const PART = 16 * 1024
/** Nested columns are decoded from the beginning of their row group each time, so these are read in fewer parts. */
const NESTED_PART = 16 * PART

/** Opens a Parquet file with any of the codecs of pandas and polars. pandas' index without a name is left out. */
export async function openParquet(file: string): Promise<Table> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import(
    'hyparquet'
  )
  const buffer = await asyncBufferFromFile(file)
  const metadata = await parquetMetadataAsync(buffer).catch(explain(file))
  const slices = lastSlices(buffer, metadata.row_groups[0]?.columns.length ?? 0)
  const { children } = parquetSchema(metadata)
  const columns = children.map(({ element }) => element.name).filter((name) => !isIndex(name))
  const isNested = children.some((child) => child.children.length > 0)
  async function* batches(): AsyncGenerator<Row[]> {
    for (const [rowStart, rowEnd] of parts(metadata, isNested ? NESTED_PART : PART)) {
      const options = { file: slices, metadata, compressors, columns, rowStart, rowEnd }
      const values = await parquetReadObjects(options).catch(explain(file))
      yield values.map((value, index) => ({ line: rowStart + index + 1, value: toJson(value) }))
    }
  }
  return { columns, headerLine: undefined, batches: batches() }
}

/** Keeps the last slices, so that the parts of a row group read its columns once. */
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

function isIndex(name: string): boolean {
  return /^__index_level_\d+__$/.test(name)
}

/** Ranges of rows, none of which crosses a row group. */
function* parts({ row_groups }: FileMetaData, length: number): Generator<[start: number, end: number]> {
  let start = 0
  for (const { num_rows } of row_groups) {
    const end = start + Number(num_rows)
    for (; start < end; start += length) yield [start, Math.min(end, start + length)]
    start = end
  }
}

/** hyparquet brings Snappy itself. Node.js has Zstandard since version 22.15. */
const compressors: Compressors = {
  GZIP: (input) => zlib.gunzipSync(input),
  BROTLI: (input) => zlib.brotliDecompressSync(input),
  ...('zstdDecompressSync' in zlib && { ZSTD: (input) => zlib.zstdDecompressSync(input) }),
}

/** Integers of 64 bits become numbers where those hold them exactly, dates become text, bytes become Base64. */
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
