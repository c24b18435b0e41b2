/** Compares the metrics of two runs on the same samples. */
import { type Exact, ExactNumber } from './exact-json.js'
import { identify, isSame, leavesOf, type MetricGroup, type RunMetrics } from './metrics.js'

/** A metric that differs between two runs. */
export interface MetricChange {
  /** null for a metric of the test suite. */
  testCase: string | null
  configuration: string | null
  metric: string
  /** undefined if only the other run has it. */
  before: Exact | undefined
  after: Exact | undefined
  /** Identifies the metric within a run, even if names repeat. */
  id: string
}

/** @param tolerance relative; differences within it are ignored */
export function changesBetween(
  before: RunMetrics,
  after: RunMetrics,
  tolerance: number,
): { changes: MetricChange[]; unchanged: number; plots: number } {
  const [old, current] = [metricsById(before), metricsById(after)]
  const changes: MetricChange[] = []
  let unchanged = 0
  for (const id of new Set([...current.keys(), ...old.keys()])) {
    const [one, other] = [old.get(id), current.get(id)]
    if (one && other && isSame(one.value, other.value, tolerance)) unchanged++
    else {
      const { testCase, configuration, metric } = one ?? other ?? nowhere
      changes.push({ testCase, configuration, metric, before: one?.value, after: other?.value, id })
    }
  }
  changes.sort((a, b) => sizeOf(b) - sizeOf(a))
  return { changes, unchanged, plots: changedPlots(before, after) }
}

const nowhere = { testCase: null, configuration: null, metric: '' }

/** Returns after − before, or undefined if one of them is not a finite number. */
export function differenceOf({ before, after }: Pick<MetricChange, 'before' | 'after'>): number | undefined {
  if (!(before instanceof ExactNumber && after instanceof ExactNumber)) return undefined
  const difference = after.value - before.value
  return Number.isFinite(difference) ? difference : undefined
}

/** Returns the difference relative to the larger value, because metrics have different scales. Non-numbers come first. */
function sizeOf(change: MetricChange): number {
  const { before, after } = change
  const difference = differenceOf(change)
  if (difference === undefined || !(before instanceof ExactNumber && after instanceof ExactNumber)) return 2
  return Math.abs(difference) / Math.max(Math.abs(before.value), Math.abs(after.value))
}

function metricsById({ testCases, testSuite }: RunMetrics) {
  const metrics = new Map<string, Omit<MetricChange, 'before' | 'after' | 'id'> & { value: Exact }>()
  for (const [id, { testCase, configuration, metrics: values }] of identify<MetricGroup>([
    ...testCases,
    ...testSuite,
  ]))
    for (const { path, value } of leavesOf(values))
      metrics.set(`${id} ${path}`, {
        testCase: testCase?.name ?? null,
        configuration,
        metric: path,
        value,
      })
  return metrics
}

/** Counts the plots that are new, removed or different. */
function changedPlots(before: RunMetrics, after: RunMetrics): number {
  const [old, current] = [identify(before.plots), identify(after.plots)]
  return [...new Set([...old.keys(), ...current.keys()])].filter(
    (id) => old.get(id)?.content !== current.get(id)?.content,
  ).length
}
