import { logInFirst } from '../../docker/credentials.js'
import type { Docker } from '../../docker/docker.js'
import { inspectImages, tagImage } from '../../docker/image.js'
import { pushImage, retryPush } from '../../docker/push.js'
import { fromCache } from '../../image/build/cache.js'
import type { Manifest, Repository } from '../../registry/distribution.js'
import { isRefusal } from '../../registry/token.js'
import { ActionError, CommandError, HttpError, messageOf } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { pollUntil } from '../../util/poll.js'
import { type Access, giveLogin } from './access.js'
import type { PublishContext } from './connections.js'
import { build, buildTo, tagIfThere } from './image.js'
import type { PublishInputs } from './inputs.js'
import { type Plan, registeredImage } from './plan.js'
import type { Image } from './result.js'

/** Maximum number of pushes when another job on the same engine moves the image's name in between. */
const ATTEMPTS = 5

/** Milliseconds: how long a registry may show the state before a push, and the pauses between reads. */
const PATIENCE = { pause: 250, growth: 2, longestPause: 2_000, timeout: 15_000 }

/** An image that the registry confirmed, and the reference to register. */
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
  const { runLog, shared, signal } = context
  const { isRefused, ...pushed } = await runLog.phase('Push', async () => {
    const pushed = await shared.once('Push', signal, () =>
      pushUntilConfirmed(image, inputs, plan, access, context),
    )
    await refuseUnverified(pushed.manifest, image, plan, access.repository)
    return pushed
  })
  if (!isRefused) runLog.done.push(`The image ${plan.references[0]} was pushed.`)
  warnOfLostAnnotations(pushed.manifest, inputs.build?.options.annotations ?? [])
  return { ...pushed, registeredImage: registeredImage(plan, pushed.manifest.digest) }
}

/**
 * Pushes until the registry has this run's image. Another job on the same engine may move the local name before the
 * push, and another push may move the remote one afterwards. So only the digest in the registry counts.
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
    log.info(
      `Another run on this engine moved the name ${plan.references[0]} to another image; moving it back`,
    )
    built = await takeBack(built, inputs, plan, context)
  }
}

/**
 * Restores the image's name. If the engine removed the image when it lost its name, builds it again from the cache.
 * Throws if that makes a different image than the one that was verified.
 */
async function takeBack(
  image: Image,
  { build: wanted }: PublishInputs,
  plan: Plan,
  context: PublishContext,
): Promise<Image> {
  if (!wanted) await tagImage(context.docker, image.engineId, plan.references[0])
  if (!wanted || (await tagIfThere(context.docker, image.engineId, plan.localReferences))) return image
  const cached = { ...wanted, options: fromCache(wanted.options) }
  const rebuilt = await build(cached, Promise.resolve(plan), context)
  const { verified } = image
  if (verified && !rebuilt.digests.some((digest) => verified.digests.includes(digest)))
    throw new ActionError(rebuiltMessage(plan))
  return { ...rebuilt, verified }
}

/**
 * Throws unless the registry has the image that was verified. An index is pushed by a second build, whose result
 * differs if it does not find every step in the cache.
 */
async function refuseUnverified(
  manifest: Manifest,
  { verified }: Image,
  plan: Plan,
  repository: Repository,
): Promise<void> {
  if (!verified || isSame(manifest, verified)) return
  const forPlatform = (manifest.content.manifests ?? []).filter(
    ({ platform }) => platform && `${platform.os}/${platform.architecture}` === verified.platform,
  )
  const images = await Promise.all(forPlatform.map(({ digest }) => repository.findManifest(digest)))
  if (!images.some((image) => image && isSame(image, verified)))
    throw new ActionError(unverifiedMessage(plan))
}

/** The outcome of one push. */
interface PushAttempt {
  image: Image
  /** The digest of the pushed manifest, if the engine or the builder reports it. */
  digest?: string | undefined
  /** Why the push failed. The registry may still have the image. */
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
    return { image: { ...pushed, verified: image.verified }, digest: pushed.manifestDigest }
  } catch (refusal) {
    docker.signal.throwIfAborted()
    if (refusal instanceof ActionError || refusal instanceof CommandError) return { image, refusal }
    throw refusal
  }
}

/**
 * Returns the registry's manifest of this run's image; undefined if the image did not arrive. A tag that now points to
 * another image is an error, unless the image is registered by digest.
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

/** Looks for the image after a refused push: with an immutable tag or a lost answer, the registry may still have it. */
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
  log.info(`The registry already has this image as ${reference} (${messageOf(refusal)})`)
  return tagged
}

