import { figure, overallVerdict } from '../../data/gate.js'
import { type CommentSource, commentText } from '../../report/comment.js'
import { gateTable } from '../../report/gate-table.js'
import { code, details, type Inline, join, type Markdown, md } from '../../report/markdown.js'
import { factTable, report } from '../../report/report.js'
import { clip } from '../../runtime/clip.js'
import type { RunLog } from '../../runtime/run-log.js'
import { gatesOf } from './gates.js'
import type { Found, ScenarioTestResult } from './result.js'

/** Returns the job summary: verdict, gates, facts, missing items and timeline. */
export function scenarioTestSummary(run: ScenarioTestResult, runLog: RunLog, error?: unknown): Markdown {
  return report(verdict(run, error), sectionsOf(run), runLog, error)
}

/** Returns the comment on a pull request: the summary without its timeline. */
export function scenarioTestComment(
  run: ScenarioTestResult,
  source: CommentSource,
  runLog: RunLog,
  error?: unknown,
): Markdown {
  return commentText(verdict(run, error), sectionsOf(run), source, runLog, error)
}

function sectionsOf(run: ScenarioTestResult): Markdown[] {
  const { inputs, coverage } = run
  const gates = gatesOf(run)
  return [
    ...(gates.length > 0 ? [gateTable(gates)] : []),
    ...(inputs ? [facts(run, inputs)] : []),
    ...(coverage && coverage.missing > 0 ? [missingItems(coverage.firstMissing, coverage.missing)] : []),
  ]
}

function verdict(run: ScenarioTestResult, error: unknown): Inline {
  const { inputs, uploaded } = run
  const name = inputs?.testName || 'The scenario test'
  if (error !== undefined) return md`❌ ${name} was not evaluated`
  const dryRun = inputs?.dryRun ? 'Dry run: ' : ''
  const verdict = overallVerdict(gatesOf(run))
  const words = { pass: 'passed', fail: 'did not pass', none: 'has no verdict' }[verdict]
  const sign = { pass: '✅', fail: '❌', none: '⚪' }[verdict]
  const effect = inputs?.dryRun || uploaded !== undefined ? '' : ', nothing was uploaded'
  return md`${sign} ${dryRun}${name} ${words}${effect}`
}

function facts(run: ScenarioTestResult, inputs: NonNullable<ScenarioTestResult['inputs']>): Markdown {
  const { count, overallMetric, uploaded, evaluation } = run
  return factTable([
    ['Scenario test', named(inputs.testName, run.scenarioTest)],
    ['Evaluation function', named(inputs.functionName, run.evaluationFunction)],
    ['Model', code(inputs.modelId)],
    ['Slice', code(inputs.sliceId)],
    ['Results', md`${count ?? '—'} in ${code(inputs.results)}, ${uploaded ?? 'none'} uploaded`],
    ['Overall metric of the results', overallMetric === undefined ? undefined : figure(overallMetric)],
    ['Baseline model', inputs.baselineModelId ? code(inputs.baselineModelId) : undefined],
    ['Evaluation', evaluation && md`${code(evaluation.id)} ${evaluation.status}`],
  ])
}

function named(name: string, found: Found | undefined): Markdown {
  if (!found) return md`${code(clip(name, 200))}, not there yet`
  return md`${code(clip(name, 200))} (${code(found.id)}${found.created ? ', created' : ''})`
}

function missingItems(first: readonly string[], count: number): Markdown {
  const refs = first.map((ref) => md`- ${code(clip(ref, 200))}`)
  const rest = count > first.length ? [md`- and ${count - first.length} more`] : []
  return details(`${count} items of the slice have no result`, join([...refs, ...rest], md`\n`))
}
