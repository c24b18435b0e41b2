import type { EngineCaller } from '../../docker/engine.js'
import { inspectImages, type LocalImage } from '../../docker/image.js'
import { formatReference, parseReference } from '../../docker/reference.js'
import { messageOf } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { BuildRecord } from '../build/build.js'
import type { BuildLog } from '../build/build-log.js'
import type { StageChain } from '../dockerfile/stages.js'
import { normalized, openImage } from '../reuse/base-images.js'

/** Milliseconds for a registry to say what a base image consists of; reading all layers takes hardly longer. */
const LONGEST_ANSWER = 10_000

/**
 * Counts the layers of an image that its base image has too. A layer belongs to the base image only if its diff id is
 * there at the same place, in a base image that was there before the build; and only if BuildKit counted as many steps
 * as layers remain. Everything else is taken for part of this build.
 *
 * @returns undefined when the two cannot be told apart, and every layer is to be read
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

/** How many layers the steps make that BuildKit counted: WORKDIR may make none. undefined when it counted otherwise. */
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

/** The diff ids of the image that BuildKit took under a name; of an index, those of each image for the platform. */
async function readCandidates(
  caller: EngineCaller,
  { facts }: LocalImage,
  name: string,
  { log: { images }, bases }: BuildRecord,
): Promise<string[][]> {
  const [reference, ...others] = [...images].filter((one) => nameOf(one) === nameOf(name))
  if (reference === undefined || others.length > 0) return []
  const digest = parseReference(reference).digest
  const known = bases.get(reference.replace(/@.*$/, '')) ?? bases.get(reference)
  if (digest === undefined) return known ? [known.layerDigests] : []
  const names = [known?.id, ...(known?.repoDigests ?? [])]
  if (known && names.some((one) => one?.endsWith(digest))) return [known.layerDigests]
  const [pulled] = await inspectImages(caller, [reference])
  return pulled ? [pulled.layerDigests] : await askRegistry(reference, digest, facts.platform, caller.signal)
}

/** In full and without its digest: `docker.io/library/python:3.12`. undefined for what is no name of an image. */
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
    const repository = await openImage(
      reference,
      AbortSignal.any([signal, AbortSignal.timeout(LONGEST_ANSWER)]),
    )
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
