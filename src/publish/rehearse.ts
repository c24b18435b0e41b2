import type { Docker } from '../docker/docker.js'
import { inspectImages } from '../docker/image.js'
import * as log from '../lib/log.js'
import type { Shell } from '../lib/shell.js'
import { together } from '../lib/together.js'
import type { KolenaSession } from '../platforms/kolena/client.js'
import type { Connections } from './connections.js'
import type { PublishInputs } from './inputs.js'
import { changesTo, makePlan, type Plan, registeredImage } from './plan.js'
import type { Image, Publication } from './publication.js'
import { buildCommandOf, obtain } from './publish.js'
import { rehearseTrust } from './role-trust.js'
import { verify } from './verification.js'

/**
 * The dry run: builds for real, changes nothing anywhere, and notes what publishing would do. With a token at hand
 * it reads what is registered now; that it cannot is a warning, since a pull request must not fail for it.
 */
export async function rehearse(
  inputs: PublishInputs,
  shell: Shell,
  connections: Connections,
  publication: Publication,
): Promise<void> {
  const { signal, privateDirectory, journal } = shell
  const { config } = connections
  const session = connections.session(signal).catch(warn(signal))
  const organization = inputs.platform.organization ?? (await session)?.tenant
  const plan = makePlan(inputs, organization)
  Object.assign(publication, {
    plan,
    registeredImage: registeredImage(plan, undefined),
    ...buildCommandOf(inputs, plan),
  })

  const [image] = await together(
    signal,
    (signal) =>
      journal.phase('Build', () => rehearseImage(inputs, plan, { config, signal }, privateDirectory)),
    async (signal: AbortSignal) => compare(plan, await session, publication).catch(warn(signal)),
  )
  if (image) publication.image = image
  else
    log.info(
      `The engine has no ${plan.shortReference}; publishing would look for ${plan.references[0]} in the registry`,
    )
  await verify(inputs, { config, signal }, journal, publication, privateDirectory)
  await rehearseTrust(inputs, shell, connections, publication)
}

async function rehearseImage(
  inputs: PublishInputs,
  plan: Plan,
  engine: Docker,
  directory: string,
): Promise<Image | undefined> {
  const image = await obtain(inputs, plan, engine, directory)
  if (!image || image.facts || inputs.verify || inputs.build?.store === 'builder') return image
  const [local] = await inspectImages(engine, plan.localReferences.slice(0, 1))
  return { ...image, facts: local?.facts }
}

async function compare(
  { evaluator, ...plan }: Plan,
  session: KolenaSession | undefined,
  publication: Publication,
): Promise<void> {
  if (!evaluator || !session) return
  const previous = await session.findEvaluator(evaluator.workflow, evaluator.name)
  const image = registeredImage({ evaluator, ...plan }, undefined)
  Object.assign(publication, { previous, changes: changesTo(previous, image, evaluator) })
}

function warn(signal: AbortSignal) {
  return (error: unknown): undefined => {
    signal.throwIfAborted()
    log.warning(
      `What is registered now could not be read, so the plan does not show what would change. ${error instanceof Error ? error.message : error}`,
      'Dry run',
    )
  }
}
