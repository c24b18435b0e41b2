import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { StepResult } from '../../sandbox/runner.js'
import { type Fault, startFaultyProxy } from '../support/faulty-proxy.js'
import { Publishing } from '../support/publishing.js'

/** Transient faults: they hit only the first request of the step. */
const passing: Fault[] = [
  408,
  425,
  429,
  500,
  502,
  503,
  504,
  { status: 429, headers: { 'retry-after': '1' } },
  { status: 503, headers: { 'retry-after': new Date(Date.now() + 1000).toUTCString() } },
  'reset',
  'delay',
  'lost',
  'truncate',
  'wrong length',
  'wrong type',
  'hang',
]

/** Permanent faults: each must end in one clear error. */
const lasting: Fault[] = [
  400,
  401,
  403,
  404,
  409,
  422,
  500,
  503,
  { status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' } },
  { status: 429, headers: { 'retry-after': '3600' } },
  'reset',
  'hang',
  'trickle',
  'garbage',
  'half JSON',
]

let job: Publishing
beforeAll(async () => {
  job = await Publishing.start({ name: 'default', host: '' })
  // Publishes the image once, so that later runs fail only at the broken step.
  expect((await job.run()).exitCode).toBe(0)
})
afterAll(() => job.stop())

let runs = 0

interface Broken {
  run: StepResult
  /** Images that this run registered. Each run registers under a unique name. */
  registered: string[]
  requests: string[]
}

/** Publishes through a proxy that breaks requests to the platform or registry. `%` matches this run's names. */
async function publishWith(
  before: 'platform' | 'registry',
  faultOf: (request: string, count: number) => Fault,
): Promise<Broken> {
  const number = ++runs
  const evaluator = `evaluate_${number}`
  const service = before === 'platform' ? job.sandbox.url : `http://${job.sandbox.registry.host}`
  const proxy = await startFaultyProxy(service, (request, count) =>
    faultOf(request.replace(evaluator, '%'), count),
  )
  // Uses a unique tag: a failed push is not an error if the registry already has this image under the tag.
  const inputs =
    before === 'platform' ? { 'api-url': proxy.url } : { registry: proxy.host, tags: `v${number}` }
  // One second, so that a hanging server does not slow down the tests.
  const env = { EVALUATOR_ACTION_HTTP_TIMEOUT: '1' }
  const run = await job.run({ ...inputs, 'evaluator-name': evaluator, organization: 'acme' }, { env })
  await proxy.close()
  const registered = job.sandbox.state.registrations
    .filter(({ name }) => name === evaluator)
    .map(({ image }) => image)
  return { run, registered, requests: proxy.requests }
}

/** Runs several at a time, because each spends most of its time waiting. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all([worker(), worker(), worker(), worker(), worker()])
}

/** Expects one annotation that names the step, reports only what is known, and mentions no bug. */
function expectClearError({ run }: Broken, fault: Fault, step: string): void {
  const { exitCode, annotations, log, outputs } = run
  expect({ fault, exitCode, count: annotations.length }).toEqual({ fault, exitCode: 1, count: 1 })
  expect({ fault, title: annotations[0]?.title }).toEqual({ fault, title: `${step} failed` })
  expect(annotations[0]?.message.length).toBeGreaterThan(30)
  expect(log).not.toContain('bug in evaluator-action')
  expect(outputs.changed).toBe('false')
  expect(run.summary).toContain('## ❌')
}

const platform = [
  ['logging in', 'PUT /v1/token/login', 'Log in at the platform'],
  ['creating the repository', 'POST /v1/ecr/repository', 'Log in to the registry'],
  [
    'reading the registration',
    'GET /v1/generic/workflow/evaluator/Keypoint%20Detection/%?include_secret=False',
    'Read the registration',
  ],
  ['registering', 'POST /v1/generic/workflow/evaluator', 'Register'],
] as const

describe.each(platform)('while %s', (_, broken, step) => {
  test('recovers from a transient fault and registers the evaluator once', async () => {
    await eachOf(passing, async (fault) => {
      const { run, registered, requests } = await publishWith('platform', (request, count) =>
        request === broken && count === 1 ? fault : undefined,
      )
      expect({ fault, exitCode: run.exitCode, changed: run.outputs.changed }).toEqual({
        fault,
        exitCode: 0,
        changed: 'true',
      })
      expect({ fault, registered }).toEqual({ fault, registered: [run.outputs.image] })
      expect(requests.length).toBeLessThan(12)
    })
  })

  test('reports a permanent fault in one clear error, in bounded time', async () => {
    // The repository exists already, and a missing registration is not a fault.
    await eachOf(lasting, async (fault) => {
      const result = await publishWith('platform', (request) => (request === broken ? fault : undefined))
      // "Not registered" and "the repository exists" are valid answers, not faults.
      // What the service did counts, not whether its answer arrived intact.
      const said =
        (step === 'Read the registration' && fault === 404) ||
        (step === 'Log in to the registry' && fault === 409)
      if (said) return void expect({ fault, exitCode: result.run.exitCode }).toEqual({ fault, exitCode: 0 })
      const answered = fault === 'garbage' || fault === 'half JSON' || fault === 'trickle'
      if (answered && result.run.exitCode === 0) return void expect(result.registered).toHaveLength(1)
      expectClearError(result, fault, step)
      expect(result.requests.filter((request) => request === broken).length).toBeLessThanOrEqual(4)
      expect(result.registered.length).toBeLessThanOrEqual(1)
      if (step === 'Register' || step === 'Read the registration')
        expect(result.run.annotations[0]?.message).toContain('Done already: The image')
    })
  })
})

const registry = [
  ['the first contact', /^GET \/v2\/$/],
  ['asking for a layer', /^HEAD \/v2\/.*\/blobs\//],
  ['putting the manifest', /^PUT \/v2\/.*\/manifests\//],
  ['confirming the manifest', /^GET \/v2\/.*\/manifests\//],
  ['reading the configuration', /^GET \/v2\/.*\/blobs\/sha256/],
] as const

describe.each(registry)('while %s in the registry', (step, broken) => {
  test('recovers from a transient fault', async () => {
    await eachOf([429, 503, 'reset', 'lost', 'truncate', 'wrong length'] as Fault[], async (fault) => {
      let met = 0
      const { run, registered } = await publishWith('registry', (request) =>
        broken.test(request) && ++met === 1 ? fault : undefined,
      )
      expect({ fault, exitCode: run.exitCode, annotations: run.annotations }).toEqual({
        fault,
        exitCode: 0,
        annotations: [],
      })
      expect(registered).toHaveLength(1)
    })
  })

  test('reports a permanent fault and registers nothing, unless the fault does not matter', async () => {
    // With other faults, Docker retries a layer for more than a minute before it gives up.
    const faults: Fault[] = step === 'asking for a layer' ? [403] : [401, 403, 500, 'reset', 'garbage']
    await eachOf(faults, async (fault) => {
      const result = await publishWith('registry', (request) => (broken.test(request) ? fault : undefined))
      if (step === 'reading the configuration') {
        // Only the report needs the configuration, which is read while the evaluator is registered.
        expect(result.run).toMatchObject({ exitCode: 0, annotations: [] })
        expect(result.run.log).toContain('The registry does not describe the image')
        return void expect(result.registered).toHaveLength(1)
      }
      // The registry received the manifest and only its answer is garbage: then what it has now counts.
      if (fault === 'garbage' && result.run.exitCode === 0)
        return void expect(result.registered).toHaveLength(1)
      expect({ fault, exitCode: result.run.exitCode, count: result.run.annotations.length }).toEqual({
        fault,
        exitCode: 1,
        count: 1,
      })
      expect(result.run.log).not.toContain('bug in evaluator-action')
      expect(result.registered).toEqual([])
    })
  })
})
