import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { readFixture } from '../../../../../src/platforms/kolena/contract/fixture.js'
import { messageOf } from '../../../../../src/runtime/errors.js'

const folder = mkdtempSync(join(tmpdir(), 'fixture-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Returns the problems of a fixture, or its number of samples. */
function read(content: unknown): string[] | number {
  const path = join(folder, 'fixture.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  try {
    return readFixture(path).count
  } catch (error) {
    return messageOf(error).split('\n  ')
  }
}

const sample = { test_sample: {}, ground_truth: {}, inference: {} }
const { ground_truth: _, ...withoutTruth } = sample
const suite = (...test_cases: unknown[]) => ({ test_cases })
const caseOf = (...samples: unknown[]) => ({ name: 'a', samples })
const form =
  '; write {"test_cases": [{"name": "…", "samples": [{"test_sample": {…}, "ground_truth": {…}, "inference": {…}}]}]}'

test.each<[string, unknown, string[]]>([
  ['text that is not JSON', '{', [expect.stringMatching(/^is not JSON: /) as never]],
  ['a list', [], [`is not a fixture${form}`]],
  ['an object without test cases', {}, [`test_cases is missing${form}`]],
  ['a misspelled list of test cases', { testCases: [] }, ['test_cases is missing; did you mean testCases?']],
  ['an object of test cases', { test_cases: {} }, ['test_cases is {}; write a list']],
  ['no test cases', suite(), ['test_cases is empty; write at least one item']],
  ['a test case that is text', suite('a'), ['test case 1: is "a"; write an object']],
  ['a test case without a name', suite({ samples: [] }), ['test case 1: name is missing']],
  [
    'an empty name',
    suite({ name: '', samples: [] }),
    ['test case 1: name is empty; write at least one item'],
  ],
  ['a number as the name', suite({ name: 3, samples: [] }), ['test case 1: name is 3; write text']],
  ['a test case without samples', suite({ name: 'a' }), ['test case "a": samples is missing']],
  [
    'a misspelled list of samples',
    suite({ name: 'a', sample: [] }),
    ['test case "a": samples is missing; did you mean sample?'],
  ],
  ['a sample that is a number', suite(caseOf(1)), ['test case "a", sample 1: is 1; write an object']],
  [
    'a sample without a ground truth',
    suite(caseOf(sample, withoutTruth)),
    ['test case "a", sample 2: ground_truth is missing'],
  ],
  [
    'a misspelled ground truth',
    suite(caseOf({ ...withoutTruth, groundtruth: {} })),
    ['test case "a", sample 1: ground_truth is missing; did you mean groundtruth?'],
  ],
  [
    'an inference that is a list',
    suite(caseOf({ ...sample, inference: [1, 2] })),
    ['test case "a", sample 1: inference is [1,2]; write an object'],
  ],
  [
    'the same mistake in many samples',
    suite(caseOf(...Array(5).fill(withoutTruth))),
    ['test case "a", sample 1: ground_truth is missing (and in 4 more)'],
  ],
  [
    'misspelled metadata',
    suite(caseOf({ ...sample, meta_data: {} })),
    ['test case "a", sample 1: "meta_data" is not a key of a fixture; did you mean metadata?'],
  ],
  [
    'misspelled expectations',
    suite({ ...caseOf(), expcted: [] }),
    ['test case "a": "expcted" is not a key of a fixture; did you mean expected?'],
  ],
  [
    'expectations without metrics',
    suite({ ...caseOf(), expected: [{ configuration: null, metric: {} }] }),
    ['test case "a", expected metrics 1: metrics is missing; did you mean metric?'],
  ],
  [
    'an expectation that is none',
    suite({ ...caseOf(), expected: [{ metrics: { f1: { minimum: 'x' } } }] }),
    [
      'test case "a", expected metrics 1: metrics.f1: write {"minimum": number, "maximum": number}, or one of them',
    ],
  ],
  [
    'several mistakes',
    suite({ samples: [] }, caseOf({ ...sample, metadata: 1 })),
    ['test case 1: name is missing', 'test case "a", sample 1: metadata is 1; write an object'],
  ],
])('says what is wrong with %s, and where', (_, content, problems) => {
  expect(read(content)).toEqual(problems)
})

test('limits the problems of a fixture in which everything is wrong', () => {
  const problems = read(suite(caseOf(...Array.from({ length: 50_000 }, (_, index) => index))))
  expect(problems).toHaveLength(11)
  expect(Array.isArray(problems) && problems.at(-1)).toBe('and 49990 more problems')
})

test('reads keys that the client adds to samples', () => {
  expect(read(suite(caseOf({ ...sample, data_type: 'x', tags: [] }), { ...caseOf(), description: '' }))).toBe(
    1,
  )
})
