import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { classificationMetrics } from '../../../../src/actions/lambda/classification-metrics.js'
import type { LambdaInputs } from '../../../../src/actions/lambda/inputs.js'
import { type LambdaResult, metricGates } from '../../../../src/actions/lambda/result.js'
import { lambdaSummary } from '../../../../src/actions/lambda/summary.js'
import { ActionError } from '../../../../src/runtime/errors.js'
import { RunLog } from '../../../../src/runtime/run-log.js'
import { expectHarmless, hostileText, shapeOf } from '../../../support/hostile-text.js'

const uri = `123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn@sha256:${'ab'.repeat(32)}`
const input = {
  endpointName: 'churn',
  testData: { bucket: 'data', key: 'test/churn.csv' },
  resultsBucket: 'monitoring',
  positiveClass: '1',
}
const inputs: LambdaInputs = {
  functionName: 'evaluate',
  image: { uri, account: '', region: '', path: '', digest: '' },
  publishVersion: false,
  evaluation: input,
  thresholds: { accuracy: undefined, precision: undefined, recall: undefined, f1: undefined },
  gate: 'fail',
  aws: {},
  dryRun: 'auto',
  comment: undefined,
}
/** A sample that a real evaluator wrote. */
const matrix = {
  labels: ['0', '1'],
  counts: [
    [3583, 53],
    [382, 101],
  ],
}
const evaluation = { file: 's3://monitoring/f.md', matrix, metrics: classificationMetrics(matrix, '1') }
const base = { inputs, dryRun: false, reason: 'tag v1 (push)', updated: true, version: '7', gates: [] }
const summary = (run: LambdaResult, error?: unknown) => lambdaSummary(run, new RunLog(), error).toString()
const gates = (recall: number) => metricGates(evaluation, { ...inputs.thresholds, recall })

describe('the verdict', () => {
  test.each<[string, LambdaResult, unknown]>([
    ['✅ evaluate: accuracy 89\\.4 % on 4119 samples', { ...base, evaluation }, undefined],
    ['✅ evaluate: accuracy 89\\.4 % on 4119 samples', { ...base, evaluation, gates: gates(0.2) }, undefined],
    ['❌ evaluate: accuracy 89\\.4 % on 4119 samples', { ...base, evaluation, gates: gates(0.5) }, undefined],
    ['✅ evaluate is updated', base, undefined],
    ['✅ evaluate is up to date already', { ...base, updated: false }, undefined],
    ['🔎 Dry run: evaluate is ready to be updated', { ...base, dryRun: true }, undefined],
    ['🔎 Dry run: evaluate is left as it is', { ...base, dryRun: true, updated: false }, undefined],
    ['❌ evaluate: no evaluation', base, new ActionError('x')],
    ['❌ The evaluator: no evaluation', { gates: [] }, new ActionError('x')],
  ])('%s', (verdict, run, error) => {
    expect(summary(run, error).split('\n')[0]).toBe(`## ${verdict}`)
  })

  test('shows no green check for a gate without a value, because the step fails', () => {
    const nothingFound = {
      labels: ['0', '1'],
      counts: [
        [5, 0],
        [2, 0],
      ],
    }
    const found = { ...evaluation, matrix: nothingFound, metrics: classificationMetrics(nothingFound, '1') }
    const run = {
      ...base,
      evaluation: found,
      gates: metricGates(found, { ...inputs.thresholds, precision: 0 }),
    }
    expect(summary(run).split('\n')[0]).toContain('❌')
    expect(summary(run)).toContain('| Precision | undefined \\(0/0\\) |')
  })
})

test('shows the matrix with its sums, and the right metrics of the sample', () => {
  const text = summary({ ...base, evaluation, previousImage: 'before' })
  expect(text).toContain(
    [
      '|  | predicted 0 | predicted 1 | all |',
      '| --- | --- | --- | --- |',
      '| **actual 0** | **3583** | 53 | 3636 |',
      '| **actual 1** | 382 | **101** | 483 |',
    ].join('\n'),
  )
  for (const row of [
    'Accuracy | 0.894',
    'Precision | 0.6558',
    'Recall | 0.2091',
    'F1 | 0.3171',
    'Specificity | 0.9854',
  ])
    expect(text.replaceAll('\\.', '.')).toContain(`| ${row}`)
  expect(text).toContain(`| **Image** | \`${uri}\` |`)
  expect(text).toContain('| **Image before** | `before` |')
  expect(text).toContain('| **Version** | `7` |')
})

test('shows a command that a shell parses into the same message', () => {
  const awkward = { ...input, testData: { bucket: 'data', key: `it's "$(touch x)" \`y\` \\ é.csv` } }
  const text = summary({ ...base, evaluation, inputs: { ...inputs, evaluation: awkward } })
  const [, command = ''] = text.match(/```+sh\n(.*?)\n```/s) ?? []
  const printed = execFileSync('sh', ['-c', command.replace(/^aws /, `printf '%s\\0' `)], {
    encoding: 'utf8',
  })
  const words = printed.split('\0')
  const { Records } = JSON.parse(words[words.indexOf('--payload') + 1] ?? '')
  expect(JSON.parse(Records[0].body)).toEqual({
    endpointName: 'churn',
    testDataS3BucketName: 'data',
    testDataS3Key: awkward.testData.key,
  })
  expect(words).toEqual(expect.arrayContaining(['--function-name', 'evaluate', '--qualifier', '7']))
})

test('escapes names, labels and messages', () => {
  fc.assert(
    fc.property(hostileText, hostileText, hostileText, (first, second, third) => {
      const text = (a: string, b: string, c: string) => {
        const labelled = { ...matrix, labels: [a, b] }
        const evaluated = { ...evaluation, file: c, matrix: labelled }
        const run = { ...base, reason: b, previousImage: `before ${c}`, version: a, evaluation: evaluated }
        const changed = {
          ...inputs,
          functionName: 'evaluate',
          evaluation: { ...input, endpointName: c, positiveClass: a },
        }
        return summary({ ...run, inputs: changed }, new ActionError('x'))
      }
      const actual = text(first, second, third)
      expectHarmless(actual)
      expect(shapeOf(actual)).toEqual(shapeOf(text('x', 'y', 'z')))
    }),
  )
})
