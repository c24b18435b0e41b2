import type { Shell } from '../../runtime/run-action.js'
import { Connections } from './connections.js'
import { rehearse } from './dry-run.js'
import type { PublishInputs } from './inputs.js'
import { publishImage } from './publish.js'
import type { Publication } from './result.js'

/** Publishes one evaluator, or in a dry run shows what that would do. */
export async function publishOne(
  inputs: PublishInputs,
  shell: Shell,
  publication: Publication,
): Promise<void> {
  const connections = new Connections([inputs], shell)
  await (inputs.mode.dryRun ? rehearse : publishImage)(inputs, shell, connections, publication)
}
