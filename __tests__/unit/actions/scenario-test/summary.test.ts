import { describe, expect, test } from '@jest/globals'
import type { ScenarioTestInputs } from '../../../../src/actions/scenario-test/inputs.js'
import type { ScenarioTestResult } from '../../../../src/actions/scenario-test/result.js'
import { scenarioTestSummary } from '../../../../src/actions/scenario-test/summary.js'
import { RunLog } from '../../../../src/runtime/run-log.js'

const inputs: ScenarioTestInputs = {
  functionName: 'fn|`x',
  testName: '<script>@team',
  sliceId: 'slc_1',
  modelId: 'prj_1',
  results: 'results.json',
  apiUrl: new URL('https://api.example.com'),
  key: { apiKey: 'secret-key-of-someone' },
  threshold: undefined,
  baselineModelId: undefined,
  minimumCoverage: 1,
  gate: 'fail',
  skipUnknownItems: false,
  anyScore: false,
  timeout: 1,
  dryRun: false,
  reason: 'branch main (push)',
  comment: undefined,
}
const evaluation = {
  id: 'ute_1',
  eval_function_id: 'ef_1',
  model_id: 'prj_1',
  status: 'completed',
  result: 0.5,
  pass: null,
} as const
const criterion = { threshold: 0.4, comparison: 'greater_than_equal_to' } as const
const found = { id: 'x_1', created: true }
const coverage = { items: 3, missing: 0, firstMissing: [], unknown: [] }
const done: ScenarioTestResult = {
  inputs,
  count: 3,
  overallMetric: 0.5,
  coverage,
  evaluationFunction: found,
  scenarioTest: found,
  criterion,
  uploaded: 3,
  evaluation,
}

describe('the verdict line', () => {
  test.each<[string, ScenarioTestResult, string]>([
    ['passes', done, '✅ &lt;script&gt;@\u200bteam passed'],
    [
      'fails',
      { ...done, criterion: { ...criterion, threshold: 0.6 } },
      '❌ &lt;script&gt;@\u200bteam did not pass',
    ],
    [
      'has no verdict',
      { ...done, criterion: { ...criterion, threshold: undefined } },
      '⚪ &lt;script&gt;@\u200bteam has no verdict',
    ],
    [
      'has too few results',
      {
        inputs,
        count: 1,
        overallMetric: 1,
        coverage: { ...coverage, missing: 2, firstMissing: ['a`b', '</details>'] },
      },
      '❌ &lt;script&gt;@\u200bteam did not pass, nothing was uploaded',
    ],
    [
      'is a dry run',
      { ...done, inputs: { ...inputs, dryRun: true } },
      '✅ Dry run: &lt;script&gt;@\u200bteam passed',
    ],
    ['has no inputs', {}, '⚪ The scenario test has no verdict, nothing was uploaded'],
  ])('of a run that %s', (_, run, line) => {
    const summary = scenarioTestSummary(run, new RunLog()).toString()
    expect(summary.split('\n')[0]).toBe(`## ${line}`)
    expect(summary).not.toContain('secret-key')
    expect(summary.replaceAll(/`+[^`]+`+/g, '')).not.toContain('<script>')
  })

  test('of a run with an error is followed by what was done already', () => {
    const runLog = new RunLog()
    runLog.done.push('3 results were uploaded.')
    const summary = scenarioTestSummary({ inputs }, runLog, new Error('a | b')).toString()
    expect(summary).toContain('## ❌ &lt;script&gt;@\u200bteam was not evaluated')
    expect(summary).toContain('Done already: 3 results were uploaded')
  })
})

test('lists the first missing items, and counts the others', () => {
  const run = {
    ...done,
    coverage: { ...coverage, items: 30, missing: 25, firstMissing: ['a`b', '</details>'] },
  }
  const summary = scenarioTestSummary(run, new RunLog()).toString()
  expect(summary).toContain('25 items of the slice have no result')
  expect(summary).toContain('- ``a`b``\n- `</details>`\n- and 23 more')
})
