import { describe, expect, test } from '@jest/globals'
import { stringifyExact } from '../../../../../src/data/exact-json.js'
import { decodeMetrics } from '../../../../../src/platforms/kolena/contract/decode.js'
import { fixtureOf } from '../../../../../src/platforms/kolena/contract/fixture.js'
import { type UploadKind, Uploads } from '../../../../../src/platforms/kolena/contract/uploads.js'
import { writeFrame } from '../../../../../src/platforms/kolena/frames.js'

const sample = (locator: string) => ({
  test_sample: { locator },
  metadata: {},
  ground_truth: {},
  inference: {},
})
const fixture = fixtureOf({
  test_cases: [
    { name: 'all', samples: [sample('a'), sample('b')] },
    { name: 'all', samples: [sample('b')] },
    { name: 'empty', samples: [] },
  ],
})

type Columns = Record<string, (string | bigint)[]>

/** What an evaluator uploads: the kind, and the columns of each batch. */
async function decode(...given: [kind: UploadKind, ...batches: (Columns | Buffer)[]][]) {
  const uploads = new Uploads()
  for (const [index, [kind, ...batches]] of given.entries()) {
    for (const batch of batches)
      uploads.addBatch(String(index), Buffer.isBuffer(batch) ? batch : await writeFrame(batch))
    uploads.accept(kind, String(index), null, null)
  }
  return decodeMetrics(uploads, fixture)
}

const cases = 'upload-test-case-metrics'
const samples = 'upload-test-sample-metrics'

