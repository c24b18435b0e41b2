/** A streaming reader of tar archives as engines write them: ustar with pax and GNU extensions. Memory stays bounded. */

export interface TarEntry {
  path: string
  type: 'file' | 'directory' | 'link' | 'other'
  /** Bytes. */
  size: number
  /** The content; what is not read of it is passed over. */
  body: AsyncIterable<Buffer>
}

const BLOCK = 512
/** A pax header holds names and numbers; a larger one is damage. */
const LARGEST_HEADER = 1024 * 1024

/** Reads the entries in order. Throws when the archive is cut off or is none. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new ByteReader(source)
  let next: { path?: string; size?: number } = {}
  for (;;) {
    const header = await bytes.read(BLOCK)
    if (header.length < BLOCK || header[0] === 0) return await bytes.drain()
    checkHeader(header)
    const flag = String.fromCharCode(header[156] ?? 0)
    const size = next.size ?? sizeIn(header)
    if ('xgLK'.includes(flag)) {
      const content = await bytes.read(Math.min(padded(size), LARGEST_HEADER))
      if (flag === 'x') next = { ...next, ...readPax(content.subarray(0, size)) }
      if (flag === 'L') next = { ...next, path: text(content.subarray(0, size)) }
      continue
    }
    const body = new Body(bytes, size)
    yield { path: next.path ?? pathIn(header), type: typeOf(flag), size, body }
    await body.finish(padded(size) - size)
    next = {}
  }
}

function typeOf(flag: string): TarEntry['type'] {
  if (flag === '0' || flag === '\0') return 'file'
  if (flag === '5') return 'directory'
  return flag === '1' || flag === '2' ? 'link' : 'other'
}

function checkHeader(header: Buffer): void {
  const expected = Number.parseInt(text(header.subarray(148, 156)).trim(), 8)
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (sum !== expected) throw new Error('the archive of a layer is damaged: a header has a wrong checksum')
}

/** Octal digits, or for sizes from 8 GiB the GNU way: a set top bit and then the number itself. */
function sizeIn(header: Buffer): number {
  const field = header.subarray(124, 136)
  if (((field[0] ?? 0) & 0x80) === 0) return Number.parseInt(text(field).trim() || '0', 8)
  return Number(field.readBigUInt64BE(4))
}

function pathIn(header: Buffer): string {
  const name = text(header.subarray(0, 100))
  const isUstar = header.toString('latin1', 257, 263) === 'ustar\0'
  const prefix = isUstar ? text(header.subarray(345, 500)) : ''
  return prefix === '' ? name : `${prefix}/${name}`
}

/** Records `LENGTH key=value\n`, the length counting all of the record in bytes. */
function readPax(content: Buffer): { path?: string; size?: number } {
  const found: { path?: string; size?: number } = {}
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at)
    const length = Number(content.toString('latin1', at, space))
    if (!(length > 0)) break
    const record = content.toString('utf8', space + 1, at + length - 1)
    const equals = record.indexOf('=')
    if (record.slice(0, equals) === 'path') found.path = record.slice(equals + 1)
    if (record.slice(0, equals) === 'size') found.size = Number(record.slice(equals + 1))
    at += length
  }
  return found
}

function text(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end === -1 ? bytes.length : end)
}

function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK
}

/** The content of one entry, read once. */
class Body implements AsyncIterable<Buffer> {
  readonly #bytes: ByteReader
  #rest: number

  constructor(bytes: ByteReader, size: number) {
    this.#bytes = bytes
    this.#rest = size
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    while (this.#rest > 0) {
      const chunk = await this.#bytes.next(this.#rest)
      this.#rest -= chunk.length
      yield chunk
    }
  }

  async finish(padding: number): Promise<void> {
    for (this.#rest += padding; this.#rest > 0; ) this.#rest -= (await this.#bytes.next(this.#rest)).length
  }
}

class ByteReader {
  readonly #source: AsyncIterator<Buffer>
  #chunk: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** Up to `most` bytes, as they come. Throws at the end of the source. */
  async next(most: number): Promise<Buffer> {
    if (!(await this.#fill())) throw new Error('the archive of a layer ended too early')
    const piece = this.#chunk.subarray(0, most)
    this.#chunk = this.#chunk.subarray(piece.length)
    return piece
  }

  /** Exactly `size` bytes, or fewer at the end of the source. */
  async read(size: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for (let rest = size; rest > 0 && (await this.#fill()); ) {
      const piece = await this.next(rest)
      pieces.push(piece)
      rest -= piece.length
    }
    return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
  }

  /** Reads to the end, so that whoever writes is not cut off. */
  async drain(): Promise<void> {
    while (await this.#fill()) this.#chunk = Buffer.alloc(0)
  }

  async #fill(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const { done, value } = await this.#source.next()
      if (done) return false
      this.#chunk = value
    }
    return true
  }
}
