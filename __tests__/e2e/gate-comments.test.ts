import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type GitHubSandbox, startGitHub } from '../../sandbox/github/server.js'
import type { Handler } from '../../sandbox/lambda/index.js'
import { mergeGroup, pullRequest, pushBranch } from '../../sandbox/runner/events.js'
import { githubToken, type RunOptions, type StepResult } from '../../sandbox/runner.js'
import { secretForms } from '../../src/runtime/secrets.js'
import { Agreeing, apiKey, color, predictions } from '../support/agreeing.js'
import { EvaluatingOnLambda, exampleMatrix, writing } from '../support/evaluating-on-lambda.js'
import { type Fault, startFaultyProxy } from '../support/faulty-proxy.js'
import { key, ScenarioTesting } from '../support/scenario-testing.js'

const bot = 'github-actions[bot]'
const readOnlyToken = 'ghs_tokenThatMayOnlyRead0123456789'
const event = pullRequest({ number: 7 })

let testing: ScenarioTesting
let agreeing: Agreeing
let lambda: EvaluatingOnLambda
let github: GitHubSandbox
beforeAll(async () => {
  testing = await ScenarioTesting.start()
  agreeing = await Agreeing.start()
  agreeing.addCars()
  agreeing.write('predictions.json', predictions)
  lambda = await EvaluatingOnLambda.start()
  let count = 0
  // A file that did not change would count as the one of an earlier evaluation.
  const evaluator: Handler = (event, state) => writing(`${exampleMatrix}\n\n${count++}`)(event, state)
  lambda.sandbox.state.createFunction('evaluate', evaluator)
})
afterAll(async () => {
  await testing.stop()
  await agreeing.stop()
  await lambda.stop()
})
beforeEach(async () => {
  await github?.close()
  const tokens = new Map([
    [githubToken, { login: bot, permission: 'write' as const }],
    [readOnlyToken, { login: bot, permission: 'read' as const }],
  ])
  github = await startGitHub({ tokens, repository: 'octo-org/evaluators', pullRequests: [7] })
})
afterAll(() => github.close())

const bodies = () => (github.state.commentsOf(7) ?? []).map(({ body }) => body)

type Inputs = Record<string, string | undefined>
interface GateAction {
  name: string
  job: () => { run(inputs: Inputs, options?: Partial<RunOptions>): Promise<StepResult> }
  inputs: Inputs
  /** The inputs with which the gate passes, and fails. */
  passing: Inputs
  failing: Inputs
  verdicts: { passed: string; failed: string; dryRun: string }
  /** The name of another thing to gate, as in a matrix. */
  another: Inputs
}

const actions: GateAction[] = [
  {
    name: 'scenario-test',
    job: () => testing,
    inputs: {},
    passing: { threshold: '0.5' },
    failing: { threshold: '0.6' },
    verdicts: {
      passed: '### ✅ my\\_scenario\\_test passed',
      failed: '### ❌ my\\_scenario\\_test did not pass',
      dryRun: '### ✅ Dry run: my\\_scenario\\_test passed',
    },
    another: { 'scenario-test': 'another' },
  },
  {
    name: 'agreement',
    job: () => agreeing,
    inputs: {},
    passing: { 'minimum-agreement': '0.5' },
    failing: { 'minimum-agreement': '0.7' },
    verdicts: {
      passed: '### ✅ People agree 62\\.5 % with car-color-v1',
      failed: '### ❌ People agree 62\\.5 % with car-color-v1',
      dryRun: '### 🔎 Dry run: the predictions of car-color-v1 are ready to be pushed',
    },
    another: { 'model-name': 'another' },
  },
  {
    name: 'lambda',
    job: () => lambda,
    inputs: { 'function-name': 'evaluate' },
    passing: { 'minimum-accuracy': '0.8' },
    failing: { 'minimum-accuracy': '0.9' },
    verdicts: {
      passed: '### ✅ evaluate: accuracy 89\\.4 % on 4119 samples',
      failed: '### ❌ evaluate: accuracy 89\\.4 % on 4119 samples',
      dryRun: '### 🔎 Dry run: evaluate is left as it is',
    },
    another: { 'endpoint-name': 'another' },
  },
]

