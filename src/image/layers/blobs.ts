import { createHash } from 'node:crypto'
import { pipeline, Readable, type Transform } from 'node:stream'
import zlib from 'node:zlib'
import type { LocalImage } from '../../docker/image.js'
import { drain, readTar, type TarEntry, withoutEnd } from './tar.js'

/** Is told of each file, directory and link of a layer, in order; the path has no `/` in front. */
export type LayerVisitor = (entry: TarEntry) => Promise<void>

/** What was made of some layers of an image, by their number from 0 at the bottom. */
export interface ReadLayers<Visitor> {
  read: Map<number, Visitor>
  /** Why a layer could not be read to its end: nothing is known of it. */
  unread: Map<number, string>
}

/** Reads blobs that may be layers, and knows them by the digest of their content: the diff id. */
export class BlobReader<Visitor extends { visit: LayerVisitor }> {
  readonly #visitor: () => Visitor
  readonly #read = new Map<string, Visitor>()
  #problem = 'the engine did not give its content'

  constructor(visitor: () => Visitor) {
    this.#visitor = visitor
  }

  /** Reads a blob to its end, whatever it is. */
  async read(body: AsyncIterable<Buffer>): Promise<void> {
    const chunks = body[Symbol.asyncIterator]()
    try {
      const visitor = this.#visitor()
      this.#read.set(await visitLayer(chunks, visitor), visitor)
    } catch (error) {
      // Another blob, such as a configuration, is no archive, and nobody will ask for it.
      if (error instanceof DecompressionError) this.#problem = error.message
    }
    await drain(chunks)
  }

  /** The layers that are wanted, by the digests that the engine says they have. */
  layers({ layerDigests }: LocalImage, wanted: readonly number[]): ReadLayers<Visitor> {
    const read = new Map<number, Visitor>()
    const unread = new Map<number, string>()
    for (const layer of wanted) {
      const visitor = this.#read.get(layerDigests[layer] ?? '')
      if (visitor) read.set(layer, visitor)
      else unread.set(layer, this.#problem)
    }
    return { read, unread }
  }
}

/** Reads a layer, a tar archive that may be compressed, and gives the digest of the archive. */
async function visitLayer(chunks: AsyncIterator<Buffer>, visitor: { visit: LayerVisitor }): Promise<string> {
  const first = await chunks.next()
  const start = first.done ? Buffer.alloc(0) : first.value
  const whole = (async function* () {
    yield start
    yield* withoutEnd(chunks)
  })()
  const decompress = decompressor(start)
  const plain: AsyncIterable<Buffer> = decompress
    ? pipeline(Readable.from(whole), decompress, () => {})
    : whole
  const hash = createHash('sha256')
  const hashed = (async function* () {
    for await (const chunk of plain) {
      hash.update(chunk)
      yield chunk
    }
  })()
  for await (const entry of readTar(hashed)) await visitor.visit(entry)
  return `sha256:${hash.digest('hex')}`
}

class DecompressionError extends Error {}

function decompressor(start: Buffer): Transform | undefined {
  if (start[0] === 0x1f && start[1] === 0x8b) return zlib.createGunzip()
  if (start.length < 4 || start.readUInt32LE(0) !== 0xfd2fb528) return undefined
  // Node has it since 22.15.
  if (typeof zlib.createZstdDecompress === 'function') return zlib.createZstdDecompress()
  throw new DecompressionError(`it is compressed with zstd, which Node ${process.version} cannot read`)
}
