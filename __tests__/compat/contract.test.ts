import { execFile, execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Exact, type ExactObject, parseExact, stringifyExact } from '../../src/data/exact-json.js'
import { checkExpectedMetrics } from '../../src/image/verify/metrics-check.js'
import { decodeMetrics } from '../../src/platforms/kolena/contract/decode.js'
import { readRequests } from '../../src/platforms/kolena/contract/evidence.js'
import {
  emptyFixture,
  type Fixture,
  fixtureOf,
  readFixture,
} from '../../src/platforms/kolena/contract/fixture.js'
import { environmentOf, inventScenario } from '../../src/platforms/kolena/contract/scenario.js'
import { type Fault, startStandIn } from '../../src/platforms/kolena/contract/stand-in.js'
import { engines } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'
import { cache, prepareVenv, root, runClient } from './venv.js'

const example = join(root, 'examples/keypoint-detection')
const fixture = readFixture(join(example, 'contract-fixture.json'))
const current = ['kolena==1.69.0', 'numpy<2.4'] as const
const of2023 = ['kolena==0.80.0', 'numpy<2', 'multimethod<2', 'pyarrow<15'] as const
const minutes = 60_000

/** Sorts the keys of all objects, as the client does before an upload. */
function sorted(value: Exact): Exact {
  if (Array.isArray(value)) return value.map(sorted)
  if (!(value instanceof Map)) return value
  return new Map([...value].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]))
}

