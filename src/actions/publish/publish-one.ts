import type { ActionContext, Recorder } from '../../runtime/run-action.js'
import { Connections } from './connections.js'
import type { PublishInputs } from './inputs.js'
import { publishEvaluator } from './publish.js'
import type { PublishResult } from './result.js'

/** Publishes the one evaluator that the inputs describe. */
export async function publishOne(
  inputs: PublishInputs,
  context: ActionContext,
  record: Recorder<PublishResult>,
): Promise<void> {
  await publishEvaluator(inputs, context, new Connections([inputs], context), record)
}
