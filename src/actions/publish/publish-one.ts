import type { ActionContext } from '../../runtime/run-action.js'
import { Connections } from './connections.js'
import { rehearse } from './dry-run.js'
import type { PublishInputs } from './inputs.js'
import { publishImage } from './publish.js'
import type { PublishResult } from './result.js'

/** Publishes one evaluator, or in a dry run shows what that would do. */
export async function publishOne(
  inputs: PublishInputs,
  context: ActionContext,
  publication: PublishResult,
): Promise<void> {
  const connections = new Connections([inputs], context)
  await (inputs.mode.dryRun ? rehearse : publishImage)(inputs, context, connections, publication)
}
