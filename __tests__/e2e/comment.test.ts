import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type GitHubSandbox, startGitHub } from '../../sandbox/github/server.js'
import { mergeGroup, pullRequest, pullRequestTarget, pushBranch } from '../../sandbox/runner/events.js'
import { githubToken, type RunOptions } from '../../sandbox/runner.js'
import { secretForms } from '../../src/runtime/secrets.js'
import { engines } from '../support/engines.js'
import { type Fault, startFaultyProxy } from '../support/faulty-proxy.js'
import { Publishing } from '../support/publishing.js'

const bot = 'github-actions[bot]'
const forkToken = 'ghs_tokenOfAForkThatMayOnlyRead0123456789'
const event = pullRequest({ number: 7 })

let job: Publishing
let github: GitHubSandbox
beforeAll(async () => {
  job = await Publishing.start(engines[0])
})
afterAll(() => job.stop())
beforeEach(async () => {
  await github?.close()
  const tokens = new Map([
    [githubToken, { login: bot, permission: 'write' as const }],
    [forkToken, { login: bot, permission: 'read' as const }],
  ])
  github = await startGitHub({ tokens, repository: 'octo-org/evaluators', pullRequests: [7, 42] })
})
afterAll(() => github.close())

const bodies = (number = 7) => (github.state.commentsOf(number) ?? []).map(({ body }) => body)

/** Runs the action without a platform token, in a pull request of the GitHub stand-in. */
async function run(inputs: Record<string, string | undefined> = {}, options: Partial<RunOptions> = {}) {
  const given = { 'api-token': undefined, comment: undefined, ...inputs }
  return await job.run(given, { event, ...options, github: { api_url: github.url, ...options.github } })
}

/** Runs the action over a connection that breaks requests. */
async function runBroken(faultOf: (request: string, count: number) => Fault) {
  const proxy = await startFaultyProxy(github.url, faultOf)
  try {
    return { ...(await run({}, { github: { api_url: proxy.url } })), requests: proxy.requests }
  } finally {
    await proxy.close()
  }
}

test('keeps a secret that a build prints out of comments and outputs, in every encoding', async () => {
  const secret = 'hunter2_and*then-some:more'
  const dockerfile =
    'FROM evaluator-base:bookworm\nRUN --mount=type=secret,id=PASSWORD cat /run/secrets/PASSWORD; base64 /run/secrets/PASSWORD; false\n'
  job.write('leaky/Dockerfile', dockerfile)
  const inputs = { context: 'leaky', secrets: `PASSWORD=${secret}` }
  const one = await run(inputs)
  job.write('leaky.yml', '- image: leaky\n  workflow: A\n  evaluator-name: leaky\n')
  const many = await run({ ...inputs, evaluators: 'leaky.yml' }, { secrets: [secret] })
  expect([one.exitCode, many.exitCode]).toEqual([1, 1])
  const texts = [...bodies(), many.outputs.results ?? '']
  expect(texts).toHaveLength(3)
  for (const text of texts) {
    expect(text.replaceAll('\\', '')).toContain('***')
    for (const form of secretForms(secret)) expect(text.replaceAll('\\', '')).not.toContain(form)
  }
})

