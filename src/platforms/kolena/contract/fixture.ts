import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod/mini'
import { problemInExpected } from '../../../data/expected-metrics.js'
import { messageOf } from '../../../runtime/errors.js'
import { english, problemIn } from './problem.js'

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
export type Fixture = z.output<typeof File>
export type Sample = z.output<typeof Sample>

/** The default without a fixture file. The platform never runs a suite without a test case. */
export const emptyFixture: Fixture = { test_cases: [{ name: 'contract test case', samples: [] }] }

/** Reads a fixture file. Throws an error that says what to correct. */
export function readFixture(path: string): Fixture {
  if (!existsSync(path))
    throw new Error(
      `there is no file ${JSON.stringify(path)}; write its path relative to the root of the repository`,
    )
  const result = File.safeParse(parseJson(readFileSync(path, 'utf8')), english)
  if (result.success) return result.data
  throw new Error(
    `${problemIn(result.error, 'the file')}; write {"test_cases": [{"name": "…", "samples": [{"test_sample": {…}, "ground_truth": {…}, "inference": {…}}]}]}`,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`is not JSON: ${messageOf(error)}`)
  }
}

/** Returns every sample once, as in the platform's batches of a test run. A sample may be in several test cases. */
export function distinctSamples({ test_cases }: Fixture): Sample[] {
  const samples = test_cases.flatMap((one) => one.samples)
  return [...new Map(samples.map((sample) => [JSON.stringify(sample.test_sample), sample])).values()]
}
