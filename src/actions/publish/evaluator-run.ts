import { CancelledError } from '../../runtime/errors.js'
import type { RunLog } from '../../runtime/run-log.js'
import { groupBy } from '../../util/group-by.js'
import type { PublishInputs } from './inputs.js'
import type { EvaluatorRun } from './result.js'

/** The result of an evaluator as one word, for other steps. */
export type Result = 'published' | 'unchanged' | 'pushed' | 'ready' | 'failed' | 'cancelled'

export function resultOf(run: EvaluatorRun): Result {
  const { inputs, publication, seconds, error } = run
  if (!isBuilt(run)) return 'unchanged'
  if (error instanceof CancelledError || seconds === undefined) return 'cancelled'
  if (error !== undefined) return 'failed'
  if (inputs.mode.dryRun) return 'ready'
  if (!publication.registration) return 'pushed'
  return publication.changed ? 'published' : 'unchanged'
}

/** Returns whether a run is not left out as unchanged. */
export function isBuilt({ selection }: EvaluatorRun): boolean {
  return selection?.isBuilt ?? true
}

/** Returns runs that have not started, each with a unique name. */
export function plannedRuns(evaluators: readonly PublishInputs[], runLog: RunLog): EvaluatorRun[] {
  const shortName = ({ evaluator, image }: PublishInputs) => evaluator?.name ?? image.path
  const counts = groupBy(evaluators, shortName)
  const used = new Set<string>()
  return evaluators.map((inputs, index) => {
    const short = shortName(inputs)
    const alone = counts.get(short)?.length === 1
    const long = alone ? short : `${short} (${inputs.evaluator?.workflow ?? inputs.image.tags[0]})`
    const name = used.has(long) ? `${long} ${index + 1}` : long
    used.add(name)
    return { index, name, inputs, publication: { changed: false }, runLog: runLog.child() }
  })
}
