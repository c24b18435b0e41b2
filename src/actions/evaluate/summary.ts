import {
  alert,
  code,
  details,
  type Inline,
  join,
  link,
  type Markdown,
  md,
  table,
} from '../../report/markdown.js'
import { factTable, report } from '../../report/report.js'
import { clip } from '../../runtime/clip.js'
import type { RunLog } from '../../runtime/run-log.js'
import type { EvaluateResult, TestRun } from './result.js'

/** Returns the job summary: the verdict, the test runs with links to their results, and the timeline. */
export function evaluateSummary(evaluation: EvaluateResult, runLog: RunLog, error?: unknown): Markdown {
  const { mode, runs, problems } = evaluation
  const sections = [
    ...(mode ? [facts(evaluation)] : []),
    ...(error === undefined && problems.length > 0 ? [missing(problems)] : []),
    ...(runs.length > 0 ? [runTable(runs)] : []),
    ...runs.filter(({ missing }) => missing).map(missingSamples),
    ...(runs.some(({ triggered }) => triggered) ? [notFinished] : []),
  ]
  return report(verdict(evaluation, error), sections, runLog, error)
}

function verdict({ mode, runs }: EvaluateResult, error: unknown): Inline {
  const triggered = runs.filter((run) => run.triggered).length
  if (error !== undefined && triggered > 0)
    return md`❌ ${triggered} of ${runs.length} evaluations are triggered`
  if (error !== undefined) return md`❌ No evaluation was triggered`
  if (mode?.dryRun && runs.length === 0) return md`🔎 Dry run: nothing was triggered`
  if (mode?.dryRun) return md`🔎 Dry run: ${count(runs.length)} would be triggered`
  return md`✅ ${count(runs.length)} triggered`
}

function count(evaluations: number): string {
  return evaluations === 1 ? '1 evaluation' : `${evaluations} evaluations`
}

function facts(evaluation: EvaluateResult): Markdown {
  const { mode, workflow, evaluators } = evaluation
  return factTable([
    [mode?.dryRun ? 'Dry run' : 'Run', mode?.reason],
    ['Workflow', workflow],
    [
      evaluators.length === 1 ? 'Evaluator' : 'Evaluators',
      evaluators.length > 0 ? join(evaluators.map(code), md` `) : undefined,
    ],
    ['Inferences', inferenceFacts(evaluation)],
  ])
}

function inferenceFacts({
  mode,
  inferences,
  uploaded = 0,
  unknown = 0,
}: EvaluateResult): Markdown | undefined {
  if (!inferences) return undefined
  const { file, count } = inferences
  const effect = `${uploaded || 'none'} ${mode?.dryRun ? 'would be uploaded' : 'uploaded'}`
  const leftOut = unknown > 0 ? `, ${unknown} belong to no test sample` : ''
  return md`${count} in ${code(file)}: ${effect}${leftOut}`
}

function missingSamples({ model, suite, missing = 0, firstMissing = [] }: TestRun): Markdown {
  const rest = missing > firstMissing.length ? [md`- and ${missing - firstMissing.length} more`] : []
  return details(
    `${missing} test samples of ${suite.name} have no inference of ${model.name}`,
    join([...firstMissing.map((name) => md`- ${code(clip(name, 200))}`), ...rest], md`\n`),
  )
}

function missing(problems: readonly string[]): Markdown {
  return alert('WARNING', join([md`Missing for the evaluation:`, ...problems], md`<br>`))
}

function runTable(runs: readonly TestRun[]): Markdown {
  const rows = runs.map((run) => [
    code(run.model.name),
    code(run.suite.name),
    run.suite.version,
    run.id ?? '—',
    state(run),
  ])
  return table(['Model', 'Test suite', 'Version', 'Test run', ''], rows)
}

function state({ url, triggered, failure }: TestRun): Inline {
  if (failure !== undefined) return md`❌ ${clip(failure, 300)}`
  return link(triggered ? 'results' : 'results so far', url)
}

const notFinished = alert(
  'NOTE',
  'Triggered is not finished. The platform now runs the registered evaluator, for at most 6 hours, and its API does not report progress: the results pages show results and failures. Another run triggers the same test runs and computes their metrics again.',
)
