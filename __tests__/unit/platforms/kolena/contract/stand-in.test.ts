import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parquetReadObjects } from 'hyparquet'
import { readRequests } from '../../../../../src/platforms/kolena/contract/evidence.js'
import { fixtureOf } from '../../../../../src/platforms/kolena/contract/fixture.js'
import { inventScenario } from '../../../../../src/platforms/kolena/contract/scenario.js'
import { type StandIn, startStandIn } from '../../../../../src/platforms/kolena/contract/stand-in.js'
import { writeFrame } from '../../../../../src/platforms/kolena/frames.js'

const scenario = inventScenario('Keypoint Detection')
const sample = (locator: string) => ({
  test_sample: { locator },
  metadata: { source: 'test' },
  ground_truth: { label: 'ü' },
  inference: { label: 'b', score: 0.5 },
})
const fixture = fixtureOf({
  test_cases: [
    { name: 'all', samples: [sample('a.png'), sample('b.png')] },
    { name: 'some', samples: [sample('b.png')] },
  ],
})

let platform: StandIn
beforeAll(async () => {
  platform = await startStandIn('127.0.0.1', scenario, fixture)
})
afterAll(() => platform.close())

async function call(method: string, path: string, body?: unknown, url = platform.url) {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/v1${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  })
  return { status: answer.status, text: await answer.text() }
}

async function download(path: string, body: unknown) {
  const { text } = await call('PUT', path, body)
  if (text === '') return undefined
  const batches = text.trim().split('\n')
  const rows = batches.map(async (line) => {
    const answer = await fetch(`${platform.url}/v1/batched-load/download/by-path/${JSON.parse(line).path}`)
    return await parquetReadObjects({ file: await answer.arrayBuffer() })
  })
  return (await Promise.all(rows)).flat()
}

test('answers a login with the scenario’s token as clients of every age expect', async () => {
  const { status, text } = await call('PUT', '/token/login', { api_token: scenario.token, version: '1.69.0' })
  expect(status).toBe(200)
  expect(JSON.parse(text)).toEqual({
    tenant: 'contract',
    access_token: expect.any(String),
    token_type: 'bearer',
    tenant_telemetry: false,
  })
  expect(await call('PUT', '/token/login', { api_token: 'other-token', version: '1' })).toMatchObject({
    status: 401,
  })
})

describe('the stand-in', () => {
  test.each([
    ['the model', '/generic/model/load', { name: scenario.model.name }, 200],
    ['another model', '/generic/model/load', { name: 'x' }, 404],
    ['the suite', '/generic/test-suite/load', { name: scenario.suite.name, version: 3 }, 200],
    [
      'a version that does not exist',
      '/generic/test-suite/load',
      { name: scenario.suite.name, version: 99 },
      404,
    ],
    ['a model without a name', '/generic/model/load', {}, 422],
    ['an unknown route', '/generic/model/paint', {}, 404],
  ])('answers a request for %s with its status', async (_, path, body, status) => {
    expect(await call('PUT', path, body)).toMatchObject({ status })
  })

  test('returns the latest version if none is given', async () => {
    const { text } = await call('PUT', '/generic/test-suite/load', {
      name: scenario.suite.name,
      version: null,
    })
    expect(JSON.parse(text)).toMatchObject({ version: 7, workflow: 'Keypoint Detection' })
  })
})

describe('batches', () => {
  test('of a test run contain each sample once, as JSON in text columns', async () => {
    const rows = await download('/generic/test-run/load-test-sample-inferences', {
      test_run_id: 401,
      batch_size: 1,
    })
    expect(rows).toHaveLength(2)
    expect(rows?.[0]).toEqual({
      test_sample: '{"locator":"a.png"}',
      test_sample_metadata: '{"source":"test"}',
      ground_truth: '{"label":"ü"}',
      inference: '{"label":"b","score":0.5}',
    })
  })

  test('of a suite contain the number of each sample’s test case', async () => {
    const rows = await download('/generic/test-suite/load-test-samples', {
      test_suite_id: 301,
      batch_size: 1,
    })
    expect(rows?.map(({ test_case_id }) => Number(test_case_id))).toEqual([1, 1, 2])
  })

  test('of remaining samples are empty, and contain all samples after a reset', async () => {
    const path = '/generic/test-run/load-remaining-test-samples'
    expect(await download(path, { test_run_id: 401, load_all: false })).toBeUndefined()
    expect(await download(path, { test_run_id: 401, load_all: true })).toHaveLength(2)
  })

  test('of uploaded metrics are counted together', async () => {
    const { uuid } = JSON.parse((await call('PUT', '/batched-load/upload/init')).text)
    for (const count of [2, 3]) {
      const { signed_url } = JSON.parse((await call('GET', `/batched-load/upload/signed-url/${uuid}`)).text)
      const body = await writeFrame({ metrics: Array.from({ length: count }, () => '{}') })
      const headers = { 'content-type': 'application/octet-stream' }
      expect((await fetch(signed_url, { method: 'PUT', headers, body: new Uint8Array(body) })).status).toBe(
        200,
      )
    }
    const path = '/generic/test-run/upload-test-sample-metrics'
    const { text } = await call('PUT', path, {
      uuid,
      test_run_id: 401,
      test_case_id: null,
      configuration: null,
    })
    expect(JSON.parse(text)).toEqual({ n_uploaded: 5 })
    expect(readRequests(platform.requests).uploads).toEqual([{ kind: 'upload-test-sample-metrics', rows: 5 }])
  })

  test('with another shape are refused with what was expected, and where', async () => {
    const { text } = await call('PUT', '/generic/test-run/evaluate', { test_run_id: '1' })
    expect(JSON.parse(text).detail).toBe('test_run_id: Invalid input: expected number, received string')
  })

  test('that are not Parquet files are refused', async () => {
    const headers = { 'content-type': 'application/octet-stream' }
    const answer = await fetch(`${platform.url}/upload/x`, { method: 'PUT', headers, body: 'no parquet' })
    expect(answer.status).toBe(422)
  })
})