describe('decoding what an evaluator uploaded', () => {
  test('keeps every test case and configuration, even if names repeat', async () => {
    const { metrics, problems } = await decode(
      [
        cases,
        {
          test_case_id: [1n, 1n, 2n],
          configuration_display_name: ['t', 't', 'u'],
          metrics: ['{"a":1}', '{"a":2}', '{"a":3.0}'],
        },
        { test_case_id: [3n], configuration_display_name: ['t'], metrics: ['{"a":null}'] },
      ],
      ['upload-test-suite-metrics', { metrics: ['{"b":NaN}'] }],
    )
    expect(problems).toEqual([])
    expect(
      metrics.testCases.map(({ testCase, configuration, metrics }) => [
        testCase?.index,
        testCase?.name,
        configuration,
        stringifyExact(metrics),
      ]),
    ).toEqual([
      [0, 'all', 't', '{"a":1}'],
      [0, 'all', 't', '{"a":2}'],
      [1, 'all', 'u', '{"a":3.0}'],
      [2, 'empty', 't', '{"a":null}'],
    ])
    expect(metrics.testSuite).toMatchObject([{ testCase: null, configuration: null }])
  })

  test('counts a sample once, however often and by whichever client version it is written', async () => {
    const { metrics, problems } = await decode(
      [
        samples,
        { test_sample: ['{"locator":"a","x":null}', '{"locator": "b"}'], metrics: ['{}', '{"e":NaN}'] },
      ],
      [samples, { test_sample: ['{"data_type":"T","locator":"c"}'], metrics: ['{}'] }],
      [
        'upload-test-sample-thresholded-metrics',
        {
          test_sample: ['{"locator":"a"}', '{"locator":"a"}'],
          metrics: ['{"name":"car","threshold":0.1,"p":1}', '{"name":"car","threshold":0.3,"p":1}'],
        },
      ],
    )
    expect(problems).toEqual([])
    expect(metrics.sampleCount).toBe(3)
    expect(metrics.samples.flatMap(({ keys }) => keys)).toEqual([
      '{"locator":"a"}',
      '{"locator":"b"}',
      '{"data_type":"T","locator":"c"}',
      '{"locator":"a"}\0car at 0.1',
      '{"locator":"a"}\0car at 0.3',
    ])
  })

  test.each<[string, [UploadKind, ...(Columns | Buffer)[]], string]>([
    [
      'invalid JSON',
      [cases, { test_case_id: [1n], metrics: ['{"a":}'] }],
      'row 1 of metrics: "}" at character 6 is not JSON',
    ],
    [
      'a list of metrics',
      [cases, { test_case_id: [1n], metrics: ['[1]'] }],
      'row 1 of metrics is not an object',
    ],
    [
      'numbers instead of metrics',
      [cases, { test_case_id: [1n], metrics: [1n] }],
      'the column metrics does not hold text',
    ],
    ['no metrics', [cases, { test_case_id: [1n] }], 'the column metrics is missing'],
    ['no test case', [cases, { metrics: ['{}'] }], 'the column test_case_id is missing'],
    [
      'a test case given by its name',
      [cases, { test_case_id: ['all'], metrics: ['{}'] }],
      'the column test_case_id does not hold numbers',
    ],
    [
      'a test case of another suite',
      [cases, { test_case_id: [99n], metrics: ['{}'] }],
      'test_case_id 99 is not one of the test suite',
    ],
    [
      'a configuration that is a number',
      [cases, { test_case_id: [1n], configuration_display_name: [1n], metrics: ['{}'] }],
      'the column configuration_display_name does not hold text',
    ],
    ['samples without metrics', [samples, { test_sample: ['{}'] }], 'the column metrics is missing'],
    [
      'a sample that is text',
      [samples, { test_sample: ['"a"'], metrics: ['{}'] }],
      'row 1 of test_sample is not an object',
    ],
    [
      'sample metrics that are a number',
      [samples, { test_sample: ['{}'], metrics: ['1'] }],
      'row 1 of metrics is not an object',
    ],
    [
      'invalid plots',
      ['upload-test-case-plots', { test_case_id: [1n], metrics: ['x'] }],
      'row 1: "x" at character 1 is not JSON',
    ],
    [
      'endless nesting',
      [cases, { test_case_id: [1n], metrics: [`{"a":${'['.repeat(100_000)}`] }],
      'more than 64 levels',
    ],
    [
      'samples with endless nesting',
      [samples, { test_sample: ['{}'], metrics: [`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`] }],
      '',
    ],
  ])('reports %s', async (_, upload, problem) => {
    const { metrics, problems } = await decode(upload)
    if (problem === '') expect(problems).toEqual([])
    else expect(problems.join()).toContain(problem)
    expect(metrics.testCases).toEqual([])
  })

  test('shows the first problems and counts the others', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `{${index}`)
    const { problems } = await decode([cases, { test_case_id: rows.map(() => 1n), metrics: rows }])
    expect(problems).toHaveLength(4)
    expect(problems.at(-1)).toBe('and 1000 more')
  })

  test('stops at a million metrics, and keeps the earlier ones', async () => {
    const many = `{${Array.from({ length: 1_000_000 }, (_, index) => `"m${index}":${index}`).join()}}`
    const { metrics, problems, excess } = await decode([
      cases,
      { test_case_id: [1n, 2n], metrics: ['{"a":1}', many] },
    ])
    expect({ problems, excess }).toEqual({
      problems: [],
      excess: 'the evaluator uploaded more than 100000 metrics of test cases and the test suite',
    })
    expect(metrics.testCases).toHaveLength(1)
  })

  const listOf = (count: number, value = '1') => `{"a":[${Array(count).fill(value).join()}]}`
  const rows = (count: number, text = '{}') => ({
    test_case_id: Array<bigint>(count).fill(1n),
    metrics: Array<string>(count).fill(text),
  })
  const oneSample = (metrics: string) => ({ test_sample: ['{"locator":"a"}'], metrics: [metrics] })
  const suite = 'upload-test-suite-metrics'
  const plots = 'upload-test-case-plots'
  const thresholded = 'upload-test-sample-thresholded-metrics'
  const manyRows = '10000 rows of metrics of test cases and the test suite'
  test.each<[string, string, [UploadKind, ...Columns[]][]]>([
    ['rows of test cases', manyRows, [[cases, rows(10_001)]]],
    ['rows of the test suite', manyRows, [[suite, { metrics: rows(10_001).metrics }]]],
    [
      'rows of both',
      manyRows,
      [
        [cases, rows(6_000)],
        [suite, { metrics: rows(6_000).metrics }],
      ],
    ],
    ['rows in several batches', manyRows, [[cases, rows(6_000), rows(6_000)]]],
    ['plots', '10000 plots', [[plots, rows(10_001)]]],
    ['values of plots', '500000 values of plots with NaN', [[plots, rows(1, listOf(500_000, 'NaN'))]]],
    ['values of a sample', '100000 metrics of one sample', [[samples, oneSample(listOf(100_000))]]],
    [
      'values of a sample with NaN',
      '100000 metrics of one sample',
      [[samples, oneSample(listOf(100_000, 'NaN'))]],
    ],
    [
      'objects of a sample',
      '100000 metrics of one sample',
      [[samples, oneSample(listOf(60_000, '{"b":1}'))]],
    ],
    [
      'characters in the names of nested metrics',
      '10000000 characters in the names of metrics',
      [
        [
          cases,
          rows(
            1,
            `{"${'n'.repeat(10_000)}":{${Array.from({ length: 1000 }, (_, index) => `"${index}":0`)}}}`,
          ),
        ],
      ],
    ],
    ['values of a threshold', '100000 metrics of one sample', [[thresholded, oneSample(listOf(100_000))]]],
  ])('stops at too many %s', async (_, most, uploads) => {
    const { problems, excess, metrics } = await decode(...uploads)
    expect({ problems, excess }).toEqual({ problems: [], excess: `the evaluator uploaded more than ${most}` })
    expect(metrics.testCases.length + metrics.testSuite.length).toBeLessThanOrEqual(10_000)
    expect(metrics.plots.length).toBeLessThanOrEqual(10_000)
    expect(metrics.samples.flatMap(({ metrics }) => metrics)).toEqual([])
  })

  test('stops at too many groups of samples, in little time', async () => {
    const uploads = new Uploads()
    const batch = await writeFrame(oneSample('{"a":1}'))
    for (let index = 0; index <= 10_000; index++) {
      uploads.addBatch(String(index), batch)
      uploads.accept(samples, String(index), null, `configuration ${index}`)
    }
    const { metrics, excess } = decodeMetrics(uploads, fixture)
    expect(excess).toBe('the evaluator uploaded more than 10000 groups of test sample metrics')
    expect(metrics.samples).toHaveLength(10_000)
  })

  test('accepts as many rows, plots and values of a sample as are allowed', async () => {
    const { problems, excess, metrics } = await decode(
      [cases, rows(10_000)],
      [plots, rows(10_000)],
      [samples, oneSample(listOf(99_998))],
    )
    expect({ problems, excess }).toEqual({ problems: [], excess: undefined })
    expect(metrics.testCases).toHaveLength(10_000)
    expect(metrics.plots).toHaveLength(10_000)
    expect(metrics.samples.flatMap(({ metrics }) => metrics)).toHaveLength(1)
  })

  test('reads ten megabytes of plots', async () => {
    const plot = JSON.stringify({
      title: 'Curve',
      x: Array.from({ length: 100_000 }, (_, index) => index / 7),
    })
    const { metrics, problems } = await decode([
      'upload-test-case-plots',
      { test_case_id: [1n, 1n, 1n, 1n, 1n], metrics: Array(5).fill(plot) },
    ])
    expect(problems).toEqual([])
    expect(metrics.plots.map(({ title }) => title)).toEqual(Array(5).fill('Curve'))
  })

  test('refuses a batch that is not Parquet on arrival', () => {
    const uploads = new Uploads()
    expect(() => uploads.addBatch('1', Buffer.from('{}'))).toThrow('is not a Parquet file')
  })

  test('drops batches that exceed its memory limit, and reports it', async () => {
    const batch = Buffer.alloc(70 * 1024 ** 2)
    ;(await writeFrame({ metrics: ['{}'] })).copy(batch)
    const small = await writeFrame({ metrics: ['{}'] })
    // A footer at the end of a large file.
    const large = Buffer.concat([
      batch,
      small.subarray(small.indexOf('PAR1', 4) - 4 - small.readUInt32LE(small.length - 8)),
    ])
    const { excess } = await decode([cases, large, large])
    expect(excess).toBe('the evaluator uploaded more than 128 MiB of metrics')
  })
})
