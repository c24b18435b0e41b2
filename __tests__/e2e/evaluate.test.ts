import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/runner/events.js'
import { PlatformJob, workflow } from '../support/platform-job.js'

let job: PlatformJob
beforeAll(async () => {
  job = await PlatformJob.start('evaluate')
})
afterAll(() => job.sandbox.close())
beforeEach(() => {
  const { testing, registrations } = job.sandbox.state
  testing.clear()
  registrations.length = 0
  const evaluator = { name: 'evaluate_keypoint_detection', image: 'registry.example.com/e:1' }
  job.sandbox.state.register('acme', { workflow, ...evaluator, secret: null, aws_assume_role: null })
  testing.addModel('acme', { name: 'first', workflow, tags: ['nightly', 'big'] })
  testing.addModel('acme', { name: 'second (YOLOR-D6, 1280x1280)', workflow, tags: ['nightly'] })
  testing.addModel('acme', { name: 'foreign', workflow: 'Other', tags: ['nightly'] })
  for (const name of ['faces', 'faces', 'team@example']) testing.addTestSuite('acme', { name, workflow })
  testing.addTestSuite('acme', { name: 'elsewhere', workflow: 'Other' })
})

const inputs = {
  models: 'first\nsecond (YOLOR-D6, 1280x1280)',
  'test-suites': 'faces@1\nfaces\nteam@example',
}
const evaluations = () => job.sandbox.state.testing.testRuns.map(({ evaluations }) => evaluations)
const idOf = (name: string) => job.sandbox.state.testing.findModel('acme', name)?.id
const suiteId = (name: string, version: number) =>
  job.sandbox.state.testing.findTestSuite('acme', name, version)?.id

describe('evaluating', () => {
  test('triggers every model on every test suite', async () => {
    const run = await job.run(inputs)
    expect(run).toMatchObject({ exitCode: 0, conclusion: 'success', annotations: [] })
    expect(evaluations()).toEqual([1, 1, 1, 1, 1, 1])
    const rows = JSON.parse(run.outputs['test-runs'] ?? '')
    expect(
      rows.map(({ model, test_suite, version }: Record<string, unknown>) => [model, test_suite, version]),
    ).toEqual(
      ['first', 'second (YOLOR-D6, 1280x1280)'].flatMap((model) => [
        [model, 'faces', 1],
        [model, 'faces', 2],
        [model, 'team@example', 1],
      ]),
    )
    expect(rows[1]).toEqual({
      model: 'first',
      test_suite: 'faces',
      version: 2,
      test_run_id: expect.any(Number),
      url: `https://app.kolena.com/acme/results?modelIds=${idOf('first')}&testSuiteId=${suiteId('faces', 2)}&workflow=Keypoint+Detection`,
    })
    expect(run.summary).toContain('## ✅ 6 evaluations triggered')
    expect(run.summary).toContain('Triggered is not finished')
    expect(run.log).toContain('does not report progress')
  })

  test('triggers the same test runs again when repeated', async () => {
    const first = await job.run(inputs)
    const second = await job.run(inputs)
    expect(second.outputs).toEqual(first.outputs)
    expect(evaluations()).toEqual([2, 2, 2, 2, 2, 2])
  })

  test.each([
    ['nightly', ['first', 'second (YOLOR-D6, 1280x1280)']],
    ['nightly,big', ['first']],
  ])('selects the models of the workflow that have all the tags %s', async (tags, names) => {
    const run = await job.run({ 'model-tags': tags, 'test-suites': 'faces' })
    const rows = JSON.parse(run.outputs['test-runs'] ?? '')
    expect(rows.map(({ model }: { model: string }) => model)).toEqual(names)
  })

  test('evaluates a model or test suite once even if it is listed twice', async () => {
    const run = await job.run({ models: 'first\nfirst', 'test-suites': 'faces\nfaces@2' })
    expect(JSON.parse(run.outputs['test-runs'] ?? '')).toHaveLength(1)
  })

  test('loads models and test suites before it triggers anything', async () => {
    const requests = await job.requestsOf(() => job.run({ models: 'first', 'test-suites': 'faces' }))
    expect(requests).toEqual([
      'PUT token/login 200',
      'PUT generic/model/load 200',
      'PUT generic/test-suite/load 200',
      'GET generic/workflow/evaluator/Keypoint%20Detection 200',
      'PUT generic/test-run/create-or-retrieve 200',
      'PUT generic/test-run/load-remaining-test-samples 200',
      'PUT generic/test-run/evaluate 200',
    ])
  })
})

