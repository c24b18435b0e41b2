import { type Exact, ExactNumber, stringifyExact } from '../../data/exact-json.js'
import { mismatches } from '../../data/expected-metrics.js'
import { changesBetween } from '../../data/metric-changes.js'
import { identify, type RunMetrics } from '../../data/metrics.js'
import { sampleChanges } from '../../data/sample-changes.js'
import type { Decoded } from '../../platforms/kolena/contract/decode.js'
import type { Fixture } from '../../platforms/kolena/contract/fixture.js'
import { clip } from '../../runtime/clip.js'
import { type Finding, finding } from './findings.js'

/** Maximum number of metrics that a message names. The summary lists all of them. */
const NAMED = 5
/** Maximum characters of a value in a message. */
const MAX_VALUE_LENGTH = 60

/** Returns the findings about uploads that cannot be read. */
export function checkReadable({ problems, excess }: Pick<Decoded, 'problems' | 'excess'>): Finding[] {
  return [
    ...(problems.length > 0 ? [finding('unreadable-metrics', problems.join('; '))] : []),
    ...(excess === undefined ? [] : [finding('too-many-metrics', excess)]),
  ]
}

/** Metrics that differ between two runs of the same image on the same samples. */
export interface Instability {
  /** Their ids, as in the changes of a comparison. */
  ids: ReadonlySet<string>
  findings: Finding[]
}

export function checkDeterminism(first: RunMetrics, second: RunMetrics, tolerance: number): Instability {
  const { changes } = changesBetween(first, second, tolerance)
  const { changed } = sampleChanges(first, second, tolerance)
  const ids = new Set(changes.map(({ id }) => id))
  if (changes.length === 0 && changed === 0) return { ids, findings: [] }
  const named = changes.slice(0, NAMED).map(({ testCase, configuration, metric, before, after }) => {
    const where = describePlace(testCase, configuration)
    return `${metric} of ${where} is ${describeValue(before)} and ${describeValue(after)}`
  })
  const more = changes.length > NAMED ? [`${changes.length - NAMED} more`] : []
  const samples = changed > 0 ? [`metrics of ${count(changed, 'sample')}`] : []
  const list = [...named, ...more, ...samples].join('; ')
  const message = `two runs of the image on the same samples gave different metrics: ${list}`
  return { ids, findings: [finding('nondeterministic-metrics', message)] }
}

/** Describes the place of a metric, for use in a sentence. */
export function describePlace(testCase: string | null, configuration: string | null): string {
  const what = testCase === null ? 'the test suite' : `test case "${testCase}"`
  return configuration === null ? what : `${what}, configuration "${configuration}"`
}

/** Formats a value for a sentence. Numbers keep all their digits. */
export function describeValue(value: Exact | undefined): string {
  if (value === undefined) return 'missing'
  const text = value instanceof ExactNumber ? value.text : stringifyExact(value)
  return clip(text, MAX_VALUE_LENGTH)
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** Maximum number of mismatches with separate findings. GitHub shows ten errors per step. */
const MAX_FINDINGS = 8

/**
 * Compares the metrics with the expected metrics of the fixture.
 * @param metrics undefined if the evaluator computed none
 */
export function checkExpectedMetrics(
  fixture: Fixture,
  metrics: RunMetrics | undefined,
  tolerance: number,
): Finding[] {
  const messages = fixture.test_cases.flatMap(({ name, expected = [] }, index) => {
    const groups = (metrics?.testCases ?? []).filter(({ testCase }) => testCase?.index === index)
    const computed = identify(groups)
    return [...identify(expected.map((one) => ({ ...one, testCase: { index, name } })))].flatMap(
      ([id, { configuration, metrics: wanted }]) => {
        const where = describePlace(name, configuration)
        const group = computed.get(id)
        if (!group)
          return [`${where} has no metrics, but the fixture expects ${Object.keys(wanted).join(', ')}`]
        return mismatches(wanted, group.metrics, tolerance).map(
          ({ metric, expected, computed }) =>
            `${metric} of ${where} is ${describeValue(computed)}, expected ${expected}`,
        )
      },
    )
  })
  const rest = messages.length - MAX_FINDINGS
  const shown = rest > 1 ? messages.slice(0, MAX_FINDINGS) : messages
  return [...shown, ...(rest > 1 ? [`${rest} more metrics are not as expected`] : [])].map((message) =>
    finding('unexpected-metrics', message),
  )
}
