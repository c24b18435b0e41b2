import type { RoleTrust } from '../../platforms/aws/role-trust.js'
import type { KolenaSession } from '../../platforms/kolena/client.js'
import { readDuringDryRun } from '../../runtime/dry-run.js'
import * as log from '../../runtime/log.js'
import type { ActionContext } from '../../runtime/run-action.js'
import type { Connections } from './connections.js'
import type { PublishInputs } from './inputs.js'
import { recordingInput } from './metrics/recording-input.js'
import { changesTo, type Plan, registeredImage } from './plan.js'
import type { PublishResult } from './result.js'
import { settleTrust } from './role-trust.js'

const notCompared = 'The current registration could not be read, so the plan does not show what would change.'

/**
 * Logs in at the platform. Unless the run needs samples from the platform, a failed login does not fail a dry run, so
 * that pull requests do not fail.
 */
export async function openSession(
  inputs: PublishInputs,
  connections: Pick<Connections, 'session'>,
  signal: AbortSignal,
): Promise<KolenaSession | undefined> {
  const open = () => connections.session(signal)
  const optional = inputs.mode.dryRun && !recordingInput(inputs.verify)
  return optional ? await readDuringDryRun(notCompared, signal, open) : await open()
}

/** Compares what publishing would register with the current registration, if the platform can be reached. */
export async function compareRegistration(
  plan: Plan,
  session: KolenaSession | undefined,
  signal: AbortSignal,
): Promise<Pick<PublishResult, 'previous' | 'changes'>> {
  const { evaluator } = plan
  if (!evaluator || !session) return {}
  const compared = await readDuringDryRun(notCompared, signal, async () => {
    const previous = await session.findEvaluator(evaluator.workflow, evaluator.name)
    return { previous, changes: changesTo(previous, registeredImage(plan, undefined), evaluator) }
  })
  return compared ?? {}
}

/** Reports that the engine does not have the image; a dry run does not look for it in the registry. */
export function reportMissingImage({ shortReference, references: [reference] }: Plan): void {
  log.info(`The engine has no ${shortReference}; publishing would look for ${reference} in the registry`)
}

/** Checks the trust policy of the currently registered role, as publishing would. The result never fails a dry run. */
export async function judgeTrust(
  inputs: PublishInputs,
  { previous }: Pick<PublishResult, 'previous'>,
  connections: Pick<Connections, 'roles'>,
  context: ActionContext,
): Promise<RoleTrust | undefined> {
  if (inputs.trustPolicy === 'off') return undefined
  const role = previous?.aws_role_config
  if (!role || role.assume_role_arn !== inputs.evaluator?.awsAssumeRole) {
    log.info(
      'The trust policy is not shown: the platform returns its role and external id only when it registers',
    )
    return undefined
  }
  return await readDuringDryRun('The trust policy could not be read.', context.signal, () =>
    settleTrust(inputs, role, connections, context),
  )
}
