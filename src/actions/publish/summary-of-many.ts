import type { ReportComment } from '../../platforms/github/report-comment.js'
import { commentText } from '../../report/comment.js'
import { failure } from '../../report/failure.js'
import { code, details, type Inline, join, type Markdown, md, table } from '../../report/markdown.js'
import { timelines } from '../../report/timeline.js'
import { phaseOf, type RunLog } from '../../runtime/run-log.js'
import { groupBy } from '../../util/group-by.js'
import { isBuilt, type Result, resultOf } from './evaluator-run.js'
import { metricsComment } from './metrics/section.js'
import type { EvaluatorRun } from './result.js'
import { publishSummary } from './summary.js'

/** Maximum bytes of sections, well below GitHub's limit for a step. Sections beyond it are omitted as a whole. */
const MAX_DETAILS_BYTES = 350 * 1024

const SIGNS: Record<Result, string> = {
  published: '✅',
  unchanged: '✅',
  pushed: '✅',
  ready: '🔎',
  failed: '❌',
  cancelled: '⚪',
}

/** Returns the job summary of several evaluators: verdict, one row each, and their own summaries, failures first. */
export function manySummary(runs: readonly EvaluatorRun[], runLog: RunLog, error?: unknown): Markdown {
  if (runs.length === 0) return md`## ${verdict(runs, [])}`
  const failed = runs.filter((run) => resultOf(run) === 'failed')
  const ordered = inOrder(runs)
  const sections = [
    md`## ${verdict(runs, failed)}`,
    // The sections below explain each failure.
    ...(error !== undefined && failed.length === 0 ? [failure(error, runLog)] : []),
    overview(ordered),
    details(
      'Timeline',
      timelines([
        { name: 'All', phases: runLog.phases },
        ...runs.filter(isBuilt).map(({ name, runLog }) => ({ name, phases: runLog.phases })),
      ]),
    ),
  ]
  return join([...sections, ...summariesOf(ordered.filter(isBuilt))])
}

/** Returns what a reviewer needs about several evaluators: verdict, one row each, and why some failed. */
export function manyComment(
  runs: readonly EvaluatorRun[],
  comment: ReportComment,
  runLog: RunLog,
  error?: unknown,
): Markdown {
  const failed = runs.filter((run) => resultOf(run) === 'failed')
  const { section } = comment
  const outcome = verdict(runs, failed)
  const heading = section ? md`Shard ${section.index} of ${section.count}: ${outcome}` : outcome
  const sections = [
    ...(runs.length > 0 ? [overview(inOrder(runs))] : []),
    ...failed.map((run) => details(`${SIGNS.failed} ${run.name}`, failure(run.error, run.runLog), true)),
    ...runs.flatMap(metricsOf),
  ]
  // The sections explain each failure of an evaluator.
  return commentText(heading, sections, comment, runLog, failed.length === 0 ? error : undefined)
}

/** Puts failures first, and evaluators that were left out last. */
function inOrder(runs: readonly EvaluatorRun[]): EvaluatorRun[] {
  const rank = (run: EvaluatorRun) => (resultOf(run) === 'failed' ? 0 : isBuilt(run) ? 1 : 2)
  return [...runs].sort((a, b) => rank(a) - rank(b))
}

function verdict(runs: readonly EvaluatorRun[], failed: readonly EvaluatorRun[]): Inline {
  const counts = [...groupBy(runs, resultOf)].map(([result, { length }]) => `${length} ${result}`).join(', ')
  if (runs.length === 0) return md`⚪ This shard has no evaluators`
  const built = runs.filter(isBuilt).length
  if (failed.length > 0) return md`❌ ${failed.length} of ${built} evaluators failed (${counts})`
  if (runs.some((run) => resultOf(run) === 'cancelled')) return md`⚪ Cancelled: ${counts}`
  if (built === 0) return md`✅ No evaluator changed: ${counts}`
  const ready = built === 1 ? '1 evaluator is' : `${built} evaluators are`
  const others = built < runs.length ? `, ${runs.length - built} unchanged` : ''
  if (runs[0]?.inputs.mode.dryRun) return md`🔎 Dry run: ${ready} ready to be published${others}`
  return md`✅ ${runs.length} evaluators: ${counts}`
}

/** Shows an evaluator's metrics and their changes; unfolded if there are changes. */
function metricsOf({ name, publication: { verification } }: EvaluatorRun): Markdown[] {
  const { contract } = verification ?? {}
  const sections = metricsComment(contract)
  const changed = contract?.comparison?.result?.changes.length ?? 0
  return sections.length > 0 ? [details(`Metrics of ${name}`, join(sections), changed > 0)] : []
}

function overview(runs: readonly EvaluatorRun[]): Markdown {
  const compared = runs.some(({ publication }) => publication.verification?.contract?.comparison)
  const selected = runs.some(({ selection }) => selection)
  const rows = runs.map((run): Inline[] => {
    const { name, publication, seconds, error, selection } = run
    const result = resultOf(run)
    const phase = phaseOf(error)
    const step = result === 'failed' && phase !== undefined ? `: ${phase}` : ''
    return [
      code(name),
      `${SIGNS[result]} ${result}${step}`,
      publication.registeredImage === undefined ? '—' : code(publication.registeredImage),
      changesOf(run),
      ...(compared ? [changedMetrics(run)] : []),
      seconds === undefined ? '—' : `${seconds.toFixed(1)} s`,
      ...(selected ? [selection?.reason ?? '—'] : []),
    ]
  })
  const columns = ['Evaluator', 'Result', 'Image', 'Changed', ...(compared ? ['Metrics'] : []), 'Time']
  return table([...columns, ...(selected ? ['Why'] : [])], rows)
}

function changedMetrics({ publication: { verification } }: EvaluatorRun): string {
  const { comparison } = verification?.contract ?? {}
  if (!comparison) return '—'
  if (!comparison.result) return 'not compared'
  const { changes } = comparison.result
  return changes.length > 0 ? `${changes.length} changed` : 'unchanged'
}

function changesOf({ publication: { changes, previous } }: EvaluatorRun): string {
  if (!changes || changes.length === 0) return '—'
  return previous ? changes.map(({ field }) => field).join(', ') : 'new'
}

function summariesOf(runs: readonly EvaluatorRun[]): Markdown[] {
  const shown: Markdown[] = []
  let bytes = 0
  for (const run of runs) {
    const body = publishSummary(run.publication, run.runLog, run.error)
    bytes += Buffer.byteLength(body.toString())
    if (bytes > MAX_DETAILS_BYTES) {
      return [
        ...shown,
        md`The other ${runs.length - shown.length} evaluators are only in the table: the summary has no room for more.`,
      ]
    }
    const result = resultOf(run)
    shown.push(details(`${SIGNS[result]} ${run.name}`, body, result === 'failed'))
  }
  return shown
}
