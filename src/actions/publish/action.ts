import { type Event, readEvent } from '../../runtime/event.js'
import { type Texts, takeTexts } from '../../runtime/inputs.js'
import * as log from '../../runtime/log.js'
import type { Mode } from '../../runtime/mode.js'
import type { Action } from '../../runtime/run-action.js'
import { comment as placeComment } from './comment.js'
import { missingComment, publishComment } from './comment-text.js'
import { plannedRuns } from './evaluator-run.js'
import { fields, variables } from './fields.js'
import { loadInputs } from './inputs.js'
import { type PublishRun, runOutputs } from './outputs-of-run.js'
import { failedTrust } from './role-trust.js'
import { publishSummary } from './summary.js'
import { manyComment, manySummary } from './summary-of-many.js'

/** What is to be published, and what it is published for. */
export interface Order {
  event: Event
  texts: Texts
}

/** The root action: build an evaluator's image, push it and register it, or in a dry run show what that would do. */
export const publish = publishing(async () => ({ event: readEvent(), texts: takeTexts(fields, variables) }))

/** The same, by an order that comes from elsewhere than GitHub's runner. */
export function publishing(takeOrder: (signal: AbortSignal) => Promise<Order>): Action<PublishRun> {
  return {
    begin: () => ({ publication: { changed: false } }),
    run: async (result, shell) => {
      const { event, texts } = await takeOrder(shell.signal)
      if (texts.evaluators) {
        // YAML is loaded only where there is a file.
        const { loadEvaluators } = await import('./evaluators-file/inputs.js')
        const { evaluators, concurrency, comment } = loadEvaluators(event, texts)
        result.comment = comment
        result.evaluators = plannedRuns(evaluators, shell.journal)
        for (const { mode } of evaluators.slice(0, 1)) tellMode(mode)
        const { publishMany } = await import('./publish-many.js')
        return await publishMany(result.evaluators, shell, concurrency)
      }
      const inputs = loadInputs(event, texts)
      tellMode(inputs.mode)
      result.comment = inputs.comment
      // All that does the work is loaded only once there is work to do: what is refused, is refused sooner.
      const { publishOne } = await import('./publish-one.js')
      await publishOne(inputs, shell, result.publication)
    },
    outputs: runOutputs,
    summary: ({ evaluators, publication }, journal, error) =>
      evaluators ? manySummary(evaluators, journal, error) : publishSummary(publication, journal, error),
    announce: async ({ evaluators, publication, comment }, { journal, signal }, error) => {
      if (!comment) return undefined
      const body = evaluators
        ? manyComment(evaluators, comment, journal, error)
        : publishComment(publication, comment, journal, error)
      const obstacle = await placeComment(comment, body.toString(), signal)
      return obstacle === undefined ? undefined : missingComment(obstacle)
    },
    failedGate: ({ publication }) => failedTrust(publication),
  }
}

function tellMode({ dryRun, reason }: Mode): void {
  log.info(`${dryRun ? 'Dry run' : 'Publishing'}: ${reason}`)
}
