import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type BuildDestination, buildImage, fitsEngine } from '../docker/build.js'
import type { Manifest, Repository } from '../docker/distribution.js'
import type { Docker } from '../docker/docker.js'
import { locateFailure } from '../docker/dockerfile-error.js'
import { inspectImages, tagImage } from '../docker/image.js'
import { pushImage } from '../docker/push.js'
import { ActionError, BuildError, CommandError } from '../lib/errors.js'
import * as log from '../lib/log.js'
import type { PublishInputs } from './inputs.js'
import type { Plan } from './plan.js'
import type { Image } from './publication.js'

type Build = NonNullable<PublishInputs['build']>

/** Builds the image into the engine's store, or, when it does not fit there, only into the builder's cache. */
export async function build(engine: Docker, wanted: Build, plan: Plan, directory: string): Promise<Image> {
  const destination = fitsEngine(wanted.options) ? 'engine' : 'cache'
  return await buildTo(destination, engine, wanted, plan.localReferences, directory)
}

async function buildTo(
  destination: BuildDestination,
  engine: Docker,
  { options, secrets }: Build,
  references: readonly string[],
  directory: string,
): Promise<Image> {
  log.startGroup(
    destination === 'registry' ? 'Push with docker buildx build' : 'Build with docker buildx build',
  )
  try {
    const { imageId, digests, metadata } = await buildImage(
      engine,
      options,
      references,
      destination,
      secrets,
      directory,
    )
    return { id: imageId, digests, metadata, facts: undefined }
  } catch (error) {
    throw error instanceof CommandError ? explainBuild(error, options) : error
  } finally {
    log.endGroup()
  }
}

function explainBuild(cause: CommandError, { context, file }: Build['options']): Error {
  const path = file ?? join(context, 'Dockerfile')
  const failure = locateFailure([...cause.output], readDockerfile(path))
  if (!failure) return cause
  const place = { file: relative('.', path), ...(failure.line !== undefined && { line: failure.line }) }
  const message = [`${failure.step}: ${failure.message}`, failure.remedy, ...failure.output]
  return new BuildError(message.filter((line) => line !== undefined).join('\n'), place, { cause })
}

function readDockerfile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Finds an image that exists already in the engine, under its full name or its short one; undefined when it is not there. */
export async function findInEngine(engine: Docker, plan: Plan): Promise<Image | undefined> {
  const [reference] = plan.references
  const [full] = await inspectImages(engine, [reference])
  const image = full ?? (await inspectImages(engine, [plan.shortReference]))[0]
  if (!image) return undefined
  if (!full && !plan.mode.dryRun) await tagImage(engine, image.id, reference)
  const pushed = image.repoDigests.map((name) => name.slice(name.indexOf('@') + 1))
  return { id: image.id, digests: [image.id, ...pushed], metadata: {}, facts: image.facts }
}

/** Brings a built image into the registry, under the first tag. An image that only the builder has is pushed from there. */
export async function push(
  engine: Docker,
  image: Image,
  build: Build | undefined,
  plan: Plan,
  directory: string,
): Promise<Image> {
  if (build && !fitsEngine(build.options))
    return await buildTo('registry', engine, build, plan.references, directory)
  log.startGroup(`Push ${plan.references[0]}`)
  try {
    await pushImage(engine, plan.references[0])
  } finally {
    log.endGroup()
  }
  return image
}

/**
 * Asks the registry for what it has under the first tag, and refuses anything but the image of this run: another
 * push may have moved the tag, or the registry may have lost it. Then gives the same manifest the further tags.
 */
export async function confirm(repository: Repository, image: Image, plan: Plan): Promise<Manifest> {
  const [reference, ...more] = plan.references
  const manifest = await repository.findManifest(tagOf(reference))
  if (!manifest)
    throw new ActionError(
      `The registry does not have ${reference} although the push succeeded. Run the job again; if it stays so, ask the people who run the registry.`,
    )
  if (!isSame(manifest, image)) {
    throw new ActionError(
      `The registry has another image under ${reference} than this run pushed: ${manifest.digest} (another job pushed the same tag?). Nothing was registered. Give each run its own tag, as the default of tags does, and run the job again.`,
    )
  }
  await Promise.all(more.map((tagged) => repository.tagManifest(manifest, tagOf(tagged))))
  return manifest
}

function isSame({ digest, configDigest }: Manifest, { digests }: Image): boolean {
  return digests.includes(digest) || (configDigest !== undefined && digests.includes(configDigest))
}

function tagOf(reference: string): string {
  return reference.slice(reference.lastIndexOf(':') + 1)
}
