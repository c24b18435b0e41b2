import type { ImageFacts } from '../../docker/image.js'
import type { DigestedInputs } from '../../image/reuse/confirmation.js'
import type { Manifest } from '../../registry/distribution.js'
import { ActionError, HttpError, messageOf, sentence } from '../../runtime/errors.js'
import { readVariable } from '../../runtime/inputs.js'
import * as log from '../../runtime/log.js'
import type { Access } from './access.js'
import type { PublishContext } from './connections.js'
import type { PublishInputs } from './inputs.js'
import { type Plan, registeredImage } from './plan.js'
import { addTag, imageInRegistry, movedMessage, type Pushed, readTag, tagOf } from './push.js'
import type { PublishResult } from './result.js'
import type { SharedImage } from './shared-image.js'

/** Maximum milliseconds that a builder's clock may be ahead. */
const CLOCK_SKEW = 5 * 60_000

/** An image that was already published from the same inputs. */
export interface Reusable {
  /** The tag derived from the inputs; undefined if they do not determine what the build makes. */
  tag?: string
  found?: { tag: string; manifest: Manifest; facts: ImageFacts | undefined }
  /** Whether there is an image that is too old. */
  expired?: boolean
}

/** Looks in the registry for an image that was published from the same inputs. */
export async function findReusable(
  inputs: PublishInputs,
  access: Promise<Pick<Access, 'repository'>>,
  { signal, runLog, shared }: Pick<PublishContext, 'signal' | 'runLog' | 'shared'>,
): Promise<Reusable> {
  return await runLog.phase('Look for the same inputs', () =>
    shared.once('Look for the same inputs', signal, () => lookUp(inputs, access, shared, signal)),
  )
}

async function lookUp(
  inputs: PublishInputs,
  access: Promise<Pick<Access, 'repository'>>,
  { evaluators }: SharedImage,
  signal: AbortSignal,
): Promise<Reusable> {
  if (evaluators.some(({ verify }) => (verify?.contract?.metrics.gate ?? 'off') !== 'off')) {
    // The baseline is not one of the inputs: it may have changed since that image passed.
    log.info(
      'No image is reused, because metrics-gate compares every run with its baseline; the image is built',
    )
    return {}
  }
  const { tag, hasHistory } = await tagOfInputs(inputs, evaluators, signal)
  const { repository } = await access
  if (tag === undefined) return {}
  if (hasHistory)
    log.info(
      'The context contains the directory .git, which changes with each commit; add .git to .dockerignore',
    )
  const { noCache, noCacheFilters = [], outputs = [] } = inputs.build?.options ?? {}
  if (outputs.length > 0) {
    log.info('No image is reused, because outputs are written by a build')
    return { tag }
  }
  if (noCache || noCacheFilters.length > 0) return { tag }
  const manifest = await repository.findManifest(tag).catch(noRepository)
  if (!manifest) {
    log.info('Nothing was published from these inputs yet')
    return { tag }
  }
  const facts = await factsOf(repository, manifest)
  if (isTooOld(inputs, facts?.created)) {
    log.info(
      `The image published from these inputs was built on ${facts?.created}, so it is built again, without the cache`,
    )
    return { tag, expired: true }
  }
  return { tag, found: { tag, manifest, facts } }
}

/** Returns the inputs of a reusable build, which pulls base images, because their digests come from registries. */
export function inputsForReuse(inputs: PublishInputs, { tag, expired }: Reusable): PublishInputs {
  if (tag === undefined || !inputs.build) return inputs
  const { options } = inputs.build
  const changes = { pull: true, noCache: options.noCache || expired === true }
  return { ...inputs, build: { ...inputs.build, options: { ...options, ...changes } } }
}

/** Adds the new tags to an already published image, and lets the registry confirm the first. Nothing is built. */
export async function reuseImage(
  { tag, manifest, facts }: NonNullable<Reusable['found']>,
  plan: Plan,
  { repository }: Access,
  { runLog, signal }: PublishContext,
): Promise<Pushed & Pick<PublishResult, 'reused'>> {
  const [first] = plan.references
  await runLog.phase('Tag', async () => {
    await Promise.all(plan.references.map((reference) => addTag(repository, manifest, tagOf(reference))))
    if (plan.imageReference === 'tag' && !(await readTag(repository, tagOf(first), manifest.digest, signal)))
      throw new ActionError(movedMessage(plan))
  })
  runLog.done.push(`The image ${first} was tagged.`)
  log.info(
    `${first} is ${manifest.digest}, which was already published from the same inputs; nothing is built`,
  )
  return {
    image: { ...imageInRegistry(manifest), facts },
    manifest,
    registeredImage: registeredImage(plan, manifest.digest),
    reused: { tag, created: facts?.created },
  }
}

