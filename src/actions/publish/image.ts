import { join, relative } from 'node:path'
import type { Docker } from '../../docker/docker.js'
import { EngineError } from '../../docker/engine-error.js'
import { inspectImages, tagImage } from '../../docker/image.js'
import type { BuildDestination } from '../../image/build/arguments.js'
import { buildImage } from '../../image/build/build.js'
import { fromCache } from '../../image/build/cache.js'
import { locateFailure } from '../../image/build/dockerfile-error.js'
import type { BuildWarning } from '../../image/build/lint.js'
import { readDockerfile } from '../../image/dockerfile/read.js'
import { ActionError, CommandError, FileError, messageOf, sentence } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { withoutCredentials } from '../../runtime/secrets.js'
import { moveInto } from '../../util/move-into.js'
import { retry } from '../../util/retry.js'
import { isLocal } from './build-inputs.js'
import type { PublishContext } from './connections.js'
import type { PublishInputs } from './inputs.js'
import type { Plan } from './plan.js'
import type { Image } from './result.js'

/** Maximum number of builds when other jobs remove the image before it is tagged. */
const ATTEMPTS = 3

const titles: Record<BuildDestination, string> = {
  engine: 'Build',
  cache: 'Build',
  registry: 'Push',
  outputs: 'Write outputs',
}

type Build = NonNullable<PublishInputs['build']>

/** Builds the image or finds an existing one. Returns undefined if it is not in the engine. */
export async function buildOrFind(
  { build: wanted }: PublishInputs,
  plan: Promise<Plan>,
  context: PublishContext,
): Promise<Image | undefined> {
  const { docker, runLog, shared, signal } = context
  return await runLog.phase('Build', async () => {
    if (!wanted) return await findInEngine(docker, await plan)
    return await shared.once('Build', signal, async () => {
      const image = await build(wanted, plan, context)
      showWarnings(image.record?.warnings ?? [], wanted)
      return image
    })
  })
}

/** Shows BuildKit's warnings at the lines of the Dockerfile. The log of the build has all of them. */
function showWarnings(warnings: readonly BuildWarning[], { options, local }: Build): void {
  const { context, file = join(context, 'Dockerfile') } = options
  for (const { rule = 'Dockerfile', message, line, url } of warnings.slice(0, log.MAX_NOTICES)) {
    const place = { file: relative('.', file), ...(line !== undefined && { line }) }
    log.notice([message, ...(url ? [url] : [])].join('\n'), rule, local ? place : undefined)
  }
  const more = warnings.length - log.MAX_NOTICES
  if (more > 0) log.info(`BuildKit warned of ${more} more about the Dockerfile; see the log of the build`)
}

/**
 * Builds the image into the engine's store, or only into the builder's cache if nothing needs it in the engine. The
 * build starts at once: the image is tagged afterwards, when the organization is known.
 */
export async function build(wanted: Build, plan: Promise<Plan>, context: PublishContext): Promise<Image> {
  const { docker } = context
  if (wanted.store !== 'engine') return await buildTo('cache', wanted, [], context)
  let next = wanted
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const image = await buildTo('engine', next, [], context)
    const { localReferences } = await plan
    const [local] = await inspectImages(docker, image.digests)
    if (local && (await tagIfThere(docker, local.id, localReferences)))
      return { ...image, engineId: local.id, facts: local.facts }
    // Another job that built the same image has tagged it, and a third job has removed that tag.
    log.info('The engine lost the image before it was tagged; building it again from the cache')
    next = { ...wanted, options: fromCache(wanted.options) }
  }
  throw new ActionError(
    'The engine did not keep the image that was built, because something else on this machine removes images from it. Try again.',
  )
}

/** Tags an image. Returns whether it still existed. */
export async function tagIfThere(
  docker: Docker,
  id: string,
  references: readonly string[],
): Promise<boolean> {
  try {
    await Promise.all(references.map((reference) => tagImage(docker, id, reference)))
    return true
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return false
    throw error
  }
}

/**
 * Writes the additional outputs from the builder's cache. Each is written into a private directory first and then
 * moved, because its destination may be in the context, and would change what is built.
 *
 * @param reader the last work that reads the context
 */
