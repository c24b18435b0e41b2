import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { SampleSeed } from '../../sandbox/kolena/testing-state.js'
import { pullRequest } from '../../sandbox/runner/events.js'
import type { RunOptions, StepResult } from '../../sandbox/runner.js'
import { writeFrame } from '../../src/platforms/kolena/frames.js'
import { PlatformJob, workflow } from '../support/platform-job.js'

let job: PlatformJob
let workspace: string
beforeAll(async () => {
  job = await PlatformJob.start('evaluate')
  workspace = mkdtempSync(join(tmpdir(), 'evaluator-workspace-'))
})
afterAll(async () => {
  rmSync(workspace, { recursive: true })
  await job.sandbox.close()
})

/** Formatted as the platform's Python code does, which differs from JavaScript. */
const sampleText = (name: string) =>
  `{"data_type": "TEST_SAMPLE/IMAGE", "locator": "s3://bucket/${name}.png", "width": 640.0}`
const seeds = (...names: string[]): SampleSeed[] => names.map((name) => ({ test_sample: sampleText(name) }))

beforeEach(() => {
  const { testing, registrations } = job.sandbox.state
  testing.clear()
  registrations.length = 0
  const evaluator = { name: 'evaluate_keypoint_detection', image: 'registry.example.com/e:1' }
  job.sandbox.state.register('acme', { workflow, ...evaluator, secret: null, aws_assume_role: null })
  testing.addModel('acme', { name: 'net', workflow, tags: ['nightly'] })
  addSuite('faces', ...seeds('a', 'b', 'c'))
})

function addSuite(name: string, ...samples: SampleSeed[]): void {
  job.sandbox.state.testing.addTestSuite('acme', { name, workflow, testCases: [{ name, samples }] })
}

function write(name: string, content: string | Buffer): string {
  writeFileSync(join(workspace, name), content)
  return name
}

const plain = {
  'inference-columns': 'label=prediction.label\nscore=prediction.score',
  'inference-constants': 'prediction.data_type=ANNOTATION/LABEL',
}
/** Inputs for rows in which nothing is renamed or completed. */
const whole = { 'inference-columns': '', 'inference-constants': '' }
const inputs = { models: 'net', 'test-suites': 'faces', ...plain }

/** Returns a CSV with a locator, a label and a score for each name. */
const csv = (...names: string[]) =>
  write(
    'inferences.csv',
    `locator,label,score\n${names.map((name, index) => `s3://bucket/${name}.png,cat,0.${index + 1}\n`).join('')}`,
  )

function run(
  given: Record<string, string | undefined>,
  options: Partial<RunOptions> = {},
): Promise<StepResult> {
  return job.run({ ...inputs, ...given }, { workspace, ...options })
}

const modelId = () => job.sandbox.state.testing.findModel('acme', 'net')?.id ?? 0
const uploads = () => job.sandbox.state.testing.uploads
const evaluations = () => job.sandbox.state.testing.testRuns.map(({ evaluations }) => evaluations)

/** Returns the inference that the platform has for a sample. */
function stored(name: string): unknown {
  const text = job.sandbox.state.testing.inferenceOf(modelId(), sampleText(name))
  return text === undefined ? undefined : JSON.parse(text)
}

const prediction = (score: number) => ({ prediction: { label: 'cat', score, data_type: 'ANNOTATION/LABEL' } })

