/**
 * Reads a flat column of a Parquet file page by page, so that each page is decoded once. hyparquet's own functions
 * decode a page, and the dictionary of its column, again for each range of rows (docs/decisions/parquet.md).
 */
import type { AsyncBuffer, ColumnMetaData, Compressors, DecodedArray, SchemaTree } from 'hyparquet'

/** Bytes of a column that are read at once, unless a page is larger, and the most of a page's header. */
const WINDOW_BYTES = 1024 * 1024
const MAX_HEADER_BYTES = 256 * 1024

/** Returns the values of each page in order. @param schemaPath the root of the schema and the column */
export async function* readPages(
  file: AsyncBuffer,
  column: ColumnMetaData,
  schemaPath: SchemaTree[],
  compressors: Compressors,
): AsyncGenerator<ArrayLike<unknown>> {
  const { parquetHeader, readPage } = await import('hyparquet/src/column.js')
  const { convert, DEFAULT_PARSERS } = await import('hyparquet/src/convert.js')
  const element = schemaPath.at(-1)?.element ?? { name: '' }
  const { type, codec, path_in_schema: pathInSchema } = column
  const decoder = { pathInSchema, type, element, schemaPath, codec, parsers: DEFAULT_PARSERS, compressors }
  const bytes = new Window(file, column)
  let dictionary: DecodedArray | undefined
  while (await bytes.has(MAX_HEADER_BYTES)) {
    const header = parquetHeader(bytes.reader)
    await bytes.has(header.compressed_page_size)
    const { data = [] } = readPage(bytes.reader, header, decoder, dictionary, undefined, 0)
    if (header.type === 'DICTIONARY_PAGE') dictionary = convert(data, decoder)
    else yield data
  }
}

/** The bytes of a column that are in memory. */
class Window {
  readonly #file: AsyncBuffer
  readonly #end: number
  /** Where the bytes in memory begin. */
  #start: number
  reader = { view: new DataView(new ArrayBuffer(0)), offset: 0 }

  constructor(file: AsyncBuffer, column: ColumnMetaData) {
    this.#file = file
    // Without a dictionary, its offset is 0 or missing.
    this.#start = Number(column.dictionary_page_offset || column.data_page_offset)
    this.#end = this.#start + Number(column.total_compressed_size)
  }

  /** Reads the next bytes of the column, or as many as there are. Returns whether there are any. */
  async has(count: number): Promise<boolean> {
    const { view, offset } = this.reader
    const at = this.#start + offset
    if (offset + count > view.byteLength && this.#start + view.byteLength < this.#end) {
      const bytes = await this.#file.slice(at, Math.min(this.#end, at + Math.max(count, WINDOW_BYTES)))
      this.#start = at
      this.reader = { view: new DataView(bytes), offset: 0 }
    }
    return at < this.#end
  }
}
