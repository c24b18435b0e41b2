import { buildCommand } from '../docker/build.js'
import type { Repository } from '../docker/distribution.js'
import type { Docker } from '../docker/docker.js'
import type { Journal } from '../lib/journal.js'
import * as log from '../lib/log.js'
import { shared } from '../lib/shared.js'
import type { Shell } from '../lib/shell.js'
import { together } from '../lib/together.js'
import type { KolenaSession } from '../platforms/kolena/client.js'
import type { Registry } from '../registries/registry.js'
import { chooseRegistry, repositoryOf } from './access.js'
import type { Connections } from './connections.js'
import { addTags, deliver, findInRegistry, lostAnnotations } from './delivery.js'
import { build, findInEngine, readsFrom } from './image.js'
import type { PublishInputs } from './inputs.js'
import { makePlan, type Plan, registeredImage } from './plan.js'
import type { Image, Publication } from './publication.js'
import { readRegistration, registerImage } from './registration.js'
import { findReusable, inputsForReuse, keepForReuse, type Reusable, reuseImage } from './reuse.js'
import { settleTrust } from './role-trust.js'
import { verify } from './verification.js'

/** What the platform and the registry let this publication do. */
interface Access {
  session: KolenaSession | undefined
  registry: Registry
  repository: Repository
}

/**
 * Publishes: the image is built while the run logs in everywhere; then it is verified, pushed, confirmed, and registered.
 * What becomes known is noted in `publication` at once, so that a failure later on loses none of it.
 */
export async function publishImage(
  inputs: PublishInputs,
  shell: Shell,
  connections: Connections,
  publication: Publication,
): Promise<void> {
  const { signal, journal } = shell
  const { session } = connections
  const plan = makePlan(inputs, inputs.platform.organization ?? (await session(signal))?.tenant)
  Object.assign(publication, { plan, ...buildCommandOf(inputs, plan) })

  // What is opened outlives the wait for it.
  const access = shared((opening) =>
    openAccess(inputs, plan, connections, AbortSignal.any([opening, signal])),
  )
  const read = async (signal: AbortSignal) => readRegistration(plan, (await access(signal)).session, journal)
  const [reusable, registered] = inputs.reuse
    ? await together(signal, (signal) => lookUp(inputs, access, journal, signal), read)
    : [{}]
  if (reusable.found) await reuse(reusable, await access(signal), journal, publication)
  else await buildAndPush(inputsForReuse(inputs, reusable), access, shell, connections, publication)
  // Only now: while the image was built another job may have registered one.
  const previous = reusable.found ? registered : await read(signal)
  await together(
    signal,
    async (signal) => keep(inputs, reusable, await access(signal), signal, publication),
    async (signal) =>
      registerImage(plan, (await access(signal)).session, previous, signal, journal, publication),
  )
  await settleTrust(inputs, publication.registration?.aws_role_config, shell, connections, publication)
}

async function lookUp(
  inputs: PublishInputs,
  access: (signal: AbortSignal) => Promise<Access>,
  journal: Journal,
  signal: AbortSignal,
): Promise<Reusable> {
  return await journal.phase('Look for the same inputs', () => findReusable(inputs, access, signal))
}

/** Gives the image that was published from the same inputs its new tags: nothing is built, pulled or pushed. */
async function reuse(
  { tag = '', found }: Reusable,
  { repository }: Access,
  journal: Journal,
  publication: Publication,
): Promise<void> {
  const { plan } = publication
  if (!plan || !found) return
  const reused = await journal.phase('Tag', () => reuseImage(found, repository, plan))
  const { digest } = reused.manifest
  Object.assign(publication, reused, {
    reused: { tag, created: found.facts?.created },
    registeredImage: registeredImage(plan, digest),
  })
  journal.done.push(`The image ${plan.references[0]} was tagged.`)
  log.info(`${plan.references[0]} is ${digest}, published from the same inputs before; nothing is built`)
}

