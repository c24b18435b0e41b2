import { type Gate, judge } from '../../data/gate.js'
import { type Coverage, coveredShare } from './coverage.js'
import type { ScenarioTestResult } from './result.js'

/** The gates of a run as far as it got: the overall metric, and the coverage where it is known. */
export function gatesOf(run: ScenarioTestResult): Gate[] {
  const { inputs, coverage } = run
  if (!inputs || run.count === undefined) return []
  return [metricGate(run), ...(coverage ? [coverageGate(coverage, inputs.minimumCoverage)] : [])]
}

/** The gate on the overall metric. Where the platform gave a verdict of its own, both have to agree on a pass. */
export function metricGate({
  inputs,
  overallMetric,
  evaluation,
  criterion,
  count = 0,
}: ScenarioTestResult): Gate {
  const gate = judge({
    name: 'Overall metric',
    observed: evaluation || inputs?.dryRun ? (evaluation?.result ?? overallMetric) : undefined,
    threshold: criterion?.threshold,
    comparison: criterion?.comparison,
    n: count,
    of: 'results',
  })
  return gate.verdict === 'pass' && evaluation?.pass === false ? { ...gate, verdict: 'fail' } : gate
}

/** Whether the platform's verdict is another one than its figure and threshold give. */
export function isContradicted(
  { verdict, observed, threshold, comparison, ...rest }: Gate,
  pass: unknown,
): boolean {
  if (verdict === 'none' || typeof pass !== 'boolean') return false
  return judge({ ...rest, observed, threshold, comparison }).verdict !== (pass ? 'pass' : 'fail')
}

/** The gate on the share of the slice's items that have a result. */
export function coverageGate(coverage: Coverage, minimumCoverage: number): Gate {
  return judge({
    name: 'Coverage',
    observed: coveredShare(coverage),
    threshold: minimumCoverage,
    n: coverage.items,
    of: 'slice items',
  })
}
