import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../../../sandbox/index.js'
import type { SampleRow } from '../../../../src/platforms/kolena/batched-load.js'
import { type KolenaSession, logIn } from '../../../../src/platforms/kolena/client.js'
import { readFrame, writeFrame } from '../../../../src/platforms/kolena/frames.js'

const workflow = 'Keypoint Detection'
const token = 'token-of-the-test'
let sandbox: Sandbox
let session: KolenaSession
beforeAll(async () => {
  sandbox = await startSandbox({ organizations: [{ name: 'acme', tokens: [token] }] })
  session = await logIn(new URL(sandbox.url), token, new AbortController().signal)
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.state.testing.clear())

/** As Python writes them: with spaces, and with a number that JSON does not have. */
const samples = ['a', 'b', 'c'].map(
  (name) => `{"locator": "s3://bucket/${name}.png", "score": NaN, "top": 1.0}`,
)
const [a = '', b = '', c = ''] = samples

async function openTestRun(
  seeds: readonly string[] = samples,
): Promise<{ run: number; model: number; suite: number }> {
  const { testing } = sandbox.state
  testing.addModel('acme', { name: 'm', workflow })
  const testCases = [{ name: 'all', samples: seeds.map((test_sample) => ({ test_sample })) }]
  const suite = testing.addTestSuite('acme', { name: 's', workflow, testCases })
  const model = testing.findModel('acme', 'm')?.id ?? 0
  return { run: await session.openTestRun(model, suite.id), model, suite: suite.id }
}

async function textsOf(batches: AsyncIterable<SampleRow[]>): Promise<(string | null | undefined)[]> {
  const texts: (string | null | undefined)[] = []
  for await (const batch of batches) texts.push(...batch.map(({ test_sample }) => test_sample))
  return texts
}

describe('a download', () => {
  test('returns the test samples as the platform wrote them', async () => {
    const { run, suite } = await openTestRun()
    expect(await textsOf(session.testSamplesOf(run, { all: false }))).toEqual(samples)
    expect(await textsOf(session.testSamplesOfSuite(suite))).toEqual(samples)
  })

  test('without samples has no batch', async () => {
    const { run } = await openTestRun([])
    expect(await textsOf(session.testSamplesOf(run, { all: true }))).toEqual([])
  })

  test('returns several batches, and tells the platform once they are read', async () => {
    const many = Array.from({ length: 20_001 }, (_, index) => `{"locator": "${index}"}`)
    const { run } = await openTestRun(many)
    const before = sandbox.requests.length
    const sizes: number[] = []
    for await (const batch of session.testSamplesOf(run, { all: false })) sizes.push(batch.length)
    expect(sizes).toEqual([20_000, 1])
    expect(sandbox.requests.slice(before).map(({ path }) => path.split('/').slice(2, 5).join('/'))).toEqual([
      'generic/test-run/load-remaining-test-samples',
      'batched-load/download/by-path',
      'batched-load/download/by-path',
      'batched-load/download/complete',
    ])
  })

  test('follows the platform’s redirect to the storage without the token', async () => {
    sandbox.state.testing.redirectsDownloads = true
    const { run } = await openTestRun()
    expect(await textsOf(session.testSamplesOf(run, { all: false }))).toEqual(samples)
    expect(sandbox.requests.some(({ path }) => path.startsWith('/storage/'))).toBe(true)
  })
})

describe('an upload', () => {
  const frame = (...rows: [string, string][]) =>
    writeFrame({
      test_sample: rows.map(([sample]) => sample),
      inference: rows.map(([, inference]) => inference),
    })

  test('of several batches creates all inferences at once', async () => {
    const { run, model } = await openTestRun()
    const batches = [await frame([a, '{"x": 1}'], [b, '{"x": 2}'])]
    const id = await session.uploadBatches([...batches, await frame([c, '{"x": 3}'])])
    expect(await textsOf(session.testSamplesOf(run, { all: false }))).toHaveLength(3)
    await session.uploadInferences(id, run, false)
    expect(await textsOf(session.testSamplesOf(run, { all: false }))).toEqual([])
    expect(await textsOf(session.testSamplesOf(run, { all: true }))).toEqual(samples)
    const caseId = sandbox.state.testing.testSuites[0]?.testCases[0]?.id ?? 0
    for (const loaded of [session.inferencesOf(run), session.inferencesOfModel(model, caseId)]) {
      for await (const batch of loaded)
        expect(batch.map(({ inference }) => inference)).toEqual(['{"x": 1}', '{"x": 2}', '{"x": 3}'])
    }
  })

  test.each([
    [false, '{"x": 1}'],
    [true, '{"x": 2}'],
  ])('with reset %s leaves %s of an inference and its replacement', async (reset, kept) => {
    const { run, model } = await openTestRun()
    sandbox.state.testing.addInference(model, a, '{"x": 1}')
    await session.uploadInferences(await session.uploadBatches([await frame([a, '{"x": 2}'])]), run, reset)
    expect(sandbox.state.testing.inferenceOf(model, a)).toBe(kept)
  })
})

describe('a data frame', () => {
  test('is read as it was written, column by column', async () => {
    const bytes = await writeFrame({ test_sample: [a, 'ü\u0000'], test_case_id: [1n, 2n] })
    expect(await readFrame(bytes, ['test_sample', 'inference'])).toEqual([
      { test_sample: a },
      { test_sample: 'ü\u0000' },
    ])
  })

  test('matches its columns regardless of case', async () => {
    const bytes = await writeFrame({ TEST_SAMPLE: [a] })
    expect(await readFrame(bytes, ['test_sample'])).toEqual([{ test_sample: a }])
  })
})
