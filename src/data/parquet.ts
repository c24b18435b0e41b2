/**
 * Reads columns of an untrusted Parquet file. Every size that the file claims is checked before memory is reserved for
 * it, and a budget limits the memory of all pages and cells. hyparquet, which reads trusted files faster, reserves
 * whatever a footer, a page header or a run length claims. Supports what pandas writes: flat columns of text and
 * numbers, plain or with a dictionary, uncompressed or with Snappy.
 */
import { snappyUncompress } from 'hyparquet'
import { Budget, ParquetError } from './parquet-budget.js'
import { readStruct, type Struct } from './thrift.js'

export { Budget, ParquetError }

export type Cell = string | number | null

/** The rows of a file, by column. */
export interface Table {
  rows: number
  /** The wanted columns that the file has. */
  columns: Map<string, Cell[]>
}

/** Maximum bytes of a footer. pandas writes a few kilobytes. */
const MAX_FOOTER_BYTES = 4 * 1024 ** 2
/** The bytes that a cell takes in addition to its text. */
const CELL = 16
const MAGIC = 'PAR1'

const [BYTE_ARRAY, INT32, INT64, FLOAT, DOUBLE] = [6, 1, 2, 4, 5]
const [PLAIN, PLAIN_DICTIONARY, RLE_DICTIONARY] = [0, 2, 8]
const [DATA_PAGE, INDEX_PAGE, DICTIONARY_PAGE, DATA_PAGE_V2] = [0, 1, 2, 3]
const typeNames = ['booleans', 'INT32', 'INT64', 'INT96', 'FLOAT', 'DOUBLE', 'text', 'fixed-length bytes']
const codecs = ['none', 'Snappy', 'gzip', 'LZO', 'Brotli', 'LZ4', 'Zstandard', 'LZ4']

/** Returns the number of rows from the footer. Throws `ParquetError` if this is not a Parquet file. */
export function countRows(bytes: Uint8Array): number {
  return readFooter(bytes).int(3)
}

/** Reads columns by name. Throws `ParquetError`, which says what is wrong with the file. */
export function readColumns(bytes: Uint8Array, wanted: readonly string[], budget: Budget): Table {
  const footer = readFooter(bytes)
  const rows = footer.int(3)
  const optional = columnKinds(footer)
  const columns = new Map<string, Cell[]>()
  for (const group of footer.structs(4)) {
    for (const chunk of group.structs(1)) {
      const column = chunk.struct(3)
      const path = column.texts(3)
      const [name = ''] = path
      if (!wanted.includes(name)) continue
      const kind = optional.get(name)
      if (path.length > 1 || kind === undefined || kind === 'repeated')
        throw new ParquetError(`the column ${name} is nested, but must hold text`)
      const cells = columns.get(name) ?? []
      columns.set(name, cells)
      // Some writers leave out the pages of an empty column, and their position.
      if (group.int(3) === 0) continue
      new ColumnReader(bytes, name, column, kind === 'optional', budget).readInto(cells, group.int(3))
    }
  }
  for (const [name, { length }] of columns)
    if (length !== rows) throw new ParquetError(`the column ${name} has ${length} of ${rows} rows`)
  return { rows, columns }
}

function readFooter(bytes: Uint8Array): Struct {
  const view = viewOf(bytes)
  const end = bytes.length - 8
  if (end < 4 || text(bytes.subarray(0, 4)) !== MAGIC || text(bytes.subarray(end + 4)) !== MAGIC)
    throw new ParquetError('is not a Parquet file')
  const length = view.getUint32(end, true)
  if (length > end - 4 || length > MAX_FOOTER_BYTES)
    throw new ParquetError(`has a footer of ${length} bytes, which is impossible`)
  const footer = readStruct(bytes.subarray(end - length, end)).value
  if (footer.int(3) < 0) throw new ParquetError('has a negative number of rows')
  return footer
}