describe.each(actions)('the comment of $name', ({ job, inputs, passing, failing, verdicts, another }) => {
  /** Runs the action in a pull request of the GitHub stand-in. */
  const run = (changes: Inputs = {}, options: Partial<RunOptions> = {}) =>
    job().run(
      { comment: undefined, ...inputs, ...passing, ...changes },
      { event, ...options, github: { api_url: github.url, ...options.github } },
    )
  const publishing = { 'dry-run': 'false' }

  test('is created, and updated in place when the gate fails', async () => {
    expect(await run(publishing)).toMatchObject({ exitCode: 0, annotations: [] })
    const [first = '', ...others] = bodies()
    expect(others).toEqual([])
    expect(first).toMatch(/^<!-- evaluator-action [0-9a-f]{32} -->\n###/)
    expect(first).toContain(verdicts.passed)
    expect(first).toContain('✅ passed')
    expect(first).toMatch(/<sub>Commit `1b2c3d4` · \[the whole report\]\(\S+\/runs\/\d+\)<\/sub>$/)

    const failed = await run({ ...publishing, ...failing })
    expect(failed).toMatchObject({ exitCode: 1, annotations: [{ title: 'The gate did not pass' }] })
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toContain(verdicts.failed)
    expect(bodies()[0]).toContain('❌ failed')
    expect(bodies()[0]?.split('\n')[0]).toBe(first.split('\n')[0])

    expect(await run({ ...publishing, ...failing, gate: 'warn' })).toMatchObject({ exitCode: 0 })
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toContain('❌ failed')
  })

  test('is also written in a dry run', async () => {
    expect(await run()).toMatchObject({ exitCode: 0, outputs: { 'dry-run': 'true' } })
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toContain(verdicts.dryRun)
  })

  test('is a separate one for each job of a matrix', async () => {
    await run()
    await run(another)
    await run(another)
    await run({}, { github: { job: 'nightly' } })
    expect(bodies()).toHaveLength(3)
  })

  test.each([
    ['after a push', { event: pushBranch('main') }, {}],
    ['in a merge queue', { event: mergeGroup() }, {}],
    ['with comment: off', {}, { comment: 'off' }],
    ['without a token', {}, { 'github-token': '' }],
  ])('is not written %s', async (_, options, changes) => {
    expect(await run({ 'dry-run': 'true', ...changes }, options)).toMatchObject({ exitCode: 0 })
    expect(github.requests).toEqual([])
  })

  test('is replaced by a note in the summary if the token may only read', async () => {
    const result = await run({ 'github-token': readOnlyToken }, { secrets: [readOnlyToken, apiKey, key] })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(result.summary).toContain('Give the job permissions: pull-requests: write, or set comment: off')
    expect(bodies()).toEqual([])
  })

  test('does not contain the GitHub token, and neither does anything else', async () => {
    const { log, summary, outputs, state, env, commands } = await run()
    const issued = commands.filter(({ name }) => name !== 'add-mask')
    const shown = JSON.stringify([log, summary, outputs, state, env, issued, bodies(), github.requests])
    expect(bodies()).toHaveLength(1)
    expect(shown).not.toContain(githubToken)
  })
})

test('a GitHub API that is down causes a warning, and the gate passes', async () => {
  const down: Fault = 503
  const proxy = await startFaultyProxy(github.url, () => down)
  const options = { event, github: { api_url: proxy.url } }
  const result = await testing.run({ comment: undefined, threshold: '0.5' }, options)
  await proxy.close()
  expect(result.exitCode).toBe(0)
  expect(result.annotations).toMatchObject([{ level: 'warning', title: 'Comment' }])
  expect(result.summary).toMatch(/has no comment with this report: .*503/)
})

const hostile = '-->##[error]x</details><img src=x onerror=y>|`@octocat <!-- [a](http://b) ~~c~~'

/** Returns a comment without its marker and its code spans, in which nothing is active. */
function outsideOfCode(body = ''): string {
  return body
    .replace(/^<!-- evaluator-action [0-9a-f]{32} -->/, '')
    .replaceAll(/(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
}

describe('a name that is hostile', () => {
  const run = async (job: GateAction['job'], inputs: Inputs) => {
    const options = { event, github: { api_url: github.url } }
    const result = await job().run({ comment: undefined, ...inputs }, options)
    expect(result.commands.filter(({ name }) => name === 'error')).toEqual([])
    expect(result.exitCode).toBe(0)
  }

  test.each<[string, GateAction['job'], Inputs]>([
    ['of a scenario test', () => testing, { 'scenario-test': hostile }],
    ['of a model', () => agreeing, { 'model-name': hostile }],
    ['of test data', () => lambda, { 'function-name': 'evaluate', 'test-data': `s3://data/${hostile}` }],
  ])('%s is text in the comment, which the next run finds', async (_, job, inputs) => {
    await run(job, inputs)
    await run(job, inputs)
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toContain('octocat')
    expect(outsideOfCode(bodies()[0])).not.toMatch(
      /<img|<!--|-->|@octocat|<\/details>|\]\(http:\/\/b|[^\\]~~/,
    )
  })
})

test('does not show a key that is part of a name or that a server repeats', async () => {
  const options = { event, github: { api_url: github.url } }
  await testing.run({ comment: undefined, 'scenario-test': `test ${key}` }, options)
  await agreeing.run({ comment: undefined, 'model-name': `model ${apiKey}` }, options)
  const reply = { status: 200, body: { data: null, errors: [{ message: `unknown key ${apiKey}` }] } }
  agreeing.faults.push({ field: 'projects', reply })
  await agreeing.run({ comment: undefined }, options)
  expect(bodies()).toHaveLength(3)
  expect(bodies()[2]).toContain('unknown key')
  for (const body of bodies()) {
    expect(body.replaceAll('\\', '')).toContain('***')
    for (const form of [...secretForms(key), ...secretForms(apiKey)]) expect(body).not.toContain(form)
  }
})

test('a report that is too long for a comment is cut, and GitHub accepts it', async () => {
  agreeing.newProject()
  const names = Array.from({ length: 400 }, (_, index) => `${'street_'.repeat(12)}${index}.jpg`)
  agreeing.addAssets(names)
  for (const name of names) agreeing.label(name, color('RED'))
  agreeing.write('many.json', Object.fromEntries(names.map((name) => [name, 'BLACK'])))
  const inputs = { predictions: 'many.json', worst: '400', 'dry-run': 'false', comment: undefined }
  const run = await agreeing.run(inputs, { event, github: { api_url: github.url } })
  expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { scored: '400' } })
  expect(Buffer.byteLength(run.summary)).toBeGreaterThan(65_536)
  expect(bodies()).toHaveLength(1)
  expect(bodies()[0]).toContain('The report is cut here because GitHub limits its size')
})
