import type { Docker } from '../../docker/docker.js'
import { inspectImages, tagImage } from '../../docker/image.js'
import { pushImage, retryPush } from '../../docker/push.js'
import { fromCache } from '../../image/build/cache.js'
import type { Manifest, Repository } from '../../registry/distribution.js'
import { ActionError, CommandError, HttpError, messageOf } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { pollUntil } from '../../util/poll.js'
import { type Access, giveLogin } from './access.js'
import type { PublishContext } from './connections.js'
import { build, buildTo } from './image.js'
import type { PublishInputs } from './inputs.js'
import { type Plan, registeredImage } from './plan.js'
import type { Image } from './result.js'

/** How often an image is pushed when another job takes the name away on the same engine in between. */
const ATTEMPTS = 5

/** In milliseconds: for how long a registry may show what it had before a push, or nothing, and how often it is read. */
const PATIENCE = { pause: 250, growth: 2, longestPause: 2_000, timeout: 15_000 }

/** An image that the registry confirmed, and what to register for it. */
export interface Pushed {
  image: Image
  manifest: Manifest
  registeredImage: string
}

/** Pushes the image under its first tag, and returns the manifest that the registry confirmed. */
export async function push(
  image: Image,
  inputs: PublishInputs,
  plan: Plan,
  access: Access,
  context: PublishContext,
): Promise<Pushed> {
  const { runLog } = context
  const { isRefused, ...pushed } = await runLog.phase('Push', () =>
    pushUntilConfirmed(image, inputs, plan, access, context),
  )
  if (!isRefused) runLog.done.push(`The image ${plan.references[0]} was pushed.`)
  warnOfLostAnnotations(pushed.manifest, inputs.build?.options.annotations ?? [])
  return { ...pushed, registeredImage: registeredImage(plan, pushed.manifest.digest) }
}

/**
 * Names are not ours alone: another job on the same engine may move the local one before the push, and another push the
 * remote one after it. So only what the registry has, compared by digest with what this run built, counts.
 */
async function pushUntilConfirmed(
  image: Image,
  inputs: PublishInputs,
  plan: Plan,
  access: Access,
  context: PublishContext,
): Promise<{ image: Image; manifest: Manifest; isRefused: boolean }> {
  let built = image
  for (let attempt = 1; ; attempt++) {
    const pushed = await pushOnce(built, inputs, plan, access, context)
    const manifest = await confirm(pushed, plan, access.repository, context.docker)
    if (manifest) return { image: pushed.image, manifest, isRefused: pushed.refusal !== undefined }
    if (attempt === ATTEMPTS) throw new ActionError(movedMessage(plan))
    log.info(`Another job on this engine took the name ${plan.references[0]}; taking it back`)
    built = await takeBack(built, inputs, plan, context)
  }
}

/** Gives the image its name back. An image without a name is gone from the containerd store, but not from the cache. */
async function takeBack(
  image: Image,
  { build: wanted }: PublishInputs,
  plan: Plan,
  context: PublishContext,
): Promise<Image> {
  if (wanted) {
    const cached = { ...wanted, options: fromCache(wanted.options) }
    return await build(cached, Promise.resolve(plan), context)
  }
  await tagImage(context.docker, image.engineId, plan.references[0])
  return image
}

/** What became of one push. */
interface PushAttempt {
  image: Image
  /** Of the manifest that was pushed, where the engine or the builder tells it. */
  digest?: string | undefined
  /** Why it failed. The registry may have the image all the same. */
  refusal?: Error
}

async function pushOnce(
  image: Image,
  { build }: PublishInputs,
  { references: [reference] }: Plan,
  access: Access,
  context: PublishContext,
): Promise<PushAttempt> {
  const { docker } = context
  const { login } = access
  try {
    if (build?.store !== 'builder')
      return {
        image,
        digest: await log.group(`Push ${reference}`, () => pushImage(docker, reference, login)),
      }
    const built = { ...build, options: fromCache(build.options) }
    const attempt = async () => {
      giveLogin(docker, access)
      return await buildTo('registry', built, [reference], context)
    }
    const pushed = await retryPush(attempt, reference, () => login.renew(), docker.signal)
    return { image: pushed, digest: pushed.manifestDigest }
  } catch (refusal) {
    docker.signal.throwIfAborted()
    if (refusal instanceof ActionError || refusal instanceof CommandError) return { image, refusal }
    throw refusal
  }
}

