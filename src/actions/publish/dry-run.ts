import type { KolenaSession } from '../../platforms/kolena/client.js'
import * as log from '../../runtime/log.js'
import type { ActionContext } from '../../runtime/run-action.js'
import { shared } from '../../util/shared.js'
import { together } from '../../util/together.js'
import type { Connections } from './connections.js'
import { obtain } from './image.js'
import type { PublishInputs } from './inputs.js'
import { changesTo, type Plan, registeredImage } from './plan.js'
import { type PublishResult, recordPlan } from './result.js'
import { rehearseTrust } from './role-trust.js'
import { prepareVerification, verify } from './verify.js'

/**
 * The dry run: builds for real, changes nothing anywhere, and notes what publishing would do. With a token at hand
 * it reads what is registered now; that it cannot is a warning, since a pull request must not fail for it.
 */
export async function rehearse(
  inputs: PublishInputs,
  context: ActionContext,
  connections: Connections,
  publication: PublishResult,
): Promise<void> {
  const { signal, privateDirectory, runLog } = context
  const session = connections.session(signal).catch(warn(signal))
  const planned = shared(async () => {
    const organization = inputs.platform.organization ?? (await session)?.tenant
    const plan = recordPlan(inputs, organization, publication)
    publication.registeredImage = registeredImage(plan, undefined)
    return plan
  })
  const [image, plan] = await together(
    signal,
    (signal) =>
      runLog.phase('Build', () =>
        obtain(inputs, () => planned(signal), connections.docker(signal), privateDirectory),
      ),
    planned,
    async (signal: AbortSignal) =>
      compare(await planned(signal), await session, publication).catch(warn(signal)),
    () => prepareVerification(inputs),
  )
  const docker = connections.docker(signal)
  if (image) publication.image = image
  else
    log.info(
      `The engine has no ${plan.shortReference}; publishing would look for ${plan.references[0]} in the registry`,
    )
  await verify(inputs, docker, runLog, publication, privateDirectory)
  await rehearseTrust(inputs, context, connections, publication)
}

async function compare(
  { evaluator, ...plan }: Plan,
  session: KolenaSession | undefined,
  publication: PublishResult,
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
