import * as log from '../../runtime/log.js'
import type { Mode } from '../../runtime/mode.js'
import type { Action } from '../../runtime/run-action.js'
import { comment as placeComment } from './comment.js'
import { missingComment, publishComment } from './comment-text.js'
import { plannedRuns } from './evaluator-run.js'
import { fields, variables } from './fields.js'
import { loadInputs } from './inputs.js'
import { runOutputs } from './outputs-of-run.js'
import type { PublishResult, PublishStepResult } from './result.js'
import { failedTrust } from './role-trust.js'
import { findSource } from './source.js'
import { publishSummary } from './summary.js'
import { manyComment, manySummary } from './summary-of-many.js'

/** The root action: builds an evaluator's image, pushes it and registers it, or shows in a dry run what that would do. */
export const publish: Action<PublishStepResult> = {
  fields,
  variables,
  begin: () => ({ publication: { changed: false } }),
  run: async (request, context, record) => {
    const { rawInputs } = request
    const event = await findSource(request.event, context.signal)
    if (rawInputs.evaluators) {
      // YAML is loaded only where there is a file.
      const { loadEvaluators } = await import('./evaluators-file/inputs.js')
      const { mode, evaluators, concurrency, comment } = loadEvaluators(event, rawInputs)
      const runs = plannedRuns(evaluators, context.runLog)
      record({ evaluators: runs, mode, comment })
      if (mode) reportMode(mode)
      if (runs.length === 0)
        return log.info('This shard of the evaluators file is empty: there is nothing to do')
      const { publishMany } = await import('./publish-many.js')
      return await publishMany(runs, context, concurrency)
    }
    const inputs = loadInputs(event, rawInputs)
    reportMode(inputs.mode)
    record({ comment: inputs.comment })
    // What does the work is loaded only when there is work to do, so that bad inputs are refused sooner.
    const { publishOne } = await import('./publish-one.js')
    let publication: PublishResult = { changed: false }
    await publishOne(inputs, context, (part) => {
      publication = { ...publication, ...part }
      record({ publication })
    })
  },
  outputs: runOutputs,
  summary: ({ evaluators, publication }, runLog, error) =>
    evaluators ? manySummary(evaluators, runLog, error) : publishSummary(publication, runLog, error),
  announce: async ({ evaluators, publication, comment }, { runLog, signal }, error) => {
    if (!comment) return undefined
    const body = evaluators
      ? manyComment(evaluators, comment, runLog, error)
      : publishComment(publication, comment, runLog, error)
    const obstacle = await placeComment(comment, body.toString(), signal)
    return obstacle === undefined ? undefined : missingComment(obstacle)
  },
  failedGate: ({ publication }) => failedTrust(publication),
}

function reportMode({ dryRun, reason, untrusted }: Mode): void {
  log.info(`${dryRun ? 'Dry run' : 'Publishing'}: ${reason}`)
  if (untrusted)
    log.info(
      'The code may be unreviewed: the build gets no token, secret, SSH agent, login or cache credential',
    )
}
