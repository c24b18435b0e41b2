import { buildCommand } from '../docker/build.js'
import type { Repository } from '../docker/distribution.js'
import type { Docker } from '../docker/docker.js'
import type { Journal } from '../lib/journal.js'
import * as log from '../lib/log.js'
import type { Shell } from '../lib/shell.js'
import { together } from '../lib/together.js'
import type { KolenaSession } from '../platforms/kolena/client.js'
import type { Registry } from '../registries/registry.js'
import { chooseRegistry, repositoryOf } from './access.js'
import type { Connections } from './connections.js'
import { addTags, deliver, findInRegistry, lostAnnotations } from './delivery.js'
import { build, findInEngine } from './image.js'
import type { PublishInputs } from './inputs.js'
import { changesTo, makePlan, type Plan, registeredImage } from './plan.js'
import type { Image, Publication } from './publication.js'
import { register } from './registration.js'
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
  const { signal, privateDirectory, journal } = shell
  const { config, session } = connections
  const plan = makePlan(inputs, inputs.platform.organization ?? (await session(signal))?.tenant)
  Object.assign(publication, { plan, ...buildCommandOf(inputs, plan) })

  const [image, access] = await together(
    signal,
    (signal) => journal.phase('Build', () => obtain(inputs, plan, { config, signal }, privateDirectory)),
    async (signal) => {
      const access = await openAccess(inputs, plan, connections, signal)
      await logIn(access, connections, journal, signal)
      return access
    },
  )
  if (image) publication.image = image

  await verify(inputs, { config, signal }, journal, publication, privateDirectory)
  await bringToRegistry(inputs, { config, signal }, access.repository, journal, publication, privateDirectory)
  if (plan.evaluator) await registerImage(plan.evaluator, access, signal, journal, publication)
  await settleTrust(inputs, publication.registration?.aws_role_config, shell, publication)
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

/** Creates the repository where it is missing, and logs docker in where the run has a login of its own. */
async function logIn(
  { registry }: Access,
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

async function registerImage(
  evaluator: NonNullable<Plan['evaluator']>,
  access: Access,
  signal: AbortSignal,
  journal: Journal,
  publication: Publication,
): Promise<void> {
  const { session } = access
  const image = publication.registeredImage
  if (!session || !image) return
  // Only now: while the image was built another job may have registered one.
  const previous = await journal.phase('Read the registration', () =>
    session.findEvaluator(evaluator.workflow, evaluator.name),
  )
  publication.previous = previous
  const changes = changesTo(previous, image, evaluator)
  publication.changes = changes
  if (previous && changes.length === 0) {
    publication.registration = previous
    log.info(`${evaluator.name} is registered with ${image} already; nothing to change`)
    return
  }
  const registration = {
    workflow: evaluator.workflow,
    name: evaluator.name,
    image,
    secret: evaluator.secret ?? null,
    aws_assume_role: evaluator.awsAssumeRole ?? null,
  }
  publication.registration = await journal.phase('Register', () =>
    register(session, registration, previous, signal),
  )
  publication.changed = true
  journal.done.push(`${evaluator.name} was registered.`)
  log.info(`Registered ${evaluator.name} of "${evaluator.workflow}" with ${image}`)
}