describe('a file of inferences', () => {
  const rows = [0.1, 0.2, 0.3].map((score, index) => ({ locator: `s3://bucket/${'abc'[index]}.png`, score }))
  const nested = rows.map(({ locator, score }) => ({
    test_sample: { locator },
    inference: prediction(score),
  }))
  const table = (separator: string) =>
    [['locator', 'label', 'score'], ...rows.map(({ locator, score }) => [locator, 'cat', score])]
      .map((cells) => `${cells.join(separator)}\n`)
      .join('')

  test.each<[string, string, () => string | Buffer | Promise<Buffer>, object]>([
    ['CSV', 'i.csv', () => table(','), {}],
    ['TSV', 'i.tsv', () => table('\t'), {}],
    ['JSON Lines', 'i.jsonl', () => nested.map((row) => `${JSON.stringify(row)}\n`).join(''), whole],
    ['JSON', 'i.json', () => JSON.stringify(nested, null, 2), whole],
    [
      'JSON with flat rows',
      'i.json',
      () => JSON.stringify(rows.map((row) => ({ ...row, label: 'cat' }))),
      {},
    ],
    [
      'Parquet with JSON as text',
      'i.parquet',
      () =>
        writeFrame({
          test_sample: nested.map((row) => JSON.stringify(row.test_sample)),
          inference: nested.map((row) => JSON.stringify(row.inference)),
        }),
      whole,
    ],
  ])('in %s is uploaded with the test samples as stored on the platform', async (_, name, content, given) => {
    const result = await run({ inferences: write(name, await content()), ...given })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(result.outputs).toMatchObject({ uploaded: '3', missing: '0' })
    expect(['a', 'b', 'c'].map(stored)).toEqual([0.1, 0.2, 0.3].map(prediction))
    expect(uploads()).toEqual([{ test_run_id: expect.any(Number), reset: false, rows: 3 }])
    expect(evaluations()).toEqual([1])
    expect(result.summary).toContain('3 uploaded')
  })

  test('is uploaded to the storage, without the token, before the evaluation is triggered', async () => {
    const requests = await job.requestsOf(() => run({ inferences: csv('a', 'b', 'c') }))
    expect(
      requests.map((request) => request.replaceAll(/[0-9a-f-]{36}/g, 'ID').replace(/\?.*(?= \d+$)/, '')),
    ).toEqual([
      'PUT token/login 200',
      'PUT generic/model/load 200',
      'PUT generic/test-suite/load 200',
      'GET generic/workflow/evaluator/Keypoint%20Detection 200',
      'PUT generic/test-run/create-or-retrieve 200',
      'PUT generic/test-run/load-remaining-test-samples 200',
      'GET batched-load/download/by-path/ID/0.parquet 200',
      'PUT batched-load/download/complete 200',
      'PUT batched-load/upload/init 200',
      'GET batched-load/upload/signed-url/ID 200',
      // The sandbox refuses an upload with a token.
      'PUT /storage/ID/ID 200',
      'PUT generic/test-run/upload-inferences 200',
      'PUT generic/test-run/evaluate 200',
    ])
  })

  test('uploads only the missing inferences the second time', async () => {
    await run({ inferences: csv('a', 'b'), 'missing-inferences': 'allow' })
    const second = await run({ inferences: csv('a', 'b', 'c') })
    expect(second.outputs).toMatchObject({ uploaded: '1', missing: '0' })
    expect(stored('c')).toEqual(prediction(0.3))
    const third = await run({ inferences: csv('a', 'b', 'c') })
    expect(third).toMatchObject({ exitCode: 0, outputs: { uploaded: '0', missing: '0' } })
    expect(uploads().map(({ rows }) => rows)).toEqual([2, 1])
    expect(evaluations()).toEqual([3])
  })

  test('replaces inferences only with reset-inferences', async () => {
    job.sandbox.state.testing.addInference(modelId(), sampleText('a'), '{"old": true}')
    await run({ inferences: csv('a', 'b', 'c') })
    expect(stored('a')).toEqual({ old: true })
    const result = await run({ inferences: csv('a', 'b', 'c'), 'reset-inferences': 'true' })
    expect(result.outputs).toMatchObject({ uploaded: '3', missing: '0' })
    expect(stored('a')).toEqual(prediction(0.1))
    expect(uploads().map(({ rows, reset }) => [rows, reset])).toEqual([
      [2, false],
      [3, true],
    ])
  })

  test('is split into one upload per test suite, and a shared sample is uploaded once', async () => {
    addSuite('more', ...seeds('c', 'd'))
    const result = await run({ inferences: csv('a', 'b', 'c', 'd'), 'test-suites': 'faces\nmore' })
    expect(result.outputs).toMatchObject({ uploaded: '4', missing: '0' })
    expect(uploads().map(({ rows }) => rows)).toEqual([3, 1])
    expect(evaluations()).toEqual([1, 1])
  })

  test('with many rows is uploaded in several batches', async () => {
    const names = Array.from({ length: 10_001 }, (_, index) => `n${index}`)
    addSuite('many', ...seeds(...names))
    const requests = await job.requestsOf(async () => {
      const result = await run({ inferences: csv(...names), 'test-suites': 'many' })
      expect(result.outputs.uploaded).toBe('10001')
    })
    expect(requests.filter((request) => request.includes('/storage/'))).toHaveLength(2)
    expect(uploads().map(({ rows }) => rows)).toEqual([10_001])
  })

  test.each<[string, SampleSeed[], string, string]>([
    [
      'a field of the platform',
      [{ test_sample: { text: 'hello', data_type: 'TEST_SAMPLE/TEXT' } }],
      'text,answer\nhello,hi\n',
      '{"answer":"hi"}',
    ],
    [
      'all fields of the test sample',
      [1, 2].map((start) => ({ test_sample: { locator: 'https://b/v.mp4', start } })),
      'test_sample.locator,test_sample.start,answer\nhttps://b/v.mp4,2,hi\nhttps://b/v.mp4,1,ho\n',
      '{"answer":"ho"}',
    ],
    [
      'the parts of a composite sample',
      [{ test_sample: { left: { locator: 'l', data_type: 'TEST_SAMPLE/IMAGE' }, right: { locator: 'r' } } }],
      'test_sample.left.locator,test_sample.right.locator,answer\nl,r,hi\n',
      '{"answer":"hi"}',
    ],
  ])('identifies the test samples by %s', async (_, samples, content, inference) => {
    addSuite('other', ...samples)
    const given = { 'test-suites': 'other', ...whole }
    const result = await run({ ...given, inferences: write('i.csv', content) })
    expect(result).toMatchObject({ exitCode: 0, annotations: [], outputs: { missing: '0' } })
    const [first] = samples
    expect(job.sandbox.state.testing.inferenceOf(modelId(), JSON.stringify(first?.test_sample))).toBe(
      inference,
    )
  })
})

