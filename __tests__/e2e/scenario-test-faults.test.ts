import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Fault } from '../../sandbox/nucleus/routes.js'
import { dependabot, pullRequest } from '../../sandbox/runner/events.js'
import { ScenarioTesting } from '../support/scenario-testing.js'

let job: ScenarioTesting
beforeEach(async () => {
  job = await ScenarioTesting.start()
})
afterEach(() => job.stop())

const unavailable = { status: 503, body: { error: 'unavailable' } }
const slowDown = { status: 429, body: {}, headers: { 'retry-after': '1' } }
const silence = { status: 0, body: {} }

describe('transient failures of Nucleus', () => {
  test.each<[string, Fault]>([
    ['the list of functions is refused temporarily', { call: 'GET validate/eval_fn', reply: slowDown }],
    ['the model cannot be read at first', { call: 'GET model/*', times: 2, reply: unavailable }],
    ['a page of items breaks off', { call: 'POST slice/*/itemsPage', reply: silence }],
    ['the function is not created', { call: 'POST validate/eval_fn', reply: unavailable }],
    [
      'the function is created without an answer',
      { call: 'POST validate/eval_fn', carriedOut: true, reply: silence },
    ],
    [
      'the test is created behind a 503',
      { call: 'POST validate/scenario_test', carriedOut: true, reply: unavailable },
    ],
    ['creating the test has to wait', { call: 'POST validate/scenario_test', reply: slowDown }],
    [
      'setting the threshold fails at first',
      { call: 'POST validate/metric/set_threshold/*/*', reply: unavailable },
    ],
    ['the upload fails at first', { call: 'POST validate/scenario_test/upload_results', reply: unavailable }],
    [
      'the upload arrives, and its answer does not',
      { call: 'POST validate/scenario_test/upload_results', carriedOut: true, reply: silence },
    ],
    [
      'the history cannot be read during the wait',
      { call: 'GET validate/scenario_test/*/eval_history/details', after: 2, reply: unavailable },
    ],
  ])('are retried without creating anything twice: %s', async (_, fault) => {
    job.nucleus.faults.push(fault)
    const run = await job.run({ threshold: '0.5' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { passed: 'true', uploaded: '4' } })
    const { functions, tests, evaluations } = job.nucleus.state
    expect([functions, tests, evaluations].map(({ length }) => length)).toEqual([1, 1, 1])
    expect(job.nucleus.faults).toEqual([])
  })
})

test('uses the function that another job created first', async () => {
  const { state, faults } = job.nucleus
  faults.push({
    call: 'POST validate/eval_fn',
    carriedOut: true,
    reply: { status: 409, body: { error: 'exists' } },
  })
  expect(await job.run()).toMatchObject({ exitCode: 0 })
  expect(state.functions).toHaveLength(1)
})

test('reads a slice in smaller pages when its pages time out', async () => {
  const references = Array.from({ length: 25_000 }, (_, index) => `item-${index}`)
  job.nucleus.state.addSlice({ id: 'slc_large', name: 'large', references })
  job.nucleus.faults.push({ call: 'POST slice/*/itemsPage', after: 1, times: 2, reply: unavailable })
  job.write('results.csv', `item_ref_id,score\n${references.map((ref) => `${ref},0.5`).join('\n')}`)
  const run = await job.run({ 'slice-id': 'slc_large', results: 'results.csv' })
  expect(run).toMatchObject({ exitCode: 0, outputs: { uploaded: '25000', 'missing-items': '0' } })
  const sizes = job.nucleus.requests
    .filter(({ path, status }) => path.endsWith('itemsPage') && status === 200)
    .map(({ body }) => (body as { pageSize: number }).pageSize)
  expect(sizes).toEqual([10_000, 5_000, 5_000, 5_000])
})

test('refuses a slice that returns the same page repeatedly', async () => {
  const page = { status: 200, body: { items: [], nextPageToken: 'again' } }
  job.nucleus.faults.push({ call: 'POST slice/*/itemsPage', times: 9, reply: page })
  const run = await job.run()
  expect(run.annotations[0]?.message).toContain('gave the page token "again"')
  expect(job.changes).toEqual([])
})

