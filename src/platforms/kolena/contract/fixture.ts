import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod/mini'
import { problemInExpected } from '../../../data/expected-metrics.js'
import { messageOf } from '../../../runtime/errors.js'
import { type Batch, batchOf } from './batches.js'
import { describeProblems } from './fixture-problems.js'

const Data = z.record(z.string(), z.unknown())

const Sample = z.object({
  test_sample: Data,
  metadata: z._default(Data, {}),
  ground_truth: Data,
  inference: Data,
})

const Metric = z.unknown().check(
  z.superRefine((value, context) => {
    const problem = problemInExpected(value)
    if (problem !== undefined) context.addIssue(problem)
  }),
)

/** Metrics of one configuration, to compare with what the evaluator computes. */
const Expected = z.object({
  configuration: z._default(z.nullable(z.string()), null),
  metrics: z.record(z.string(), Metric),
})

const TestCase = z.object({
  name: z.string().check(z.minLength(1)),
  samples: z.array(Sample),
  expected: z.optional(z.array(Expected)),
})

const File = z.object({ test_cases: z.array(TestCase).check(z.minLength(1)) })

/** Test cases with samples, ground truths and inferences, each in the format of the client's `_to_dict()`. */
export type FixtureFile = z.output<typeof File>
type Sample = z.output<typeof Sample>

/** The input of an evaluator: the test cases of a suite, and their samples in batches. */
export interface Fixture {
  test_cases: readonly Omit<z.output<typeof TestCase>, 'samples'>[]
  /** The number of samples. A sample of several test cases counts several times. */
  count: number
  /** The samples of each test case. */
  batches: readonly (readonly Batch[])[]
  /** Every sample once, as in the platform's batches of a test run. */
  distinct: readonly Batch[]
  /** Identifies the content of a file; undefined for a recording. */
  digest?: string
}

/** The default without samples. The platform never runs a suite without a test case. */
export const emptyFixture = fixtureOf({ test_cases: [{ name: 'contract test case', samples: [] }] })

/** Returns the fixture with the content of a file. */
export function fixtureOf({ test_cases }: FixtureFile): Fixture {
  const samples = test_cases.flatMap((one) => one.samples)
  const distinct = new Map(samples.map((sample) => [JSON.stringify(sample.test_sample), sample]))
  return {
    test_cases: test_cases.map(({ samples: _, ...testCase }) => testCase),
    count: samples.length,
    batches: test_cases.map((one) => batchesOf(one.samples)),
    distinct: batchesOf([...distinct.values()]),
    digest: hash('sha256', JSON.stringify(test_cases)),
  }
}

function batchesOf(samples: readonly Sample[]): Batch[] {
  if (samples.length === 0) return []
  const texts = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value))
  const columns = {
    test_sample: texts(samples.map(({ test_sample }) => test_sample)),
    test_sample_metadata: texts(samples.map(({ metadata }) => metadata)),
    ground_truth: texts(samples.map(({ ground_truth }) => ground_truth)),
    inference: texts(samples.map(({ inference }) => inference)),
  }
  return [batchOf(columns)]
}

/** Reads a fixture file, which exists. Throws an error that says what to correct, and where. */
export function readFixture(path: string): Fixture {
  const content = parseJson(readFileSync(path, 'utf8'))
  const result = File.safeParse(content)
  const problems = describeProblems(content, result.error?.issues ?? [])
  if (result.success && problems.length === 0) return fixtureOf(result.data)
  throw new Error(problems.join('\n  '))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`is not JSON: ${messageOf(error)}`)
  }
}