describe.each([
  ['the current client', current],
  ['a client from 2023', of2023],
])('%s', (_, [client, ...others]) => {
  let programs: string
  beforeAll(async () => {
    programs = await prepareVenv(client, ...others)
  }, 10 * minutes)

  /** Runs the example's evaluator with the unmodified client against the stand-in. */
  async function evaluate(data: Fixture, fault?: Fault) {
    const scenario = inventScenario('Keypoint Detection')
    const platform = await startStandIn('127.0.0.1', scenario, data, fault)
    const env = environmentOf(scenario, platform.url, { secret: false, awsRole: undefined })
    const exitCode = await new Promise((resolve) => {
      const options = { cwd: example, env: { ...env, PYTHONDONTWRITEBYTECODE: '1' } }
      execFile(join(programs, 'python'), ['-m', 'keypoint_detection.main'], options, (error) =>
        resolve(error?.code ?? 0),
      )
    })
    await platform.close()
    const { requests, uploads } = platform
    return {
      exitCode,
      scenario,
      requests,
      asked: readRequests(requests),
      decoded: decodeMetrics(uploads, data),
    }
  }

  test('runs a whole test() with samples', async () => {
    const { exitCode, scenario, requests, asked, decoded } = await evaluate(fixture)
    expect(requests.filter(({ status }) => status !== 200)).toEqual([])
    expect(exitCode).toBe(0)
    expect(decoded.problems).toEqual([])
    expect(checkExpectedMetrics(fixture, decoded.metrics, 1e-6)).toEqual([])
    expect(asked).toMatchObject({
      tokens: [scenario.token],
      models: [scenario.model.name],
      suites: [scenario.suite.name],
      versions: [3],
      evaluators: ['evaluate_keypoint_detection'],
      createdModels: [],
      resets: false,
      readSamples: true,
      unknown: [],
    })
    expect(asked.uploads).toEqual(
      expect.arrayContaining([
        { kind: 'upload-test-sample-metrics', rows: 7 },
        { kind: 'upload-test-case-metrics', rows: 2 },
      ]),
    )
  })

  test('runs a whole test() without samples', async () => {
    const { exitCode, asked } = await evaluate(emptyFixture)
    expect(exitCode).toBe(0)
    expect(asked.uploads.length).toBeGreaterThan(0)
  })

  test.each([
    ['function', 'plain'],
    ['function', 'configured'],
    ['class', 'plain'],
    ['class', 'configured'],
  ])('computes exactly the metrics that are decoded in a %s evaluator (%s)', async (kind, configured) => {
    const sample = (value: number, guess: number | null) => ({
      test_sample: { locator: `s3://bucket/${value}.jpg` },
      metadata: {},
      ground_truth: { value },
      inference: { value: guess },
    })
    const [one, two, three] = [sample(1, 1.1), sample(2, null), sample(3, 3.3)] as const
    const data = fixtureOf({
      test_cases: [
        { name: 'all', samples: [one, two, three] },
        { name: 'some', samples: [three] },
      ],
    })
    const scenario = inventScenario('Keypoint Detection')
    const platform = await startStandIn('127.0.0.1', scenario, data)
    const env = environmentOf(scenario, platform.url, { secret: false, awsRole: undefined })
    const program = join(root, '__tests__/compat/kolena_metrics.py')
    const printed = await runClient(join(programs, 'python'), [program, kind, configured], env)
    await platform.close()
    const { metrics, problems, excess } = decodeMetrics(platform.uploads, data)
    expect({ problems, excess }).toEqual({ problems: [], excess: undefined })
    const computed = parseExact(/^COMPUTED (.*)$/m.exec(printed)?.[1] ?? '') as ExactObject
    const texts = (groups: readonly (readonly (string | null | undefined | Exact)[])[]) =>
      groups.map((group) => group.map((part) => stringifyExact(sorted(part ?? null))).join(' ')).sort()
    const listed = (key: string) => computed.get(key) as ExactObject[]
    expect(
      texts(
        metrics.testCases.map(({ testCase, configuration, metrics }) => [
          testCase?.name,
          configuration,
          metrics,
        ]),
      ),
    ).toEqual(
      texts(
        listed('test_cases').map((one) => ['name', 'configuration', 'metrics'].map((key) => one.get(key))),
      ),
    )
    expect(texts(metrics.testSuite.map(({ configuration, metrics }) => [configuration, metrics]))).toEqual(
      texts(listed('test_suite').map((one) => ['configuration', 'metrics'].map((key) => one.get(key)))),
    )
    expect(stringifyExact(metrics.testCases[0]?.metrics ?? null)).toContain(
      '"tiny":3.3333333333333337e-18,"unbounded":"-Infinity","undefined":"NaN"',
    )
    expect(metrics.plots[0]?.title).toBe('Errors')
    expect(metrics.sampleCount).toBe(3)
    const thresholded = metrics.samples.flatMap(({ keys }) => keys).filter((key) => key.includes('\0'))
    expect(thresholded.length > 0).toBe(client.includes('1.69'))
  })

  test.each(['unauthorized', 'broken'] as const)('fails when the platform is %s', async (fault) => {
    expect((await evaluate(fixture, fault)).exitCode).toBe(1)
  })
})

describe('an image with the current client', () => {
  // Named build contexts require an engine newer than Docker 20.10.
  const engine = engines.at(-1) ?? { name: 'the engine', host: '' }
  const wheels = join(cache, 'wheels-kolena')
  let job: Publishing
  beforeAll(async () => {
    const pip = join(await prepareVenv(...current), 'pip')
    execFileSync(pip, ['wheel', '-q', '-w', wheels, '-r', join(example, 'requirements.txt')], {
      stdio: 'inherit',
    })
    job = await Publishing.start(engine)
    job.copyExample('keypoint-detection')
  }, 15 * minutes)
  afterAll(() => job.stop())

  test(
    'passes the contract check with samples',
    async () => {
      const run = await job.run(
        {
          verify: 'contract',
          'dry-run': 'true',
          file: 'docker/Dockerfile',
          'build-args': 'PYTHON_IMAGE=evaluator-base:bookworm\nPIP_NO_INDEX=1',
          'build-contexts': `wheels=${wheels}`,
          'contract-fixture': 'contract-fixture.json',
        },
        { deadline: 8 * minutes },
      )
      expect(run).toMatchObject({ exitCode: 0, annotations: [] })
      expect(run.summary).not.toMatch(/❌|❔/)
      expect(run.summary).toContain('test-sample-metrics: 7, test-case-metrics: 2')
    },
    10 * minutes,
  )
})
