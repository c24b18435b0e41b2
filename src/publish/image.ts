import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type BuildDestination, buildImage } from '../docker/build.js'
import type { Docker } from '../docker/docker.js'
import { locateFailure } from '../docker/dockerfile-error.js'
import { inspectImages, tagImage } from '../docker/image.js'
import { BuildError, CommandError } from '../lib/errors.js'
import * as log from '../lib/log.js'
import { retry } from '../lib/retry.js'
import type { PublishInputs } from './inputs.js'
import type { Plan } from './plan.js'
import type { Image } from './publication.js'

type Build = NonNullable<PublishInputs['build']>

/** Builds the image into the engine's store, or, when it has no business there, only into the builder's cache. */
export async function build(engine: Docker, wanted: Build, plan: Plan, directory: string): Promise<Image> {
  const destination = wanted.store === 'engine' ? 'engine' : 'cache'
  return await buildTo(destination, engine, wanted, plan.localReferences, directory)
}

export async function buildTo(
  destination: BuildDestination,
  engine: Docker,
  { options, secrets }: Build,
  references: readonly string[],
  directory: string,
): Promise<Image> {
  log.startGroup(
    destination === 'registry' ? 'Push with docker buildx build' : 'Build with docker buildx build',
  )
  const attempt = () => buildImage(engine, options, references, destination, secrets, directory)
  try {
    const what = 'the build'
    const { imageId, ...built } = await retry(attempt, {
      what,
      signal: engine.signal,
      attempts: 3,
      transient: isNameTaken,
    })
    return { id: imageId, ...built, facts: undefined }
  } catch (error) {
    throw error instanceof CommandError ? explainBuild(error, options) : error
  } finally {
    log.endGroup()
  }
}

/** The containerd store fails when two builds give an image the same name at the same moment; a second try is cached. */
function isNameTaken(error: unknown): boolean {
  return (
    error instanceof CommandError &&
    /^ERROR: .*image ".*": already exists$/m.test(error.output.slice(-5).join('\n'))
  )
}

function explainBuild(cause: CommandError, { context, file }: Build['options']): Error {
  const path = file ?? join(context, 'Dockerfile')
  const failure = locateFailure([...cause.output], readDockerfile(path))
  if (!failure) return cause
  const place = { file: relative('.', path), ...(failure.line !== undefined && { line: failure.line }) }
  const message = [`${failure.step}: ${failure.message}`, failure.remedy, ...failure.output]
  return new BuildError(message.filter((line) => line !== undefined).join('\n'), place, { cause })
}

/**
 * Whether a build may read from a registry, such as a cache or the image that it stands on: it has to wait for the
 * login. Any mention counts, as waiting for nothing costs little.
 */
export function readsFrom(host: string, { options }: Build): boolean {
  const { cacheFrom, cacheTo, buildArgs, buildContexts, context, file } = options
  const dockerfile = readDockerfile(file ?? join(context, 'Dockerfile'))
  return [...cacheFrom, ...cacheTo, ...buildArgs, ...buildContexts, dockerfile].some((text) =>
    text.includes(`${host}/`),
  )
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
  return {
    id: image.id,
    engineId: image.id,
    manifestDigest: undefined,
    digests: [image.id, ...pushed],
    metadata: {},
    facts: image.facts,
  }
}
