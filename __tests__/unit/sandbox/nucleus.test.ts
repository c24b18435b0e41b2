import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { example } from '../../../sandbox/nucleus/example.js'
import { type NucleusSandbox, startNucleus } from '../../../sandbox/nucleus/server.js'

let nucleus: NucleusSandbox
beforeEach(async () => {
  nucleus = await startNucleus(['key-1'], ['limited-1'])
})
afterEach(() => nucleus.close())

const basic = (user: string) => `Basic ${Buffer.from(user).toString('base64')}`

async function call(
  method: string,
  path: string,
  body?: unknown,
  auth: Record<string, string> = { authorization: basic('key-1:') },
) {
  const headers = { 'content-type': 'application/json', ...auth }
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`${nucleus.url}/${path}`, { method, headers, ...init })
  // biome-ignore lint/suspicious/noExplicitAny: the tests check its shape.
  return { status: response.status, body: (await response.json()) as any }
}

test.each<[string, Record<string, string>, number]>([
  ['the key as user and no password', { authorization: basic('key-1:') }, 200],
  ['a limited key in its header', { 'x-limited-access-key': 'limited-1' }, 200],
  ['a password', { authorization: basic('key-1:key-1') }, 401],
  ['a wrong key', { authorization: basic('key-2:') }, 401],
  ['a bearer token', { authorization: 'Bearer key-1' }, 401],
  ['both keys', { authorization: basic('key-1:'), 'x-limited-access-key': 'limited-1' }, 401],
  ['a key in the header of limited ones', { 'x-limited-access-key': 'key-1' }, 401],
  ['no authorization', {}, 401],
])('a request with %s gets the expected status', async (_, auth, status) => {
  expect((await call('GET', 'models/', undefined, auth)).status).toBe(status)
})

const eval_fn = {
  name: 'f',
  is_external_function: true,
  serialized_fn: null,
  raw_source: null,
  level: 'item',
}

describe('a request is refused', () => {
  test.each([
    ['a name with a space', 'validate/eval_fn', { ...eval_fn, name: 'a b' }, 400],
    ['a missing null source', 'validate/eval_fn', { ...eval_fn, raw_source: undefined }, 400],
    ['an unknown key', 'validate/eval_fn', { ...eval_fn, user: 'x' }, 400],
    [
      'a test without functions',
      'validate/scenario_test',
      { name: 't', slice_id: example.sliceId, evaluation_functions: [] },
      400,
    ],
    ['a page of no items', `slice/${example.sliceId}/itemsPage`, { pageToken: null, pageSize: 0 }, 400],
    ['an unknown page', `slice/${example.sliceId}/itemsPage`, { pageToken: 'x', pageSize: 1 }, 400],
    ['a slice that does not exist', 'slice/slc_x/itemsPage', { pageToken: null, pageSize: 1 }, 404],
  ])('for %s', async (_, path, body, status) => {
    expect((await call('POST', path, body)).status).toBe(status)
  })

  test('for a name that exists already', async () => {
    expect((await call('POST', 'validate/eval_fn', eval_fn)).status).toBe(200)
    expect((await call('POST', 'validate/eval_fn', eval_fn)).status).toBe(409)
  })
})

describe('an upload', () => {
  const [a = '', b = ''] = example.references

  function upload(changes: object = {}) {
    const { state } = nucleus
    const { id: functionId } = state.addFunction('f')
    const test = state.addTest('t', example.sliceId, [functionId])
    const criterion = test.criteria[0]
    if (criterion) criterion.threshold = 0.5
    const body = {
      unit_test_id: test.id,
      eval_function_id: functionId,
      result_per_ref_id: { [a]: 1, [b]: 0 },
      weight_per_ref_id: { [a]: 1, [b]: 1 },
      overall_metric: 0.5,
      model_id: example.modelId,
      slice_id: example.sliceId,
      level: 'item',
      ...changes,
    }
    return call('POST', 'validate/scenario_test/upload_results', body)
  }

  test('becomes an evaluation that is pending, started, and then judged', async () => {
    expect(await upload()).toMatchObject({ status: 200 })
    const path = `validate/scenario_test/${nucleus.state.tests[0]?.id}/eval_history/details`
    const seen = []
    for (let read = 0; read < 4; read++) seen.push((await call('GET', path)).body[0])
    expect(seen.map(({ status, result, pass }) => [status, result, pass])).toEqual([
      ['pending', null, null],
      ['started', null, null],
      ['completed', 0.5, true],
      ['completed', 0.5, true],
    ])
  })

  test.each([
    ['an aggregate that does not match the results', { overall_metric: 0.6 }, 400],
    ['maps of different items', { weight_per_ref_id: { [a]: 1 } }, 400],
    ['a weight above 1', { weight_per_ref_id: { [a]: 1, [b]: 2 } }, 400],
    ['a score that is text', { result_per_ref_id: { [a]: '1', [b]: 0 } }, 400],
    ['an unknown item', { result_per_ref_id: { [a]: 1, x: 0 }, weight_per_ref_id: { [a]: 1, x: 1 } }, 400],
    ['no results', { result_per_ref_id: {}, weight_per_ref_id: {} }, 400],
    ['a slice other than the test’s', { slice_id: 'slc_other' }, 400],
    ['an unknown model', { model_id: 'prj_x' }, 404],
    ['an unknown test', { unit_test_id: 'ut_x' }, 404],
    ['another level', { level: 'scene' }, 400],
  ])('with %s is refused', async (_, changes, status) => {
    expect((await upload(changes)).status).toBe(status)
    expect(nucleus.state.evaluations).toEqual([])
  })
})

test('a model needs an evaluation to become the baseline, whose result becomes the threshold', async () => {
  const { state } = nucleus
  const test = state.addTest('t', example.sliceId, [state.addFunction('f').id])
  const path = `validate/scenario_test/${test.id}/set_baseline_model/${example.modelId}`
  expect((await call('POST', path, {})).status).toBe(400)
  const [criterion] = test.criteria
  if (!criterion) throw new Error('the test has no criterion')
  state.addEvaluation(criterion, example.modelId, 0.7, new Map()).status = 'completed'
  expect(await call('POST', path, {})).toEqual({ status: 200, body: { baseline_model_id: example.modelId } })
  expect(criterion.threshold).toBe(0.7)
})
