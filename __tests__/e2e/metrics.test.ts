import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/runner/events.js'
import { runCommand } from '../support/command-line.js'
import { engines } from '../support/engines.js'
import { Publishing, root } from '../support/publishing.js'

const fork = pullRequest({ fork: 'octocat/evaluators' })
const sample = (locator: string) => ({ test_sample: { locator }, ground_truth: {}, inference: {} })
const [a, b, c] = ['a', 'b', 'c'].map((name) => sample(`s3://faces/${name}.jpg`))

describe.each(engines)('metrics of a contract run with $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
    cpSync(join(root, '__tests__/support/evaluator'), job.workspace, { recursive: true })
    job.write('fixture.json', fixtureText())
  })
  afterAll(() => job.stop())

  /** The same three samples, with the metrics expected for the first test case. */
  function fixtureText(expected?: unknown): string {
    const testCases = [
      { name: 'all', samples: [a, b, c], ...(expected !== undefined && { expected }) },
      { name: 'hard <b>', samples: [c] },
    ]
    return JSON.stringify({ test_cases: testCases })
  }

  /** Runs a pull request from a fork, with an evaluator that uses a threshold. */
  const check = (inputs: Record<string, string | undefined> = {}, behaviour = 'good', threshold = '0.05') =>
    job.run(
      {
        verify: 'contract',
        'api-token': undefined,
        'build-args': `BEHAVIOUR=${behaviour}\nTHRESHOLD=${threshold}`,
        'contract-fixture': 'fixture.json',
        ...inputs,
      },
      { event: fork },
    )
  const titles = (run: { annotations: { title?: string | undefined }[] }) =>
    run.annotations.map(({ title }) => title)

  test('are an output with every digit, and a section of the summary', async () => {
    const run = await check()
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(run.outputs.metrics).toBe(
      '{"test_cases":[' +
        '{"name":"all","configuration":null,"metrics":{"failure_rate":0.6666666666666666,"mean_error":0.10666666666666667,"n":3,"noise":1}},' +
        '{"name":"hard <b>","configuration":null,"metrics":{"failure_rate":1.0,"mean_error":0.2,"n":1,"noise":1}}' +
        '],"test_suite":[{"configuration":null,"metrics":{"worst":"NaN"}}],"samples":{"count":3}}',
    )
    expect(run.summary).toContain('### Metrics\n\nThe evaluator computed 9 metrics')
    expect(run.summary).toContain('| failure\\_rate | 0\\.666667 |')
    expect(run.summary).toContain('<summary>hard &lt;b&gt;: 4 metrics</summary>')
  })

  test('are part of the results of every entry of an evaluators file', async () => {
    const entry = (name: string, threshold: string) => ({
      image: name,
      'evaluator-name': 'evaluate_keypoint_detection',
      workflow: `Workflow of ${name}`,
      'build-args': { BEHAVIOUR: 'good', THRESHOLD: threshold },
    })
    job.write('evaluators.yml', JSON.stringify([entry('one', '0.05'), entry('two', '0.1')]))
    const run = await check({
      evaluators: 'evaluators.yml',
      image: undefined,
      workflow: undefined,
      'evaluator-name': undefined,
      'build-args': undefined,
    })
    expect(run.exitCode).toBe(0)
    expect(run.outputs.results).toContain('"failure_rate":0.6666666666666666,')
    const rates = JSON.parse(run.outputs.results ?? '').map(
      ({ metrics }: { metrics: { test_cases: { metrics: { failure_rate: number } }[] } }) =>
        metrics.test_cases[0]?.metrics.failure_rate,
    )
    expect(rates).toEqual([2 / 3, 1 / 3])
  })

  test.each([
    ['garbage', 'unreadable-metrics', 'test case metrics: row 1 of metrics: "n" at character 2 is not JSON'],
    ['no-parquet', 'contract-failed', 'answered 422'],
  ])('that are %s are reported as %s', async (behaviour, id, message) => {
    const run = await check({}, behaviour)
    expect(run.exitCode).toBe(1)
    expect(titles(run)).toContain(id)
    expect(run.annotations.map(({ message }) => message).join('\n')).toContain(message)
  })

  test('that differ between two runs cause a warning only', async () => {
    const run = await check({}, 'random')
    expect(run.exitCode).toBe(0)
    expect(run.annotations).toEqual([
      expect.objectContaining({
        level: 'warning',
        title: 'nondeterministic-metrics',
        message: expect.stringMatching(
          /two runs .* gave different metrics: noise of test case "all" is \d+ and \d+; noise of test case "hard <b>"/,
        ),
      }),
    ])
  })

  test.each<[unknown[], string[]]>([
    [[{ metrics: { failure_rate: 0.6666667, n: { minimum: 3 } } }], []],
    [
      [{ metrics: { failure_rate: { value: 0.5, tolerance: 0.1 } } }],
      ['failure_rate of test case "all" is 0.6666666666666666, expected 0.5 ± 0.1'],
    ],
    [
      [{ configuration: 't', metrics: { n: 3 } }],
      ['test case "all", configuration "t" has no metrics, but the fixture expects n'],
    ],
  ])('are compared with the expected metrics %j', async (expected, messages) => {
    job.write('expected.json', fixtureText(expected))
    const run = await check({ 'contract-fixture': 'expected.json' })
    expect(run.exitCode).toBe(messages.length > 0 ? 1 : 0)
    const found = run.annotations.filter(({ title }) => title === 'unexpected-metrics')
    expect(found.map(({ message }) => message.split('\n')[0])).toEqual(messages)
    if (messages.length === 0) return
    const accepted = await check({
      'contract-fixture': 'expected.json',
      'accept-findings': 'unexpected-metrics',
    })
    expect(accepted).toMatchObject({ exitCode: 0, annotations: [] })
  })

  test('are written into the fixture by the command line and then match it', async () => {
    job.write('recorded.json', fixtureText([{ metrics: { failure_rate: 0, n: 3 } }]))
    const flags = [
      ...['--workflow', 'Keypoint Detection', '--evaluator-name', 'evaluate_keypoint_detection'],
      ...['--image', 'keypoint_detection_evaluator', '--contract-fixture', 'recorded.json'],
      ...['--build-args', 'BEHAVIOUR=good', '--build-args', 'THRESHOLD=0.05'],
      ...['--registry', job.sandbox.registry.host, '--tags', 'recorded'],
    ]
    const update = await runCommand(job, process.execPath, [...flags, '--update-expected'])
    expect({ code: update.code, stderr: update.stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('recorded.json: expected metrics were written\n@@ all @@\n- '),
    })
    const [all, hard] = JSON.parse(readFileSync(join(job.workspace, 'recorded.json'), 'utf8')).test_cases
    expect(all.expected).toEqual([{ metrics: { failure_rate: 2 / 3, n: 3 } }])
    expect(hard.expected).toEqual([{ metrics: { failure_rate: 1, mean_error: 0.2, n: 1, noise: 1 } }])
    const check = await runCommand(job, process.execPath, [...flags, '--verify', 'contract', '--dry-run'])
    expect(check.code).toBe(0)
  })
})
