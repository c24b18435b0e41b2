import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../../../../sandbox/index.js'
import { logIn } from '../../../../../src/platforms/kolena/client.js'
import { recordFixture } from '../../../../../src/platforms/kolena/contract/record.js'
import { captureOutput } from '../../../../support/captured-output.js'
import { type Fault, startFaultyProxy } from '../../../../support/faulty-proxy.js'

captureOutput()
const workflow = 'Keypoint Detection'
const token = 'token-of-the-test'
let sandbox: Sandbox
let directory: string
beforeAll(async () => {
  sandbox = await startSandbox({ organizations: [{ name: 'acme', tokens: [token] }] })
  const { testing } = sandbox.state
  const model = testing.addModel('acme', { name: 'm', workflow })
  const test_sample = '{"locator": "a.png"}'
  testing.addTestSuite('acme', {
    name: 's',
    workflow,
    testCases: [{ name: 'all', samples: [{ test_sample }] }],
  })
  testing.addInference(model?.id ?? 0, test_sample, '{"score": 1.0}')
})
afterAll(() => sandbox.close())
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'record-'))
})
afterEach(() => {
  rmSync(directory, { recursive: true })
  const { testRuns, uploads } = sandbox.state.testing
  expect([testRuns, uploads]).toEqual([[], []])
})

/** The calls of a recording. */
const calls: [string, RegExp][] = [
  ['the login', /token\/login$/],
  ['the model', /model\/load$/],
  ['the test suite', /test-suite\/load$/],
  ['the inferences', /load-inferences$/],
  ['a batch', /by-path/],
  ['the end', /download\/complete$/],
]

/** Records over a connection that breaks one of the calls. Returns what was recorded or the error, and the requests. */
async function record(call: RegExp, fault: Fault, times: number) {
  const proxy = await startFaultyProxy(sandbox.url, (request, count) =>
    call.test(request) && count <= times ? fault : undefined,
  )
  const input = {
    workflow,
    model: 'm',
    suite: { name: 's', version: null },
    limit: 10,
    metadata: true,
    inputs: { model: 'fixture-model', suite: 'fixture-test-suite' },
  }
  const outcome = await logIn(new URL(proxy.url), token, new AbortController().signal)
    .then((session) => recordFixture(session, input, directory))
    .then(({ count }) => `recorded ${count}`)
    .catch(({ message }: Error) => message.replaceAll(proxy.url, ''))
  await proxy.close()
  return { outcome, requests: proxy.requests }
}

test.each<[string, Fault]>([
  ['a reset connection', 'reset'],
  ['429', 429],
  ['500', 500],
  ['half an answer', 'truncate'],
  ['an answer that is shorter than announced', 'wrong length'],
])('a recording survives %s at each of its calls', async (_, fault) => {
  const outcomes = calls.map(async ([name, call]) => [name, (await record(call, fault, 1)).outcome])
  expect(await Promise.all(outcomes)).toEqual(calls.map(([name]) => [name, 'recorded 1']))
})

test('a recording survives a session that ends, and a batch that arrives incomplete', async () => {
  const [, ...afterLogin] = calls
  const outcomes = afterLogin.map(async ([name, call]) => [name, (await record(call, 401, 1)).outcome])
  expect(await Promise.all(outcomes)).toEqual(afterLogin.map(([name]) => [name, 'recorded 1']))
  for (const fault of ['half JSON', 'garbage'] as const)
    expect((await record(/by-path/, fault, 1)).outcome).toBe('recorded 1')
})

const always = Number.POSITIVE_INFINITY

test('a persistent fault causes one error that names the call', async () => {
  const outcomes = calls.map(async ([name, call]) => [name, (await record(call, 500, always)).outcome])
  expect(await Promise.all(outcomes)).toEqual([
    ['the login', 'PUT /v1/token/login answered 500: broken on purpose'],
    ['the model', 'PUT /v1/generic/model/load answered 500: broken on purpose'],
    ['the test suite', 'PUT /v1/generic/test-suite/load answered 500: broken on purpose'],
    ['the inferences', 'PUT /v1/generic/model/load-inferences answered 500: broken on purpose'],
    [
      'a batch',
      expect.stringMatching(
        /^GET \/v1\/batched-load\/download\/by-path\/\S+ answered 500: broken on purpose$/,
      ),
    ],
    ['the end', 'PUT /v1/batched-load/download/complete answered 500: broken on purpose'],
  ])
})

test.each<[string, RegExp, Fault, string]>([
  ['a refused token', /token\/login$/, 401, 'does not accept the token (401)'],
  ['a model that is gone', /model\/load$/, 404, 'There is no model "m": check fixture-model'],
  ['a batch that is gone', /by-path/, 404, 'answered 404'],
  [
    'a page of a proxy instead of the model',
    /model\/load$/,
    'garbage',
    'answered 200 with something unexpected',
  ],
  ['half a list of batches', /load-inferences$/, 'half JSON', 'answered 200 with something unexpected'],
  ['half of every batch', /by-path/, 'half JSON', 'that is not a complete Parquet file'],
  ['garbage instead of every batch', /by-path/, 'garbage', 'that is not a complete Parquet file'],
])('%s causes one clear error', async (_, call, fault, message) => {
  const { outcome, requests } = await record(call, fault, always)
  expect(outcome).toContain(message)
  // The platform may remove the batches of a download that failed.
  if (String(call).includes('by-path')) expect(requests.at(-1)).toBe('PUT /v1/batched-load/download/complete')
})
