import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { engines } from '../support/engines.js'
import type { Fault } from '../support/faulty-proxy.js'
import { type BrokenRun, eachOf, FaultyPublishing } from '../support/faulty-publishing.js'

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

let job: FaultyPublishing
beforeAll(async () => {
  job = await FaultyPublishing.start(engines[0])
})
afterAll(() => job.stop())

/** Expects one annotation that names the step, reports only what is known, and mentions no bug. */
function expectClearError({ run }: BrokenRun, fault: Fault, step: string): void {
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
      const { run, registered, requests } = await job.publish('platform', (request, count) =>
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
      const result = await job.publish('platform', (request) => (request === broken ? fault : undefined))
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
