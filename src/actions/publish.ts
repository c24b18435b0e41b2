import { type Event, readEvent } from '../lib/event.js'
import { type Texts, takeTexts } from '../lib/inputs.js'
import * as log from '../lib/log.js'
import type { Mode } from '../lib/mode.js'
import type { Action } from '../lib/shell.js'
import { comment as placeComment } from '../publish/comment.js'
import { plannedRuns } from '../publish/evaluator-run.js'
import { fields, variables } from '../publish/fields.js'
import { loadInputs } from '../publish/inputs.js'
import { type PublishRun, runOutputs } from '../publish/publish-run.js'
import { failedTrust } from '../publish/role-trust.js'
import { manyComment, manySummary } from '../report/many-summary.js'
import { missingComment, publishComment } from '../report/publish-comment.js'
import { publishSummary } from '../report/publish-summary.js'

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
        const { loadEvaluators } = await import('../publish/evaluators-inputs.js')
        const { evaluators, concurrency, comment } = loadEvaluators(event, texts)
        result.comment = comment
        result.evaluators = plannedRuns(evaluators, shell.journal)
        for (const { mode } of evaluators.slice(0, 1)) tellMode(mode)
        const { publishMany } = await import('../publish/publish-many.js')
        return await publishMany(result.evaluators, shell, concurrency)
      }
      const inputs = loadInputs(event, texts)
      tellMode(inputs.mode)
      result.comment = inputs.comment
      // All that does the work is loaded only once there is work to do: what is refused, is refused sooner.
      const { publishOne } = await import('../publish/publish-one.js')
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