test.each([
  ['unauthorized', [401, 401]],
  ['broken', [200, 500]],
] as const)('a platform that is %s answers a login and a load with %s', async (fault, statuses) => {
  const broken = await startStandIn('127.0.0.1', scenario, fixture, fault)
  const login = await call('PUT', '/token/login', { api_token: scenario.token, version: '1' }, broken.url)
  const load = await call('PUT', '/generic/model/load', { name: scenario.model.name }, broken.url)
  await broken.close()
  expect([login.status, load.status]).toEqual(statuses)
})

describe('an oversized request of an evaluator', () => {
  const put = async (path: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') => {
    const headers = { 'content-type': type }
    const answer = await fetch(`${platform.url}${path}`, { method: 'PUT', headers, body })
    return { status: answer.status, text: await answer.text() }
  }

  test.each(['/v1/generic/test-run/create-or-retrieve', '/v1/event/profile', '/v1/nowhere'])(
    'is refused at %s from 4 MiB on',
    async (path) => {
      const { status, text } = await put(path, JSON.stringify({ text: 'x'.repeat(4 * 1024 ** 2) }))
      expect([status, text]).toEqual([413, '{"detail":"the body has more than 4194304 bytes"}'])
    },
  )

  test('is refused from 128 MiB on if it is a batch', async () => {
    const { status } = await put('/upload/x', new Uint8Array(128 * 1024 ** 2 + 1), 'application/octet-stream')
    expect(status).toBe(413)
  })

  test('is refused and not kept if it is a batch that is not a Parquet file', async () => {
    const body = new Uint8Array(25 * 1024 ** 2)
    for (const _ of [1, 2, 3])
      expect((await put('/upload/x', body, 'application/octet-stream')).status).toBe(422)
    expect(
      platform.uploads.accepted.flatMap(({ batches }) => batches).every(({ length }) => length < 1e6),
    ).toBe(true)
  })

  test('is kept only with its first fields if it is nested', async () => {
    const configuration = { display_name: 'x', configuration: { a: ['y'.repeat(100_000)] } }
    const configurations = Array.from({ length: 20 }, () => configuration)
    const body = { model_id: 1, test_suite_id: 1, evaluator: 'e'.repeat(5000), configurations }
    const { status } = await call('PUT', '/generic/test-run/create-or-retrieve', body)
    expect(status).toBe(200)
    expect(JSON.stringify(platform.requests.at(-1)).length).toBeLessThan(1500)
  })

  test('gets the existing batch if it asks for the same one again', async () => {
    const paths = new Set<string>()
    for (const _ of [1, 2, 3]) {
      const { text } = await call('PUT', '/generic/test-run/load-test-sample-inferences', {
        test_run_id: 401,
      })
      paths.add(JSON.parse(text).path)
    }
    expect(paths.size).toBe(1)
  })
})

test('counts batches of a run whose metrics nobody reads, without keeping them', async () => {
  const other = await startStandIn('127.0.0.1', scenario, fixture, undefined, false)
  const body = new Uint8Array(await writeFrame({ metrics: ['{}', '{}'] }))
  expect((await fetch(`${other.url}/upload/x`, { method: 'PUT', body })).status).toBe(200)
  expect(other.uploads.countOf('x')).toBe(2)
  other.uploads.accept('upload-test-case-metrics', 'x', null, null)
  expect(other.uploads.accepted[0]?.batches).toEqual([])
  await other.close()
})
