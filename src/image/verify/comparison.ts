import type { GateMode } from '../../data/gate.js'
import { changesBetween, type MetricChange } from '../../data/metric-changes.js'
import type { RunMetrics } from '../../data/metrics.js'
import { type SampleChanges, sampleChanges } from '../../data/sample-changes.js'
import { decodeMetrics } from '../../platforms/kolena/contract/decode.js'
import { type ContractRun, exitOf } from '../../platforms/kolena/contract/evidence.js'
import type { Fixture } from '../../platforms/kolena/contract/fixture.js'
import { sanitizeLine } from '../../runtime/untrusted-text.js'
import { type Finding, finding } from './findings.js'
import { count, describePlace, describeValue } from './metrics-check.js'
import { readTraceback } from './start-check.js'

/** An image in the engine to compare with, or the reason why there is none. */
export interface Baseline {
  /** A description for a sentence, such as "the registered evaluator". */
  what: string
  /** undefined if there is none. */
  image: string | undefined
  /** The reference or commit, or the reason why there is none. */
  detail: string
}

export interface BaselineRun {
  baseline: Baseline
  /** undefined if there is no image to run. */
  run: ContractRun | undefined
}

/** A comparison of the candidate with a baseline on the same samples. */
export interface Comparison {
  baseline: Baseline
  /** undefined if one of the two computed nothing; `baseline.detail` or `problem` says why. */
  result: ComparisonResult | undefined
  problem: string | undefined
}

export interface ComparisonResult {
  /** Largest first. */
  changes: MetricChange[]
  unchanged: number
  /** The number of plots that are new, removed or different. */
  plots: number
  samples: SampleChanges
}

/** @param metrics the metrics of the candidate */
export function compareWith(
  { baseline, run }: BaselineRun,
  metrics: RunMetrics | undefined,
  fixture: Fixture,
  tolerance: number,
): Comparison {
  const without = (problem: string): Comparison => ({ baseline, result: undefined, problem })
  if (!run) return without(baseline.detail)
  const { outcome, uploads } = run
  if (outcome.exitCode !== 0) {
    const last = readTraceback(outcome.output) ?? outcome.output.findLast((line) => line.trim() !== '') ?? ''
    return without(`it does not run on this fixture: ${exitOf(outcome)}: ${sanitizeLine(last).trim()}`)
  }
  if (!metrics) return without('the candidate computed no metrics')
  const { metrics: before, problems, excess } = decodeMetrics(uploads, fixture)
  if (problems.length > 0) return without(`its metrics cannot be read: ${problems.join('; ')}`)
  if (excess !== undefined) return without(`its metrics cannot be compared: ${excess}`)
  const result = {
    ...changesBetween(before, metrics, tolerance),
    samples: sampleChanges(before, metrics, tolerance),
  }
  return { baseline, result, problem: undefined }
}

/** Applies the gate to a comparison. With `off`, changes are only reported. */
export function checkComparison({ baseline, result, problem }: Comparison, gate: GateMode): Finding[] {
  if (gate === 'off') return []
  const severity = gate === 'fail' ? 'error' : 'warning'
  if (!result) {
    const message = `the metrics were not compared with ${baseline.what}: ${problem}`
    return [finding('no-baseline', message, undefined, severity)]
  }
  const { changes, plots, samples } = result
  if (changes.length === 0 && samples.changed === 0 && plots === 0) return []
  const [first] = changes
  const largest = first
    ? ` (${first.metric} of ${describePlace(first.testCase, first.configuration)}: ${describeValue(first.before)} → ${describeValue(first.after)})`
    : ''
  const parts = [
    ...(changes.length > 0 ? [`${count(changes.length, 'metric')} changed${largest}`] : []),
    ...(samples.changed > 0 ? [`metrics of ${count(samples.changed, 'sample')} changed`] : []),
    ...(plots > 0 ? [`${count(plots, 'plot')} changed`] : []),
  ]
  const message = `compared with ${baseline.what}, ${parts.join(', ')}`
  return [finding('changed-metrics', message, undefined, severity)]
}
