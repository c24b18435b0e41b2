import type { Shell } from '../lib/shell.js'
import { Connections } from './connections.js'
import type { PublishInputs } from './inputs.js'
import type { Publication } from './publication.js'
import { publishImage } from './publish.js'
import { rehearse } from './rehearse.js'

/** Publishes one evaluator, or in a dry run shows what that would do. */
export async function publishOne(
  inputs: PublishInputs,
  shell: Shell,
  publication: Publication,
): Promise<void> {
  const connections = new Connections([inputs], shell)
  await (inputs.mode.dryRun ? rehearse : publishImage)(inputs, shell, connections, publication)
}