describe('a pull request', () => {
  test('gets the report as a comment that the next run updates', async () => {
    const first = await run()
    expect(first).toMatchObject({ exitCode: 0, annotations: [] })
    expect(bodies()).toHaveLength(1)
    const [body = ''] = bodies()
    expect(body).toMatch(/^<!-- evaluator-action [0-9a-f]{32} -->\n### 🔎 Dry run: evaluate/)
    expect(body).toContain('keypoint_detection_evaluator:pr-7')
    expect(body).toContain(
      `[the whole report](https://github.com/octo-org/evaluators/actions/runs/${job.runId})`,
    )
    expect(body).toContain(`\`${String(event.payload.pull_request && '1b2c3d4')}\``)
    expect(body).not.toContain('mermaid')
    expect(first.summary).not.toContain('no comment')

    job.write('broken/Dockerfile', 'FROM scratch\nCOPY nowhere /\n')
    expect(await run({ context: 'broken' })).toMatchObject({ exitCode: 1 })
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toContain('### ❌ evaluate\\_keypoint\\_detection is not ready to be published')
    expect(bodies()[0]).toContain('**Build failed.**')
  })

  test('gets one comment per evaluator and job', async () => {
    await run()
    await run({ 'evaluator-name': 'another' })
    await run({}, { github: { job: 'nightly' } })
    await run({ 'evaluator-name': 'another' })
    expect(bodies()).toHaveLength(3)
    expect(bodies().filter((body) => body.includes('### 🔎 Dry run: another'))).toHaveLength(1)
  })

  test('keeps comments of other authors, and its own comment is found on any page', async () => {
    await run()
    const [own = ''] = bodies()
    await github.close()
    const tokens = new Map([[githubToken, { login: bot, permission: 'write' as const }]])
    github = await startGitHub({ tokens, repository: 'octo-org/evaluators', pullRequests: [7] })
    const [marker = ''] = own.split('\n')
    github.state.add(7, 'mallory', `${marker}\nmine`)
    for (let count = 0; count < 230; count++) github.state.add(7, 'octocat', `comment ${count}`)
    const { id } = github.state.add(7, bot, `${marker}\nold`)
    await run()
    expect(bodies()).toHaveLength(232)
    expect(bodies()[0]).toBe(`${marker}\nmine`)
    expect(github.state.find(id)?.body).toContain('Dry run')
  })

  test('shows hostile names as plain text', async () => {
    const hostile = '-->##[error]x</details><img src=x onerror=y>|`@octocat <!-- [a](http://b)'
    const { exitCode, commands } = await run({ 'evaluator-name': hostile, workflow: hostile })
    expect(exitCode).toBe(0)
    expect(commands.filter(({ name }) => name === 'error')).toEqual([])
    const [body = ''] = bodies()
    expect(
      body.replace(/^<!-- evaluator-action [0-9a-f]{32} -->/, '').replaceAll(/(`+).*?\1/g, ''),
    ).not.toMatch(/<img|<!--|-->|@octocat/)
    await run({ 'evaluator-name': hostile, workflow: hostile })
    expect(bodies()).toHaveLength(1)
  })

  test('from a fork, whose token is read-only, gets a note in the summary', async () => {
    const fork = pullRequest({ number: 42, fork: 'contributor/evaluators' })
    const options = { event: fork, secrets: [forkToken] }
    const { exitCode, annotations, summary } = await run({ 'github-token': forkToken }, options)
    expect({ exitCode, annotations }).toEqual({ exitCode: 0, annotations: [] })
    expect(bodies(42)).toEqual([])
    expect(summary).toContain('The pull request has no comment with this report')
    expect(summary).toContain('as is usual for pull requests from forks')
    expect(summary).toContain('Resource not accessible by integration')
  })

  test('gets the fix in the summary when the job lacks the permission', async () => {
    const { exitCode, annotations, summary } = await run({ 'github-token': forkToken })
    expect({ exitCode, annotations }).toEqual({ exitCode: 0, annotations: [] })
    expect(summary).toContain('Give the job permissions: pull-requests: write, or set comment: off')
  })

  test.each([
    ['that the token cannot see', { github: { repository: 'octo-org/private' } }],
    ['with a revoked token', {}],
  ])('%s does not fail the step', async (name, options) => {
    const inputs = name.includes('revoked') ? { 'github-token': 'ghs_unknown0123456789' } : {}
    const { exitCode, annotations, summary } = await run(inputs, options)
    expect({ exitCode, annotations }).toEqual({ exitCode: 0, annotations: [] })
    expect(summary).toContain('has no comment')
    expect(bodies()).toEqual([])
  })
})

describe('a GitHub API', () => {
  test('that is down causes a warning after a few attempts, and the step passes', async () => {
    const { exitCode, annotations, summary, requests } = await runBroken(() => 503)
    expect(exitCode).toBe(0)
    expect(requests).toEqual(Array(4).fill('POST /graphql'))
    expect(annotations).toMatchObject([{ level: 'warning', title: 'Comment' }])
    expect(summary).toMatch(/has no comment with this report: .*503/)
  })

  test.each<[string, Fault]>([
    ['answers 502 once', 502],
    ['drops the connection once', 'reset'],
  ])('that %s still gets the comment', async (_, fault) => {
    const { annotations } = await runBroken((request, count) =>
      request.startsWith('POST /repos') && count === 1 ? fault : undefined,
    )
    expect(annotations).toEqual([])
    expect(bodies()).toHaveLength(1)
  })

  test('whose answer was lost gets one comment, not two', async () => {
    const { annotations } = await runBroken((request, count) =>
      request.startsWith('POST /repos') && count === 1 ? 'lost' : undefined,
    )
    expect(annotations).toEqual([])
    expect(bodies()).toHaveLength(1)
  })
})

test.each([
  ['a push', { event: pushBranch('main') }, {}],
  ['a merge queue', { event: mergeGroup() }, {}],
  ['a pull request with comment: off', {}, { comment: 'off' }],
  ['a pull request without a token', {}, { 'github-token': '' }],
])('%s sends no request to GitHub', async (_, options, inputs) => {
  await run({ 'dry-run': 'true', ...inputs }, options)
  expect(github.requests).toEqual([])
})

test('a pull_request_target event also gets a comment', async () => {
  await run({}, { event: pullRequestTarget({ number: 7 }) })
  expect(bodies()).toHaveLength(1)
})

test('keeps the GitHub token out of logs, summaries, outputs, comments and leftovers', async () => {
  const result = await run({}, { temp: job.temp })
  const issued = result.commands.filter(({ name }) => name !== 'add-mask')
  const { log, summary, outputs, state, env, annotations } = result
  expect(JSON.stringify([log, summary, outputs, state, env, annotations, issued, bodies()])).not.toContain(
    githubToken,
  )
  expect(JSON.stringify(github.requests)).not.toContain(githubToken)
  expect(result.log).toContain('Dry run')
})