async function buildAndPush(
  inputs: PublishInputs,
  access: (signal: AbortSignal) => Promise<Access>,
  { signal, privateDirectory, journal }: Shell,
  connections: Connections,
  publication: Publication,
): Promise<void> {
  const { plan } = publication
  if (!plan) return
  const { config } = connections
  const enter = shared(async (signal) => {
    const opened = await access(signal)
    await logIn(opened, connections, journal, signal)
    return opened
  })
  if (inputs.build && readsFrom(plan.repository.host, inputs.build)) await enter(signal)
  const [image, { repository }] = await together(
    signal,
    (signal) => journal.phase('Build', () => obtain(inputs, plan, { config, signal }, privateDirectory)),
    enter,
  )
  if (image) publication.image = image
  await verify(inputs, { config, signal }, journal, publication, privateDirectory)
  await bringToRegistry(inputs, { config, signal }, repository, journal, publication, privateDirectory)
}

/** Keeps an image that was built for the next run with the same inputs. */
async function keep(
  inputs: PublishInputs,
  { tag, found }: Reusable,
  { repository }: Access,
  signal: AbortSignal,
  { manifest, notVerified }: Publication,
): Promise<void> {
  // What could not be verified is not to be taken for what was.
  if (tag !== undefined && !found && manifest && notVerified === undefined)
    await keepForReuse(inputs, tag, manifest, repository, signal)
}

/** How people build the same image on their own machine. */
export function buildCommandOf({ build }: PublishInputs, { localReferences: [reference = ''] }: Plan) {
  return (
    build && {
      buildCommand: buildCommand(
        build.options,
        reference,
        build.secrets.map(({ id }) => id),
      ),
    }
  )
}

/** Builds the image, or finds the one that exists already; undefined when it is not in the engine. */
export async function obtain(
  { build: wanted }: PublishInputs,
  plan: Plan,
  engine: Docker,
  directory: string,
): Promise<Image | undefined> {
  return wanted ? await build(engine, wanted, plan, directory) : await findInEngine(engine, plan)
}

async function openAccess(
  inputs: PublishInputs,
  plan: Plan,
  connections: Connections,
  signal: AbortSignal,
): Promise<Access> {
  const session = await connections.session(signal)
  const registry = await chooseRegistry(inputs, plan, session, connections.ecrLogin, signal)
  return { session, registry, repository: await repositoryOf(registry, signal) }
}

/** Creates the repository where it is missing, and logs docker and our own client in. */
async function logIn(
  { registry, repository }: Access,
  connections: Connections,
  journal: Journal,
  signal: AbortSignal,
): Promise<void> {
  await journal.phase('Log in to the registry', () =>
    together(
      signal,
      async () => {
        if ((await registry.prepare()) === 'created')
          journal.done.push(`The repository ${registry.path} was created.`)
      },
      (signal) => connections.logIn(registry, signal),
      // What is wrong with the login is told where it is needed: by docker's push, or by the first call.
      () => repository.logIn().catch(() => signal.throwIfAborted()),
    ),
  )
}

/** Delivers the image unless the registry alone has it, and notes what the registry confirmed. */
async function bringToRegistry(
  inputs: PublishInputs,
  engine: Docker,
  repository: Repository,
  journal: Journal,
  publication: Publication,
  directory: string,
): Promise<void> {
  const { plan, image } = publication
  if (!plan) return
  const delivered = image
    ? await journal.phase('Push', () => deliver(engine, image, inputs, plan, repository, directory))
    : await journal.phase('Find', () => findInRegistry(repository, plan))
  const { manifest } = delivered
  Object.assign(publication, delivered, { registeredImage: registeredImage(plan, manifest.digest) })
  if (image && !delivered.image.kept) journal.done.push(`The image ${plan.references[0]} was pushed.`)
  const lost = lostAnnotations(manifest, inputs.build?.options.annotations ?? [])
  if (lost.length > 0)
    log.warning(
      `The image has no annotation ${lost.join(', ')}: the classic image store of the engine does not keep annotations. Turn on its containerd image store, or use labels.`,
      'annotations',
    )
  if (plan.references.length > 1) await journal.phase('Tag', () => addTags(repository, manifest, plan))
  publication.image = { ...delivered.image, facts: await repository.readFacts(manifest) }
  for (const reference of plan.references) log.info(`The registry has ${reference}@${manifest.digest}`)
}
