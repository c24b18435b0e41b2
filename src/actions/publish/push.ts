import type { Docker } from '../../docker/docker.js'
import { inspectImages, tagImage } from '../../docker/image.js'
import { pushImage, retryPush } from '../../docker/push.js'
import { fromCache } from '../../image/build/cache.js'
import type { Manifest, Repository } from '../../registry/distribution.js'
import { ActionError, HttpError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { type Access, giveLogin } from './access.js'
import { build, buildTo } from './image.js'
import type { PublishInputs } from './inputs.js'
import type { Plan } from './plan.js'
import type { Image } from './result.js'

/** How often an image is pushed when another job takes the name away on the same engine in between. */
const ATTEMPTS = 5

/**
 * Brings the image into the registry under its first tag, and has the registry confirm it. Names are not ours alone:
 * another job on the same engine may move the local one before the push, and another push the remote one after it.
 * So only what the registry has, compared by digest with what this run built, counts.
 */
export async function deliver(
  docker: Docker,
  image: Image,
  inputs: PublishInputs,
  access: Access,
  directory: string,
): Promise<{ image: Image; manifest: Manifest }> {
  const { plan, repository } = access
  let built = image
  for (let attempt = 1; ; attempt++) {
    const pushed = await push(docker, built, inputs, access, directory)
    const manifest = await confirm(docker, repository, pushed, plan)
    if (manifest) return { image: pushed, manifest }
    if (attempt === ATTEMPTS) throw new ActionError(movedMessage(plan))
    log.info(`Another job on this engine took the name ${plan.references[0]}; taking it back`)
    built = await takeBack(docker, built, inputs, plan, directory)
  }
}

/** Gives the image its name back. An image without a name is gone from the containerd store, but not from the cache. */
async function takeBack(
  docker: Docker,
  image: Image,
  inputs: PublishInputs,
  plan: Plan,
  directory: string,
): Promise<Image> {
  if (!inputs.build) {
    await tagImage(docker, image.engineId, plan.references[0])
    return image
  }
  const cached = { ...inputs.build, options: fromCache(inputs.build.options) }
  return await build(docker, cached, async () => plan, directory)
}

async function push(
  docker: Docker,
  image: Image,
  { build }: PublishInputs,
  access: Access,
  directory: string,
): Promise<Image> {
  const [reference] = access.plan.references
  if (build?.store === 'builder') {
    giveLogin(docker, access)
    const built = { ...build, options: fromCache(build.options) }
    const attempt = () => buildTo('registry', docker, built, [reference], directory)
    const pushed = await retryPush(attempt, reference, docker.signal)
    return pushed === 'kept' ? { ...image, kept: true } : pushed
  }
  log.startGroup(`Push ${reference}`)
  try {
    return { ...image, kept: (await pushImage(docker, reference, access.login.credentials)) === 'kept' }
  } finally {
    log.endGroup()
  }
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

/** Gives a manifest of the registry the further tags of the plan; no layer is moved. */
export async function addTags(
  repository: Repository,
  manifest: Manifest,
  { references: [, ...more] }: Plan,
): Promise<void> {
  await Promise.all(more.map((reference) => addTag(repository, manifest, tagOf(reference))))
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

/** The image that only the registry has, for a run that builds none. */
export async function findInRegistry(
  repository: Repository,
  { references, shortReference }: Plan,
): Promise<{ image: Image; manifest: Manifest }> {
  const [reference] = references
  const manifest = await repository.findManifest(tagOf(reference))
  if (!manifest) {
    throw new ActionError(
      `build is false, and the image exists nowhere: the engine has neither ${reference} nor ${shortReference}, and the registry has no ${reference}. Build it before this step, check image and tags, or leave build at true.`,
    )
  }
  return { manifest, image: imageInRegistry(manifest) }
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

/** Annotations of the manifest that the registry's one lacks: the classic image store makes a manifest without them. */
export function lostAnnotations({ content }: Manifest, annotations: readonly string[]): string[] {
  if (content.manifests) return []
  const names = annotations.map((text) => /^(?:manifest(?:\[[^\]]*\])?:)?([^:=]+)=/.exec(text)?.[1])
  return names.filter((name) => name !== undefined && content.annotations?.[name] === undefined) as string[]
}