describe('a file with bad rows', () => {
  test('uploads nothing and reports the first problems with line and field', async () => {
    const good = Array.from({ length: 3 }, (_, index) => `s3://bucket/${'abc'[index]}.png,cat,0.5`)
    const bad = Array.from({ length: 25 }, (_, index) => `s3://bucket/x${index}.png,cat,inf`)
    const content = ['locator,label,score', ...good, ...bad, 's3://bucket/a.png,dog,1', ''].join('\n')
    const requests = await job.requestsOf(async () => {
      const result = await run({ inferences: write('i.csv', content) })
      expect(result).toMatchObject({ exitCode: 1, annotations: [{ line: 5 }] })
      const [head, ...lines] = result.annotations[0]?.message.split('\n') ?? []
      expect(head).toContain('i.csv has 26 rows that cannot be used. Nothing was sent or changed.')
      expect(lines).toHaveLength(21)
      expect(lines[0]).toBe('- line 5: score "inf" is not a number that JSON has')
      expect(lines[20]).toBe('- and 6 more rows')
    })
    expect(requests.join()).not.toMatch(/upload|evaluate /)
  })

  test.each<[string, string, string, RegExp]>([
    [
      'a test sample twice',
      'i.csv',
      'locator,x\na,1\na,2\n',
      /line 3: locator "a" appears twice, first on line 2/,
    ],
    ['an empty locator', 'i.csv', 'locator,x\n,1\n', /line 2: locator is empty/],
    ['no inference in JSON', 'i.jsonl', '{"test_sample":{"locator":"a"}}\n', /line 1: inference is missing/],
    ['no test sample in JSON', 'i.jsonl', '{"inference":{"a":1}}\n', /line 1: test_sample is missing/],
    [
      'fields that differ from the first row',
      'i.jsonl',
      '{"test_sample":{"locator":"a"},"inference":{}}\n{"test_sample":{"id":1},"inference":{}}\n',
      /line 2: test_sample has the field "id"/,
    ],
    [
      'no column that identifies a test sample',
      'i.csv',
      'image,x\na,1\n',
      /i\.csv has no column that says which test sample.*fields locator, width.*image=test_sample\.locator/,
    ],
    ['no column for the inference', 'i.csv', 'locator\na\n', /line 1: there is no column for the inference/],
    [
      'two columns for the same field',
      'i.csv',
      'locator,p,p.x\na,1,2\n',
      /the columns "p" and "p\.x" are both for/,
    ],
    ['no rows', 'i.csv', 'locator,x\n', /i\.csv has no rows/],
  ])('that has %s reports it', async (_, name, content, message) => {
    const given = whole
    const result = await run({ ...given, inferences: write(name, content) })
    expect(result.exitCode).toBe(1)
    expect(result.annotations[0]?.message).toMatch(message)
    expect([uploads(), evaluations()]).toEqual([[], []])
  })

  test('suggests the right name for a renamed column that does not exist', async () => {
    const result = await run({
      inferences: write('i.csv', 'locator,label,scores\ns3://bucket/a.png,cat,1\n'),
    })
    expect(result.annotations[0]?.message).toContain('has no column "score"; did you mean scores?')
  })
})

