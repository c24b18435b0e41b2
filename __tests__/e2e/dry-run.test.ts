import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { dependabot, mergeGroup, pullRequest, pushTag } from '../../sandbox/runner/events.js'
import { docker, engines } from '../support/engines.js'
import { otherToken, Publishing, token } from '../support/publishing.js'

describe.each(engines)('a dry run with $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
  })
  afterAll(() => job.stop())

  test('for a pull request from a fork builds without a token and contacts no service', async () => {
    const event = pullRequest({ number: 42, fork: 'contributor/evaluators' })
    const run = await job.run({ 'api-token': undefined }, { event })
    expect(run).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { 'dry-run': 'true', changed: 'false', digest: '' },
    })
    expect(run.log).toContain('Dry run: pull request #42 from the fork contributor/evaluators')
    expect(job.sandbox.requests).toEqual([])
    expect(
      await docker(
        engine,
        'image',
        'inspect',
        '--format',
        '{{.Config.Entrypoint}}',
        'keypoint_detection_evaluator:pr-42',
      ),
    ).toBe('[/evaluator]')
  })

  test('shows in its plan and summary what publishing would do', async () => {
    const { outputs, summary } = await job.run(
      { 'api-token': undefined, organization: 'acme' },
      { event: pullRequest({ number: 42 }) },
    )
    const image = `${job.sandbox.registry.host}/acme/keypoint_detection_evaluator:pr-42`
    expect(outputs.image).toBe(image)
    expect(JSON.parse(outputs.plan ?? '')).toMatchObject({
      dry_run: true,
      reason: 'pull request #42 of this repository (pull_request)',
      tags: [image],
      registration: {
        workflow: 'Keypoint Detection',
        name: 'evaluate_keypoint_detection',
        image,
        aws_assume_role: null,
        secret: null,
      },
    })
    expect(summary).toContain('## 🔎 Dry run: evaluate\\_keypoint\\_detection is ready to be published')
    expect(summary).toContain('["/evaluator"]')
  })

  test('with a token compares the registration and changes nothing', async () => {
    const published = await job.run()
    const before = job.changes
    const role = 'arn:aws:iam::123456789012:role/R'
    const { outputs, summary } = await job.run({ 'dry-run': 'true', tags: 'v2', 'aws-assume-role': role })
    const { registered, changes } = JSON.parse(outputs.plan ?? '')
    expect(registered.image).toBe(published.outputs.image)
    expect(changes).toEqual([
      { field: 'image', from: published.outputs.image, to: expect.stringMatching(/:v2$/) },
      { field: 'aws_assume_role', from: null, to: role },
    ])
    expect(summary).toContain('### What publishing would change')
    expect(job.changes).toEqual(before)
    expect(await job.sandbox.registry.manifest('acme/keypoint_detection_evaluator', 'v2')).toBeUndefined()
  })

  test.each([
    ['a wrong token', { 'api-token': 'not-a-token-of-anyone-0123456789' }, 'does not accept the token'],
    [
      'a token from another organization',
      { 'api-token': otherToken, organization: 'acme' },
      'belongs to the organization "globex"',
    ],
    ['a platform that is down', { 'api-token': token, 'api-url': 'http://127.0.0.1:7999' }, 'ECONNREFUSED'],
  ])('only warns about %s', async (_, inputs, reason) => {
    const run = await job.run({ ...inputs, 'dry-run': 'true' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { 'dry-run': 'true' } })
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringContaining(reason) }),
    ])
  })

  test.each([
    ['dependabot', dependabot()],
    ['a merge queue', mergeGroup()],
  ])('is the default for %s', async (_, event) => {
    const run = await job.run({ 'api-token': undefined }, { event })
    expect(run.outputs['dry-run']).toBe('true')
  })

  test('fails when the Dockerfile fails', async () => {
    job.write('broken/Dockerfile', 'FROM scratch\nCOPY nowhere /\n')
    const run = await job.run({ context: 'broken', 'dry-run': 'true' })
    expect(run.exitCode).toBe(1)
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'error', file: 'broken/Dockerfile', line: 2, title: 'Build failed' }),
    ])
    expect(run.summary).toContain('## ❌')
  })

  test('leaves no files in RUNNER_TEMP', async () => {
    const run = await job.run({ 'dry-run': 'true' }, { event: pushTag('v1.2.3'), temp: job.temp })
    expect(run.exitCode).toBe(0)
    expect(readdirSync(job.temp).filter((name) => name.startsWith('evaluator-action'))).toEqual([])
  })
})
