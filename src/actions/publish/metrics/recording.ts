import {
  describeCount,
  type NotRecorded,
  type Recording,
} from '../../../platforms/kolena/contract/recording.js'
import * as log from '../../../runtime/log.js'
import type { ActionContext } from '../../../runtime/run-action.js'
import type { Connections } from '../connections.js'
import type { PublishInputs } from '../inputs.js'

/**
 * Records the samples that the evaluator is verified with. Returns the reason if the inputs ask for samples that this
 * run does not read, and undefined if they do not ask for any.
 */
export async function recordSamples(
  inputs: PublishInputs,
  { record }: Pick<Connections, 'record'>,
  { signal, runLog }: Pick<ActionContext, 'signal' | 'runLog'>,
): Promise<Recording | NotRecorded | undefined> {
  const { recording } = inputs.verify ?? {}
  if (recording && 'reason' in recording) log.info(`No samples are recorded: ${recording.reason}`)
  if (!recording || 'reason' in recording) return recording
  return await runLog.phase('Record the samples', async () => {
    const recorded = await record(recording, signal)
    log.info(`The evaluator gets ${describeCount(recorded)}: ${recorded.source}`)
    return recorded
  })
}
