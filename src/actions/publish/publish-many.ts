import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ActionError, messageOf } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { type ActionContext, reportError } from '../../runtime/run-action.js'
import { phaseOf } from '../../runtime/run-log.js'
import { groupBy } from '../../util/group-by.js'
import { mapSettled } from '../../util/map-settled.js'
import { Connections } from './connections.js'
import { resultOf } from './evaluator-run.js'
import { publishEvaluator } from './publish.js'
import { describeReady } from './ready.js'
import type { EvaluatorRun } from './result.js'
import { failedTrust } from './role-trust.js'

/**
 * Publishes evaluators in parallel, `limit` at a time, with one login at the platform and one at each registry. They
 * share the builder, which builds common stages once. A failure does not stop other evaluators; one error at the end
 * names all that failed.
 */
export async function publishMany(
  runs: readonly EvaluatorRun[],
  context: ActionContext,
  limit: number,
): Promise<void> {
  const connections = new Connections(
    runs.map(({ inputs }) => inputs),
    context,
  )
  log.info(
    `${runs.length} evaluators, ${Math.min(limit, runs.length)} at a time; the output of each is shown when it ends`,
  )
  await mapSettled(runs, limit, context.signal, (run) => publishRun(run, context, connections))
  const failed = runs.filter(({ error }) => error !== undefined)
  log.info(countsOf(runs))
  if (failed.length > 0) throw failureOf(failed, runs.length)
}

async function publishRun(
  run: EvaluatorRun,
  context: ActionContext,
  connections: Connections,
): Promise<void> {
  const { name, inputs, publication, runLog } = run
  const start = performance.now()
  log.info(`${name}: begins`)
  const section = new log.Section(name)
  const [outcome] = await Promise.allSettled([
    section.within(async () => {
      const privateDirectory = join(context.privateDirectory, String(run.index))
      mkdirSync(privateDirectory, { mode: 0o700 })
      const own = { signal: context.signal, privateDirectory, runLog }
      await publishEvaluator(inputs, own, connections, (part) => Object.assign(publication, part))
      const gate = failedTrust(publication)
      if (gate !== undefined) throw new ActionError(gate)
      if (inputs.mode.dryRun) log.info(describeReady(inputs, publication))
    }),
  ])
  run.seconds = (performance.now() - start) / 1000
  if (outcome.status === 'rejected')
    run.error = context.signal.aborted ? context.signal.reason : outcome.reason
  section.show(`${name}: ${resultOf(run)}, ${run.seconds.toFixed(1)} s`)
  if (resultOf(run) !== 'failed') return
  // Log the error after the group, because groups are folded.
  section.within(() => reportError(run.error, runLog))
  section.show()
}

function countsOf(runs: readonly EvaluatorRun[]): string {
  const groups = [...groupBy(runs, resultOf)]
  return groups.map(([result, { length }]) => `${length} ${result}`).join(', ')
}

/** Returns one line per reason, because a wrong token fails every evaluator in the same way. */
function failureOf(failed: readonly EvaluatorRun[], all: number): ActionError {
  const reasons = groupBy(failed, ({ error }) => {
    const [line = ''] = messageOf(error).split('\n')
    const phase = phaseOf(error)
    return phase === undefined ? line : `${phase} failed: ${line}`
  })
  const lines = [...reasons].map(
    ([reason, runs]) => `- ${runs.map(({ name }) => name).join(', ')}: ${reason}`,
  )
  const message = [
    `${failed.length} of ${all} evaluators failed. The log and the summary explain each failure; trying again is safe.`,
    ...lines,
  ].join('\n')
  const alike = failed.length === all && reasons.size === 1
  return new ActionError(message, { cause: alike ? failed[0]?.error : undefined })
}
