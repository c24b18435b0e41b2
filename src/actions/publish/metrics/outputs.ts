import { type Exact, stringifyExact } from '../../../data/exact-json.js'
import type { MetricGroup, RunMetrics } from '../../../data/metrics.js'
import type { ContractResult } from '../../../image/verify/contract.js'

/** Bytes; GitHub takes one million for an output. */
const LARGEST = 900_000

/** The outputs about metrics. One that is too long for GitHub is empty; the summary says so. */
export function metricsOutputs(contract: ContractResult | undefined): Record<string, string> {
  const { metrics } = contract ?? {}
  return {
    metrics: metrics ? fitting(metricsOutput(metrics)) : '',
  }
}

/** Numbers as the evaluator uploaded them, digit by digit. */
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

function fitting(json: string): string {
  return Buffer.byteLength(json) <= LARGEST ? json : ''
}

/** Whether an output is empty only because it is too long. */
export function isTooLong({ metrics }: Pick<ContractResult, 'metrics'>): boolean {
  return metrics !== undefined && fitting(metricsOutput(metrics)) === ''
}