/**
 * The manifest that the registry has of this run's image; undefined when the image did not get there. A tag that points to
 * another image by now is an error, unless the digest is what will be registered.
 */
async function confirm(
  pushed: PushAttempt,
  plan: Plan,
  repository: Repository,
  docker: Docker,
): Promise<Manifest | undefined> {
  const [reference] = plan.references
  const { image, refusal } = pushed
  if (refusal) return await confirmRefused(image, refusal, plan, repository, docker)
  const seen: { readings: number; tagged: boolean } = { readings: 0, tagged: false }
  const read = async () => {
    const tagged = await repository.findManifest(tagOf(reference))
    if (tagged && isSame(tagged, image)) return tagged
    const own = await findOwn(pushed, plan, repository, docker)
    if (own === 'another' || (!own && tagged && pushed.digest === undefined)) return 'taken'
    if (own && plan.imageReference === 'digest') {
      log.info(`${reference} does not point to ${own.digest}, which this run pushed and registers`)
      return own
    }
    if (seen.readings++ === 0) log.info(`The registry does not show the pushed image as ${reference} yet`)
    seen.tagged = tagged !== undefined
    return undefined
  }
  const found = await pollUntil({ read, ...PATIENCE, signal: docker.signal })
  if (found) return found === 'taken' ? undefined : found
  throw new ActionError(seen.tagged ? movedMessage(plan) : lostMessage(plan))
}

/** Whatever a push was refused for: where the tag is immutable or the answer got lost, the registry may have the image. */
async function confirmRefused(
  image: Image,
  refusal: Error,
  { references: [reference] }: Plan,
  repository: Repository,
  { signal }: Docker,
): Promise<Manifest> {
  const tagged = await repository.findManifest(tagOf(reference)).catch(() => undefined)
  signal.throwIfAborted()
  if (!tagged || !isSame(tagged, image)) throw refusal
  log.info(`The registry has this image as ${reference} already (${messageOf(refusal)})`)
  return tagged
}

/**
 * Looks for the image by its digests: that of the push, that of the build, and those that the engine noted earlier.
 * `another` when the push brought another image there, as the name in the engine was another job's by then.
 */
async function findOwn(
  { image, digest }: PushAttempt,
  { repository: { host, path } }: Plan,
  repository: Repository,
  docker: Docker,
): Promise<Manifest | 'another' | undefined> {
  const [local] = await inspectImages(docker, [image.engineId])
  const name = `${host}/${path}@`
  const noted = (local?.repoDigests ?? [])
    .filter((reference) => reference.startsWith(name))
    .map((reference) => reference.slice(name.length))
  const known = [digest, image.manifestDigest, ...noted].filter((one) => one !== undefined)
  for (const one of new Set(known)) {
    const manifest = await repository.findManifest(one)
    if (manifest && isSame(manifest, image)) return manifest
    if (manifest && one === digest) return 'another'
  }
  return undefined
}

/** Reads a tag that was just set, until it points to a manifest. undefined when it does not, even after a while. */
export async function readTag(
  repository: Repository,
  tag: string,
  digest: string,
  signal: AbortSignal,
): Promise<Manifest | undefined> {
  const read = async () => {
    const manifest = await repository.findManifest(tag)
    return manifest?.digest === digest ? manifest : undefined
  }
  return await pollUntil({ read, ...PATIENCE, signal })
}

function isSame({ digest, configDigest }: Manifest, { digests }: Image): boolean {
  return digests.includes(digest) || (configDigest !== undefined && digests.includes(configDigest))
}

/** Gives the manifest in the registry the further tags of the plan. No layer is moved. */
export async function addTags(
  { manifest }: Pushed,
  { references }: Plan,
  { repository }: Access,
  { runLog }: PublishContext,
): Promise<void> {
  const [, ...more] = references
  const add = (reference: string) => addTag(repository, manifest, tagOf(reference))
  if (more.length > 0) await runLog.phase('Tag', () => Promise.all(more.map(add)))
  for (const reference of references)
    log.info(`The registry has ${reference.includes('@') ? reference : `${reference}@${manifest.digest}`}`)
}

