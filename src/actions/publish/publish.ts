import type { Docker } from '../../docker/docker.js'
import type { Repository } from '../../registry/distribution.js'
import * as log from '../../runtime/log.js'
import type { ActionContext } from '../../runtime/run-action.js'
import type { RunLog } from '../../runtime/run-log.js'
import { shared } from '../../util/shared.js'
import { together } from '../../util/together.js'
import { type Access, enter, giveLogin, openAccess } from './access.js'
import type { Connections } from './connections.js'
import { obtain, readsFrom } from './image.js'
import type { PublishInputs } from './inputs.js'
import { registeredImage } from './plan.js'
import { addTags, deliver, findInRegistry, lostAnnotations } from './push.js'
import { readRegistration, registerImage } from './register.js'
import { type PublishResult, recordPlan } from './result.js'
import { findReusable, inputsForReuse, keepForReuse, type Reusable, reuseImage } from './reuse.js'
import { settleTrust } from './role-trust.js'
import { prepareVerification, verify } from './verify.js'

/** Milliseconds for which what is registered is taken for what was read: another job may register while an image is pushed. */
const LONGEST_READING = 5_000

type Opening = (signal: AbortSignal) => Promise<Access>
type Reading = (signal: AbortSignal) => ReturnType<typeof readRegistration>
/** What was read beside something else, or why it could not be: told when that is done, which it would cut off. */
type EarlyReading = { registered: Awaited<ReturnType<Reading>>; time: number } | { error: unknown }

/**
 * Publishes: the image is built while the run logs in everywhere; then it is verified, pushed, confirmed, and registered.
 * What becomes known is noted in `publication` at once, so that a failure later on loses none of it.
 */
export async function publishImage(
  inputs: PublishInputs,
  context: ActionContext,
  connections: Connections,
  publication: PublishResult,
): Promise<void> {
  const { signal, runLog } = context
  // What is opened outlives the wait for it.
  const open = shared((opening) =>
    openPublication(inputs, connections, publication, AbortSignal.any([opening, signal])),
  )
  const read = async (signal: AbortSignal) => {
    const session = await connections.session(signal)
    return await readRegistration((await open(signal)).plan, session, runLog)
  }
  const [early, reusable] = inputs.reuse
    ? await together(
        signal,
        async (signal) => {
          // A token that is refused ends the search, too.
          await connections.session(signal)
          return await readEarly(read, signal)
        },
        (signal) => reuse(inputs, open, connections, runLog, signal, publication),
      )
    : [undefined, {}]
  // While an image is built another job may register one: that is read when the image is there.
  const previous =
    early && (reusable.found || 'error' in early)
      ? await settleReading(early, read, signal)
      : await buildAndPush(inputsForReuse(inputs, reusable), open, read, context, connections, publication)
  const { plan, repository } = await open(signal)
  const session = await connections.session(signal)
  await together(
    signal,
    (signal) => registerImage(plan, session, previous, signal, runLog, publication),
    (signal) => keep(inputs, reusable, repository, signal, publication),
    (signal) => recordFacts(repository, signal, publication),
  )
  await settleTrust(inputs, publication.registration?.aws_role_config, context, connections, publication)
}

async function readEarly(read: Reading, signal: AbortSignal): Promise<EarlyReading> {
  try {
    return { registered: await read(signal), time: performance.now() }
  } catch (error) {
    return { error }
  }
}

async function settleReading(early: EarlyReading, read: Reading, signal: AbortSignal): ReturnType<Reading> {
  if ('error' in early) throw early.error
  return performance.now() - early.time < LONGEST_READING ? early.registered : await read(signal)
}

/** Finds out where the image goes, for which the organization has to be known. */
async function openPublication(
  inputs: PublishInputs,
  connections: Connections,
  publication: PublishResult,
  signal: AbortSignal,
): Promise<Access> {
  const { organization = (await connections.session(signal))?.tenant } = inputs.platform
  return await openAccess(inputs, recordPlan(inputs, organization, publication), connections, signal)
}