/**
 * Looks for the image by the digests of the push, of the build, and those that the engine recorded earlier. Returns
 * `another` if the push sent another image, because another job had moved the name in the engine.
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

/** Reads a tag that was just set until it points to a manifest; undefined if it still does not after a while. */
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

function isSame({ digest, configDigest }: Manifest, { digests }: Pick<Image, 'digests'>): boolean {
  return digests.includes(digest) || (configDigest !== undefined && digests.includes(configDigest))
}

/** Adds the other tags of the plan to the manifest in the registry, without moving any layers. */
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

/** Sets a tag unless it is already correct, because a registry with immutable tags would refuse to set it again. */
export async function addTag(repository: Repository, manifest: Manifest, tag: string): Promise<void> {
  const current = await repository.findManifest(tag)
  if (current?.digest === manifest.digest) return
  await repository.tagManifest(manifest, tag).catch(async (cause) => {
    if (!(cause instanceof HttpError)) throw cause
    // Another job may have set it to the same manifest at this moment.
    const now = await repository.findManifest(tag).catch(() => undefined)
    if (now?.digest === manifest.digest) return
    if (!isImmutable(cause)) throw cause
    throw new ActionError(
      `The tag ${tag} points to a different image in the registry, and the tags of this repository are immutable. Use another tag, or delete this one. ${cause.message}`,
      { cause },
    )
  })
}

/**
 * Returns whether a registry refused to move an immutable tag. The statuses differ: 400 for Amazon ECR, 412 for Harbor,
 * 403 or 409 for others.
 */
function isImmutable({ status, message }: HttpError): boolean {
  return /immutab/i.test(message) || status === 409 || status === 412
}

/** Finds an existing image that only the registry has. */
export async function findInRegistry(
  plan: Plan,
  { repository }: Access,
  { runLog }: PublishContext,
): Promise<Pushed> {
  const {
    references: [reference],
    shortReference,
  } = plan
  const manifest = await runLog.phase('Find', () =>
    repository.findManifest(tagOf(reference)).catch(explainPrivate(reference)),
  )
  if (!manifest) {
    throw new ActionError(
      `build is false, and the image does not exist: the engine has neither ${reference} nor ${shortReference}, and the registry has no ${reference}. Build it first, check image and tags, or leave build at true.`,
    )
  }
  const image = imageInRegistry(manifest)
  return { image, manifest, registeredImage: registeredImage(plan, manifest.digest) }
}

function explainPrivate(reference: string) {
  return (cause: unknown): never => {
    if (!isRefusal(cause)) throw cause
    throw new ActionError(
      `build is false, and the registry does not show ${reference} to this run: the image is private, or does not exist. ${logInFirst} The login must be allowed to pull from this repository. ${cause.message}`,
      { cause },
    )
  }
}

/** Reads facts about the image from the registry. Only the report needs them, so a failure does not fail the run. */
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

/** Returns the facts about an image that its manifest contains. */
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

/** Returns the tag or the digest of a reference, by which the registry finds the image. */
export function tagOf(reference: string): string {
  const at = reference.indexOf('@')
  return at === -1 ? reference.slice(reference.lastIndexOf(':') + 1) : reference.slice(at + 1)
}

export function movedMessage({ references: [reference] }: Plan): string {
  return `${reference} points to a different image than the one this run pushed, because another run pushed the same tag. Nothing was registered. Give each run its own tag, as tags does by default, or register by digest (image-reference: digest), and try again.`
}

const CHANGED =
  'made a different image, because its cache was lost or its files or base images changed meanwhile. Nothing was registered. Try again, and let nothing change the working directory or remove the build cache meanwhile.'

function unverifiedMessage({ references: [reference] }: Plan): string {
  return `${reference} in the registry is not the image that was verified: the build that pushed it ${CHANGED}`
}

function rebuiltMessage({ references: [reference] }: Plan): string {
  return `Another run moved the name ${reference} and removed the image that was verified. Building it again ${CHANGED}`
}

function lostMessage({ references: [reference] }: Plan): string {
  return `The registry does not have ${reference} although the push succeeded. Nothing was registered. Try again; if that does not help, ask the operator of the registry.`
}

/** Warns about annotations that the registry's manifest lacks, because the classic image store drops them. */
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
