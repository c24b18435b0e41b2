import { createHash } from 'node:crypto'
import { pipeline, Readable, type Transform } from 'node:stream'
import zlib from 'node:zlib'
import type { LocalImage } from '../../docker/image.js'
import { drain, readTar, type TarEntry, withoutEnd } from './tar.js'

/** Called for each file, directory and link of a layer, in order. The path has no leading `/`. */
export type LayerVisitor = (entry: TarEntry) => Promise<void>

/** The results for some layers of an image, by their number from 0 at the bottom. */
export interface ReadLayers<Visitor> {
  read: Map<number, Visitor>
  /** Why layers could not be read completely. Nothing is known about these layers. */
  unread: Map<number, string>
}

/** Reads blobs that may be layers, and identifies them by the digest of their uncompressed content: the diff id. */
export class BlobReader<Visitor extends { visit: LayerVisitor }> {
  readonly #visitor: () => Visitor
  readonly #read = new Map<string, Visitor>()
  #problem = 'the engine did not send its content'

  constructor(visitor: () => Visitor) {
    this.#visitor = visitor
  }

  /** Reads a blob completely, whatever its type. */
  async read(body: AsyncIterable<Buffer>): Promise<void> {
    const chunks = body[Symbol.asyncIterator]()
    try {
      const visitor = this.#visitor()
      this.#read.set(await visitLayer(chunks, visitor), visitor)
    } catch (error) {
      // Other blobs, such as a configuration, are not archives, and their results are never requested.
      if (error instanceof DecompressionError) this.#problem = error.message
    }
    await drain(chunks)
  }

  /** Returns the results for the wanted layers, by the digests that the engine reports. */
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

/** Reads a layer, which is a tar archive that may be compressed, and returns the digest of the archive. */
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
  // Node.js supports zstd since version 22.15.
  if (typeof zlib.createZstdDecompress === 'function') return zlib.createZstdDecompress()
  throw new DecompressionError(`it is compressed with zstd, which Node ${process.version} cannot read`)
}
