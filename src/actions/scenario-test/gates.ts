import { type Gate, judge } from '../../data/gate.js'
import { type Coverage, coveredShare } from './coverage.js'
import type { ScenarioTestResult } from './result.js'

/** Returns the gates that the run could judge: the overall metric, and the coverage if it is known. */
export function gatesOf(run: ScenarioTestResult): Gate[] {
  const { inputs, coverage } = run
  if (!inputs || run.count === undefined) return []
  return [metricGate(run), ...(coverage ? [coverageGate(coverage, inputs.minimumCoverage)] : [])]
}

/** Returns the gate on the overall metric. If the platform has its own verdict, both must pass. */
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

/** Returns whether the platform's verdict contradicts its metric and threshold. */
export function isContradicted(
  { verdict, observed, threshold, comparison, ...rest }: Gate,
  pass: unknown,
): boolean {
  if (verdict === 'none' || typeof pass !== 'boolean') return false
  return judge({ ...rest, observed, threshold, comparison }).verdict !== (pass ? 'pass' : 'fail')
}

/** Returns the gate on the share of the slice's items that have a result. */
export function coverageGate(coverage: Coverage, minimumCoverage: number): Gate {
  return judge({
    name: 'Coverage',
    observed: coveredShare(coverage),
    threshold: minimumCoverage,
    n: coverage.items,
    of: 'slice items',
  })
}
