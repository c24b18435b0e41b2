import type { ImageFacts } from '../../docker/image.js'
import type { Manifest, Repository } from '../../registry/distribution.js'
import { ActionError, HttpError } from '../../runtime/errors.js'
import { readVariable } from '../../runtime/inputs.js'
import * as log from '../../runtime/log.js'
import { together } from '../../util/together.js'
import type { PublishInputs } from './inputs.js'
import type { Plan } from './plan.js'
import { addTag, imageInRegistry, movedMessage, tagOf } from './push.js'
import type { Image } from './result.js'

/** What the registry has of an image that was published from the same inputs. */
export interface Reusable {
  /** Stands for the inputs; undefined when they do not tell what the build would make. */
  tag?: string
  found?: { manifest: Manifest; facts: ImageFacts | undefined }
  /** There is one, and it is too old. */
  expired?: boolean
}

/** Looks the inputs up in the registry. That they cannot be told costs nothing but a build. */
export async function findReusable(
  inputs: PublishInputs,
  open: (signal: AbortSignal) => Promise<{ repository: Repository }>,
  signal: AbortSignal,
): Promise<Reusable> {
  const [{ tag, hasHistory }, { repository }] = await together(
    signal,
    (signal) => tagOfInputs(inputs, signal),
    open,
  )
  if (tag === undefined) return {}
  if (hasHistory)
    log.info(
      'The context has the directory .git, which changes with each commit; put .git into .dockerignore',
    )
  if (inputs.build?.options.noCache) return { tag }
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
  return { tag, found: { manifest, facts } }
}

/** Base images come from their registries, as that is where their digests are from; and nothing that is too old comes back. */
export function inputsForReuse(inputs: PublishInputs, { tag, expired }: Reusable): PublishInputs {
  if (tag === undefined || !inputs.build) return inputs
  const { options } = inputs.build
  const changes = { pull: true, noCache: options.noCache || expired === true }
  return { ...inputs, build: { ...inputs.build, options: { ...options, ...changes } } }
}

/** Gives the image its new tags in the registry, which confirms the first. */
export async function reuseImage(
  { manifest, facts }: NonNullable<Reusable['found']>,
  repository: Repository,
  plan: Plan,
): Promise<{ manifest: Manifest; image: Image }> {
  await Promise.all(plan.references.map((reference) => addTag(repository, manifest, tagOf(reference))))
  const tagged = await repository.findManifest(tagOf(plan.references[0]))
  if (tagged?.digest !== manifest.digest && plan.imageReference === 'tag')
    throw new ActionError(movedMessage(plan))
  return { manifest, image: { ...imageInRegistry(manifest), facts } }
}

/**
 * Has the registry keep the image under the tag of its inputs, unless these have changed while it was built: a base
 * image may have moved. That it cannot is no failure of the publication.
 */
export async function keepForReuse(
  inputs: PublishInputs,
  tag: string,
  manifest: Manifest,
  repository: Repository,
  signal: AbortSignal,
): Promise<void> {
  try {
    if ((await tagOfInputs(inputs, signal)).tag === tag) await addTag(repository, manifest, tag)
    else log.info('The inputs of the build changed while it ran, so the image is not kept for reuse')
  } catch (error) {
    signal.throwIfAborted()
    log.warning(
      `The image could not be kept for reuse: ${error instanceof Error ? error.message : error}`,
      'Reuse',
    )
  }
}

/** The tag under which the registry has what was published from the inputs, and was verified in the same way. */
async function tagOfInputs(
  { build, verify }: PublishInputs,
  signal: AbortSignal,
): Promise<{ tag?: string; hasHistory?: boolean }> {
  if (!build) return {}
  const { digestInputs, digestOf, NotReusable } = await import('../../image/reuse/input-digest.js')
  try {
    if (!build.local) throw new NotReusable(`the context ${build.options.context} is not in the workspace`)
    const { digest, hasHistory } = await digestInputs(
      { options: build.options, secretIds: build.secrets.map(({ id }) => id) },
      signal,
    )
    const { timeLimit: _, ...contract } = verify?.contract ?? { timeLimit: 0 }
    const proof = verify && { accepted: [...verify.accepted].sort(), contract: verify.contract && contract }
    return { tag: `inputs-${digestOf([digest, proof])}`, hasHistory }
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
async function factsOf(repository: Repository, manifest: Manifest): Promise<ImageFacts | undefined> {
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
  const age = Date.now() - Date.parse(created ?? '')
  return !(age <= reuse.maximumAge)
}
