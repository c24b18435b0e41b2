import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { parquetReadObjects } from 'hyparquet'
import { type Sandbox, startSandbox } from '../../../../../sandbox/index.js'
import type { SampleSeed } from '../../../../../sandbox/kolena/testing-state.js'
import { type KolenaSession, logIn } from '../../../../../src/platforms/kolena/client.js'
import type { Batch } from '../../../../../src/platforms/kolena/contract/batches.js'
import { recordFixture } from '../../../../../src/platforms/kolena/contract/record.js'
import {
  describeCount,
  type Recording,
  type RecordingInput,
} from '../../../../../src/platforms/kolena/contract/recording.js'
import { readFrame } from '../../../../../src/platforms/kolena/frames.js'

const workflow = 'Keypoint Detection'
const token = 'token-of-the-test'
let sandbox: Sandbox
let session: KolenaSession
let directory: string
beforeAll(async () => {
  sandbox = await startSandbox({ organizations: [{ name: 'acme', tokens: [token] }] })
  session = await logIn(new URL(sandbox.url), token, new AbortController().signal)
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.state.testing.clear()
  directory = mkdtempSync(join(tmpdir(), 'record-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const input: RecordingInput = {
  workflow,
  model: 'm',
  suite: { name: 's', version: null },
  limit: 10_000,
  metadata: true,
  inputs: { model: 'fixture-model', suite: 'fixture-test-suite' },
}

/** As Python writes it: with spaces, digits that JSON.parse loses, and numbers that JSON does not have. */
const seedOf = (name: string): SampleSeed => ({
  test_sample: `{"locator": "s3://b/${name}.png", "data_type": "TEST_SAMPLE/IMAGE"}`,
  metadata: `{"frame": 12345678901234567890, "of": "${name}", "blur": NaN}`,
  ground_truth: '{"box": [1.0, 2.50]}',
})
const inferenceOf = (name: string) => `{"score": 0.10, "of": "${name}"}`

/** Adds a test suite with the named samples in each test case, and an inference for each. */
function addSuite(testCases: Record<string, readonly string[]>, without: readonly string[] = []) {
  const { testing } = sandbox.state
  const model = testing.addModel('acme', { name: 'm', workflow })
  const cases = Object.entries(testCases).map(([name, samples]) => ({ name, samples: samples.map(seedOf) }))
  testing.addTestSuite('acme', { name: 's', workflow, testCases: cases })
  for (const name of new Set(Object.values(testCases).flat()))
    if (!without.includes(name))
      testing.addInference(model?.id ?? 0, String(seedOf(name).test_sample), inferenceOf(name))
}

const columns = ['test_sample', 'test_sample_metadata', 'ground_truth', 'inference'] as const

async function rowsOf(batches: readonly Batch[]) {
  const frames = await Promise.all(batches.map(async (batch) => readFrame(await batch.labeled(), columns)))
  return frames.flat()
}

async function namesOf(batches: readonly Batch[]): Promise<(string | undefined)[]> {
  return (await rowsOf(batches)).map(({ test_sample }) => /\/(\w+)\.png/.exec(test_sample ?? '')?.[1])
}

describe('a recording', () => {
  test('has the samples, metadata, ground truths and inferences of every test case, character by character', async () => {
    addSuite({ day: ['a', 'b'], 'night <b>': ['c'] })
    const recording = await recordFixture(session, input, directory)
    expect(recording.test_cases).toEqual([{ name: 'day' }, { name: 'night <b>' }])
    const row = (name: string) => ({
      test_sample: seedOf(name).test_sample,
      test_sample_metadata: seedOf(name).metadata,
      ground_truth: seedOf(name).ground_truth,
      inference: inferenceOf(name),
    })
    expect(await rowsOf(recording.batches[0] ?? [])).toEqual([row('a'), row('b')])
    expect(await rowsOf(recording.batches[1] ?? [])).toEqual([row('c')])
    expect(recording).toMatchObject({
      count: 3,
      available: 3,
      source: 'the inferences of "m" on version 1 of "s"',
    })
    const file = await recording.batches[1]?.[0]?.unlabeled(2)
    expect(await parquetReadObjects({ file: new Uint8Array(file ?? []).buffer })).toEqual([
      {
        test_case_id: 2n,
        test_sample: row('c').test_sample,
        test_sample_metadata: row('c').test_sample_metadata,
      },
    ])
  })

  test('sends only requests that read, and creates no test run', async () => {
    addSuite({ day: ['a', 'b'], night: ['c'] })
    const [before, { testing }] = [sandbox.requests.length, sandbox.state]
    await recordFixture(session, input, directory)
    const sent = sandbox.requests.slice(before).map(({ method, path }) => `${method} ${path}`)
    const perTestCase = [
      'PUT /v1/generic/model/load-inferences',
      expect.stringMatching(/^GET \/v1\/batched-load\/download\/by-path\/[0-9a-f-]{36}\/0\.parquet$/),
      'PUT /v1/batched-load/download/complete',
    ]
    expect(sent).toEqual([
      'PUT /v1/generic/model/load',
      'PUT /v1/generic/test-suite/load',
      ...perTestCase,
      ...perTestCase,
    ])
    expect([testing.testRuns, testing.uploads, testing.models.length, testing.testSuites.length]).toEqual([
      [],
      [],
      1,
      1,
    ])
  })

  test('lists a sample of several test cases in each of them, and once among all samples', async () => {
    addSuite({ all: ['a', 'b', 'c'], some: ['b'], more: ['c', 'd'] })
    const { batches, distinct, count } = await recordFixture(session, input, directory)
    expect(await Promise.all(batches.map(namesOf))).toEqual([['a', 'b', 'c'], ['b'], ['c', 'd']])
    expect(await namesOf(distinct)).toEqual(['a', 'b', 'c', 'd'])
    expect(count).toBe(6)
  })

  test('leaves out samples without an inference, and metadata if it is not wanted', async () => {
    addSuite({ day: ['a', 'b'], night: ['c'] }, ['b', 'c'])
    const { batches, count } = await recordFixture(session, { ...input, metadata: false }, directory)
    expect(await Promise.all(batches.map(namesOf))).toEqual([['a'], []])
    expect(await rowsOf(batches[0] ?? [])).toMatchObject([{ test_sample_metadata: '{}' }])
    expect(count).toBe(1)
  })

  test('shares the limit between test cases, and passes on what one does not need', async () => {
    const many = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`)
    addSuite({ small: ['s'], large: many('l', 9), medium: many('m', 5) })
    const recording = await recordFixture(session, { ...input, limit: 9 }, directory)
    const lengths = await Promise.all(recording.batches.map(async (some) => (await namesOf(some)).length))
    expect(lengths).toEqual([1, 4, 4])
    expect(recording).toMatchObject({ count: 9, available: 15, approximate: false })
    expect(describeCount(recording)).toBe('9 of 15 samples')
  })

  test('estimates how many samples are in batches that it does not download', async () => {
    addSuite({ all: Array.from({ length: 4_001 }, (_, n) => `n${n}`) })
    const before = sandbox.requests.length
    const recording = await recordFixture(session, { ...input, limit: 3 }, directory)
    const batches = sandbox.requests.slice(before).filter(({ path }) => path.includes('by-path'))
    expect(batches).toHaveLength(1)
    expect(describeCount(recording)).toBe('3 of about 6,000 samples')
    const all = await recordFixture(session, input, directory)
    expect(describeCount(all)).toBe('4,001 samples')
    expect((all.batches[0] ?? []).length).toBe(3)
  })
})

describe('a recording is refused', () => {
  const refused = async (changes: Partial<RecordingInput>): Promise<string> =>
    await recordFixture(session, { ...input, ...changes }, directory).then(
      (recording: Recording) => `recorded ${recording.count}`,
      ({ message }: Error) => message,
    )

  test.each<[string, Partial<RecordingInput>, string]>([
    ['a model that does not exist', { model: 'x' }, 'There is no model "x": check fixture-model'],
    [
      'a version that does not exist',
      { suite: { name: 's', version: 7 } },
      'There is no version 7 of a test suite "s": check fixture-test-suite.',
    ],
    [
      'a model of another workflow',
      { workflow: 'Other' },
      'The model "m" belongs to the workflow "Keypoint Detection", not to "Other".',
    ],
  ])('for %s', async (_, changes, message) => {
    addSuite({ day: ['a'] })
    expect(await refused(changes)).toContain(message)
    expect(readdirSync(directory)).toEqual([])
  })

  test('without any inference', async () => {
    addSuite({ day: ['a'] }, ['a'])
    expect(await refused({})).toContain('The model "m" has no inferences on the test suite "s@1"')
  })

  test.each([
    ['[1]', 'row 1 of the column ground_truth is not an object'],
    ['{"box": ', 'row 1 of the column ground_truth is not JSON'],
  ])('if the platform sends %s as a ground truth', async (ground_truth, message) => {
    addSuite({ day: ['a'] })
    const [suite] = sandbox.state.testing.testSuites
    for (const one of suite?.testCases[0]?.samples ?? []) one.groundTruth = ground_truth
    expect(await refused({})).toContain(message)
  })
})
