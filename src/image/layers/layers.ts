import { withContainer } from '../../docker/container.js'
import { type EngineCaller, readAnswer } from '../../docker/engine.js'
import { EngineError } from '../../docker/engine-error.js'
import { type LocalImage, removeTag, tagImage } from '../../docker/image.js'
import { NAME_PREFIX, ownProcess } from '../../docker/owner.js'
import { pushOnce } from '../../docker/push.js'
import { messageOf } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { BlobReader, type LayerVisitor, type ReadLayers } from './blobs.js'
import { findManifest, startLayerRegistry } from './layer-registry.js'
import { readTar } from './tar.js'

/**
 * Reads the content of some layers of an image, so that layers which are not asked for, those of a large base image
 * above all, cost nothing.
 *
 * Where the engine says in which directory it keeps each layer, a container that is never started gets those
 * directories read-only, and the engine streams them. The containerd store is made to push the layers to a registry
 * of our own. Where neither works, the whole image is streamed, and the rest of it thrown away. What comes as an archive
 * has to have the digest of the layer, so that no byte of it is missing.
 *
 * @param wanted layers, counted from 0 at the bottom
 * @param visitor makes the visitor of one layer; called for a layer that turns out not to be wanted too
 */
export async function readLayers<Visitor extends { visit: LayerVisitor }>(
  caller: EngineCaller,
  image: LocalImage,
  wanted: readonly number[],
  visitor: () => Visitor,
): Promise<ReadLayers<Visitor>> {
  if (wanted.length === 0) return { read: new Map(), unread: new Map() }
  const inDirectories = image.layerDirectories.length > 0
  try {
    if (inDirectories) return await readDirectories(caller, image, wanted, visitor)
    return await readPushed(caller, image, wanted, visitor)
  } catch (error) {
    caller.signal.throwIfAborted()
    log.info(`The added layers cannot be read alone (${messageOf(error)}); reading the whole image`)
    return await readArchive(caller, image, wanted, visitor)
  }
}

/**
 * Has the engine push the image twice: first to a registry that says to have every blob, for the manifest alone, and
 * then to one that misses the wanted layers.
 */
async function readPushed<Visitor extends { visit: LayerVisitor }>(
  caller: EngineCaller,
  image: LocalImage,
  wanted: readonly number[],
  visitor: () => Visitor,
): Promise<ReadLayers<Visitor>> {
  const registry = await startLayerRegistry<void>()
  const reference = `${registry.repository}:${NAME_PREFIX}${ownProcess()}`
  const blobs = new BlobReader(visitor)
  try {
    await tagImage(caller, image.id, reference)
    await pushOnce(caller, reference, undefined)
    const manifest = findManifest(registry.manifests, image.id, image.facts.layers)
    if (!manifest) throw unreadable('it pushed no manifest of the image')
    const names = wanted.map((layer) => manifest.layers[layer] ?? '')
    registry.want(names, (_, body) => blobs.read(body))
    await pushOnce(caller, reference, undefined)
    if (!names.every((name) => registry.blobs.has(name))) throw unreadable('it did not push every layer')
    return blobs.layers(image, wanted)
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
): Promise<ReadLayers<Visitor>> {
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
  const read = new Map<number, Visitor>()
  await withContainer(caller, 'layers', settings, async (id) => {
    const path = `/containers/${id}/archive`
    const call = { method: 'GET', path, query: { path: `/${MOUNTS}` }, minutes: LONGEST } as const
    await readAnswer(caller, call, async (tar) => {
      for await (const entry of readTar(tar)) {
        const [, layer, ...path] = entry.path.replace(/\/$/, '').split('/')
        if (layer === undefined) continue
        // The directory of a layer comes first, also when there is nothing in it.
        const one = read.get(Number(layer)) ?? visitor()
        read.set(Number(layer), one)
        if (path.length > 0) await one.visit({ ...entry, path: path.join('/') })
      }
    })
  })
  if (!wanted.every((layer) => read.has(layer))) throw unreadable('a directory of a layer is missing')
  return { read, unread: new Map() }
}

/** The archive has other files too, such as the configuration, and does not say beforehand which are layers. */
async function readArchive<Visitor extends { visit: LayerVisitor }>(
  caller: EngineCaller,
  image: LocalImage,
  wanted: readonly number[],
  visitor: () => Visitor,
): Promise<ReadLayers<Visitor>> {
  const blobs = new BlobReader(visitor)
  const call = { method: 'GET', path: `/images/${image.id}/get`, minutes: LONGEST } as const
  await readAnswer(caller, call, async (archive) => {
    for await (const entry of readTar(archive))
      if (entry.type === 'file' && /^blobs\/|\/layer\.tar$/.test(entry.path)) await blobs.read(entry.body)
  })
  return blobs.layers(image, wanted)
}

function unreadable(reason: string): EngineError {
  return new EngineError(`The Docker engine does not give the layers of the image: ${reason}`, reason)
}
