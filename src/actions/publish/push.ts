import type { Docker } from '../../docker/docker.js'
import { inspectImages, tagImage } from '../../docker/image.js'
import { pushImage, retryPush } from '../../docker/push.js'
import { fromCache } from '../../image/build/cache.js'
import type { Manifest, Repository } from '../../registry/distribution.js'
import { ActionError, HttpError, messageOf } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { type Access, giveLogin } from './access.js'
import type { PublishContext } from './connections.js'
import { build, buildTo } from './image.js'
import type { PublishInputs } from './inputs.js'
import { type Plan, registeredImage } from './plan.js'
import type { Image } from './result.js'

/** How often an image is pushed when another job takes the name away on the same engine in between. */
const ATTEMPTS = 5

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
  const pushed = await runLog.phase('Push', () => pushUntilConfirmed(image, inputs, plan, access, context))
  if (!pushed.image.kept) runLog.done.push(`The image ${plan.references[0]} was pushed.`)
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
): Promise<{ image: Image; manifest: Manifest }> {
  let built = image
  for (let attempt = 1; ; attempt++) {
    const pushed = await pushOnce(built, inputs, plan, access, context)
    const manifest = await confirm(context.docker, access.repository, pushed, plan)
    if (manifest) return { image: pushed, manifest }
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

async function pushOnce(
  image: Image,
  { build }: PublishInputs,
  { references: [reference] }: Plan,
  access: Access,
  context: PublishContext,
): Promise<Image> {
  const { docker } = context
  if (build?.store === 'builder') {
    giveLogin(docker, access)
    const built = { ...build, options: fromCache(build.options) }
    const attempt = () => buildTo('registry', built, [reference], context)
    const pushed = await retryPush(attempt, reference, docker.signal)
    return pushed === 'kept' ? { ...image, kept: true } : pushed
  }
  const outcome = await log.group(`Push ${reference}`, () =>
    pushImage(docker, reference, access.login.credentials),
  )
  return { ...image, kept: outcome === 'kept' }
}

/**
 * The manifest that the registry has of this run's image; undefined when the image did not get there. When the tag
 * stands for another image by now, that is an error, unless the digest is what will be registered.
 */
async function confirm(
  docker: Docker,
  repository: Repository,
  image: Image,
  plan: Plan,
): Promise<Manifest | undefined> {
  const tagged = await repository.findManifest(tagOf(plan.references[0]))
  if (tagged && isSame(tagged, image)) return tagged
  if (image.kept) throw new ActionError(immutableMessage(plan))
  const own = await findOwn(docker, repository, image, plan)
  if (!own) {
    if (!tagged) throw new ActionError(lostMessage(plan))
    return undefined
  }
  if (plan.imageReference === 'tag') throw new ActionError(movedMessage(plan))
  log.info(`${plan.references[0]} stands for another image by now; ${own.digest} is what this run pushed`)
  return own
}

/** Looks for the image by its digests: those of the build, and those that the engine noted when it pushed. */
async function findOwn(
  docker: Docker,
  repository: Repository,
  image: Image,
  { repository: { host, path } }: Plan,
): Promise<Manifest | undefined> {
  const [local] = await inspectImages(docker, [image.engineId])
  const name = `${host}/${path}@`
  const noted = local?.repoDigests
    .filter((digest) => digest.startsWith(name))
    .map((digest) => digest.slice(name.length))
  const made = image.manifestDigest === undefined ? [] : [image.manifestDigest]
  for (const digest of new Set([...made, ...(noted ?? [])])) {
    const manifest = await repository.findManifest(digest)
    if (manifest && isSame(manifest, image)) return manifest
  }
  return undefined
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
  for (const reference of references) log.info(`The registry has ${reference}@${manifest.digest}`)
}

/** A tag that is right already is left alone: where tags are immutable, setting it again would be refused. */
export async function addTag(repository: Repository, manifest: Manifest, tag: string): Promise<void> {
  const current = await repository.findManifest(tag)
  if (current?.digest === manifest.digest) return
  await repository.tagManifest(manifest, tag).catch((cause) => {
    if (!(cause instanceof HttpError && /immutable/i.test(cause.message))) throw cause
    throw new ActionError(
      `The tag ${tag} stands for another image in the registry, and the tags of this repository are immutable. Use another tag, or delete this one. ${cause.message}`,
      { cause },
    )
  })
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

/** Reads what the registry tells about the image, for the report alone: a failure is no failure of the publication. */
export async function readFacts(
  { image, manifest }: Pushed,
  { repository }: Access,
  signal: AbortSignal,
): Promise<{ image: Image }> {
  try {
    return { image: { ...image, facts: await repository.readFacts(manifest) } }
  } catch (error) {
    signal.throwIfAborted()
    log.info(`The registry does not tell about the image: ${messageOf(error)}`)
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

export function tagOf(reference: string): string {
  return reference.slice(reference.lastIndexOf(':') + 1)
}

export function movedMessage({ references: [reference] }: Plan): string {
  return `${reference} stands for another image than the one that this run pushed: another job pushed the same tag. Nothing was registered. Give each run its own tag, as tags does by default, or register by digest (image-reference: digest), and run the job again.`
}

function immutableMessage({ references: [reference] }: Plan): string {
  return `${reference} stands for another image in the registry, or the registry refuses this one; tags that are immutable cannot be moved. Nothing was registered. If an earlier run pushed what you want to register, run with build: false, which registers what the registry has; otherwise give this image a tag of its own.`
}

function lostMessage({ references: [reference] }: Plan): string {
  return `The registry does not have ${reference} although the push succeeded. Nothing was registered. Run the job again; if it stays so, ask the people who run the registry.`
}

/** Warns of annotations that the registry's manifest lacks: the classic image store makes manifests without them. */
function warnOfLostAnnotations({ content }: Manifest, annotations: readonly string[]): void {
  const names = annotations.map((text) => /^(?:manifest(?:\[[^\]]*\])?:)?([^:=]+)=/.exec(text)?.[1])
  const lost = names.filter((name) => name !== undefined && content.annotations?.[name] === undefined)
  if (content.manifests || lost.length === 0) return
  log.warning(
    `The image has no annotation ${lost.join(', ')}: the classic image store of the engine does not keep annotations. Turn on its containerd image store, or use labels.`,
    'annotations',
  )
}
