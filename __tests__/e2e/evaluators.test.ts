import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/runner/events.js'
import type { StepResult } from '../../sandbox/runner.js'
import { DockerWrapper } from '../support/docker-wrapper.js'
import { docker, engines } from '../support/engines.js'
import { Publishing, root, token } from '../support/publishing.js'

const secret = 'canary-of-the-evaluator-5Rw0'

describe.each(engines)('evaluators of a file with $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
  })
  afterAll(() => job.stop())

  /** Runs the action on a file with these entries. Shared settings are inputs of the step. */
  function run(entries: object[], inputs: Record<string, string | undefined> = {}, options = {}) {
    job.write('evaluators.yml', JSON.stringify(entries, null, 1))
    const step = { 'evaluator-name': undefined, image: undefined, evaluators: 'evaluators.yml', ...inputs }
    return job.run(step, { deadline: 240_000, ...options })
  }

  const entry = (name: string, more: object = {}) => ({
    image: name,
    'evaluator-name': `evaluate_${name}`,
    ...more,
  })

  describe('published concurrently', () => {
    const names = ['one', 'two', 'three']
    let result: StepResult
    let wrapper: DockerWrapper
    let images: string[]
    beforeAll(async () => {
      wrapper = new DockerWrapper()
      job.write('broken/Dockerfile', 'FROM scratch\nCOPY nowhere /\n')
      const entries = [
        entry('one', { tags: ['v1', 'v1-again'], labels: { team: 'a, b' } }),
        entry('broken', { context: 'broken' }),
        entry('two', { workflow: 'Other Workflow', 'secret-env': 'EVALUATOR_SECRET' }),
        entry('three', { register: false }),
      ]
      const env = { ...wrapper.environment(), EVALUATOR_SECRET: secret }
      result = await run(entries, { concurrency: '4' }, { env, secrets: [token, secret], temp: job.temp })
      images = names.map(
        (name) => `${job.sandbox.registry.host}/acme/${name}:${name === 'one' ? 'v1' : 'v1.2.3'}`,
      )
    })
    afterAll(() => wrapper.remove())

    test('each is pushed and registered with its own settings and those of the step', async () => {
      const registered = job.sandbox.state.registrations.toSorted((a, b) => a.name.localeCompare(b.name))
      expect(registered).toEqual([
        expect.objectContaining({ workflow: 'Keypoint Detection', name: 'evaluate_one', image: images[0] }),
        expect.objectContaining({
          workflow: 'Other Workflow',
          name: 'evaluate_two',
          image: images[1],
          secret,
        }),
      ])
      expect(await job.sandbox.registry.manifest('acme/three', 'v1.2.3')).toBeDefined()
      expect(await job.sandbox.registry.manifest('acme/one', 'v1-again')).toBeDefined()
      const label = ['image', 'inspect', '--format', '{{.Config.Labels.team}}']
      expect(await docker(engine, ...label, images[0] ?? '')).toBe('a, b')
    })

    test('one failure does not stop the others, and the step fails in the end with the name and reason', () => {
      expect(result.exitCode).toBe(1)
      const annotations = result.annotations.map(({ title, message, file, line }) => [
        title,
        message,
        file,
        line,
      ])
      expect(annotations).toEqual([
        ['evaluate_broken: Build failed', expect.stringContaining('/nowhere'), 'broken/Dockerfile', 2],
        [
          'evaluator-action failed',
          expect.stringMatching(
            /^1 of 4 evaluators failed\..*\n- evaluate_broken: Build failed: COPY nowhere/,
          ),
          undefined,
          undefined,
        ],
      ])
    })

    test('the outputs list each of them in the order of the file', () => {
      const registrations = JSON.parse(result.outputs.registrations ?? '')
      expect(registrations.map(({ name }: { name: string }) => name)).toEqual([
        'evaluate_one',
        'evaluate_two',
      ])
      const results: Record<string, unknown>[] = JSON.parse(result.outputs.results ?? '')
      expect(results.map((one) => [one['evaluator-name'], one.result, one.image])).toEqual([
        ['evaluate_one', 'published', images[0]],
        ['evaluate_broken', 'failed', undefined],
        ['evaluate_two', 'published', images[1]],
        [null, 'pushed', images[2]],
      ])
      for (const { digest, result } of results)
        if (result !== 'failed') expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
      expect(result.outputs).toMatchObject({ registration: '', changed: 'true', 'dry-run': 'false' })
    })

    test('the run logs in to the platform once and uses docker only for the builds', () => {
      const logins = job.sandbox.requests.filter(({ path }) => path === '/v1/token/login')
      expect(logins).toHaveLength(1)
      expect(new Set(wrapper.calls.map(({ program }) => program))).toEqual(new Set(['docker-buildx']))
    })

    test('the log has one group per evaluator', () => {
      const groups = result.log.split(/^▼ /m).slice(1)
      for (const name of names) {
        const group = groups.find((text) =>
          text.startsWith(name === 'three' ? 'three: pushed' : `evaluate_${name}: published`),
        )
        expect(group).toContain(`Push ${job.sandbox.registry.host}/acme/${name}:`)
        for (const other of names.filter((one) => one !== name))
          expect(group?.split('\n').filter((line) => line.includes(`/acme/${other}:`))).toEqual([])
      }
    })

    test('the summary shows failures first, and a timeline of all evaluators', () => {
      const { summary } = result
      expect(summary).toContain('## ❌ 1 of 4 evaluators failed (2 published, 1 failed, 1 pushed)')
      expect(summary).toContain('<details open><summary>❌ evaluate_broken</summary>')
      expect(summary).toContain('section evaluate_two')
    })

    test('no secret is in arguments, environments, the log, the summary, the outputs or leftover files', () => {
      const { log, summary, outputs, state, annotations } = result
      const calls = wrapper.calls.map(({ argv, env }) => [argv, env])
      const all = JSON.stringify([log, summary, outputs, state, annotations, calls])
      for (const canary of [token, secret]) expect(all).not.toContain(canary)
      expect(readdirSync(job.temp).filter((name) => name.startsWith('evaluator-action'))).toEqual([])
    })
  })

  test('a second run changes nothing', async () => {
    const entries = [entry('again-a'), entry('again-b')]
    await run(entries)
    const result = await run(entries)
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(JSON.parse(result.outputs.results ?? '').map(({ result }: { result: string }) => result)).toEqual([
      'unchanged',
      'unchanged',
    ])
    expect(JSON.parse(result.outputs.registrations ?? '')).toHaveLength(2)
    expect(result.outputs.changed).toBe('false')
  })

  test('a shared stage is built once', async () => {
    const common = [
      'FROM evaluator-base:bookworm AS common',
      `RUN sleep 1; cat /proc/sys/kernel/random/uuid > /built-by # ${Math.random()}`,
      'FROM scratch',
      'COPY --from=common /built-by /built-by',
    ]
    const names = ['x', 'y', 'z']
    for (const name of names)
      job.write(`shared/${name}`, [...common, `LABEL name=${name}`, `ENTRYPOINT ["/${name}"]`].join('\n'))
    const result = await run(names.map((name) => entry(name, { file: `shared/${name}` })))
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    const built = await Promise.all(
      names.map((name) => read(`${job.sandbox.registry.host}/acme/${name}:v1.2.3`, '/built-by')),
    )
    expect(built[0]).toMatch(/^[0-9a-f-]{36}$/m)
    expect(new Set(built).size).toBe(1)
  })

  /** Returns a file of an image. */
  async function read(image: string, path: string): Promise<string> {
    const container = await docker(engine, 'create', image)
    const archive = await docker(engine, 'cp', `${container}:${path}`, '-')
    await docker(engine, 'rm', container)
    return /[0-9a-f-]{36}/.exec(archive)?.[0] ?? archive
  }

  test('a dry run for a pull request from a fork builds all evaluators and contacts no service', async () => {
    const requests = job.sandbox.requests.length
    const event = pullRequest({ number: 42, fork: 'contributor/evaluators' })
    const entries = [entry('one'), entry('two', { 'secret-env': 'EVALUATOR_SECRET' })]
    const result = await run(entries, { 'api-token': undefined }, { event, env: { EVALUATOR_SECRET: '' } })
    expect(result).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { 'dry-run': 'true', registrations: '[]' },
    })
    expect(result.log.match(/^Dry run: /gm)).toHaveLength(1)
    expect(result.summary).toContain('## 🔎 Dry run: 2 evaluators are ready to be published')
    expect(JSON.parse(result.outputs.results ?? '')).toEqual([
      expect.objectContaining({ result: 'ready', plan: expect.objectContaining({ dry_run: true }) }),
      expect.objectContaining({ result: 'ready' }),
    ])
    expect(job.sandbox.requests).toHaveLength(requests)
  })

  test('each is verified with its own settings, concurrently', async () => {
    cpSync(join(root, '__tests__/support/evaluator'), join(job.workspace, 'real'), { recursive: true })
    const entries = [
      { verify: 'contract', 'build-args': { BEHAVIOUR: 'good' } },
      { verify: 'contract', 'build-args': { BEHAVIOUR: 'other-name' } },
      { verify: 'start', 'build-args': { BEHAVIOUR: 'other-name' } },
    ].map((one, index) => ({ ...one, image: `verified-${index}`, workflow: `Workflow ${index}` }))
    const step = { context: 'real', 'evaluator-name': 'evaluate_keypoint_detection', 'dry-run': 'true' }
    const result = await run(entries, step)
    const results: { result: string; error: string }[] = JSON.parse(result.outputs.results ?? '')
    expect(results.map(({ result }) => result)).toEqual(['ready', 'failed', 'ready'])
    expect(results[1]?.error).toContain('other-evaluator')
    expect(result.annotations.map(({ title }) => title)).toEqual([
      'evaluate_keypoint_detection (Workflow 1): other-evaluator',
      'evaluate_keypoint_detection (Workflow 1): Verify failed',
      'evaluator-action failed',
    ])
  })

  test('problems in the file are annotated at their lines, and nothing starts', async () => {
    const requests = job.sandbox.requests.length
    const result = await run([entry('one', { pulls: true }), entry('Two')])
    expect(result.exitCode).toBe(1)
    expect(result.annotations.map(({ file, line }) => [file, line])).toEqual([
      ['evaluators.yml', 5],
      ['evaluators.yml', 8],
      [undefined, undefined],
    ])
    expect(result.annotations.map(({ message }) => message)).toEqual([
      'pulls: is not an input of this action; did you mean pull?',
      expect.stringContaining('write "Two" in lower case'),
      '2 inputs cannot be used. Nothing was built, sent or changed. Each is shown above.',
    ])
    expect(job.sandbox.requests).toHaveLength(requests)
  })

  test('a cancelled step starts no further evaluator and shows the state of each', async () => {
    const cancellation = new AbortController()
    const wrapper = new DockerWrapper({ before: 'touch "$0.reached"; exec sleep 60' })
    const watch = setInterval(() => wrapper.has('docker-buildx.reached') && cancellation.abort(), 50)
    const options = { cancel: cancellation.signal, temp: job.temp, env: wrapper.environment() }
    const result = await run([entry('one'), entry('two')], { concurrency: '1' }, options)
    clearInterval(watch)
    wrapper.remove()
    expect(result.conclusion).toBe('cancelled')
    expect(result.annotations.map(({ message }) => message.split('\n')[0])).toEqual([
      'The run was cancelled (SIGINT)',
      'The operation was canceled.',
    ])
    expect(result.log).toContain('▼ evaluate_one: cancelled')
    expect(result.log).not.toContain('evaluate_two: begins')
    expect(result.summary).toContain('## ⚪ Cancelled: 2 cancelled')
    const results: { seconds: number | null }[] = JSON.parse(result.outputs.results ?? '')
    expect(results.map(({ seconds }) => seconds === null)).toEqual([false, true])
    expect(readdirSync(job.temp).filter((name) => name.startsWith('evaluator-action'))).toEqual([])
    expect(result.orphans).toEqual([])
  })

  test('two hundred are published in one step, most of them from an image that is in the registry', async () => {
    const first = await run([entry('image-of-all')])
    await docker(engine, 'rmi', first.outputs.tags ?? '')
    const registered = job.sandbox.state.registrations.length
    const sessions = job.sandbox.requests.filter(({ path }) => path === '/v1/token/login').length
    const entries = [...Array(200).keys()].map((index) => {
      const own = index % 50 === 0 ? { image: `own-${index}` } : { image: 'image-of-all', build: false }
      return { 'evaluator-name': `evaluate_${index}`, ...own }
    })
    const result = await run(entries, { workflow: 'Two Hundred', concurrency: '16' })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    const registrations: { name: string }[] = JSON.parse(result.outputs.registrations ?? '')
    expect(registrations.map(({ name }) => name)).toEqual(entries.map((one) => one['evaluator-name']))
    expect(job.sandbox.state.registrations).toHaveLength(registered + 200)
    expect(job.sandbox.requests.filter(({ path }) => path === '/v1/token/login')).toHaveLength(sessions + 1)
    expect(result.summary).toContain('## ✅ 200 evaluators: 200 published')
    expect(result.outputs.results?.length).toBeLessThan(500_000)
  }, 240_000)

  test('a wrong token fails all of them with a single annotation', async () => {
    const result = await run([entry('one'), entry('two'), entry('three')], {
      'api-token': 'not-a-token-of-anyone-0123456789',
    })
    expect(result.exitCode).toBe(1)
    expect(result.annotations.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^evaluate_\w+: Log in at the platform failed$/),
      'Log in at the platform failed',
    ])
    expect(result.annotations[1]?.message).toMatch(
      /^3 of 3 evaluators failed\..*\n- evaluate_one, evaluate_two, evaluate_three: Log in at the platform failed: api-token/,
    )
  })
})
