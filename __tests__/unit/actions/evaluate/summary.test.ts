import { expect, test } from '@jest/globals'
import type { EvaluateResult, TestRun } from '../../../../src/actions/evaluate/result.js'
import { evaluateSummary } from '../../../../src/actions/evaluate/summary.js'
import { RunLog } from '../../../../src/runtime/run-log.js'

const model = { id: 1, name: 'm', metadata: {}, tags: [], workflow: 'W' }
const suite = { id: 2, name: 's', version: 3, test_cases: [], workflow: 'W' }
const run: TestRun = { model, suite, url: 'https://app.example/acme?w=a(b)', triggered: false }
const triggered: TestRun = { ...run, id: 9, triggered: true }
const failed: TestRun = { ...run, id: 9, failure: 'answered 500' }
const evaluation = (runs: TestRun[], dryRun = false): EvaluateResult => ({
  mode: { dryRun, reason: 'tag v1' },
  workflow: 'W',
  evaluators: ['e'],
  runs,
  problems: [],
})

test.each([
  ['all triggered', evaluation([triggered]), undefined, '✅ 1 evaluation triggered'],
  ['some triggered', evaluation([triggered, failed]), new Error('x'), '❌ 1 of 2 evaluations are triggered'],
  ['none triggered', evaluation([failed]), new Error('x'), '❌ No evaluation was triggered'],
  ['a dry run', evaluation([run, run], true), undefined, '🔎 Dry run: 2 evaluations would be triggered'],
  ['a dry run that knows nothing', evaluation([], true), undefined, '🔎 Dry run: nothing was triggered'],
])('the verdict for %s', (_, evaluation, error, verdict) => {
  expect(evaluateSummary(evaluation, new RunLog(), error).toString()).toContain(`## ${verdict}`)
})

test('shows each test run with its results or its failure', () => {
  const summary = evaluateSummary(evaluation([triggered, failed]), new RunLog(), new Error('x')).toString()
  expect(summary).toContain('| `m` | `s` | 3 | 9 | [results](https://app.example/acme?w=a%28b%29) |')
  expect(summary).toContain('| `m` | `s` | 3 | 9 | ❌ answered 500 |')
})

test('says that triggered is not finished if something was triggered', () => {
  const shown = (runs: TestRun[], dryRun?: boolean) =>
    evaluateSummary(evaluation(runs, dryRun), new RunLog()).toString().includes('Triggered is not finished')
  expect([shown([triggered]), shown([failed]), shown([run], true)]).toEqual([true, false, false])
})

test('escapes names from the platform', () => {
  const hostile = '`</details>`|<img src=x> @team'
  const named = { ...triggered, model: { ...model, name: hostile }, suite: { ...suite, name: hostile } }
  const summary = evaluateSummary(
    evaluation([named, { ...named, failure: hostile }]),
    new RunLog(),
  ).toString()
  expect(summary.replaceAll(/(`+).*?\1/g, '')).not.toMatch(/<img|<\/details>\W*\|/)
})
