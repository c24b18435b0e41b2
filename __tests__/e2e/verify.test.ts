import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/runner/events.js'
import { engines, untilEmpty } from '../support/engines.js'
import { Publishing, root, token } from '../support/publishing.js'

const fork = pullRequest({ fork: 'octocat/evaluators' })

describe.each(engines)('verifying with $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
    cpSync(join(root, '__tests__/support/evaluator'), job.workspace, { recursive: true })
    job.write(
      'leaky/Dockerfile',
      [
        'FROM evaluator-base:bookworm',
        'WORKDIR /opt/evaluator',
        'COPY evaluator.py .',
        'RUN --mount=type=secret,id=KOLENA_TOKEN base64 /run/secrets/KOLENA_TOKEN > token.b64 && rm -f nothing',
        'RUN rm token.b64',
        'ENV BEHAVIOUR=good',
        'ENTRYPOINT ["python3", "evaluator.py"]',
        '',
      ].join('\n'),
    )
  })
  afterAll(() => job.stop())
  afterEach(() => untilEmpty(async () => (await job.leftInEngine()).join()))

  /** Runs a pull request from a fork without a token, with an evaluator that behaves well or badly. */
  const check = (behaviour: string, inputs: Record<string, string | undefined> = {}) =>
    job.run(
      {
        verify: 'contract',
        'api-token': undefined,
        'build-args': `BEHAVIOUR=${behaviour}`,
        'verify-timeout': '60',
        ...inputs,
      },
      { event: fork },
    )
  const errors = (run: { annotations: { level: string; title?: string | undefined }[] }) =>
    run.annotations.filter(({ level }) => level === 'error').map(({ title }) => title)

  test('accepts a good evaluator in a pull request from a fork', async () => {
    const run = await check('good')
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(run.summary).toContain('✅ Nothing was found.')
    expect(run.summary).not.toMatch(/❌|❔/)
    expect(run.summary).toContain('The test suite of this check had no samples.')
  })

  test.each([
    ['other-name', 'other-evaluator', 'the evaluator reports the name "somebody_else"'],
    ['ignores-version', 'other-version', 'the evaluator asks for version latest of the test suite'],
    ['needs-internet', 'needs-network', 'the evaluator could not reach another host'],
    ['needs-address', 'needs-network', 'the evaluator could not reach another host'],
  ])('refuses an evaluator with the behavior %s and reports %s', async (behaviour, id, message) => {
    const run = await check(behaviour)
    expect(run.exitCode).toBe(1)
    expect(errors(run)).toEqual([id, 'Verify failed'])
    expect(run.annotations.at(-1)?.message).toContain(`- ${id}: ${message}`)
    expect(run.outputs.digest).toBe('')
  })

  test('refuses an evaluator that exits with 0 after a traceback, and lists every case', async () => {
    const run = await check('swallows')
    expect(errors(run)).toEqual(['silent-success', 'ignores-failure', 'Verify failed'])
    expect(run.annotations.map(({ message }) => message).join('\n')).toContain(
      'when the platform refuses the token (401) it exits with 0 (RuntimeError: PUT /token/login answered 401)',
    )
  })

  test('kills a hanging evaluator at its time limit', async () => {
    const run = await check('hangs', { 'verify-timeout': '3' })
    expect(errors(run)).toEqual(['start-timeout', 'contract-timeout', 'Verify failed'])
  })

  test('refuses to push a layer with the token, and names the line of the Dockerfile', async () => {
    const before = job.changes
    const run = await job.run({
      verify: 'start',
      file: 'leaky/Dockerfile',
      tags: 'leaky',
      organization: 'acme',
    })
    expect(run.exitCode).toBe(1)
    expect(run.annotations).toContainEqual(
      expect.objectContaining({
        level: 'error',
        title: 'secret-in-layer',
        file: 'leaky/Dockerfile',
        line: 4,
        message: expect.stringContaining('the API token is in the layer of "RUN'),
      }),
    )
    expect(job.changes.slice(before.length)).not.toContain('POST /v1/generic/workflow/evaluator 200')
    expect(await job.sandbox.registry.manifest('acme/keypoint_detection_evaluator', 'leaky')).toBeUndefined()
    expect(run.summary).not.toContain(token)
  })

  test('shows accepted findings without failing', async () => {
    const run = await check('other-name', { 'accept-findings': 'other-evaluator' })
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(run.summary).toContain('☑️ accepted (error)')
  })

  test('leaves no container and no network when the job is cancelled while the evaluator hangs', async () => {
    const run = await job.run(
      { verify: 'contract', 'api-token': undefined, 'build-args': 'BEHAVIOUR=hangs' },
      { event: fork, cancel: AbortSignal.timeout(6_000) },
    )
    expect(run.conclusion).toBe('cancelled')
  })

  test('reports all invalid verification inputs at once', async () => {
    job.write('fixture.json', '{"test_cases": [{"name": "a", "samples": [{"test_sample": 1}]}]}')
    const run = await check('good', {
      'accept-findings': 'root-user, nonsense',
      'verify-timeout': 'long',
      'contract-fixture': 'fixture.json',
    })
    expect(run.exitCode).toBe(1)
    expect(run.annotations[0]?.message).toMatch(
      /^3 inputs cannot be used.*accept-findings "root-user, nonsense": "nonsense" is not the id of a finding; the ids are no-entrypoint.*verify-timeout "long": write a number of seconds.*contract-fixture "fixture\.json": test case "a", sample 1: test_sample is 1; write an object\n/s,
    )
  })
})