describe('missing models, test suites and evaluators', () => {
  test('are all reported together, and nothing is triggered', async () => {
    job.sandbox.state.registrations.length = 0
    const run = await job.run({
      models: 'first\nnone\nforeign',
      'test-suites': 'faces@7\nnothing\nelsewhere\nfaces',
    })
    expect(run).toMatchObject({ exitCode: 1, outputs: { 'test-runs': '' } })
    expect(run.annotations[0]?.message.split('\n')).toEqual([
      '6 things are missing for the evaluation. Nothing was triggered.',
      '- There is no model "none": check models, or register it with the model action.',
      '- The model "foreign" belongs to the workflow "Other", not to "Keypoint Detection".',
      '- There is no version 7 of a test suite "faces": check test-suites.',
      '- There is no test suite "nothing": check test-suites.',
      '- The test suite "elsewhere" belongs to the workflow "Other", not to "Keypoint Detection".',
      '- No evaluator is registered for the workflow "Keypoint Detection": publish one first, or correct workflow.',
    ])
    expect(evaluations()).toEqual([])
    expect(run.summary).toContain('## ❌ No evaluation was triggered')
  })

  test('include tags that no model has', async () => {
    const run = await job.run({ 'model-tags': 'nightly,small', 'test-suites': 'faces' })
    expect(run.annotations[0]?.message).toContain('has all of the tags nightly, small')
  })
})

describe('a failing platform', () => {
  test('that refuses some evaluations still gets the others, and all failures are reported', async () => {
    const run = await job.runBroken(
      (request, count) => (request.endsWith('/evaluate') && (count === 2 || count === 4) ? 422 : undefined),
      { ...inputs, concurrency: '1' },
    )
    expect(run.exitCode).toBe(1)
    expect(evaluations()).toEqual([1, 0, 1, 0, 1, 1])
    expect(JSON.parse(run.outputs['test-runs'] ?? '')).toHaveLength(4)
    const [head, ...lines] = run.annotations[0]?.message.split('\n') ?? []
    expect(head).toBe('2 of 6 evaluations could not be triggered.')
    expect(lines).toEqual([
      expect.stringMatching(/^- first on faces@2: .* answered 422: broken on purpose$/),
      expect.stringMatching(
        /^- second \(YOLOR-D6, 1280x1280\) on faces@1: .* answered 422: broken on purpose$/,
      ),
      'Done already: 4 of 6 evaluations were triggered. Trying again is safe.',
    ])
    expect(run.summary).toContain('## ❌ 4 of 6 evaluations are triggered')
  })

  test('that recovers is asked again', async () => {
    const run = await job.runBroken((_, count) => (count === 1 ? 503 : undefined), {
      models: 'first',
      'test-suites': 'faces',
    })
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(evaluations()).toEqual([1])
  })
})

describe('a dry run', () => {
  const event = pullRequest({ fork: 'octocat/evaluators' })

  test('without a token sends no request', async () => {
    const requests = await job.requestsOf(async () => {
      const run = await job.run({ ...inputs, 'api-token': undefined }, { event })
      expect(run).toMatchObject({ exitCode: 0, outputs: { 'test-runs': '', 'dry-run': 'true' } })
      expect(run.summary).toContain('## 🔎 Dry run: nothing was triggered')
    })
    expect(requests).toEqual([])
  })

  test('with a token shows what would be triggered', async () => {
    const run = await job.run(inputs, { event })
    expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'dry-run': 'true' } })
    expect(JSON.parse(run.outputs['test-runs'] ?? '')).toHaveLength(6)
    expect(JSON.parse(run.outputs['test-runs'] ?? '')[0].test_run_id).toBeNull()
    expect(run.summary).toContain('## 🔎 Dry run: 6 evaluations would be triggered')
    expect(evaluations()).toEqual([])
  })

  test('warns about missing models and test suites, and does not fail', async () => {
    const run = await job.run({ ...inputs, models: 'first\nnone' }, { event })
    expect(run).toMatchObject({ exitCode: 0, annotations: [{ level: 'warning', title: 'Dry run' }] })
    expect(run.summary).toContain('There is no model "none"')
  })
})

test('reports all invalid inputs at once and sends nothing', async () => {
  const requests = await job.requestsOf(async () => {
    const run = await job.run({
      workflow: undefined,
      'api-token': undefined,
      models: 'first',
      'model-tags': 'nightly',
      concurrency: '17',
    })
    expect(run.annotations[0]?.message.split('\n').slice(1)).toEqual([
      '- concurrency "17": write a number from 1 to 16',
      "- workflow: is required; write the name of the platform's workflow",
      '- test-suites: is required; write name or name@version, one per line',
      expect.stringContaining('- api-token: is required to trigger evaluations'),
      '- model-tags: is set together with models; set only one of them',
    ])
  })
  expect(requests).toEqual([])
})

test('stops triggering when the job is cancelled, and reports the evaluations it triggered', async () => {
  const run = await job.run(
    { ...inputs, concurrency: '1' },
    { cancel: (line: string) => line.includes('Triggered first on faces@1') },
  )
  expect(run.conclusion).toBe('cancelled')
  expect(evaluations().reduce((sum, count) => sum + count, 0)).toBeLessThan(6)
  expect(JSON.parse(run.outputs['test-runs'] ?? '').length).toBeGreaterThan(0)
})