/** Looks for an image that was published from the same inputs, and gives it its new tags: nothing is built, pulled or pushed. */
async function reuse(
  inputs: PublishInputs,
  open: Opening,
  connections: Connections,
  runLog: RunLog,
  signal: AbortSignal,
  publication: PublishResult,
): Promise<Reusable> {
  const reusable = await runLog.phase('Look for the same inputs', () => findReusable(inputs, open, signal))
  const { tag = '', found } = reusable
  if (!found) return reusable
  // Nothing is changed anywhere before the platform has accepted the token.
  await connections.session(signal)
  const { plan, repository } = await open(signal)
  const reused = await runLog.phase('Tag', () => reuseImage(found, repository, plan))
  const { digest } = reused.manifest
  Object.assign(publication, reused, {
    reused: { tag, created: found.facts?.created },
    registeredImage: registeredImage(plan, digest),
  })
  runLog.done.push(`The image ${plan.references[0]} was tagged.`)
  log.info(`${plan.references[0]} is ${digest}, published from the same inputs before; nothing is built`)
  return reusable
}

/** Builds, verifies and pushes the image; gives what is registered at the time of the push. */
async function buildAndPush(
  inputs: PublishInputs,
  open: Opening,
  read: Reading,
  { signal, privateDirectory, runLog }: ActionContext,
  connections: Connections,
  publication: PublishResult,
): ReturnType<Reading> {
  const entered = shared(async (signal) => {
    await connections.session(signal)
    const access = await open(signal)
    await enter(inputs, access, runLog, signal)
    return access
  })
  if (inputs.build && readsFrom(hostOf(inputs), inputs.build))
    giveLogin(connections.docker(signal), await entered(signal))
  const makeImage = async (signal: AbortSignal) => {
    const docker = connections.docker(signal)
    // Also in the engine nothing gets a name before the platform has accepted the token.
    const plan = async () => {
      await connections.session(signal)
      return (await open(signal)).plan
    }
    const image = await runLog.phase('Build', () => obtain(inputs, plan, docker, privateDirectory))
    if (image) publication.image = image
    await verify(inputs, docker, runLog, publication, privateDirectory)
  }
  const [, access] = await together(signal, makeImage, entered, () => prepareVerification(inputs))
  const push = (signal: AbortSignal) =>
    bringToRegistry(inputs, connections.docker(signal), access, runLog, publication, privateDirectory)
  const [early] = await together(signal, (signal) => readEarly(read, signal), push)
  return await settleReading(early, read, signal)
}

/** The registry, which is known before the organization is. */
function hostOf({ image }: PublishInputs): string {
  return image.host ?? image.platformRegistry
}

/** Keeps an image that was built for the next run with the same inputs. */
async function keep(
  inputs: PublishInputs,
  { tag, found }: Reusable,
  repository: Repository,
  signal: AbortSignal,
  { manifest, notVerified }: PublishResult,
): Promise<void> {
  // What could not be verified is not to be taken for what was.
  if (tag !== undefined && !found && manifest && notVerified === undefined)
    await keepForReuse(inputs, tag, manifest, repository, signal)
}

/** Notes what the registry tells about the image, for the report alone: that it cannot is no failure of the publication. */
async function recordFacts(
  repository: Repository,
  signal: AbortSignal,
  publication: PublishResult,
): Promise<void> {
  const { image, manifest, reused } = publication
  if (!image || !manifest || reused) return
  try {
    publication.image = { ...image, facts: await repository.readFacts(manifest) }
  } catch (error) {
    signal.throwIfAborted()
    log.info(`The registry does not tell about the image: ${error instanceof Error ? error.message : error}`)
  }
}

/** Delivers the image unless the registry alone has it, and notes what the registry confirmed. */
async function bringToRegistry(
  inputs: PublishInputs,
  docker: Docker,
  access: Access,
  runLog: RunLog,
  publication: PublishResult,
  directory: string,
): Promise<void> {
  const { plan, repository } = access
  const { image } = publication
  const delivered = image
    ? await runLog.phase('Push', () => deliver(docker, image, inputs, access, directory))
    : await runLog.phase('Find', () => findInRegistry(repository, plan))
  const { manifest } = delivered
  Object.assign(publication, delivered, { registeredImage: registeredImage(plan, manifest.digest) })
  if (image && !delivered.image.kept) runLog.done.push(`The image ${plan.references[0]} was pushed.`)
  const lost = lostAnnotations(manifest, inputs.build?.options.annotations ?? [])
  if (lost.length > 0)
    log.warning(
      `The image has no annotation ${lost.join(', ')}: the classic image store of the engine does not keep annotations. Turn on its containerd image store, or use labels.`,
      'annotations',
    )
  if (plan.references.length > 1) await runLog.phase('Tag', () => addTags(repository, manifest, plan))
  for (const reference of plan.references) log.info(`The registry has ${reference}@${manifest.digest}`)
}
