import { pipeline, Readable, type Transform } from 'node:stream'
import { isDeepStrictEqual } from 'node:util'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { z } from 'zod/mini'
import { withContainer } from '../../docker/container.js'
import { type EngineCaller, readAnswer } from '../../docker/engine.js'
import { EngineError } from '../../docker/engine-error.js'
import { type LocalImage, removeTag, tagImage } from '../../docker/image.js'
import { pushOnce } from '../../docker/push.js'
import * as log from '../../runtime/log.js'
import { findManifest, startLayerRegistry } from './layer-registry.js'
import { readTar, type TarEntry } from './tar.js'

/** Is told of each file, directory and link of a layer, in order; the path has no `/` in front. */
export type LayerVisitor = (entry: TarEntry) => Promise<void>

/**
 * Reads the content of some layers of an image, so that layers which are not asked for, those of a large base image
 * above all, cost nothing.
 *
 * Where the engine says in which directory it keeps each layer, a container that is never started gets those
 * directories read-only, and the engine streams them. The containerd store is made to push the layers to a registry
 * of our own. Where neither works, the whole image is streamed, and the rest of it thrown away.
 *
 * @param wanted layers, counted from 0 at the bottom
 * @param visitor makes the visitor of one layer; called for a layer that turns out not to be wanted too
 * @returns the visitors of the wanted layers
 */
export async function readLayers<Visitor extends { visit: LayerVisitor }>(
  caller: EngineCaller,
  image: LocalImage,
  wanted: readonly number[],
  visitor: () => Visitor,
): Promise<Map<number, Visitor>> {
  if (wanted.length === 0) return new Map()
  const read = image.layerDirectories.length > 0 ? readDirectories : readPushed
  try {
    return await read(caller, image, wanted, visitor)
  } catch (error) {
    caller.signal.throwIfAborted()
    if (!(error instanceof EngineError)) throw error
    log.info(`The added layers cannot be read alone (${error.message}); reading the whole image`)
    return await readArchive(caller, image, wanted, visitor)
  }
}

/**
 * Has the engine push the image twice: first to a registry that says to have every blob, for the manifest alone, and
 * then to one that misses the wanted layers.
 */
async function readPushed<Visitor extends { visit: LayerVisitor }>(
  caller: EngineCaller,
  { id, facts, layerDigests }: LocalImage,
  wanted: readonly number[],
  visitor: () => Visitor,
): Promise<Map<number, Visitor>> {
  const registry = await startLayerRegistry<Visitor | string[]>()
  const reference = `${registry.repository}:layers`
  try {
    await tagImage(caller, id, reference)
    await pushOnce(caller, reference, undefined)
    const manifest = findManifest(registry.manifests, id, facts.layers)
    if (!manifest) throw unreadable('it pushed no manifest of the image')
    const names = wanted.map((layer) => manifest.layers[layer] ?? '')
    registry.want([manifest.config], async (_, body) => diffIdsIn(await readAll(body)))
    registry.want(names, async (_, body) => {
      const one = visitor()
      await visitLayer(body, one.visit.bind(one))
      return one
    })
    await pushOnce(caller, reference, undefined)
    if (!isDeepStrictEqual(registry.blobs.get(manifest.config), layerDigests))
      throw unreadable('it pushed the configuration of another image')
    if (!names.every((name) => registry.blobs.has(name))) throw unreadable('it did not push every layer')
    return new Map(wanted.map((layer, index) => [layer, registry.blobs.get(names[index] ?? '') as Visitor]))
  } finally {
    await registry.close()
    await removeTag(caller, reference)
  }
}

/** Minutes for reading what may be tens of gigabytes. */
const LONGEST = 60
const MOUNTS = 'evaluator-action-layers'

async function readDirectories<Visitor extends { visit: LayerVisitor }>(
  caller: EngineCaller,
  image: LocalImage,
  wanted: readonly number[],
  visitor: () => Visitor,
): Promise<Map<number, Visitor>> {
  const mounts = wanted.map((layer) => ({
    Type: 'bind',
    ReadOnly: true,
    Source: image.layerDirectories[layer],
    Target: `/${MOUNTS}/${layer}`,
  }))
  const settings = {
    Image: image.id,
    Entrypoint: ['none'],
    HostConfig: { NetworkMode: 'none', Mounts: mounts },
  }
  const visitors = new Map(wanted.map((layer) => [layer, visitor()]))
  await withContainer(caller, 'layers', settings, async (id) => {
    const path = `/containers/${id}/archive`
    const call = { method: 'GET', path, query: { path: `/${MOUNTS}` }, minutes: LONGEST } as const
    await readAnswer(caller, call, async (tar) => {
      for await (const entry of readTar(tar)) {
        const [, layer, ...path] = entry.path.split('/')
        await visitors.get(Number(layer))?.visit({ ...entry, path: path.join('/') })
      }
    })
  })
  return visitors
}

/**
 * The archive has its list of layers, `manifest.json`, at the end: only then it is known which of the layers seen
 * are the wanted ones.
 */
async function readArchive<Visitor extends { visit: LayerVisitor }>(
  caller: EngineCaller,
  { id }: LocalImage,
  wanted: readonly number[],
  visitor: () => Visitor,
): Promise<Map<number, Visitor>> {
  const seen = new Map<string, Visitor>()
  let names: string[] = []
  const call = { method: 'GET', path: `/images/${id}/get`, minutes: LONGEST } as const
  await readAnswer(caller, call, async (archive) => {
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

const Configuration = z.object({ rootfs: z.object({ diff_ids: z.array(z.string()) }) })

/** The digests of an image's layers, as its configuration has them. */
function diffIdsIn(configuration: Buffer): string[] {
  return Configuration.parse(JSON.parse(configuration.toString('utf8'))).rootfs.diff_ids
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

function unreadable(reason: string): EngineError {
  return new EngineError(`The Docker engine does not give the layers of the image: ${reason}`, reason)
}
