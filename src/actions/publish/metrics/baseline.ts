import { mkdirSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Credentials, findLogin } from '../../../docker/credentials.js'
import { EngineError } from '../../../docker/engine-error.js'
import { inspectImages } from '../../../docker/image.js'
import { pullImage } from '../../../docker/pull.js'
import { parseReference, registryHost, repositoryPath } from '../../../docker/reference.js'
import { type BuildOptions, fitToEngine } from '../../../image/build/arguments.js'
import { buildImage } from '../../../image/build/build.js'
import type { Baseline } from '../../../image/verify/comparison.js'
import type { FindBaseline } from '../../../image/verify/contract.js'
import type { KolenaSession } from '../../../platforms/kolena/client.js'
import { CommandError } from '../../../runtime/errors.js'
import type { Access } from '../access.js'
import type { PublishContext } from '../connections.js'
import type { PublishInputs } from '../inputs.js'
import type { Plan } from '../plan.js'
import type { BaselineInput } from './baseline-input.js'
import { checkOut } from './checkout.js'

/** The parts of the publication that a baseline may need. Promises are awaited only when they are needed. */
interface Known {
  /** undefined without a token, or in a dry run that cannot log in. */
  session: Promise<KolenaSession | undefined>
  plan: Promise<Plan>
  open: () => Promise<Access>
}

interface Search extends Known, PublishContext {
  inputs: PublishInputs
  wanted: BaselineInput
}

/** Returns a function that brings the baseline's image into the engine; undefined if nothing is compared. */
export function baselineFinder(
  inputs: PublishInputs,
  known: Known,
  context: PublishContext,
): FindBaseline | undefined {
  const { baseline: wanted, recording } = inputs.verify ?? {}
  if (!wanted) return undefined
  if (recording && 'reason' in recording) {
    const detail = `the samples were not recorded: ${recording.reason}`
    return async () => ({ what: 'the baseline', image: undefined, detail })
  }
  return (signal) =>
    find({ inputs, wanted, ...known, ...context, signal, docker: { ...context.docker, signal } })
}

async function find(search: Search): Promise<Baseline> {
  const { wanted, inputs, signal } = search
  if (wanted.image !== undefined) return await pulled(`the image ${wanted.image}`, wanted.image, search)
  if (!wanted.registered) return await built('the base commit', search)
  const { evaluator, mode } = inputs
  if (mode.untrusted)
    return await built(
      'the base commit, because a run of unreviewed code does not read which evaluator is registered',
      search,
    )
  const session = evaluator && (await search.session)
  if (!session)
    return await built('the base commit, because finding the registered evaluator needs a token', search)
  const what = 'the registered evaluator'
  try {
    const registered = await session.findEvaluator(evaluator.workflow, evaluator.name)
    if (registered) return await pulled(what, registered.image, search)
    return { what, image: undefined, detail: 'no evaluator of this name is registered yet' }
  } catch (error) {
    return unavailable(what, 'the registration could not be read', error, signal)
  }
}

async function pulled(what: string, reference: string, search: Search): Promise<Baseline> {
  const { docker, signal } = search
  try {
    await pullImage(docker, reference, await loginFor(reference, search))
    const [image] = await inspectImages(docker, [reference])
    return { what, image: image?.id, detail: image ? reference : 'the engine did not keep its image' }
  } catch (error) {
    return unavailable(what, 'its image could not be pulled', error, signal)
  }
}

/**
 * Returns the run's login for the registry that it publishes to, or else the job's login. Unreviewed code gets none:
 * its build could read a private image in the engine.
 */
async function loginFor(
  reference: string,
  { inputs, plan, open, signal }: Search,
): Promise<Credentials | undefined> {
  if (inputs.mode.untrusted) return undefined
  const name = parseReference(reference)
  const host = registryHost(name)
  const { repository } = await plan
  if (host === repository.host) return (await open()).login.credentials
  return (await findLogin(host, repositoryPath(host, name.path), 'pull', signal)).credentials
}

/** Builds the image of a commit from its files. */
async function built(what: string, search: Search): Promise<Baseline> {
  const { inputs, docker, privateDirectory, signal } = search
  const { base, token } = search.wanted
  const without = (detail: string): Baseline => ({ what, image: undefined, detail })
  if ('reason' in base) return without(base.reason)
  if (!inputs.build?.local) return without('the image is not built from a directory of the repository')
  const { secrets, options } = inputs.build
  const paths = pathsInRepository(options)
  if (!paths) return without('its Dockerfile or context is outside the repository')
  const directory = join(privateDirectory, 'baseline')
  mkdirSync(directory, { mode: 0o700 })
  try {
    // Unreviewed code gets no token, so only public repositories can be read.
    const files = await checkOut(base, inputs.mode.untrusted ? undefined : token, directory, signal)
    const [context, file] = [join(files, paths.context), join(files, paths.file)]
    if ([context, file].some((path) => leadsOut(files, path)))
      return without('its Dockerfile or context is a link that leads out of the repository')
    const changes = { context, file, annotations: [], cacheTo: [] }
    const alone = fitToEngine({ ...options, ...changes })
    const { digests } = await buildImage(docker, alone, [], 'engine', secrets, directory)
    const [image] = await inspectImages(docker, digests)
    return image
      ? { what, image: image.id, detail: base.sha.slice(0, 7) }
      : without('the engine did not keep its image')
  } catch (error) {
    return unavailable(what, 'its image could not be built', error, signal)
  }
}

/** Returns the paths of the context and the Dockerfile in the repository; undefined if one is outside. */
export function pathsInRepository({
  context,
  file = join(context, 'Dockerfile'),
}: Pick<BuildOptions, 'context' | 'file'>): { context: string; file: string } | undefined {
  const paths = { context: relative('.', context) || '.', file: relative('.', file) }
  return [paths.context, paths.file].some((path) => path.split('/')[0] === '..') ? undefined : paths
}

/** Returns whether a path leads out of a directory by links. Throws if there is no such file. */
export function leadsOut(directory: string, path: string): boolean {
  return relative(realpathSync(directory), realpathSync(path)).split('/')[0] === '..'
}

function unavailable(what: string, problem: string, error: unknown, signal: AbortSignal): Baseline {
  signal.throwIfAborted()
  if (!(error instanceof Error)) throw error
  const reason = error instanceof EngineError ? error.reason : error.message
  // The last message of buildx names the step that failed.
  const last =
    error instanceof CommandError ? error.output.findLast((line) => line.startsWith('ERROR')) : undefined
  return { what, image: undefined, detail: `${problem}: ${last ?? reason}` }
}
