import { type Exact, ExactNumber, stringifyExact } from '../../../data/exact-json.js'
import { figure } from '../../../data/gate.js'
import { differenceOf, type MetricChange } from '../../../data/metric-changes.js'
import { leavesOf, type MetricGroup, type Plot, type RunMetrics } from '../../../data/metrics.js'
import type { SampleChanges } from '../../../data/sample-changes.js'
import type { Comparison } from '../../../image/verify/comparison.js'
import type { ContractResult } from '../../../image/verify/contract.js'
import {
  alert,
  code,
  details,
  type Inline,
  join,
  type Markdown,
  md,
  table,
} from '../../../report/markdown.js'
import { clip } from '../../../runtime/clip.js'
import { isTooLong } from './outputs.js'

/** Maximum number of groups of metrics, and of rows of changes, that a report shows. */
const MAX_GROUPS = 40
const MAX_CHANGES = 50
/** Maximum number of metrics to show without a click. */
const MAX_OPEN = 24
/** Maximum rows of a table before it gets another column. */
const ROWS = 12
const COLUMNS = 3
const MAX_VALUE_LENGTH = 60

/** Shows the differences from the baseline, and then all metrics. */
export function metricsSections(contract: ContractResult): Markdown[] {
  const { metrics } = contract
  return [...comparisonSections(contract), ...(metrics ? computedSections(metrics, isTooLong(contract)) : [])]
}

/** Shows the same in a comment, with the values folded. */
export function metricsComment(contract: ContractResult | undefined): Markdown[] {
  if (!contract) return []
  const [, ...computed] = contract.metrics ? computedSections(contract.metrics, isTooLong(contract)) : []
  return [
    ...comparisonSections(contract),
    ...(computed.length > 0 ? [details('Metrics', join(computed))] : []),
  ]
}

/** Shows what differs from the baseline, or why that is unknown. */
export function comparisonSections({ comparison, unstable }: ContractResult): Markdown[] {
  if (!comparison) return []
  const { baseline, result, problem } = comparison
  const heading = md`### Metrics: before → after`
  if (!result)
    return [
      heading,
      alert('WARNING', md`The metrics were not compared with ${baseline.what}: ${problem ?? ''}`),
    ]
  const { changes, unchanged, plots, samples } = result
  const compared = md`Compared with ${baseline.what} (${code(baseline.detail)}), on the same samples: ${summaryOf(comparison, unchanged)}.`
  return [
    heading,
    compared,
    ...(changes.length > 0 ? [changesTable(changes, unstable)] : []),
    ...(changes.length > MAX_CHANGES
      ? [md`${changes.length - MAX_CHANGES} further changes are in the output ${code('metrics-changes')}.`]
      : []),
    ...(plots > 0 ? [md`${plural(plots, 'plot')} changed.`] : []),
    ...sampleSections(samples),
  ]
}

function summaryOf({ result }: Comparison, unchanged: number): string {
  const changed = result?.changes.length ?? 0
  if (changed === 0) return `none of ${plural(unchanged, 'metric')} changed`
  return `${plural(changed, 'metric')} changed, ${unchanged} did not`
}

function changesTable(changes: readonly MetricChange[], unstable: ReadonlySet<string>): Markdown {
  const configured = changes.some(({ configuration }) => configuration !== null)
  const rows = changes
    .slice(0, MAX_CHANGES)
    .map((change): Inline[] => [
      change.testCase ?? md`*test suite*`,
      ...(configured ? [change.configuration ?? '—'] : []),
      unstable.has(change.id) ? md`${change.metric} ⚠️ differs from run to run` : change.metric,
      shown(change.before),
      shown(change.after),
      difference(change),
    ])
  const header = [
    'Test case',
    ...(configured ? ['Configuration'] : []),
    'Metric',
    'Before',
    'After',
    'Difference',
  ]
  return table(header, rows)
}

function difference(change: Pick<MetricChange, 'before' | 'after'>): string {
  if (change.before === undefined) return 'new'
  if (change.after === undefined) return 'gone'
  const value = differenceOf(change)
  if (value === undefined) return '—'
  const before = change.before instanceof ExactNumber ? Math.abs(change.before.value) : 0
  const share = before > 0 ? ` (${signed((value / before) * 100, 3)} %)` : ''
  return `${signed(value, 6)}${share}`
}

function signed(value: number, digits: number): string {
  const text = String(Number(Math.abs(value).toPrecision(digits)))
  return `${value < 0 ? '−' : '+'}${text}`
}