test.each<[string, Fault, string, string[]]>([
  [
    'creating the function is refused for good',
    { call: 'POST validate/eval_fn', reply: { status: 400, body: { error: 'no more functions' } } },
    'Prepare the scenario test failed',
    ['The evaluation function "custom_mAP_fn" could not be created', 'no more functions'],
  ],
  [
    'the upload is refused',
    {
      call: 'POST validate/scenario_test/upload_results',
      reply: { status: 400, body: { error: '::error::too many' } },
    },
    'Upload failed',
    [
      'answered 400',
      'Done already: The evaluation function "custom_mAP_fn" was created. The scenario test "my_scenario_test" was created.',
    ],
  ],
  [
    'something else answers',
    { call: 'GET validate/eval_fn', reply: { status: 200, body: 'a login page' } },
    'Look up the scenario test failed',
    ['answered 200 with something unexpected'],
  ],
])('reports the failure and the finished steps when %s', async (_, fault, title, words) => {
  job.nucleus.faults.push(fault)
  const run = await job.run()
  expect(run).toMatchObject({ exitCode: 1, annotations: [{ level: 'error', title }] })
  for (const word of words) expect(run.annotations[0]?.message).toContain(word)
  expect(run.summary).toContain('❌ my\\_scenario\\_test was not evaluated')
  expect(await job.run()).toMatchObject({ exitCode: 0 })
})

describe('the evaluation', () => {
  test('fails the run when the platform cannot finish it', async () => {
    job.nucleus.state.outcome = 'errored'
    const run = await job.run()
    expect(run.annotations[0]?.message).toContain('the platform could not evaluate them')
    expect(run.outputs).toMatchObject({ uploaded: '4', passed: '' })
  })

  test('fails the run when it takes too long', async () => {
    job.nucleus.state.readsToEnd = 1000
    const run = await job.run({ timeout: '1' })
    expect(run.annotations[0]?.message).toContain('is not complete after 1 s')
  })

  test('is not confused with an older one or one of another model', async () => {
    const { state } = job.nucleus
    state.addModel('prj_other', 'other')
    await job.run()
    await job.run({ 'model-id': 'prj_other' })
    const run = await job.run()
    expect(run.outputs['evaluation-id']).toBe(state.evaluations[2]?.id)
  })

  test('fails the gate with a warning when its verdict contradicts its figures', async () => {
    const reply = (status: number, body: object) => ({ status, body })
    await job.run({ threshold: '0.5' })
    const { state, faults } = job.nucleus
    const row = { ...state.evaluations[0], id: 'ute_new', result: '0.565625', pass: false }
    faults.push({
      call: 'GET validate/scenario_test/*/eval_history/details',
      after: 1,
      reply: reply(200, [...state.evaluations, row]),
    })
    const run = await job.run()
    expect(run).toMatchObject({ exitCode: 1, outputs: { passed: 'false', 'evaluation-id': 'ute_new' } })
    expect(run.annotations.map(({ title }) => title)).toEqual(['Two verdicts', 'The gate did not pass'])
  })
})

test('stops waiting when the run is cancelled', async () => {
  job.nucleus.state.readsToEnd = 1000
  const run = await job.run({}, { cancel: (line) => line.includes('is pending') })
  expect(run.annotations[0]?.message).toContain('The run was cancelled')
  expect(run.annotations[0]?.message).toContain('4 results were uploaded.')
})

describe('the threshold of the inputs', () => {
  test.each<[string, unknown]>([
    ['none', null],
    ['a lower one', 0.1],
  ])('decides even if the platform returns %s', async (_, threshold) => {
    await job.run({ threshold: '0.5' })
    const [criterion] = job.nucleus.state.tests[0]?.criteria ?? []
    const answered = { scenario_test_metrics: [{ ...criterion, threshold }] }
    const call = 'GET validate/scenario_test/*/metrics'
    const disagree = () => job.nucleus.faults.push({ call, times: 9, reply: { status: 200, body: answered } })
    disagree()
    const met = await job.run({ threshold: '0.5' })
    expect(met).toMatchObject({ exitCode: 0, outputs: { passed: 'true', threshold: '0.5' } })
    disagree()
    const missed = await job.run({ threshold: '0.9' })
    expect(missed).toMatchObject({ exitCode: 1, outputs: { passed: 'false', threshold: '0.9' } })
  })
})

test.each([
  ['a pull request', pullRequest()],
  ["a fork's pull request without a key", pullRequest({ fork: 'stranger/evaluators' })],
  ["Dependabot's pull request", dependabot()],
])('uploads nothing in %s', async (_, event) => {
  const run = await job.run({ threshold: '0.5', 'api-key': undefined }, { event })
  expect(run).toMatchObject({ exitCode: 0, outputs: { passed: 'true', 'dry-run': 'true', uploaded: '' } })
  expect(job.changes).toEqual([])
})
