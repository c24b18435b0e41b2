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
 * Reads the content of some layers of an image. The other layers, such as those of a large base image, cost nothing.
 *
 * If the engine reports the directory of each layer, a container that is never started mounts those directories
 * read-only, and the engine streams them. With the containerd store, the engine pushes the layers to a small registry
 * of our own. If neither works, the engine streams the whole image, and the unwanted layers are discarded. A layer that
 * arrives as an archive must match its digest, so that no byte can be missing.
 *
 * @param wanted the numbers of the layers to read, counted from 0 at the bottom
 * @param visitor creates the visitor of one layer; also called for layers that turn out not to be wanted
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
 * Makes the engine push the image twice: first while the registry claims to have every blob, to receive only the
 * manifest, and then while the registry lacks the wanted layers.
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

/** Maximum minutes to read an image, which may have tens of gigabytes. */
const MAX_MINUTES = 60
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
    const call = { method: 'GET', path, query: { path: `/${MOUNTS}` }, minutes: MAX_MINUTES } as const
    await readAnswer(caller, call, async (tar) => {
      for await (const entry of readTar(tar)) {
        const [, layer, ...path] = entry.path.replace(/\/$/, '').split('/')
        if (layer === undefined) continue
        // The directory of a layer comes first, even if it is empty.
        const one = read.get(Number(layer)) ?? visitor()
        read.set(Number(layer), one)
        if (path.length > 0) await one.visit({ ...entry, path: path.join('/') })
      }
    })
  })
  if (!wanted.every((layer) => read.has(layer))) throw unreadable('a directory of a layer is missing')
  return { read, unread: new Map() }
}

/** Reads the archive of the image, which also contains other files and does not say which files are layers. */
async function readArchive<Visitor extends { visit: LayerVisitor }>(
  caller: EngineCaller,
  image: LocalImage,
  wanted: readonly number[],
  visitor: () => Visitor,
): Promise<ReadLayers<Visitor>> {
  const blobs = new BlobReader(visitor)
  const call = { method: 'GET', path: `/images/${image.id}/get`, minutes: MAX_MINUTES } as const
  await readAnswer(caller, call, async (archive) => {
    for await (const entry of readTar(archive))
      if (entry.type === 'file' && /^blobs\/|\/layer\.tar$/.test(entry.path)) await blobs.read(entry.body)
  })
  return blobs.layers(image, wanted)
}

function unreadable(reason: string): EngineError {
  return new EngineError(`The Docker engine does not give the layers of the image: ${reason}`, reason)
}