/** A tag that is right already is left alone: where tags are immutable, setting it again would be refused. */
export async function addTag(repository: Repository, manifest: Manifest, tag: string): Promise<void> {
  const current = await repository.findManifest(tag)
  if (current?.digest === manifest.digest) return
  await repository.tagManifest(manifest, tag).catch(async (cause) => {
    if (!(cause instanceof HttpError)) throw cause
    // Another job may have set it to the same at this moment.
    const now = await repository.findManifest(tag).catch(() => undefined)
    if (now?.digest === manifest.digest) return
    if (!isImmutable(cause)) throw cause
    throw new ActionError(
      `The tag ${tag} points to a different image in the registry, and the tags of this repository are immutable. Use another tag, or delete this one. ${cause.message}`,
      { cause },
    )
  })
}

/** Registries have several statuses for a tag that cannot be moved: 400 for Amazon ECR, 412 for Harbor, others 403 or 409. */
function isImmutable({ status, message }: HttpError): boolean {
  return /immutab/i.test(message) || status === 409 || status === 412
}

/** Finds the image that only the registry has, for a run that builds none. */
export async function findInRegistry(
  plan: Plan,
  { repository }: Access,
  { runLog }: PublishContext,
): Promise<Pushed> {
  const {
    references: [reference],
    shortReference,
  } = plan
  const manifest = await runLog.phase('Find', () => repository.findManifest(tagOf(reference)))
  if (!manifest) {
    throw new ActionError(
      `build is false, and the image exists nowhere: the engine has neither ${reference} nor ${shortReference}, and the registry has no ${reference}. Build it before this step, check image and tags, or leave build at true.`,
    )
  }
  const image = imageInRegistry(manifest)
  return { image, manifest, registeredImage: registeredImage(plan, manifest.digest) }
}

/** Reads what the registry knows about the image. Only the report needs it, so a failure does not fail the run. */
export async function readFacts(
  { image, manifest }: Pushed,
  { repository }: Access,
  signal: AbortSignal,
): Promise<{ image: Image }> {
  try {
    return { image: { ...image, facts: await repository.readFacts(manifest) } }
  } catch (error) {
    signal.throwIfAborted()
    log.info(`The registry does not describe the image: ${messageOf(error)}`)
    return { image }
  }
}

/** An image as far as its manifest tells. */
export function imageInRegistry({ digest, configDigest = digest }: Manifest): Image {
  return {
    id: configDigest,
    engineId: configDigest,
    manifestDigest: digest,
    digests: [digest],
    metadata: {},
    facts: undefined,
  }
}

/** The tag of a reference, or its digest: what the registry knows the image by. */
export function tagOf(reference: string): string {
  const at = reference.indexOf('@')
  return at === -1 ? reference.slice(reference.lastIndexOf(':') + 1) : reference.slice(at + 1)
}

export function movedMessage({ references: [reference] }: Plan): string {
  return `${reference} points to a different image than the one this run pushed, because another job pushed the same tag. Nothing was registered. Give each run its own tag, as tags does by default, or register by digest (image-reference: digest), and run the job again.`
}

function lostMessage({ references: [reference] }: Plan): string {
  return `The registry does not have ${reference} although the push succeeded. Nothing was registered. Run the job again; if that does not help, ask whoever runs the registry.`
}

/** Warns of annotations that the registry's manifest lacks: the classic image store makes manifests without them. */
function warnOfLostAnnotations({ content }: Manifest, annotations: readonly string[]): void {
  const ofIndex = annotations.filter((text) => /^index(-descriptor)?(\[[^\]]*\])?:/.test(text))
  if (!content.manifests && ofIndex.length > 0)
    log.warning(
      `The image is for one platform and has no index, so these annotations are dropped: ${ofIndex.join(', ')}. Write manifest: in place of index:, or leave the prefix out.`,
      'annotations',
    )
  const names = annotations.map((text) => /^(?:manifest(?:\[[^\]]*\])?:)?([^:=]+)=/.exec(text)?.[1])
  const lost = names.filter((name) => name !== undefined && content.annotations?.[name] === undefined)
  if (content.manifests || lost.length === 0) return
  log.warning(
    `The image has no annotation ${lost.join(', ')}: the classic image store of the engine does not keep annotations. Turn on its containerd image store, or use labels.`,
    'annotations',
  )
}