describe('rows without a matching test sample', () => {
  test('are refused with their line numbers', async () => {
    const result = await run({ inferences: csv('a', 'x', 'b', 'c', 'y') })
    expect(result).toMatchObject({ exitCode: 1, annotations: [{ line: 3 }], outputs: { uploaded: '' } })
    const [head, ...lines] = result.annotations[0]?.message.split('\n') ?? []
    expect(head).toContain(
      '2 of 5 inferences in inferences.csv belong to no test sample in faces@1. Nothing was uploaded or triggered.',
    )
    expect(lines).toEqual(['- line 3: s3://bucket/x.png', '- line 6: s3://bucket/y.png'])
    expect([uploads(), evaluations()]).toEqual([[], [0]])
  })

  test('are left out with skip, with a warning', async () => {
    const result = await run({ inferences: csv('a', 'x', 'b', 'c'), 'unknown-samples': 'skip' })
    expect(result).toMatchObject({ exitCode: 0, outputs: { uploaded: '3', missing: '0' } })
    expect(result.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('line 3') },
    ])
  })

  test('are refused even with skip when no row is left, and the error lists the fields of the test samples', async () => {
    const result = await run({ inferences: csv('x', 'y'), 'unknown-samples': 'skip' })
    expect(result.exitCode).toBe(1)
    expect(result.annotations[0]?.message).toContain(
      'The rows name their test samples by locator; the test samples have the fields locator, width.',
    )
  })

  test('do not include rows whose test sample already has an inference', async () => {
    job.sandbox.state.testing.addInference(modelId(), sampleText('b'), '{}')
    const result = await run({ inferences: csv('a', 'b', 'c') })
    expect(result).toMatchObject({ exitCode: 0, outputs: { uploaded: '2' } })
  })
})

describe('test samples without an inference', () => {
  const message =
    '2 test samples have no inference\n- net on faces@1: 2 (s3://bucket/b.png, s3://bucket/c.png)'

  test.each([
    ['in an incomplete file', () => ({ inferences: csv('a') })],
    ['without a file', () => whole],
  ])('fail the step before anything is uploaded or triggered: %s', async (_, given) => {
    const { inferences } = given() as { inferences?: string }
    if (!inferences) job.sandbox.state.testing.addInference(modelId(), sampleText('a'), '{}')
    const result = await run(given())
    expect(result).toMatchObject({ exitCode: 1, outputs: { missing: '2', 'test-runs': '' } })
    expect(result.annotations[0]?.message).toContain(message)
    expect(result.annotations[0]?.message).toContain('set missing-inferences to warn or allow')
    expect([uploads(), evaluations()]).toEqual([[], [0]])
    expect(result.summary).toContain('s3://bucket/b.png')
  })

  test.each([
    ['warn', [{ level: 'warning', message }]],
    ['allow', []],
  ])('do not stop the upload and the evaluation with %s', async (mode, annotations) => {
    const result = await run({ inferences: csv('a'), 'missing-inferences': mode })
    expect(result).toMatchObject({ exitCode: 0, annotations, outputs: { uploaded: '1', missing: '2' } })
    expect(evaluations()).toEqual([1])
  })

  test('are not searched for with allow and no file', async () => {
    const given = { ...whole, 'missing-inferences': 'allow' }
    const requests = await job.requestsOf(async () => {
      expect((await run(given)).outputs).toMatchObject({ uploaded: '', missing: '' })
    })
    expect(requests.join()).not.toContain('load-remaining')
    expect(evaluations()).toEqual([1])
  })
})

