import type { ImageFacts } from '../../docker/image.js'
import type { DigestedInputs } from '../../image/reuse/confirmation.js'
import type { Manifest } from '../../registry/distribution.js'
import { ActionError, HttpError, messageOf } from '../../runtime/errors.js'
import { readVariable } from '../../runtime/inputs.js'
import * as log from '../../runtime/log.js'
import type { Access } from './access.js'
import type { PublishContext } from './connections.js'
import type { PublishInputs } from './inputs.js'
import { type Plan, registeredImage } from './plan.js'
import { addTag, imageInRegistry, movedMessage, type Pushed, readTag, tagOf } from './push.js'
import type { PublishResult } from './result.js'

/** Milliseconds by which the clock of a builder may be ahead. */
const CLOCK_SKEW = 5 * 60_000

/** What the registry has of an image that was published from the same inputs. */
export interface Reusable {
  /** Stands for the inputs; undefined when they do not tell what the build would make. */
  tag?: string
  found?: { tag: string; manifest: Manifest; facts: ImageFacts | undefined }
  /** There is one, and it is too old. */
  expired?: boolean
}

/** Looks up in the registry what was published from the same inputs. */
export async function findReusable(
  inputs: PublishInputs,
  access: Promise<Pick<Access, 'repository'>>,
  { signal, runLog }: Pick<PublishContext, 'signal' | 'runLog'>,
): Promise<Reusable> {
  return await runLog.phase('Look for the same inputs', () => lookUp(inputs, access, signal))
}

async function lookUp(
  inputs: PublishInputs,
  access: Promise<Pick<Access, 'repository'>>,
  signal: AbortSignal,
): Promise<Reusable> {
  const { tag, hasHistory } = await tagOfInputs(inputs, signal)
  const { repository } = await access
  if (tag === undefined) return {}
  if (hasHistory)
    log.info(
      'The context has the directory .git, which changes with each commit; put .git into .dockerignore',
    )
  const { noCache, noCacheFilters = [] } = inputs.build?.options ?? {}
  if (noCache || noCacheFilters.length > 0) return { tag }
  const manifest = await repository.findManifest(tag).catch(noRepository)
  if (!manifest) {
    log.info('Nothing was published from these inputs yet')
    return { tag }
  }
  const facts = await factsOf(repository, manifest)
  if (isTooOld(inputs, facts?.created)) {
    log.info(
      `What was published from these inputs is of ${facts?.created}, and so built again, without cache`,
    )
    return { tag, expired: true }
  }
  return { tag, found: { tag, manifest, facts } }
}

/** The inputs of a build whose image may be reused: its base images come from their registries, as their digests do. */
export function inputsForReuse(inputs: PublishInputs, { tag, expired }: Reusable): PublishInputs {
  if (tag === undefined || !inputs.build) return inputs
  const { options } = inputs.build
  const changes = { pull: true, noCache: options.noCache || expired === true }
  return { ...inputs, build: { ...inputs.build, options: { ...options, ...changes } } }
}

/** Gives an image that was published earlier its new tags in the registry, which confirms the first. Nothing is built. */
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
  log.info(`${first} is ${manifest.digest}, published from the same inputs before; nothing is built`)
  return {
    image: { ...imageInRegistry(manifest), facts },
    manifest,
    registeredImage: registeredImage(plan, manifest.digest),
    reused: { tag, created: facts?.created },
  }
}

/**
 * Tags the image in the registry for the next run with the same inputs, unless these have changed while it was built: a
 * base image may have moved. A failure is a warning only.
 */
export async function rememberForReuse(
  inputs: PublishInputs,
  { tag }: Reusable,
  { image, manifest }: Pushed,
  { repository }: Access,
  signal: AbortSignal,
): Promise<void> {
  if (tag === undefined) return
  try {
    const { tag: current, covers } = await tagOfInputs(inputs, signal)
    const { findUncovered } = await import('../../image/reuse/confirmation.js')
    const { record, metadata } = image
    const uncovered = record && covers && findUncovered({ record, metadata }, covers)
    if (current !== tag)
      log.info('The inputs of the build changed while it ran, so the image is not kept for reuse')
    else if (uncovered?.length === 0) await addTag(repository, manifest, tag)
    else
      log.info(
        `The image is not kept for reuse, as the build took what its inputs do not tell: ${uncovered?.join(', ')}`,
      )
  } catch (error) {
    signal.throwIfAborted()
    log.warning(`The image could not be kept for reuse: ${messageOf(error)}`, 'Reuse')
  }
}

/** The tag under which the registry has what was published from the inputs, and was verified in the same way. */
async function tagOfInputs(
  { build, verify }: PublishInputs,
  signal: AbortSignal,
): Promise<{ tag?: string; hasHistory?: boolean; covers?: DigestedInputs }> {
  if (!build) return {}
  const { digestInputs, digestOf, NotReusable } = await import('../../image/reuse/input-digest.js')
  try {
    if (!build.local) throw new NotReusable(`the context ${build.options.context} is not in the workspace`)
    const { SCAN_VERSION } = await import('../../image/verify/layer-scan.js')
    const { digest, hasHistory, covers } = await digestInputs(
      { options: build.options, secretIds: build.secrets.map(({ id }) => id) },
      signal,
    )
    const { timeLimit: _, ...contract } = verify?.contract ?? { timeLimit: 0 }
    // What an older scan let through is not taken for verified.
    const proof = verify && {
      accepted: [...verify.accepted].sort(),
      ...(verify.lambda && { lambda: true }),
      contract: verify.contract && contract,
      scan: SCAN_VERSION,
    }
    return { tag: `inputs-${digestOf([digest, proof])}`, hasHistory, covers }
  } catch (error) {
    if (!(error instanceof NotReusable)) throw error
    log.warning(`Nothing can be reused: ${error.message}. The image is built.`, 'Reuse')
    return {}
  }
}

/** Registries say in several ways that there is no such repository yet. */
function noRepository(error: unknown): undefined {
  if (!(error instanceof HttpError && error.status !== undefined) || error.transient) throw error
}

/** The facts of an image; of an index, those of its first image. */
async function factsOf(
  repository: Access['repository'],
  manifest: Manifest,
): Promise<ImageFacts | undefined> {
  const first = manifest.content.manifests?.[0]
  const image = first ? await repository.findManifest(first.digest) : manifest
  return image && (await repository.readFacts(image))
}

/** With SOURCE_DATE_EPOCH an image says when its source was made, and not when it was. */
function isTooOld({ reuse, build }: PublishInputs, created: string | undefined): boolean {
  const isEpochSet =
    readVariable('SOURCE_DATE_EPOCH') !== undefined ||
    build?.options.buildArgs.some((text) => text.startsWith('SOURCE_DATE_EPOCH='))
  if (!reuse || reuse.maximumAge === Number.POSITIVE_INFINITY || isEpochSet) return false
  // One from the future is not young: its clock or its text is wrong, and it would never get old.
  const age = Date.now() - Date.parse(created ?? '')
  return !(age >= -CLOCK_SKEW && age <= reuse.maximumAge)
}
