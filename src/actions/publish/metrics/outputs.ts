import { type Exact, stringifyExact } from '../../../data/exact-json.js'
import type { MetricChange } from '../../../data/metric-changes.js'
import type { MetricGroup, RunMetrics } from '../../../data/metrics.js'
import type { ContractResult } from '../../../image/verify/contract.js'

/** Maximum bytes of an output. GitHub accepts up to one million. */
const MAX_BYTES = 900_000

/** Returns the outputs about metrics. An output that is too long for GitHub stays empty, and the summary says so. */
export function metricsOutputs(contract: ContractResult | undefined): Record<string, string> {
  const { metrics, comparison } = contract ?? {}
  const { changes } = comparison?.result ?? {}
  return {
    metrics: metrics ? fitting(metricsOutput(metrics)) : '',
    'metrics-changes': changes ? fitting(changesOutput(changes)) : '',
  }
}

/** Returns the metrics as JSON. Numbers keep all digits that the evaluator uploaded. */
function metricsOutput({ testCases, testSuite, sampleCount }: RunMetrics): string {
  const group = ({ testCase, configuration, metrics }: MetricGroup): [string, Exact][] => [
    ...(testCase ? [['name', testCase.name] as [string, Exact]] : []),
    ['configuration', configuration],
    ['metrics', metrics],
  ]
  const list = (groups: readonly MetricGroup[]) =>
    stringifyExact(groups.map((one) => new Map<string, Exact>(group(one))))
  return `{"test_cases":${list(testCases)},"test_suite":${list(testSuite)},"samples":{"count":${sampleCount}}}`
}

/** Returns the changes as JSON. A metric that only one of the runs has lacks `before` or `after`. */
function changesOutput(changes: readonly MetricChange[]): string {
  return stringifyExact(
    changes.map(({ testCase, configuration, metric, before, after }) => {
      const change = new Map<string, Exact>([
        ['test_case', testCase],
        ['configuration', configuration],
        ['metric', metric],
      ])
      if (before !== undefined) change.set('before', before)
      if (after !== undefined) change.set('after', after)
      return change
    }),
  )
}

function fitting(json: string): string {
  return Buffer.byteLength(json) <= MAX_BYTES ? json : ''
}

/** Returns whether the output of the metrics is empty only because it is too long. */
export function isTooLong({ metrics }: Pick<ContractResult, 'metrics'>): boolean {
  return metrics !== undefined && fitting(metricsOutput(metrics)) === ''
}