export async function writeBuildOutputs(
  { build: wanted }: PublishInputs,
  { localReferences }: Plan,
  context: PublishContext,
  reader?: Promise<void>,
): Promise<void> {
  const { outputs = [] } = wanted?.options ?? {}
  if (!wanted || outputs.length === 0) return
  const cached = fromCache(wanted.options)
  const { runLog, shared, signal, privateDirectory } = context
  const staged = (index: number) => join(privateDirectory, `output-${index}`)
  const write = async () => {
    for (const [index, one] of outputs.entries()) {
      const options = { ...cached, outputs: [{ ...one, destination: staged(index) }] }
      await buildTo('outputs', { ...wanted, options }, localReferences, context)
    }
    await reader
    for (const [index, { type, destination }] of outputs.entries()) {
      moveOutput(staged(index), destination)
      log.info(`Wrote the output ${destination} (${type})`)
    }
  }
  await runLog.phase('Write outputs', () => shared.once('Write outputs', signal, write))
}

function moveOutput(staged: string, destination: string): void {
  try {
    moveInto(staged, destination)
  } catch (cause) {
    throw new ActionError(
      `The output ${destination} could not be written: ${sentence(messageOf(cause))} Check its directory and the permissions there.`,
      { cause },
    )
  }
}

export async function buildTo(
  destination: BuildDestination,
  { options, secrets }: Build,
  references: readonly string[],
  { docker, privateDirectory }: PublishContext,
): Promise<Image> {
  const title = `${titles[destination]} with docker buildx build`
  const attempt = () => buildImage(docker, options, references, destination, secrets, privateDirectory)
  const retrying = { what: 'the build', signal: docker.signal, attempts: 3, transient: isMadeTwice }
  try {
    const { imageId, ...built } = await log.group(title, () => retry(attempt, retrying))
    return { id: imageId, ...built, facts: undefined }
  } catch (error) {
    throw error instanceof CommandError ? explainBuild(error, options) : error
  }
}

/**
 * Returns whether the containerd store failed because two builds added the same image at the same moment. The second
 * attempt uses the cache.
 */
function isMadeTwice(error: unknown): boolean {
  return (
    error instanceof CommandError &&
    /^ERROR: .*image ".*": already exists$/m.test(error.output.slice(-5).join('\n'))
  )
}

function explainBuild(cause: CommandError, { context, file }: Build['options']): Error {
  const path = file ?? join(context, 'Dockerfile')
  const failure = locateFailure([...cause.output], readDockerfile(path) ?? '')
  if (!failure) return cause
  if (!isLocal(context)) return explainRemote(cause, failure, withoutCredentials(context))
  const place = { file: relative('.', path), ...(failure.line !== undefined && { line: failure.line }) }
  const message = [`${failure.step}: ${failure.message}`, failure.remedy, ...failure.output]
  return new FileError(message.filter((line) => line !== undefined).join('\n'), place, { cause })
}

/**
 * Explains a failed build of a context that BuildKit fetches: it has no local file to point to, and its address may be
 * wrong.
 */
function explainRemote(
  cause: CommandError,
  { step, message, remedy, output }: NonNullable<ReturnType<typeof locateFailure>>,
  context: string,
): Error {
  const isRead = /failed to (read dockerfile|load cache key|fetch)|git|repository|not found/i.test(message)
  const isTooOld = /subdir not supported/.test(message)
  const fix = isTooOld
    ? 'the BuildKit of this engine is too old for a folder in an address: use a newer one (in a workflow, add docker/setup-buildx-action before this step)'
    : isRead
      ? `correct the address of \`context\`, ${context}, with its branch and folder (#BRANCH:FOLDER), or \`file\`, which is relative to it; a private repository needs the build secret GIT_AUTH_TOKEN`
      : remedy
  return new ActionError([`${step}: ${message}`, ...(fix ? [fix] : []), ...output].join('\n'), { cause })
}

/** Finds an existing image in the engine by its full or short name; undefined if the engine does not have it. */
async function findInEngine(docker: Docker, plan: Plan): Promise<Image | undefined> {
  const [reference] = plan.references
  // A digest names an image in the registry; an image of the engine cannot be pushed by digest.
  if (reference.includes('@')) return undefined
  // The organization may be a placeholder, which the engine does not accept in a name.
  const [full] = await inspectImages(docker, plan.localReferences.slice(0, 1))
  const image = full ?? (await inspectImages(docker, [plan.shortReference]))[0]
  if (!image) return undefined
  if (!full && !plan.mode.dryRun) await tagImage(docker, image.id, reference)
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