function sampleSections({ compared, changed, metrics, worst }: SampleChanges): Markdown[] {
  if (changed === 0) return [md`The metrics of all ${plural(compared, 'sample')} are the same.`]
  const configured = metrics.some(({ configuration }) => configuration !== null)
  const rows = metrics
    .slice(0, MAX_CHANGES)
    .map(({ configuration, metric, samples, largest, mean }): Inline[] => [
      metric,
      ...(configured ? [configuration ?? '—'] : []),
      samples,
      largest === undefined ? '—' : figure(largest),
      mean === undefined ? '—' : figure(mean),
    ])
  const header = [
    'Metric of a sample',
    ...(configured ? ['Configuration'] : []),
    'Samples',
    'Largest change',
    'Mean change',
  ]
  const most = worst.map(({ sample, configuration, testCase, metric, before, after, others }): Inline[] => [
    code(locatorOf(sample)),
    [testCase, configuration].filter((name) => name !== null).join(', '),
    others > 0 ? `${metric} (and ${others} more)` : metric,
    shown(before),
    shown(after),
    difference({ before, after }),
  ])
  return [
    md`Metrics of ${changed} of ${plural(compared, 'sample')} changed:`,
    table(header, rows),
    details(
      worst.length === changed ? 'The samples that changed' : `The ${worst.length} samples that changed most`,
      table(['Sample', 'Of', 'Metric', 'Before', 'After', 'Difference'], most),
    ),
  ]
}

/** Returns the name that people know a sample by. */
function locatorOf(sample: string): string {
  const { locator, text } = JSON.parse(sample)
  const name = typeof locator === 'string' ? locator : typeof text === 'string' ? text : sample
  return clip(name, 100)
}

function computedSections(
  { testCases, testSuite, plots, sampleCount }: RunMetrics,
  tooLong: boolean,
): Markdown[] {
  const groups = [...testSuite, ...testCases].map((group) => ({ group, leaves: leavesOf(group.metrics) }))
  const total = groups.reduce((sum, { leaves }) => sum + leaves.length, 0)
  const rest = groups.length - MAX_GROUPS
  return [
    md`### Metrics`,
    md`The evaluator computed ${plural(total, 'metric')} of test cases and the test suite, and metrics of ${plural(sampleCount, 'sample')}.`,
    ...groups
      .slice(0, MAX_GROUPS)
      .map(({ group, leaves }) =>
        details(titleOf(group, leaves.length), valueTable(leaves), total <= MAX_OPEN),
      ),
    ...(rest > 0 ? [md`${rest} more groups of metrics are in the output ${code('metrics')}.`] : []),
    ...(tooLong
      ? [alert('NOTE', md`The output ${code('metrics')} is empty: all metrics are too long for GitHub.`)]
      : []),
    ...(plots.length > 0 ? [plotLine(plots)] : []),
  ]
}

function titleOf({ testCase, configuration }: MetricGroup, metrics: number): string {
  const names = [testCase?.name ?? 'Test suite', ...(configuration === null ? [] : [configuration])]
  return `${names.map((name) => clip(name, MAX_VALUE_LENGTH)).join(' · ')}: ${plural(metrics, 'metric')}`
}

/** Shows names and values, in several columns if there are many. */
function valueTable(leaves: readonly { path: string; value: Exact }[]): Markdown {
  const columns = Math.min(COLUMNS, Math.max(1, Math.ceil(leaves.length / ROWS)))
  const height = Math.ceil(leaves.length / columns)
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: columns }, (_, column) => leaves[column * height + row]).flatMap((leaf): Inline[] =>
      leaf ? [leaf.path, shown(leaf.value)] : ['', ''],
    ),
  )
  return table(Array.from({ length: columns }, () => ['Metric', 'Value']).flat(), rows)
}

function plotLine(plots: readonly Plot[]): Markdown {
  const titles = [...new Set(plots.map(({ title }) => clip(title, MAX_VALUE_LENGTH)))]
  const list = join(titles.slice(0, 10), md`, `)
  return md`It also made ${plural(plots.length, 'plot')}: ${list}${titles.length > 10 ? ' …' : ''}.`
}

/** Formats a value for people: numbers with six digits, long values shortened. */
function shown(value: Exact | undefined): Inline {
  if (value === undefined) return '—'
  if (value instanceof ExactNumber) return figureOf(value)
  if (Array.isArray(value) && value.every((item) => item instanceof ExactNumber) && value.length > 0)
    return clip(`[${value.map((item) => figureOf(item as ExactNumber)).join(', ')}]`, MAX_VALUE_LENGTH)
  return clip(typeof value === 'string' ? value : stringifyExact(value), MAX_VALUE_LENGTH)
}

function figureOf({ text, value }: ExactNumber): string {
  return /^-?\d{1,15}$/.test(text) ? text : figure(value)
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
