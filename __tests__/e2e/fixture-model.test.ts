import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pullRequest, pushTag } from '../../sandbox/runner/events.js'
import { secretForms } from '../../src/runtime/secrets.js'
import { runCommand } from '../support/command-line.js'
import { EngineProxy } from '../support/engine-proxy.js'
import { engines } from '../support/engines.js'
import { Publishing, root, token } from '../support/publishing.js'

const workflow = 'Keypoint Detection'
const own = pullRequest()
const fork = pullRequest({ fork: 'octocat/evaluators' })
const locator = (name: string) => `s3://faces/${name}.jpg`

describe.each(engines)('samples from the platform with $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
    cpSync(join(root, '__tests__/support/evaluator'), job.workspace, { recursive: true })
  })
  afterAll(() => job.stop())

  /** A model with inferences on three samples in two test cases. */
  beforeEach(() => {
    const { testing } = job.sandbox.state
    testing.clear()
    const samples = ['a', 'b', 'c'].map((name) => ({
      test_sample: { locator: locator(name), data_type: 'TEST_SAMPLE/IMAGE' },
      metadata: { private: 'metadata-of-a-sample' },
    }))
    const model = testing.addModel('acme', { name: 'nightly', workflow })
    const testCases = [
      { name: 'all', samples },
      { name: 'hard <b>', samples: samples.slice(2) },
    ]
    testing.addTestSuite('acme', { name: 'faces', workflow, testCases })
    for (const { test_sample } of samples)
      testing.addInference(model?.id ?? 0, JSON.stringify(test_sample), '{"label":"b","score":0.5}')
  })

  const check = (
    inputs: Record<string, string | undefined> = {},
    event = own,
    options: Parameters<Publishing['run']>[1] = {},
  ) =>
    job.run(
      {
        verify: 'contract',
        'build-args': 'BEHAVIOUR=good\nTHRESHOLD=0.05',
        'fixture-model': 'nightly',
        'fixture-test-suite': 'faces@1',
        ...inputs,
      },
      { event, ...options },
    )
  /** Returns a result and the requests to the platform, without the ids of batches. */
  async function observe<T>(work: () => Promise<T>): Promise<{ result: T; requests: string[] }> {
    const before = job.sandbox.requests.length
    const result = await work()
    const sent = job.sandbox.requests.slice(before).filter(({ path }) => path.startsWith('/v1/'))
    const requests = sent.map(
      ({ method, path }) =>
        `${method} ${path.replace('/v1/', '').replace(/by-path\/[^/]+\//, 'by-path/ID/')}`,
    )
    return { result, requests }
  }
  const ofTestCase = [
    'PUT generic/model/load-inferences',
    'GET batched-load/download/by-path/ID/0.parquet',
    'PUT batched-load/download/complete',
  ]
  const recording = ['PUT generic/model/load', 'PUT generic/test-suite/load', ...ofTestCase, ...ofTestCase]

  test('are what the evaluator works on in a pull request, and reading them writes nothing', async () => {
    const { testing } = job.sandbox.state
    const proxy = await EngineProxy.start(engine)
    const env = { DOCKER_HOST: proxy.host }
    const { result: run, requests } = await observe(() =>
      check({ 'fixture-test-suite': 'faces' }, own, { env }),
    )
    await proxy.close()
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    const { outputs, summary, log } = run
    expect(JSON.parse(outputs.metrics ?? '').test_cases).toMatchObject([
      { name: 'all' },
      { name: 'hard <b>' },
    ])
    expect(summary).toContain(
      'It worked on 4 samples from the platform: the inferences of "nightly" on version 1 of "faces".',
    )
    expect(summary).toContain('| ✅ | reads samples and inferences | yes |')
    expect(requests.filter((request) => !/^GET generic\/workflow\/evaluator/.test(request))).toEqual([
      'PUT token/login',
      ...recording,
    ])
    expect([testing.testRuns, testing.uploads]).toEqual([[], []])
    // The token must not reach the container: the engine creates it from these calls.
    const created = proxy.calls.filter(({ name }) => name.startsWith('POST /containers/create'))
    expect(created.length).toBeGreaterThan(5)
    const text = JSON.stringify(proxy.calls.map(({ name, body }) => [name, body]))
    expect(secretForms(token, 'acme').filter((form) => text.includes(form))).toEqual([])
    expect(JSON.stringify([summary, log])).not.toMatch(/metadata-of-a-sample|s3:\/\/faces/)
  })

  test('are not read for the code of a fork, and then nothing is compared', async () => {
    const inputs = { 'metrics-baseline': 'base', 'metrics-gate': 'fail' }
    const { result: run, requests } = await observe(() => check(inputs, fork))
    expect(requests.filter((request) => recording.includes(request))).toEqual([])
    expect(run.exitCode).toBe(1)
    expect(run.annotations[0]).toMatchObject({ level: 'error', title: 'no-baseline' })
    for (const text of [
      'No samples were read from the platform: the code of this run may be unreviewed, and must not see them.',
      'The metrics were not compared with the baseline: the samples were not recorded',
    ])
      expect(run.summary).toContain(text)
  })

  test('serve a publication, and are read before anything is changed', async () => {
    const { result, requests } = await observe(() => check({ tags: 'v1.0.0' }, pushTag('v1.0.0')))
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(requests.slice(0, recording.length + 2)).toEqual([
      'PUT token/login',
      ...recording,
      'POST ecr/repository',
    ])
  })

  test('serve the baseline, too', async () => {
    const published = await check(
      { tags: 'v1.0.1', verify: 'off', 'fixture-model': undefined, 'fixture-test-suite': undefined },
      pushTag('v1.0.1'),
    )
    expect(published.exitCode).toBe(0)
    const changed = { 'build-args': 'BEHAVIOUR=good\nTHRESHOLD=0.1' }
    const run = await check({ ...changed, 'metrics-baseline': 'registered', 'fixture-samples': '2' })
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(JSON.parse(run.outputs['metrics-changes'] ?? '')).toMatchObject([
      { test_case: 'all', metric: 'failure_rate', before: 2 / 3, after: 1 / 3 },
    ])
    expect(run.summary).toContain('It worked on 2 of 4 samples from the platform')
  })

  test('are read once for all entries of an evaluators file', async () => {
    const entry = (name: string) => ({
      image: name,
      'evaluator-name': 'evaluate_keypoint_detection',
      'build-args': { BEHAVIOUR: 'good', THRESHOLD: '0.05', NAME: name },
      'fixture-model': 'nightly',
      'fixture-test-suite': 'faces',
    })
    const other = { ...entry('two'), 'evaluator-name': 'evaluate_keypoint_detection', workflow }
    job.write('evaluators.yml', JSON.stringify([entry('one'), { ...other, register: 'false' }]))
    const { result, requests } = await observe(() =>
      check({
        evaluators: 'evaluators.yml',
        ...{ image: undefined, 'evaluator-name': undefined, 'build-args': undefined },
        ...{ 'fixture-model': undefined, 'fixture-test-suite': undefined },
      }),
    )
    expect(result.exitCode).toBe(0)
    const results: { metrics: { test_cases: unknown[] } }[] = JSON.parse(result.outputs.results ?? '')
    expect(results.map(({ metrics }) => metrics.test_cases.length)).toEqual([2, 2])
    expect(requests.filter((request) => recording.includes(request))).toEqual(recording)
  })

  test.each([
    ['model', { 'fixture-model': 'weekly' }, 'There is no model "weekly": check fixture-model'],
    ['version', { 'fixture-test-suite': 'faces@9' }, 'There is no version 9 of a test suite "faces"'],
  ])(
    'of a %s that does not exist end a publication before it changes anything',
    async (_, inputs, message) => {
      const before = job.changes
      const run = await check(inputs, pushTag('v2.0.0'))
      expect(run.exitCode).toBe(1)
      expect(run.annotations).toEqual([
        expect.objectContaining({ level: 'error', message: expect.stringContaining(message) }),
      ])
      expect(job.changes).toEqual(before)
    },
  )

  test('are recorded into a fixture by the command line, which the contract check then uses', async () => {
    const flags = [
      '--workflow',
      workflow,
      '--model',
      'nightly',
      '--test-suite',
      'faces',
      '--output',
      'f.json',
    ]
    const { result, requests } = await observe(() =>
      runCommand(job, process.execPath, ['record-fixture', ...flags, '--omit-metadata']),
    )
    expect(result).toMatchObject({ code: 0, stderr: expect.stringContaining('f.json: 4 samples') })
    expect(JSON.parse(result.stdout)).toEqual({ fixture: 'f.json', samples: '4', available: '4' })
    expect(requests).toEqual(['PUT token/login', ...recording])
    const [all, hard] = JSON.parse(readFileSync(join(job.workspace, 'f.json'), 'utf8')).test_cases
    expect([all.samples.length, hard]).toEqual([
      3,
      {
        name: 'hard <b>',
        samples: [
          {
            test_sample: { locator: locator('c'), data_type: 'TEST_SAMPLE/IMAGE' },
            ground_truth: {},
            inference: { label: 'b', score: 0.5 },
          },
        ],
      },
    ])
    const inputs = { 'fixture-model': undefined, 'fixture-test-suite': undefined }
    const run = await check({ ...inputs, 'contract-fixture': 'f.json' }, fork)
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(JSON.parse(run.outputs.metrics ?? '').samples).toEqual({ count: 3 })
  })

  test('cannot get expected metrics, which need a file', async () => {
    const { code, stderr } = await runCommand(job, process.execPath, [
      ...['--workflow', workflow, '--evaluator-name', 'e', '--image', 'i', '--update-expected'],
      ...['--registry', job.sandbox.registry.host, '--tags', 'x'],
      ...['--fixture-model', 'nightly', '--fixture-test-suite', 'faces'],
    ])
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--update-expected: writes into a fixture file'),
    })
  })
})
