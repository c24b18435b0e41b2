import { mkdirSync } from 'node:fs'
import { isAbsolute, join, normalize, relative } from 'node:path'
import { type Credentials, findLogin } from '../../../docker/credentials.js'
import { EngineError } from '../../../docker/engine-error.js'
import { inspectImages } from '../../../docker/image.js'
import { pullImage } from '../../../docker/pull.js'
import { parseReference, registryHost, repositoryPath } from '../../../docker/reference.js'
import { type BuildOptions, buildImage } from '../../../image/build/build.js'
import type { Baseline } from '../../../image/verify/comparison.js'
import type { FindBaseline } from '../../../image/verify/contract.js'
import type { KolenaSession } from '../../../platforms/kolena/client.js'
import { CommandError } from '../../../runtime/errors.js'
import type { Access } from '../access.js'
import type { PublishContext } from '../connections.js'
import type { PublishInputs } from '../inputs.js'
import type { Plan } from '../plan.js'
import type { BaseCommit, BaselineInput } from './baseline-input.js'

/** What a baseline may need from the publication. Promises are awaited only when they are needed. */
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

/** Brings the image to compare with into the engine; undefined if nothing is compared. */
export function baselineFinder(
  inputs: PublishInputs,
  known: Known,
  context: PublishContext,
): FindBaseline | undefined {
  const { baseline: wanted } = inputs.verify ?? {}
  if (!wanted) return undefined
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
 * Returns the run's login for the registry that it publishes to, or else the job's login. Unreviewed code gets none: its
 * build could read a private image in the engine.
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

/** Builds the image of a commit. BuildKit fetches the commit, so nothing is checked out. */
async function built(what: string, search: Search): Promise<Baseline> {
  const { inputs, docker, privateDirectory, signal } = search
  const { base, token } = search.wanted
  const without = (detail: string): Baseline => ({ what, image: undefined, detail })
  if ('reason' in base) return without(base.reason)
  if (!inputs.build?.local) return without('the image is not built from a directory of the repository')
  const { secrets, options } = inputs.build
  const remote = remoteContext(options, base)
  if (!remote) return without('its Dockerfile or context is outside the repository')
  const directory = join(privateDirectory, 'baseline')
  mkdirSync(directory, { mode: 0o700 })
  // BuildKit sends the token to this host only. Unreviewed code gets no token, so only public repositories can be read.
  const access =
    token && !inputs.mode.untrusted
      ? [{ id: `GIT_AUTH_TOKEN.${new URL(base.repository).host}`, value: token }]
      : []
  try {
    const alone = {
      platforms: onePlatform(options),
      provenance: 'false',
      sbom: 'false',
      annotations: [],
      cacheTo: [],
    }
    const { digests } = await buildImage(
      docker,
      { ...options, ...remote, ...alone },
      [],
      'engine',
      [...secrets, ...access],
      directory,
    )
    const [image] = await inspectImages(docker, digests)
    return image
      ? { what, image: image.id, detail: base.sha.slice(0, 7) }
      : without('the engine did not keep its image')
  } catch (error) {
    return unavailable(what, 'its image could not be built', error, signal)
  }
}

/** Returns the same context and Dockerfile in a commit; undefined unless both are in the repository. */
export function remoteContext(
  { context, file }: Pick<BuildOptions, 'context' | 'file'>,
  { repository, sha }: Exclude<BaseCommit, { reason: string }>,
): Pick<BuildOptions, 'context' | 'file'> | undefined {
  const folder = normalize(isAbsolute(context) ? relative('.', context) : context).replace(/\/$/, '')
  if (folder.startsWith('..')) return undefined
  const path = relative(folder, file ?? join(context, 'Dockerfile'))
  if (path.startsWith('..')) return undefined
  return { context: `${repository}#${sha}${folder === '.' ? '' : `:${folder}`}`, file: path }
}

function onePlatform({ platforms }: BuildOptions): string[] {
  return platforms.length > 1
    ? [platforms.find((one) => one === 'linux/amd64') ?? platforms[0] ?? '']
    : platforms
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