describe('an upload whose answer is lost', () => {
  const upload = (request: string) => request.endsWith('/upload-inferences')

  test.each(['false', 'true'])('is not sent again if it arrived, with reset-inferences %s', async (reset) => {
    job.sandbox.state.testing.addInference(modelId(), sampleText('a'), '{"old": true}')
    const broken = await job.runBroken(
      (request, count) => (upload(request) && count === 1 ? 'lost' : undefined),
      { ...inputs, inferences: csv('a', 'b', 'c'), 'reset-inferences': reset },
      { workspace },
    )
    expect(broken).toMatchObject({ exitCode: 0, annotations: [] })
    expect(uploads()).toMatchObject([{ rows: reset === 'true' ? 3 : 2 }])
    expect(broken.log).toContain('only the answer was lost')
    expect(evaluations()).toEqual([1])
  })

  test.each(['false', 'true'])(
    'is sent again if it did not arrive, with reset-inferences %s',
    async (reset) => {
      job.sandbox.state.testing.addInference(modelId(), sampleText('a'), '{"old": true}')
      const broken = await job.runBroken(
        (request, count) => (upload(request) && count === 1 ? 'reset' : undefined),
        { ...inputs, inferences: csv('a', 'b', 'c'), 'reset-inferences': reset },
        { workspace },
      )
      expect(broken).toMatchObject({ exitCode: 0, annotations: [] })
      expect(uploads()).toMatchObject([{ rows: reset === 'true' ? 3 : 2 }])
      expect(stored('a')).toEqual(reset === 'true' ? prediction(0.1) : { old: true })
    },
  )

  test('fails with the finished part when it cannot be repeated', async () => {
    addSuite('more', ...seeds('d'))
    const broken = await job.runBroken(
      (request, count) => (upload(request) && count >= 2 ? 422 : undefined),
      { ...inputs, inferences: csv('a', 'b', 'c', 'd'), 'test-suites': 'faces\nmore' },
      { workspace },
    )
    expect(broken).toMatchObject({ exitCode: 1, outputs: { uploaded: '3' } })
    expect(broken.annotations[0]?.message).toContain(
      'Done already: 3 inferences for net on faces@1 were uploaded.',
    )
    expect(evaluations()).toEqual([0, 0])
  })
})

describe('a dry run', () => {
  const event = pullRequest({ fork: 'octocat/evaluators' })

  test('compares everything and changes nothing on the platform', async () => {
    job.sandbox.state.testing.addInference(modelId(), sampleText('b'), '{}')
    const requests = await job.requestsOf(async () => {
      const result = await run({ inferences: csv('a', 'b', 'c') }, { event })
      expect(result).toMatchObject({ exitCode: 0, annotations: [], outputs: { uploaded: '2', missing: '0' } })
      expect(result.summary).toContain('2 would be uploaded')
    })
    expect(requests.join()).not.toMatch(/upload|evaluate |create-or-retrieve/)
    expect([uploads(), evaluations()]).toEqual([[], []])
  })

  test('compares the file for a model that does not exist yet', async () => {
    const result = await run({ inferences: csv('a', 'b', 'x'), models: 'next' }, { event })
    expect(result).toMatchObject({ exitCode: 1, annotations: [{ level: 'warning' }, { line: 4 }] })
  })

  test('fails if the file lacks inferences, and warns if the platform lacks them', async () => {
    expect(await run({ inferences: csv('a') }, { event })).toMatchObject({
      exitCode: 1,
      outputs: { missing: '2' },
    })
    const given = whole
    const result = await run(given, { event })
    expect(result).toMatchObject({
      exitCode: 0,
      annotations: [{ level: 'warning' }],
      outputs: { missing: '3' },
    })
  })

  test('without a token reads the file', async () => {
    const requests = await job.requestsOf(async () => {
      const good = await run({ inferences: csv('a', 'x'), 'api-token': undefined }, { event })
      expect(good).toMatchObject({ exitCode: 0, outputs: { uploaded: '', missing: '' } })
      expect(await run({ inferences: csv('a', 'a'), 'api-token': undefined }, { event })).toMatchObject({
        exitCode: 1,
      })
    })
    expect(requests).toEqual([])
  })
})

test('reports all invalid inference inputs at once', async () => {
  const result = await run({
    models: 'net\nother',
    inferences: 'none.csv',
    'inference-columns': 'label=a..b\nlabel=x\nscore',
    'inference-constants': 'test_sample.x=1',
    'unknown-samples': 'ignore',
  })
  const lines = result.annotations[0]?.message.split('\n') ?? []
  for (const part of [
    'inference-columns',
    'inference-constants',
    'unknown-samples "ignore"',
    'inferences "none.csv": there is no such file',
    'models: names several models',
  ])
    expect(lines).toContainEqual(expect.stringContaining(part))
  const without = await run({ 'reset-inferences': 'true' })
  expect(without.annotations[0]?.message.match(/without inferences/g)).toHaveLength(3)
})

test('refuses a file for model-tags that match several models', async () => {
  job.sandbox.state.testing.addModel('acme', { name: 'second', workflow, tags: ['nightly'] })
  const result = await run({ models: undefined, 'model-tags': 'nightly', inferences: csv('a', 'b', 'c') })
  expect(result.annotations[0]?.message).toContain('2 models have the tags of model-tags')
  expect(uploads()).toEqual([])
})