/** Reads whether the cells of each top-level column may be null, or are lists. */
function columnKinds(footer: Struct): Map<string, 'required' | 'optional' | 'repeated'> {
  const [, ...elements] = footer.structs(2)
  const kinds = ['required', 'optional', 'repeated'] as const
  const columns = elements.map((element) => {
    const kind = element.has(5) && element.int(5) > 0 ? 'repeated' : (kinds[element.int(3)] ?? 'repeated')
    return [element.text(4), kind] as const
  })
  return new Map(columns)
}

/** One column of one row group. */
class ColumnReader {
  readonly #bytes: Uint8Array
  readonly #name: string
  readonly #type: number
  readonly #codec: number
  readonly #optional: boolean
  readonly #budget: Budget
  readonly #end: number
  #at: number
  #dictionary: Cell[] = []

  constructor(bytes: Uint8Array, name: string, column: Struct, optional: boolean, budget: Budget) {
    this.#bytes = bytes
    this.#name = name
    this.#type = column.int(1)
    this.#codec = column.int(4)
    this.#optional = optional
    this.#budget = budget
    const data = column.int(9)
    const dictionary = column.has(11) ? column.int(11) : 0
    this.#at = dictionary > 0 ? Math.min(dictionary, data) : data
    this.#end = this.#at + column.int(7)
    if (this.#at < 4 || this.#end < this.#at || this.#end > bytes.length)
      throw this.#broken('its pages are outside of the file')
    if (this.#codec > 1)
      throw this.#broken(`it is compressed with ${codecs[this.#codec] ?? 'an unknown codec'}`)
  }

  readInto(cells: Cell[], rows: number): void {
    const last = cells.length + rows
    while (cells.length < last && this.#at < this.#end) this.#readPage(cells, last - cells.length)
    if (cells.length !== last) throw this.#broken('a part of its pages is missing')
  }

  #readPage(cells: Cell[], most: number): void {
    const { value: header, length } = readStruct(this.#bytes.subarray(this.#at, this.#end))
    const start = this.#at + length
    const size = header.int(3)
    if (size < 0 || start + size > this.#end) throw this.#broken('a page ends behind its end')
    this.#at = start + size
    const page = this.#bytes.subarray(start, start + size)
    const type = header.int(1)
    if (type === INDEX_PAGE) return
    if (type === DICTIONARY_PAGE) {
      const content = this.#uncompress(page, header.int(2))
      this.#dictionary = this.#plain(content, header.struct(7).int(1))
    } else if (type === DATA_PAGE) {
      const data = header.struct(5)
      const count = this.#count(data, most)
      const content = this.#uncompress(page, header.int(2))
      const levels = this.#optional ? viewOf(content).getUint32(0, true) : 0
      const values = this.#optional ? 4 + levels : 0
      const present = this.#optional && readRuns(content.subarray(4, values), 1, count)
      this.#addCells(cells, content.subarray(values), data.int(2), count, present)
    } else if (type === DATA_PAGE_V2) {
      const data = header.struct(8)
      const count = this.#count(data, most)
      const levels = data.int(5) + data.int(6)
      if (levels < 0 || levels > page.length) throw this.#broken('a page ends behind its end')
      const packed = page.subarray(levels)
      const content = data.has(7) && !data.flag(7) ? packed : this.#uncompress(packed, header.int(2) - levels)
      const present = this.#optional && readRuns(page.subarray(data.int(6), levels), 1, count)
      this.#addCells(cells, content, data.int(4), count, present)
    } else throw this.#broken(`it has a page of the unknown type ${type}`)
  }

  #count(data: Struct, most: number): number {
    const count = data.int(1)
    if (count < 0 || count > most) throw this.#broken(`a page claims ${count} of ${most} cells`)
    this.#budget.take(count * CELL)
    return count
  }

  #uncompress(page: Uint8Array, size: number): Uint8Array {
    if (this.#codec === 0) return page
    this.#budget.take(Math.max(0, size))
    const content = new Uint8Array(Math.max(0, size))
    try {
      snappyUncompress(page, content)
    } catch (cause) {
      throw this.#broken('a page cannot be uncompressed', cause)
    }
    return content
  }

  #addCells(
    cells: Cell[],
    content: Uint8Array,
    encoding: number,
    count: number,
    present: Uint32Array | false,
  ): void {
    const filled = present ? present.reduce((sum, level) => sum + level, 0) : count
    const values = this.#values(content, encoding, filled)
    let next = 0
    for (let row = 0; row < count; row++) {
      const cell = !present || present[row] ? (values[next++] ?? null) : null
      // A dictionary stores a long text once, but each row of it takes memory again.
      if (typeof cell === 'string') this.#budget.take(cell.length)
      cells.push(cell)
    }
  }

  #values(content: Uint8Array, encoding: number, count: number): Cell[] {
    if (count === 0) return []
    if (encoding === PLAIN) return this.#plain(content, count)
    if (encoding !== PLAIN_DICTIONARY && encoding !== RLE_DICTIONARY)
      throw this.#broken('it has an encoding that pandas does not write')
    const [width = 0] = content
    if (width > 32) throw this.#broken('its dictionary is invalid')
    return Array.from(readRuns(content.subarray(1), width, count), (index) => {
      const value = this.#dictionary[index]
      if (value === undefined) throw this.#broken('a cell is not in its dictionary')
      return value
    })
  }

  #plain(content: Uint8Array, count: number): Cell[] {
    const view = viewOf(content)
    const width = { [INT32]: 4, [FLOAT]: 4, [INT64]: 8, [DOUBLE]: 8, [BYTE_ARRAY]: 4 }[this.#type]
    if (width === undefined) throw this.#broken(`it holds ${typeNames[this.#type] ?? 'an unknown type'}`)
    if (count < 0 || count * width > content.length) throw this.#broken('a part of a page is missing')
    this.#budget.take(count * CELL)
    if (this.#type === BYTE_ARRAY) return this.#texts(content, view, count)
    return Array.from({ length: count }, (_, index) => {
      const at = index * width
      if (this.#type === INT32) return view.getInt32(at, true)
      if (this.#type === INT64) return Number(view.getBigInt64(at, true))
      return this.#type === FLOAT ? view.getFloat32(at, true) : view.getFloat64(at, true)
    })
  }

  #texts(content: Uint8Array, view: DataView, count: number): string[] {
    const texts: string[] = []
    let at = 0
    for (let index = 0; index < count; index++) {
      if (at + 4 > content.length) throw this.#broken('a part of a page is missing')
      const end = at + 4 + view.getUint32(at, true)
      if (end > content.length) throw this.#broken('a part of a page is missing')
      texts.push(text(content.subarray(at + 4, end)))
      at = end
    }
    return texts
  }

  #broken(reason: string, cause?: unknown): ParquetError {
    return new ParquetError(`the column ${this.#name} cannot be read: ${reason}`, { cause })
  }
}

/** Reads at most `count` numbers of `width` bits from Parquet's mix of repetitions and packed bits. */
function readRuns(bytes: Uint8Array, width: number, count: number): Uint32Array {
  const values = new Uint32Array(count)
  const bytesOfValue = Math.ceil(width / 8)
  let at = 0
  let filled = 0
  while (filled < count) {
    let header = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined || shift > 28) throw new ParquetError('a run of values breaks off')
      header += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) break
    }
    const length = Math.floor(header / 2)
    if (header % 2 === 0) {
      let value = 0
      for (let byte = 0; byte < bytesOfValue; byte++) value += (bytes[at++] ?? 0) * 2 ** (8 * byte)
      const end = Math.min(count, filled + length)
      values.fill(value, filled, end)
      filled = end
    } else {
      if (at + Math.min(length * width, Math.ceil(((count - filled) * width) / 8)) > bytes.length)
        throw new ParquetError('a run of values breaks off')
      const end = Math.min(count, filled + length * 8)
      for (let bit = at * 8; filled < end; filled++) {
        let value = 0
        for (let digit = 0; digit < width; digit++, bit++)
          if (((bytes[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) value += 2 ** digit
        values[filled] = value
      }
      at += length * width
    }
  }
  return values
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}
