import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { loadInputs as loadAgreement } from '../../../src/actions/agreement/inputs.js'
import { loadInputs as loadLambda } from '../../../src/actions/lambda/inputs.js'
import { loadInputs as loadScenarioTest } from '../../../src/actions/scenario-test/inputs.js'
import type { ReportComment } from '../../../src/platforms/github/report-comment.js'
import type { Event } from '../../../src/runtime/event.js'
import type { ActionRequest } from '../../../src/runtime/run-action.js'
import { root } from '../../support/workflow-files.js'

const folder = mkdtempSync(join(tmpdir(), 'gate-comments-'))
afterAll(() => rmSync(folder, { recursive: true }))
process.env.GITHUB_WORKSPACE = folder
for (const name of ['a.csv', 'b.csv']) writeFileSync(join(folder, name), 'x\n')
const [file, otherFile] = [join(folder, 'a.csv'), join(folder, 'b.csv')]

const repo = { full_name: 'o/r' }
const event: Event = {
  eventName: 'pull_request',
  ref: 'refs/pull/7/merge',
  sha: 'f'.repeat(40),
  actor: 'octocat',
  repository: 'o/r',
  runUrl: undefined,
  workflowRef: 'o/r/.github/workflows/gate.yml@refs/pull/7/merge',
  job: 'gate',
  payload: { pull_request: { number: 7, head: { repo, sha: 'a'.repeat(40) }, base: { repo } } },
}

type Inputs = Record<string, string>
interface Case {
  load: (request: ActionRequest) => { comment: ReportComment | undefined }
  inputs: Inputs
  /** Inputs that identify the comment, each with another value. */
  own: Inputs
  /** Inputs that change from commit to commit, or only change the gate. */
  other: Inputs
}

const cases: Record<string, Case> = {
  'scenario-test': {
    load: loadScenarioTest,
    inputs: {
      'evaluation-function': 'mAP',
      'scenario-test': 'pedestrians at night',
      'slice-id': 'slc_1',
      'model-id': 'prj_1',
      results: file,
    },
    own: {
      'evaluation-function': 'IoU',
      'scenario-test': 'pedestrians',
      'slice-id': 'slc_2',
      'model-id': 'prj_2',
      'api-url': 'https://nucleus.example.com',
    },
    other: { results: otherFile, threshold: '0.5', gate: 'warn', 'dry-run': 'true' },
  },
  agreement: {
    load: loadAgreement,
    inputs: { 'project-id': 'p1', predictions: file, 'model-name': 'car-color' },
    own: {
      'project-id': 'p2',
      'model-name': 'car-color-v2',
      job: 'COLOR',
      'api-url': 'https://kili.example.com',
    },
    other: { predictions: otherFile, 'minimum-agreement': '0.5', gate: 'warn', 'dry-run': 'true' },
  },
  lambda: {
    load: loadLambda,
    inputs: {
      'function-name': 'evaluate',
      'endpoint-name': 'churn',
      'test-data': 's3://data/test.csv',
      'results-bucket': 'monitoring',
    },
    own: {
      'function-name': 'another',
      region: 'eu-west-1',
      'endpoint-name': 'fraud',
      'test-data': 's3://data/other.csv',
      'api-url': 'https://aws.example.com',
    },
    other: { 'results-bucket': 'other', 'minimum-f1': '0.5', 'positive-class': 'yes', 'dry-run': 'true' },
  },
}

describe.each(Object.entries(cases))('the comment of %s', (action, { load, inputs, own, other }) => {
  const token = { 'github-token': 'ghs_aTokenOfTheJob0123456789' }
  const markerOf = (changes: Inputs) =>
    load({ event, rawInputs: { ...inputs, ...token, ...changes } }).comment?.marker

  test.each(Object.entries(own))('is a different one for another %s', (name, value) => {
    expect(markerOf({ [name]: value })).toMatch(/^<!-- evaluator-action [0-9a-f]{32} -->$/)
    expect(markerOf({ [name]: value })).not.toBe(markerOf({}))
  })

  test.each(Object.entries(other))('is the same for another %s', (name, value) => {
    expect(markerOf({ [name]: value })).toBe(markerOf({}))
  })

  test('has the inputs in its documentation that distinguish it', () => {
    const page = readFileSync(join(root, 'docs/pull-requests.md'), 'utf8')
    const [, row = ''] = page.match(new RegExp(`^\\| \`…/${action}\` \\| (.*) \\|$`, 'm')) ?? []
    expect(row.split(', ').toSorted()).toEqual(
      Object.keys(own)
        .map((name) => `\`${name}\``)
        .toSorted(),
    )
  })

  test('does not exist without a token or with comment: off', () => {
    expect(markerOf({ 'github-token': '' })).toBeUndefined()
    expect(markerOf({ comment: 'off' })).toBeUndefined()
  })

  test('needs a valid value of comment', () => {
    expect(() => markerOf({ comment: 'on' })).toThrow('comment "on": write auto or off')
  })
})
