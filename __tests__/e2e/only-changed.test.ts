import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { startGitHub } from '../../sandbox/github/server.js'
import type { RunnerEvent } from '../../sandbox/runner/event.js'
import { pullRequest, pullRequestTarget, pushTag } from '../../sandbox/runner/events.js'
import { githubToken, type RunOptions, type StepResult } from '../../sandbox/runner.js'
import { DockerWrapper } from '../support/docker-wrapper.js'
import { engines } from '../support/engines.js'
import { serveGit } from '../support/git-server.js'
import { Publishing } from '../support/publishing.js'
import { PullRequestCheckout } from '../support/pull-request-checkout.js'

const names = ['one', 'two', 'three']
const step = { evaluators: 'evaluators.yml', only: 'changed' }

describe.each(engines)('a pull request with only: changed on $name', (engine) => {
  let job: Publishing
  let checkout: PullRequestCheckout
  beforeEach(async () => {
    job = await Publishing.start(engine)
    for (const name of [...names, 'four']) {
      job.write(`${name}/Dockerfile`, `FROM scratch\nCOPY file /${name}\nENTRYPOINT ["/${name}"]\n`)
      job.write(`${name}/file`, `${name} ${Math.random()}\n`)
    }
    const entries = names.map((name) => ({ image: name, 'evaluator-name': name, context: name }))
    job.write('evaluators.yml', JSON.stringify(entries))
    checkout = new PullRequestCheckout(job.workspace)
    checkout.writeWorkflow(step)
    checkout.commitBase()
  })
  afterEach(() => job.stop())

  function eventOf(about: Parameters<typeof pullRequest>[0] = {}, create = pullRequest): RunnerEvent {
    const event = create(about, { sha: create === pullRequest ? checkout.merge : checkout.base })
    const pull = event.payload.pull_request as { base: object; head: object }
    const commits = {
      base: { ...pull.base, sha: checkout.base },
      head: { ...pull.head, sha: checkout.head },
    }
    return { ...event, payload: { ...event.payload, pull_request: { ...pull, ...commits } } }
  }

  const run = (
    inputs: Record<string, string | undefined> = {},
    options: Partial<RunOptions> = {},
  ): Promise<StepResult> =>
    job.run(
      { 'evaluator-name': undefined, image: undefined, ...step, ...inputs },
      { event: eventOf(), deadline: 240_000, ...options },
    )
  const resultsOf = ({ outputs }: StepResult): (string | undefined)[][] =>
    JSON.parse(outputs.results ?? '[]').map((one: Record<string, string>) => [
      one['evaluator-name'],
      one.result,
      one.reason,
    ])
  const unchanged = () => `its inputs are those of the base commit ${checkout.base.slice(0, 7)}`

  test('builds the evaluator that changed, and shows the others as unchanged', async () => {
    const tokens = new Map([[githubToken, { login: 'github-actions[bot]', permission: 'write' as const }]])
    const github = await startGitHub({ tokens, repository: 'octo-org/evaluators', pullRequests: [7] })
    const wrapper = new DockerWrapper()
    job.write('two/file', 'changed\n')
    checkout.commitHead()
    const options = { env: wrapper.environment(), github: { api_url: github.url } }
    const result = await run({ comment: undefined }, options)
    const comments = github.state.commentsOf(7) ?? []
    await github.close()
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(resultsOf(result)).toEqual([
      ['one', 'unchanged', unchanged()],
      ['two', 'ready', 'two/file changed'],
      ['three', 'unchanged', unchanged()],
    ])
    const { outputs, log, summary } = result
    expect(outputs).toMatchObject({ count: '1', registrations: '[]', changed: 'false', 'dry-run': 'true' })
    expect(outputs.tags).toBe(`${job.sandbox.registry.host}/acme/two:pr-7`)
    const contexts = wrapper.calls.filter(({ argv }) => argv.includes('build')).map(({ argv }) => argv.at(-1))
    expect(contexts).toEqual(['two'])
    expect(log).toContain('two: is built, because two/file changed')
    expect(log).toContain(`one: is left out, because ${unchanged()}`)
    expect(summary).toContain('## 🔎 Dry run: 1 evaluator is ready to be published, 2 unchanged')
    expect(summary).toContain('| `one` | ✅ unchanged | — | — | — | its inputs are those of the base commit')
    expect(summary.indexOf('| `two`')).toBeLessThan(summary.indexOf('| `one`'))
    expect(summary).not.toContain('✅ one</summary>')
    expect(comments).toHaveLength(1)
    expect(comments[0]?.body).toContain('| `three` | ✅ unchanged |')
    wrapper.remove()
  })

  test('builds nothing if nothing changed', async () => {
    job.write('README.md', 'changed\n')
    checkout.commitHead()
    const wrapper = new DockerWrapper()
    const result = await run({}, { env: wrapper.environment() })
    expect(result).toMatchObject({ exitCode: 0, annotations: [], outputs: { count: '0', tags: '' } })
    expect(resultsOf(result).map(([, result]) => result)).toEqual(Array(3).fill('unchanged'))
    expect(wrapper.calls).toEqual([])
    expect(job.sandbox.requests).toEqual([])
    expect(result.log).toContain('No evaluator changed: there is nothing to build')
    expect(result.summary).toContain('## ✅ No evaluator changed: 3 unchanged')
    wrapper.remove()
  })

  test('compares before each shard is built, and all shards together handle each entry once', async () => {
    job.write('two/file', 'changed\n')
    checkout.commitHead()
    const shards = await Promise.all(['1/3', '2/3', '3/3'].map((shard) => run({ shard })))
    expect(shards.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0])
    expect(shards.map(({ outputs }) => outputs.count).toSorted()).toEqual(['0', '0', '1'])
    expect(
      shards
        .flatMap(resultsOf)
        .map(([name, result]) => `${name} ${result}`)
        .toSorted(),
    ).toEqual(['one unchanged', 'three unchanged', 'two ready'])
  })

  describe('in a shallow clone', () => {
    let repositories: string
    let git: Awaited<ReturnType<typeof serveGit>>
    let requests: IncomingMessage[]
    beforeEach(async () => {
      repositories = mkdtempSync(join(tmpdir(), 'evaluator-git-'))
      requests = []
      job.write('two/file', 'changed\n')
      checkout.commitHead()
      const bare = join(repositories, 'octo-org/evaluators.git')
      execFileSync('git', ['clone', '-q', '--bare', job.workspace, bare])
      execFileSync('git', ['-C', bare, 'fetch', '-q', job.workspace, `${checkout.merge}:refs/pull/7/merge`])
      git = await serveGit(repositories, (request) => requests.push(request))
      checkout.delete('.git')
      checkout.git('init', '-q')
      checkout.git('fetch', '-q', '--depth=1', `file://${bare}`, 'refs/pull/7/merge')
      checkout.git('checkout', '-q', '--force', '--detach', 'FETCH_HEAD')
    })
    afterEach(async () => {
      await git.close()
      rmSync(repositories, { recursive: true })
    })

    test.each([
      [
        'with the token of the job',
        undefined,
        `Basic ${Buffer.from(`x-access-token:${githubToken}`).toString('base64')}`,
      ],
      ['without a token for a fork', 'octocat/evaluators', undefined],
    ])('fetches the base commit %s', async (_, fork, login) => {
      const event = eventOf(fork === undefined ? {} : { fork })
      const result = await run({ 'api-token': undefined }, { event, github: { server_url: git.url } })
      expect(result).toMatchObject({ exitCode: 0, annotations: [] })
      expect(resultsOf(result).map(([, result]) => result)).toEqual(['unchanged', 'ready', 'unchanged'])
      expect(new Set(requests.map(({ headers }) => headers.authorization))).toEqual(new Set([login]))
      for (const text of [result.log, result.summary, JSON.stringify(result.outputs)])
        expect(text).not.toContain(githubToken)
    })

    test('builds everything if the base commit cannot be fetched, and says why and what to do', async () => {
      rmSync(join(repositories, 'octo-org'), { recursive: true })
      const result = await run({}, { github: { server_url: git.url } })
      expect(result).toMatchObject({ exitCode: 0, annotations: [], outputs: { count: '3' } })
      for (const [, , reason] of resultsOf(result))
        expect(reason).toMatch(
          /^the base commit .{7} is not in the checkout and could not be fetched .*set fetch-depth: 2/,
        )
    })
  })

  test('builds everything if the event checked out the base branch', async () => {
    job.write('two/file', 'changed\n')
    checkout.commitHead()
    checkout.git('checkout', '-q', '--detach', checkout.base)
    const result = await run({}, { event: eventOf({}, pullRequestTarget) })
    expect(result).toMatchObject({ exitCode: 0, annotations: [], outputs: { count: '3' } })
    for (const [, , reason] of resultsOf(result)) expect(reason).toContain('is not that of the pull request')
  })

  test('builds what has a base image of the engine', async () => {
    job.write('one/Dockerfile', 'FROM evaluator-base:bookworm\n')
    checkout.base = checkout.commit()
    checkout.commitHead()
    const result = await run()
    expect(result).toMatchObject({ exitCode: 0, outputs: { count: '1' } })
    expect(resultsOf(result)[0]?.[2]).toContain(
      'the engine has the image docker.io/library/evaluator-base:bookworm',
    )
  })

  test('is a publish of everything after the merge', async () => {
    checkout.commitHead()
    const result = await run({}, { event: pushTag('v1.2.3') })
    expect(result).toMatchObject({ exitCode: 0, annotations: [], outputs: { count: '3', changed: 'true' } })
    expect(result.log).toContain('Every entry is handled')
    expect(resultsOf(result).map(([, result]) => result)).toEqual(Array(3).fill('published'))
  })

  test('is refused without an evaluators file', async () => {
    checkout.commitHead()
    const result = await job.run({ only: 'changed' }, { event: eventOf() })
    expect(result.exitCode).toBe(1)
    expect(result.annotations[0]?.message).toContain('only "changed": selects entries of an evaluators file')
  })
})
