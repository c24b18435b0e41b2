import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { RunnerEvent } from '../../sandbox/runner/event.js'
import { pullRequest, pushTag } from '../../sandbox/runner/events.js'
import { engines } from '../support/engines.js'
import { initRepository } from '../support/git.js'
import { serveGit } from '../support/git-server.js'
import { Publishing, root, token } from '../support/publishing.js'

const [a, b, c] = ['a', 'b', 'c'].map((name) => ({
  test_sample: { locator: `s3://faces/${name}.jpg` },
  ground_truth: {},
  inference: {},
}))
const fixture = {
  test_cases: [
    { name: 'all', samples: [a, b, c] },
    { name: 'hard', samples: [c] },
  ],
}
/** The changes caused by a threshold of 0.1 instead of 0.05. */
const change = { test_case: 'all', configuration: null, metric: 'failure_rate', before: 2 / 3, after: 1 / 3 }

describe.each(engines)('the comparison of metrics with $name', (engine) => {
  let job: Publishing
  let repositories: string
  let git: Awaited<ReturnType<typeof serveGit>>
  /** The commit with a threshold of 0.05. */
  let base: string

  beforeAll(async () => {
    job = await Publishing.start(engine)
    cpSync(join(root, '__tests__/support/evaluator'), job.workspace, { recursive: true })
    job.write('fixture.json', JSON.stringify(fixture))
    writeEvaluator('0.05')
    base = initRepository(job.workspace)
    repositories = mkdtempSync(join(tmpdir(), 'evaluator-git-'))
    const { repository } = pullRequest()
    const bare = join(repositories, `${repository}.git`)
    execFileSync('git', ['clone', '-q', '--bare', job.workspace, bare])
    git = await serveGit(repositories)
    writeEvaluator('0.1')
  })
  afterAll(async () => {
    await git.close()
    rmSync(repositories, { recursive: true })
    await job.stop()
  })

  function writeEvaluator(threshold: string): void {
    job.write(
      'docker/Dockerfile',
      [
        'FROM evaluator-base:bookworm',
        'WORKDIR /opt/evaluator',
        `ENV BEHAVIOUR=good THRESHOLD=${threshold}`,
        'COPY evaluator.py frames.py ./',
        'USER 10001',
        'ENTRYPOINT ["python3", "evaluator.py"]',
        '',
      ].join('\n'),
    )
  }

  /** Returns an event whose payload names the commit. */
  function eventOf(about: { fork?: string }, sha = base): RunnerEvent {
    const event = pullRequest(about)
    const pull = event.payload.pull_request as { base: object }
    return { ...event, payload: { ...event.payload, pull_request: { ...pull, base: { ...pull.base, sha } } } }
  }

  const compare = (
    baseline: string,
    inputs: Record<string, string | undefined> = {},
    event = eventOf({ fork: 'octocat/evaluators' }),
  ) =>
    job.run(
      {
        file: 'docker/Dockerfile',
        verify: 'contract',
        'api-token': event === own ? token : undefined,
        'contract-fixture': 'fixture.json',
        'metrics-baseline': baseline,
        ...inputs,
      },
      { event, github: { server_url: git.url } },
    )
  const own = pullRequest()
  const titles = (run: { annotations: { title?: string | undefined }[] }) =>
    run.annotations.map(({ title }) => title)

  test('shows what a pull request from a fork changes against its base commit', async () => {
    const run = await compare('base')
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(JSON.parse(run.outputs['metrics-changes'] ?? '')).toEqual([change])
    expect(run.summary).toContain(
      `### Metrics: before → after\n\nCompared with the base commit (\`${base.slice(0, 7)}\`), on the same samples: 1 metric changed, 8 did not.`,
    )
    expect(run.summary).toContain(
      '| all | failure\\_rate | 0\\.666667 | 0\\.333333 | −0.333333 \\(−50 %\\) |',
    )
    expect(run.summary).toContain('Metrics of 1 of 3 samples changed:')
    expect(run.summary).toContain('| `s3://faces/b.jpg` |  | failed | true | false | — |')
  })

  test.each([
    ['warn', 0, 'warning'],
    ['fail', 1, 'error'],
  ] as const)(
    'exits according to the gate when metrics changed (%s: exit code %i)',
    async (gate, exitCode, level) => {
      const run = await compare('base', { 'metrics-gate': gate })
      expect(run.exitCode).toBe(exitCode)
      expect(run.annotations[0]).toMatchObject({
        level,
        title: 'changed-metrics',
        message: expect.stringContaining(
          'compared with the base commit, 1 metric changed (failure_rate of test case "all": 0.6666666666666666 → 0.3333333333333333), metrics of 1 sample changed',
        ),
      })
    },
  )

  test('passes the gate "fail" if nothing changed or the change is accepted', async () => {
    writeEvaluator('0.05')
    const same = await compare('base', { 'metrics-gate': 'fail' })
    writeEvaluator('0.1')
    expect(same).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'metrics-changes': '[]' } })
    expect(same.summary).toContain('none of 9 metrics changed')
    expect(same.summary).toContain('The metrics of all 3 samples are the same.')
    const accepted = await compare('base', { 'metrics-gate': 'fail', 'accept-findings': 'changed-metrics' })
    expect(accepted).toMatchObject({ exitCode: 0, annotations: [] })
  })

  test('uses the base commit in a fork, where the registration is unknown, and says so', async () => {
    const run = await compare('registered')
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(JSON.parse(run.outputs['metrics-changes'] ?? '')).toEqual([change])
    expect(run.summary).toContain(
      'because a run of unreviewed code does not read which evaluator is registered',
    )
  })

  test('says why there is no baseline, which fails only the gate "fail"', async () => {
    const missing = eventOf({ fork: 'octocat/evaluators' }, 'f'.repeat(40))
    const off = await compare('base', {}, missing)
    expect(off).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'metrics-changes': '' } })
    expect(off.summary).toContain(
      'The metrics were not compared with the base commit: its image could not be built',
    )
    const failed = await compare('base', { 'metrics-gate': 'fail' }, missing)
    expect(failed.exitCode).toBe(1)
    expect(titles(failed)).toEqual(['no-baseline', 'Verify failed'])
  })

  test('compares with the registered evaluator or with an image', async () => {
    const none = await compare('registered', {}, own)
    expect(none.summary).toContain('no evaluator of this name is registered yet')
    writeEvaluator('0.05')
    const published = await job.run(
      {
        file: 'docker/Dockerfile',
        tags: 'v1.0.0',
      },
      { event: pushTag('v1.0.0') },
    )
    writeEvaluator('0.1')
    expect(published.exitCode).toBe(0)
    const registered = await compare('registered', {}, own)
    expect(registered).toMatchObject({ exitCode: 0, annotations: [] })
    expect(JSON.parse(registered.outputs['metrics-changes'] ?? '')).toEqual([change])
    const image = published.outputs.image ?? ''
    expect(registered.summary).toContain(`Compared with the registered evaluator (\`${image}\`)`)
    const named = await compare(image, {}, own)
    expect(JSON.parse(named.outputs['metrics-changes'] ?? '')).toEqual([change])
  })

  test('is refused if there is nothing to compare', async () => {
    const run = await compare('base', {
      verify: 'start',
      'contract-fixture': undefined,
      'metrics-gate': 'fail',
    })
    expect(run.exitCode).toBe(1)
    expect(run.annotations[0]?.message).toContain('set verify: contract and a contract-fixture')
    const gate = await compare('', { 'metrics-gate': 'fail' })
    expect(gate.annotations[0]?.message).toContain('metrics-gate "fail": compares with a baseline')
  })
})
