import { describe, expect, test } from '@jest/globals'
import {
  type Comparison,
  describeGate,
  failedGates,
  figure,
  judge,
  overallVerdict,
  passedOutput,
  type Verdict,
} from '../../../src/data/gate.js'

const measure = { name: 'Overall metric', n: 4, of: 'results' }
const passing = judge({ ...measure, observed: 0.7, threshold: 0.6 })
const failing = judge({ ...measure, observed: 0.5, threshold: 0.6 })
const unjudged = judge({ ...measure, observed: 0.5, threshold: undefined })
const unmeasured = judge({ ...measure, observed: undefined, threshold: 0.6, n: 0 })

test.each<[number | undefined, Comparison | undefined, number | undefined, Verdict]>([
  [0.7, undefined, 0.7, 'pass'],
  [0.69999999999, undefined, 0.7, 'fail'],
  [0.7, 'greater_than', 0.7, 'fail'],
  [0.7, 'greater_than_equal_to', 0.7, 'pass'],
  [0.7, 'less_than', 0.7, 'fail'],
  [0.7, 'less_than_equal_to', 0.7, 'pass'],
  [0, undefined, 0, 'pass'],
  [0.7, undefined, undefined, 'none'],
  [undefined, undefined, 0.7, 'none'],
  [Number.NaN, 'less_than', 0.7, 'none'],
])('the verdict for a figure of %p that must be %p %p is %s', (observed, comparison, threshold, verdict) => {
  expect(judge({ ...measure, observed, comparison, threshold }).verdict).toBe(verdict)
})

test.each([
  ['one fails', [passing, failing, unjudged], 'fail', 'false'],
  ['one has no verdict', [passing, unjudged], 'none', ''],
  ['all pass', [passing, passing], 'pass', 'true'],
  ['there are no gates', [], 'none', ''],
])('combines the verdicts of all gates when %s', (_, gates, verdict, output) => {
  expect(overallVerdict(gates)).toBe(verdict)
  expect(passedOutput(gates)).toBe(output)
})

test.each([
  [passing, 'Overall metric is 0.7, and has to be at least 0.6 (4 results).'],
  [unjudged, 'Overall metric is 0.5, without a threshold (4 results).'],
  [unmeasured, 'Overall metric is not known, and has to be at least 0.6 (0 results).'],
])('describes a gate in one sentence (%#)', (gate, sentence) => {
  expect(describeGate(gate)).toBe(sentence)
})

describe('a step with gates', () => {
  test.each([
    ['fails if a gate failed', [passing, failing], 'Overall metric is 0.5'],
    ['fails if there is no figure for a threshold', [unmeasured], 'Overall metric is not known'],
    ['does not fail if no threshold is set', [unjudged], undefined],
    ['does not fail when all gates pass', [passing], undefined],
  ])('%s', (_, gates, reason) => {
    if (reason) expect(failedGates(gates, 'fail')).toContain(reason)
    else expect(failedGates(gates, 'fail')).toBeUndefined()
    expect(failedGates(gates, 'warn')).toBeUndefined()
    expect(failedGates(gates, 'off')).toBeUndefined()
  })
})

test('a figure has six digits, or more if six would hide that it misses its threshold', () => {
  expect(figure(2 / 3)).toBe('0.666667')
  expect(figure(0.69999999, 0.7)).toBe('0.69999999')
  expect(figure(0.7, 0.7)).toBe('0.7')
})