/**
 * Tags the image in the registry for the next run with the same inputs, unless these changed during the build, for
 * example because a base image moved. A failure only causes a warning.
 */
export async function rememberForReuse(
  inputs: PublishInputs,
  { tag }: Reusable,
  { image, manifest }: Pushed,
  { repository }: Access,
  { signal, shared }: PublishContext,
): Promise<void> {
  if (tag === undefined) return
  try {
    const { tag: current, covers } = await tagOfInputs(inputs, shared.evaluators, signal)
    const { findUncovered } = await import('../../image/reuse/confirmation.js')
    const { record, metadata } = image
    const uncovered = record && covers && findUncovered({ record, metadata }, covers)
    if (current !== tag)
      log.info('The inputs of the build changed while it ran, so the image is not kept for reuse')
    else if (uncovered?.length === 0) await addTag(repository, manifest, tag)
    else
      log.info(
        `The image is not kept for reuse, because the build used something that its inputs do not cover: ${uncovered?.join(', ')}`,
      )
  } catch (error) {
    signal.throwIfAborted()
    log.warning(`The image could not be kept for reuse: ${messageOf(error)}`, 'Reuse')
  }
}

/**
 * Returns the tag for an image that was published from these inputs and verified in the same way for its evaluators.
 */
async function tagOfInputs(
  { build }: PublishInputs,
  evaluators: SharedImage['evaluators'],
  signal: AbortSignal,
): Promise<{ tag?: string; hasHistory?: boolean; covers?: DigestedInputs }> {
  if (!build) return {}
  const { digestInputs, digestOf, NotReusable } = await import('../../image/reuse/input-digest.js')
  try {
    if (!build.local)
      throw new NotReusable(`the context ${build.options.context} is not a directory of this machine`)
    const { SCAN_VERSION } = await import('../../image/verify/layer-scan.js')
    const { digest, hasHistory, covers } = await digestInputs(
      { options: build.options, secretIds: build.secrets.map(({ id }) => id) },
      signal,
    )
    const proofs = evaluators.map(({ verify }) => proofOf(verify, SCAN_VERSION))
    return { tag: `inputs-${digestOf([digest, ...proofs])}`, hasHistory, covers }
  } catch (error) {
    if (!(error instanceof NotReusable)) throw error
    log.warning(`Nothing can be reused: ${sentence(error.message)} The image is built.`, 'Reuse')
    return {}
  }
}

/**
 * Returns what distinguishes the verification of an image from others. An image that an older version of the search
 * accepted does not count as verified.
 */
export function proofOf(verify: PublishInputs['verify'], scanVersion: number) {
  if (!verify) return undefined
  const { timeLimit: _, fixture, ...contract } = verify.contract ?? { timeLimit: 0 }
  return {
    accepted: [...verify.accepted].sort(),
    ...(verify.lambda && { lambda: true }),
    // Inferences on the platform may change, like a baseline, without a new verification.
    contract: verify.contract && { ...contract, fixture: fixture?.digest ?? verify.recording },
    scan: scanVersion,
  }
}

/** Returns undefined for a missing repository, which registries report in several ways. Throws other errors. */
function noRepository(error: unknown): undefined {
  if (!(error instanceof HttpError && error.status !== undefined) || error.transient) throw error
}

/** Returns the facts about an image, or about the first image of an index. */
async function factsOf(
  repository: Access['repository'],
  manifest: Manifest,
): Promise<ImageFacts | undefined> {
  const first = manifest.content.manifests?.[0]
  const image = first ? await repository.findManifest(first.digest) : manifest
  return image && (await repository.readFacts(image))
}

/** Returns whether an image is too old. With SOURCE_DATE_EPOCH, it has the date of its source, not of its build. */
function isTooOld({ reuse, build }: PublishInputs, created: string | undefined): boolean {
  const isEpochSet =
    readVariable('SOURCE_DATE_EPOCH') !== undefined ||
    build?.options.buildArgs.some((text) => text.startsWith('SOURCE_DATE_EPOCH='))
  if (!reuse || reuse.maximumAge === Number.POSITIVE_INFINITY || isEpochSet) return false
  // A date in the future is wrong, and such an image would never be too old.
  const age = Date.now() - Date.parse(created ?? '')
  return !(age >= -CLOCK_SKEW && age <= reuse.maximumAge)
}
