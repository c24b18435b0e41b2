import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type GitHubSandbox, startGitHub } from '../../sandbox/github/server.js'
import { mergeGroup, pullRequest, pullRequestTarget, pushBranch } from '../../sandbox/runner/events.js'
import { githubToken, type RunOptions } from '../../sandbox/runner.js'
import { secretForms } from '../../src/runtime/secrets.js'
import { type Fault, startFaultyProxy } from '../support/faulty-proxy.js'
import { Publishing } from '../support/publishing.js'

const bot = 'github-actions[bot]'
const forkToken = 'ghs_tokenOfAForkThatMayOnlyRead0123456789'
const event = pullRequest({ number: 7 })

let job: Publishing
let github: GitHubSandbox
beforeAll(async () => {
  job = await Publishing.start({ name: 'default', host: '' })
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

/** Runs the action, without a token of the platform, in a pull request at the stand-in. */
async function run(inputs: Record<string, string | undefined> = {}, options: Partial<RunOptions> = {}) {
  const given = { 'api-token': undefined, comment: undefined, ...inputs }
  return await job.run(given, { event, ...options, github: { api_url: github.url, ...options.github } })
}

/** The same behind a connection that breaks requests. */
async function runBroken(faultOf: (request: string, count: number) => Fault) {
  const proxy = await startFaultyProxy(github.url, faultOf)
  try {
    return { ...(await run({}, { github: { api_url: proxy.url } })), requests: proxy.requests }
  } finally {
    await proxy.close()
  }
}

test('a secret that a build prints is in no comment and no output, in none of its forms', async () => {
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
  test('gets the report as a comment, which the next run updates', async () => {
    const first = await run()
    expect(first).toMatchObject({ exitCode: 0, annotations: [] })
    expect(bodies()).toHaveLength(1)
    const [body = ''] = bodies()
    expect(body).toMatch(/^<!-- evaluator-action [0-9a-f]{32} -->\n### 🔎 Dry run: evaluate/)
    expect(body).toContain('keypoint_detection_evaluator:pr-7')
    expect(body).toContain(
      '[the whole report](https://github.com/octo-org/evaluators/actions/runs/1658821494)',
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

  test('gets a comment for each evaluator and each job', async () => {
    await run()
    await run({ 'evaluator-name': 'another' })
    await run({}, { github: { job: 'nightly' } })
    await run({ 'evaluator-name': 'another' })
    expect(bodies()).toHaveLength(3)
    expect(bodies().filter((body) => body.includes('### 🔎 Dry run: another'))).toHaveLength(1)
  })

  test('has its comment found on any page, and no comment of another author changed', async () => {
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

  test('of hostile names gets them as text', async () => {
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

  test('of a fork, whose token may only read, has it said in the summary', async () => {
    const fork = pullRequest({ number: 42, fork: 'contributor/evaluators' })
    const options = { event: fork, secrets: [forkToken] }
    const { exitCode, annotations, summary } = await run({ 'github-token': forkToken }, options)
    expect({ exitCode, annotations }).toEqual({ exitCode: 0, annotations: [] })
    expect(bodies(42)).toEqual([])
    expect(summary).toContain('The pull request has no comment with this report')
    expect(summary).toContain('as is so for pull requests from forks')
    expect(summary).toContain('Resource not accessible by integration')
  })

  test('of a job without the permission gets the remedy in its summary', async () => {
    const { exitCode, annotations, summary } = await run({ 'github-token': forkToken })
    expect({ exitCode, annotations }).toEqual({ exitCode: 0, annotations: [] })
    expect(summary).toContain('Give the job permissions: pull-requests: write, or set comment: off')
  })

  test.each([
    ['that the token cannot see', { github: { repository: 'octo-org/private' } }],
    ['with a token that is no more', {}],
  ])('%s does not fail the step', async (name, options) => {
    const inputs = name.includes('no more') ? { 'github-token': 'ghs_unknown0123456789' } : {}
    const { exitCode, annotations, summary } = await run(inputs, options)
    expect({ exitCode, annotations }).toEqual({ exitCode: 0, annotations: [] })
    expect(summary).toContain('has no comment')
    expect(bodies()).toEqual([])
  })
})

describe('a GitHub', () => {
  test('that is down fails no step: a few attempts, and a warning', async () => {
    const { exitCode, annotations, summary, requests } = await runBroken(() => 503)
    expect(exitCode).toBe(0)
    expect(requests).toEqual(Array(4).fill('POST /graphql'))
    expect(annotations).toMatchObject([{ level: 'warning', title: 'Comment' }])
    expect(summary).toMatch(/has no comment with this report: .*503/)
  })

  test.each<[string, Fault]>([
    ['answers 502 once', 502],
    ['breaks off once', 'reset'],
  ])('that %s gets the comment all the same', async (_, fault) => {
    const { annotations } = await runBroken((request, count) =>
      request.startsWith('POST /repos') && count === 1 ? fault : undefined,
    )
    expect(annotations).toEqual([])
    expect(bodies()).toHaveLength(1)
  })

  test('whose answer was lost has one comment, not two', async () => {
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
  ['a pull request that wants no comment', {}, { comment: 'off' }],
  ['a pull request without a token', {}, { 'github-token': '' }],
])('%s asks GitHub for nothing', async (_, options, inputs) => {
  await run({ 'dry-run': 'true', ...inputs }, options)
  expect(github.requests).toEqual([])
})

test('a pull request in its privileged event gets a comment too', async () => {
  await run({}, { event: pullRequestTarget({ number: 7 }) })
  expect(bodies()).toHaveLength(1)
})

test('the token of GitHub is in no log, no summary, no output, no comment and no leftover', async () => {
  const result = await run({}, { temp: job.temp })
  const issued = result.commands.filter(({ name }) => name !== 'add-mask')
  const { log, summary, outputs, state, env, annotations } = result
  expect(JSON.stringify([log, summary, outputs, state, env, annotations, issued, bodies()])).not.toContain(
    githubToken,
  )
  expect(JSON.stringify(github.requests)).not.toContain(githubToken)
  expect(result.log).toContain('Dry run')
})
