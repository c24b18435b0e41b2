import { randomUUID } from 'node:crypto'
import { pipeline, Readable, type Transform } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { readOutput } from '../lib/command-stream.js'
import { CommandError } from '../lib/errors.js'
import * as log from '../lib/log.js'
import { removeContainer } from './container.js'
import { type Docker, docker } from './docker.js'
import type { LocalImage } from './image.js'
import { readTar, type TarEntry } from './tar.js'

/** Is told of each file, directory and link of a layer, in order; the path has no `/` in front. */
export type LayerVisitor = (entry: TarEntry) => Promise<void>

/**
 * Reads the content of some layers of an image.
 *
 * Where the engine says in which directory it keeps each layer, a container that is never started gets those
 * directories read-only, and `docker cp` streams them: layers that are not asked for, those of a large base image
 * above all, cost nothing. Any other engine streams the whole image (`docker save`), of which the rest is discarded.
 *
 * @param wanted layers, counted from 0 at the bottom
 * @param visitor makes the visitor of one layer; called for a layer that turns out not to be wanted too
 * @returns the visitors of the wanted layers
 */
export async function readLayers<Visitor extends { visit: LayerVisitor }>(
  engine: Docker,
  image: LocalImage,
  wanted: readonly number[],
  visitor: () => Visitor,
): Promise<Map<number, Visitor>> {
  if (wanted.length === 0) return new Map()
  if (image.layerDirectories.length > 0) {
    try {
      return await readDirectories(engine, image, wanted, visitor)
    } catch (error) {
      engine.signal.throwIfAborted()
      if (!(error instanceof CommandError)) throw error
      log.info(
        `The layers cannot be read from the engine's directories (${error.message}); reading the whole image`,
      )
    }
  }
  return await readArchive(engine, image, wanted, visitor)
}

const MOUNTS = 'evaluator-action-layers'

async function readDirectories<Visitor extends { visit: LayerVisitor }>(
  engine: Docker,
  image: LocalImage,
  wanted: readonly number[],
  visitor: () => Visitor,
): Promise<Map<number, Visitor>> {
  const container = `evaluator-action-layers-${randomUUID()}`
  const mounts = wanted.flatMap((layer) => [
    '--mount',
    `type=bind,readonly,source=${image.layerDirectories[layer]},target=/${MOUNTS}/${layer}`,
  ])
  const visitors = new Map(wanted.map((layer) => [layer, visitor()]))
  try {
    await docker(engine, ['create', '--name', container, '--network', 'none', ...mounts, image.id, 'none'])
    await readOutput('docker', ['cp', `${container}:/${MOUNTS}`, '-'], dockerOptions(engine), async (tar) => {
      for await (const entry of readTar(tar)) {
        const [, layer, ...path] = entry.path.split('/')
        await visitors.get(Number(layer))?.visit({ ...entry, path: path.join('/') })
      }
    })
    return visitors
  } finally {
    await removeContainer(engine, container)
  }
}

/**
 * The archive has its list of layers, `manifest.json`, at the end: only then it is known which of the layers seen
 * are the wanted ones.
 */
async function readArchive<Visitor extends { visit: LayerVisitor }>(
  engine: Docker,
  { id }: LocalImage,
  wanted: readonly number[],
  visitor: () => Visitor,
): Promise<Map<number, Visitor>> {
  const seen = new Map<string, Visitor>()
  let names: string[] = []
  await readOutput('docker', ['save', id], dockerOptions(engine), async (archive) => {
    for await (const entry of readTar(archive)) {
      if (entry.path === 'manifest.json') {
        names = JSON.parse((await readAll(entry.body)).toString('utf8'))[0].Layers
      } else if (entry.type === 'file' && /^blobs\/|\/layer\.tar$/.test(entry.path)) {
        const one = visitor()
        if (await visitLayer(entry.body, one.visit.bind(one))) seen.set(entry.path, one)
      }
    }
  })
  return new Map(
    wanted.flatMap((layer) => {
      const one = seen.get(names[layer] ?? '')
      return one ? [[layer, one] as const] : []
    }),
  )
}

/** Reads one blob if it is a layer: a tar archive, plain or compressed. Manifests and configurations are JSON. */
async function visitLayer(body: AsyncIterable<Buffer>, visit: LayerVisitor): Promise<boolean> {
  const iterator = body[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done || first.value[0] === 0x7b) return false
  const whole = (async function* () {
    yield first.value as Buffer
    yield* { [Symbol.asyncIterator]: () => iterator }
  })()
  const decompress = decompressor(first.value)
  const tar = decompress ? pipeline(Readable.from(whole), decompress, () => {}) : whole
  for await (const entry of readTar(tar as AsyncIterable<Buffer>)) await visit(entry)
  return true
}

function decompressor(start: Buffer): Transform | undefined {
  if (start[0] === 0x1f && start[1] === 0x8b) return createGunzip()
  return start.length >= 4 && start.readUInt32LE(0) === 0xfd2fb528 ? createZstdDecompress() : undefined
}

async function readAll(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function dockerOptions({ config, signal }: Docker) {
  return { env: config.env, signal }
}
