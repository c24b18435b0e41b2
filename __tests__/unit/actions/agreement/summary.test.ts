import { expect, test } from '@jest/globals'
import { confusionOf } from '../../../../src/actions/agreement/confusion.js'
import { type JudgedAsset, measureAgreement } from '../../../../src/actions/agreement/measure.js'
import { agreementSummary } from '../../../../src/actions/agreement/summary.js'
import { judge } from '../../../../src/data/gate.js'
import { ActionError } from '../../../../src/runtime/errors.js'
import { RunLog } from '../../../../src/runtime/run-log.js'

const mode = { dryRun: false, reason: 'branch main (push)' }
const nothing = { gates: [], gateMode: 'fail' } as const

function assets(count: number): JudgedAsset[] {
  return Array.from({ length: count }, (_, index) => ({
    externalId: `image <${index}> | \`@someone\``,
    assetId: `a/${index}`,
    predicted: [`model|${index}`],
    labels: [{ mark: 0, categories: [`human](x) ${index}`] }],
  }))
}

function summaryOf(count: number): string {
  const all = assets(count)
  const agreement = measureAgreement(all, { aggregation: 'mean', worst: 3 })
  const gates = [judge({ name: 'Agreement', observed: 0, threshold: 0.9, n: count, of: 'scored assets' })]
  const job = { name: 'COLOR', categories: new Set<string>(), single: true, alone: true }
  const linkTo = (id: string) => `https://kili.example.com/label/${encodeURIComponent(id)}`
  const facts = { mode, modelName: 'm', job, agreement, confusion: confusionOf(all), gates, linkTo }
  return agreementSummary({ ...nothing, ...facts, gates }, new RunLog()).toString()
}

test('keeps hostile names inside their cells', () => {
  const summary = summaryOf(2)
  expect(summary).toContain('## ❌ People agree 0\\.0 % with m')
  expect(summary).toContain('](https://kili.example.com/label/a%2F0)')
  const rows = summary.split('\n').filter((line) => line.startsWith('| ['))
  expect(rows).toHaveLength(2)
  for (const row of rows) expect(row.replaceAll('\\|', '').match(/\|/g)).toHaveLength(5)
})

test('draws a bar in the histogram for each tenth with assets', () => {
  const lines = summaryOf(4).replaceAll('\u00a0', ' ').replaceAll('\\.', '.').split('\n')
  expect(lines).toContain(`| 0.0 – 0.1 | 4 | ${'█'.repeat(12)} |`)
  expect(lines).toContain('| 0.9 – 1.0 | 0 |  |')
})

test('shortens many categories and disagreements', () => {
  const summary = summaryOf(100)
  expect(summary).toContain('### The worst 3 of 100 disagreements')
  expect(summary).toContain('185 rarer categories are not shown.')
  expect(summary.length).toBeLessThan(20_000)
})

test.each([
  ['nothing yet', {}, undefined, '❌ Agreement with the model was not measured'],
  [
    'a dry run',
    { mode: { ...mode, dryRun: true }, modelName: 'm' },
    undefined,
    '🔎 Dry run: the predictions of m',
  ],
  [
    'nobody',
    { mode, modelName: 'm', agreement: measureAgreement([], { aggregation: 'mean', worst: 1 }) },
    undefined,
    '⚪ Nobody labeled what m predicted yet',
  ],
  [
    'a failure',
    { mode, modelName: 'm', predictions: 3 },
    new ActionError('first\nsecond <b>'),
    '❌ Agreement with m was not measured',
  ],
] as const)('the verdict of %s', (name, facts, error, verdict) => {
  const failure = name === 'nothing yet' ? new ActionError('bad inputs') : error
  const summary = agreementSummary({ ...nothing, gates: [], ...facts }, new RunLog(), failure).toString()
  expect(summary).toContain(`## ${verdict}`)
  if (failure) expect(summary).toContain('> [!CAUTION]')
  expect(summary).not.toContain('<b>')
})
