import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DockerWrapper } from '../support/docker-wrapper.js'
import { EngineProxy } from '../support/engine-proxy.js'
import { engines } from '../support/engines.js'
import { type FaultyProxy, startFaultyProxy } from '../support/faulty-proxy.js'
import { Publishing } from '../support/publishing.js'

/** What the job does when it is cancelled: a hanging request to the platform, registry or engine, or a long build. */
const phases: [
  string,
  { request?: RegExp; build?: boolean; call?: RegExp; inputs?: Record<string, string> },
][] = [
  ['logs in to the platform', { request: /token\/login/ }],
  ['builds', { build: true }],
  ['logs in to the registry', { request: /^GET \/v2\/$/ }],
  ['names the image', { call: /\/tag\?/ }],
  ['pushes', { call: /\/push\?/ }],
  ['looks for an image with the same inputs', { request: /manifests\/inputs-/, inputs: { reuse: 'true' } }],
  ['confirms the push', { request: /^GET \S+\/manifests\/v1.2.3/ }],
  ['registers', { request: /^POST \/v1\/generic\/workflow\/evaluator/ }],
]

describe.each(engines)('a cancelled job on $name', (engine) => {
  let job: Publishing
  let proxy: FaultyProxy
  let registry: FaultyProxy
  let reached: () => void
  let hanging: RegExp | undefined
  beforeAll(async () => {
    job = await Publishing.start(engine)
    const hang = (request: string) => {
      if (!hanging?.test(request)) return undefined
      reached()
      return 'hang' as const
    }
    proxy = await startFaultyProxy(job.sandbox.url, hang)
    registry = await startFaultyProxy(`http://${job.sandbox.registry.host}`, hang)
  })
  afterAll(async () => {
    await proxy.close()
    await registry.close()
    await job.stop()
  })

  test.each(phases)(
    'ends at once and leaves nothing behind while it %s',
    async (_, { request, build, call, inputs }) => {
      hanging = request
      const cancellation = new AbortController()
      reached = () => cancellation.abort()
      // This replacement for the real command says that it started, and then waits.
      const wrapper = new DockerWrapper(build ? { before: `touch "$0.reached"; exec sleep 60` } : {})
      const before = () => {
        reached()
        return new Promise(() => {})
      }
      const calls = await EngineProxy.start(engine, call ? [{ call, before }] : [])
      const watch = setInterval(() => wrapper.has('docker-buildx.reached') && reached(), 50)
      const start = performance.now()
      const run = await job.run(
        { 'api-url': proxy.url, registry: registry.host, ...inputs },
        {
          cancel: cancellation.signal,
          temp: job.temp,
          env: { ...wrapper.environment(), DOCKER_HOST: calls.host },
        },
      )
      clearInterval(watch)
      wrapper.remove()
      await calls.close()
      expect(run.conclusion).toBe('cancelled')
      expect(run.exitCode).toBe(1)
      // The runner adds the second one.
      expect(run.annotations.map(({ message }) => message.split('\n')[0])).toEqual([
        'The run was cancelled (SIGINT)',
        'The operation was canceled.',
      ])
      expect(performance.now() - start).toBeLessThan(40_000)
      expect(readdirSync(job.temp).filter((name) => name.startsWith('evaluator-action'))).toEqual([])
      expect(run.orphans).toEqual([])
      expect(job.sandbox.state.registrations).toEqual([])
      expect(run.outputs).toMatchObject({ registration: '', changed: 'false' })
    },
  )

  test('also ends when it receives only SIGTERM', async () => {
    const wrapper = new DockerWrapper({ before: `exec sleep 60` })
    hanging = undefined
    const kill = { signal: 'SIGTERM', when: (line: string) => line.includes('Build with docker') } as const
    const run = await job.run({}, { kill, temp: job.temp, env: wrapper.environment() })
    wrapper.remove()
    expect(run.exitCode).toBe(1)
    expect(run.orphans).toEqual([])
    expect(readdirSync(job.temp).filter((name) => name.startsWith('evaluator-action'))).toEqual([])
  })

  test('also ends a build that is running a Dockerfile step', async () => {
    job.write(
      'slow/Dockerfile',
      `FROM evaluator-base:bookworm\nRUN echo started ${Math.random()}; sleep 60\n`,
    )
    const run = await job.run(
      { context: 'slow' },
      { cancel: (line) => /^#\d+ [\d.]+ started/.test(line), temp: job.temp },
    )
    expect(run).toMatchObject({ conclusion: 'cancelled', orphans: [] })
    expect(readdirSync(job.temp).filter((name) => name.startsWith('evaluator-action'))).toEqual([])
  })
})
