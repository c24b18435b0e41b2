import { readEvent } from '../lib/event.js'
import * as log from '../lib/log.js'
import type { Action } from '../lib/shell.js'
import { comment } from '../publish/comment.js'
import { Connections } from '../publish/connections.js'
import { loadInputs } from '../publish/inputs.js'
import { publishOutputs } from '../publish/outputs.js'
import type { Publication } from '../publish/publication.js'
import { publishImage } from '../publish/publish.js'
import { rehearse } from '../publish/rehearse.js'
import { failedTrust } from '../publish/role-trust.js'
import { missingComment, publishComment } from '../report/publish-comment.js'
import { publishSummary } from '../report/publish-summary.js'

/** The root action: build an evaluator's image, push it and register it, or in a dry run show what that would do. */
export const publish: Action<Publication> = {
  begin: () => ({ changed: false }),
  run: async (publication, shell) => {
    const inputs = loadInputs(readEvent())
    const { dryRun, reason } = inputs.mode
    publication.comment = inputs.comment
    log.info(`${dryRun ? 'Dry run' : 'Publishing'}: ${reason}`)
    const connections = new Connections([inputs], shell)
    await (dryRun ? rehearse : publishImage)(inputs, shell, connections, publication)
  },
  outputs: publishOutputs,
  summary: publishSummary,
  announce: async (publication, { journal, signal }, error) => {
    if (!publication.comment) return undefined
    const body = publishComment(publication, publication.comment, journal, error).toString()
    const obstacle = await comment(publication.comment, body, signal)
    return obstacle === undefined ? undefined : missingComment(obstacle)
  },
  failedGate: failedTrust,
}
