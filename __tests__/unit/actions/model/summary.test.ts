import { expect, test } from '@jest/globals'
import type { ModelResult } from '../../../../src/actions/model/result.js'
import { modelSummary } from '../../../../src/actions/model/summary.js'
import { RunLog } from '../../../../src/runtime/run-log.js'

const wanted = { name: 'm', workflow: 'W', metadata: { epochs: 30 }, tags: ['a'] }
const model = { id: 1, name: 'm', metadata: { epochs: 20 }, tags: [], workflow: 'W' }
const registration: ModelResult = {
  mode: { dryRun: false, reason: 'tag v1' },
  wanted,
  gating: true,
  looked: true,
  created: false,
  differences: [],
  missingTags: [],
}
const found = { ...registration, model, url: 'https://app.example/m' }
const dry = { ...registration, mode: { dryRun: true, reason: 'pull request #7' }, gating: false }
const differences = [{ key: 'epochs', registered: 20, given: 30 }]

test.each([
  ['a model that was created', { ...found, created: true }, undefined, '✅ m was created'],
  ['a model that was there', found, undefined, '✅ m is already registered, nothing changed'],
  ['another model', { ...found, differences }, undefined, '❌ m exists with different metadata'],
  [
    'another model, tolerated',
    { ...found, differences, gating: false },
    undefined,
    '⚠️ m exists with different',
  ],
  ['a failure', registration, new Error('x'), '❌ m was not registered'],
  ['a dry run that found none', dry, undefined, '🔎 Dry run: m would be created'],
  [
    'a dry run that did not look',
    { ...dry, looked: false },
    undefined,
    '🔎 Dry run: m would be loaded or created',
  ],
])('the verdict for %s', (_, registration, error, verdict) => {
  expect(modelSummary(registration, new RunLog(), error).toString()).toContain(`## ${verdict}`)
})

test('shows what differs, and what to do', () => {
  const summary = modelSummary({ ...found, differences }, new RunLog()).toString()
  expect(summary).toContain('| `epochs` | `20` | `30` |')
  expect(summary).toContain('set on-mismatch: warn')
})

test('shows the registered metadata of an existing model, and otherwise the planned metadata', () => {
  expect(modelSummary(found, new RunLog()).toString()).toContain('| `epochs` | `20` |')
  expect(modelSummary(dry, new RunLog()).toString()).toContain('| `epochs` | `30` |')
})

test('shows the tags that the model lacks', () => {
  const summary = modelSummary({ ...found, missingTags: ['a'] }, new RunLog()).toString()
  expect(summary).toContain('| **Tags it lacks** | `a` ')
})
