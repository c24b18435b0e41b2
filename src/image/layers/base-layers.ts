import type { EngineCaller } from '../../docker/engine.js'
import { inspectImages, type LocalImage } from '../../docker/image.js'
import { formatReference, parseReference } from '../../docker/reference.js'
import { messageOf } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { BuildRecord } from '../build/build.js'
import type { BuildLog } from '../build/build-log.js'
import type { StageChain } from '../dockerfile/stages.js'
import { normalized, openImage } from '../reuse/base-images.js'

/** Maximum milliseconds to wait for a registry's answer about a base image. Reading all layers takes hardly longer. */
const MAX_WAIT = 10_000

/**
 * Counts the layers of an image that belong to its base image. A layer belongs to the base image only if a base image
 * that existed before the run has its diff id in the same place, and if BuildKit counted as many steps as layers
 * remain. All other layers count as part of this build.
 *
 * @returns undefined if the two cannot be distinguished, so that every layer has to be read
 */
export async function countBaseLayers(
  caller: EngineCaller,
  image: LocalImage,
  chain: StageChain,
  record: BuildRecord,
): Promise<number | undefined> {
  const steps = countSteps(chain, record.log)
  if (!steps) return undefined
  const candidates =
    chain.image === 'scratch' ? [[]] : await readCandidates(caller, image, chain.image, record)
  const base = candidates.find((layers) =>
    layers.every((layer, index) => layer === image.layerDigests[index]),
  )
  if (!base) return undefined
  const added = image.layerDigests.length - base.length
  return steps.fewest <= added && added <= steps.most ? base.length : undefined
}

/**
 * Returns the minimum and maximum number of layers that the steps in BuildKit's log create. WORKDIR may create none.
 * @returns undefined if the log does not match the Dockerfile
 */
function countSteps(
  { image, stages, alone }: StageChain,
  log: BuildLog,
): { fewest: number; most: number } | undefined {
  let most = 0
  for (const [index, { name, index: place, instructions }] of stages.entries()) {
    const counted = log.countSteps([name ?? `stage-${place}`, `stage-${place}`, ...(alone ? [''] : [])])
    const standsOnImage = index === 0 && image !== 'scratch'
    if (!counted && !standsOnImage && !instructions.some(isStep)) continue
    if (counted?.fromImage !== standsOnImage) return undefined
    most += counted.total - (standsOnImage ? 1 : 0)
  }
  const workdirs = stages.flatMap(({ instructions }) =>
    instructions.filter((one) => one.keyword === 'WORKDIR'),
  )
  return { fewest: most - workdirs.length, most }
}

function isStep({ keyword }: { keyword: string }): boolean {
  return /^(?:ADD|COPY|RUN|WORKDIR)$/.test(keyword)
}

/** Reads the diff ids of the image that BuildKit used under a name: for an index, of each image for the platform. */
async function readCandidates(
  caller: EngineCaller,
  { facts }: LocalImage,
  name: string,
  { log: { images }, bases, ownImages }: BuildRecord,
): Promise<string[][]> {
  const [reference, ...others] = [...images].filter((one) => nameOf(one) === nameOf(name))
  if (reference === undefined || others.length > 0) return []
  const digest = parseReference(reference).digest
  const known = bases.get(reference.replace(/@.*$/, '')) ?? bases.get(reference)
  // This is another evaluator of this run, whose layers may contain a secret.
  if ([known?.id, digest].some((one) => one !== undefined && ownImages.has(one))) return []
  if (digest === undefined) return known ? [known.layerDigests] : []
  const names = [known?.id, ...(known?.repoDigests ?? [])]
  if (known && names.some((one) => one?.endsWith(digest))) return [known.layerDigests]
  const [pulled] = await inspectImages(caller, [reference])
  if (pulled && ownImages.has(pulled.id)) return []
  return pulled ? [pulled.layerDigests] : await askRegistry(reference, digest, facts.platform, caller.signal)
}

/** Returns the full name without its digest: `docker.io/library/python:3.12`; undefined if the name is invalid. */
function nameOf(image: string): string | undefined {
  try {
    const { tag, digest } = parseReference(image)
    const { domain, path } = normalized(image)
    const name = { ...(domain !== undefined && { domain }), path }
    return formatReference({ ...name, ...((tag || !digest) && { tag: tag ?? 'latest' }) })
  } catch {
    return undefined
  }
}

async function askRegistry(
  reference: string,
  digest: string,
  platform: string,
  signal: AbortSignal,
): Promise<string[][]> {
  try {
    const repository = await openImage(reference, AbortSignal.any([signal, AbortSignal.timeout(MAX_WAIT)]))
    const manifest = await repository.findManifest(digest)
    const alike = manifest?.content.manifests?.filter(
      (one) => one.platform && `${one.platform.os}/${one.platform.architecture}` === platform,
    )
    const manifests = alike
      ? await Promise.all(alike.map((one) => repository.findManifest(one.digest)))
      : [manifest]
    const facts = await Promise.all(manifests.map((one) => one && repository.readFacts(one)))
    return facts.flatMap((one) => (one?.layerDigests ? [one.layerDigests] : []))
  } catch (error) {
    signal.throwIfAborted()
    log.info(
      `The base image ${reference} could not be looked up, so all layers are read: ${messageOf(error)}`,
    )
    return []
  }
}
