import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { describeMissing, missingIn } from '../../../../src/actions/evaluate/coverage.js'
import { type Inferences, readInferences } from '../../../../src/actions/evaluate/inference-file.js'
import { type Match, Matching } from '../../../../src/actions/evaluate/matching.js'
import { evaluateOutputs } from '../../../../src/actions/evaluate/outputs.js'
import { readFrame } from '../../../../src/platforms/kolena/frames.js'

let directory: string
const opened: Inferences[] = []
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'matching-'))
})
afterEach(() => {
  for (const { store } of opened.splice(0)) store.close()
  rmSync(directory, { recursive: true })
})

const input = { columns: new Map(), constants: [], skipUnknown: false, reset: false }

/** Reads the inferences of a file, for test samples with these fields on the platform. */
async function read(content: string, sampleFields?: string[], name = 'i.csv'): Promise<Inferences> {
  const file = join(directory, name)
  writeFileSync(file, content)
  const inferences = await readInferences({ ...input, file }, directory, async () => sampleFields)
  opened.push(inferences)
  return inferences
}

const sample = (name: string) => `{"locator": "${name}", "size": 1.0}`

/** Returns the test samples in batches, like a download. */
const batches = (...names: string[][]) =>
  async function* () {
    for (const batch of names) yield batch.map((name) => ({ test_sample: sample(name) }))
  }

async function uploaded({ batches }: Match): Promise<(string | null | undefined)[][]> {
  const rows = await Promise.all(
    batches.map((path) => readFrame(readFileSync(path), ['test_sample', 'inference'])),
  )
  return rows.flat().map(({ test_sample, inference }) => [test_sample, inference])
}

describe('matching', () => {
  test('pairs the text of each test sample with its inference, and counts missing inferences', async () => {
    const inferences = await read('locator,x\nb,1\na,2\nz,3\n')
    const matching = new Matching(directory, inferences, false)
    const match = await matching.match({ lacking: batches(['a', 'b'], ['c']), all: batches() }, false)
    expect(await uploaded(match)).toEqual([
      [sample('a'), '{"x":2}'],
      [sample('b'), '{"x":1}'],
    ])
    expect(match).toMatchObject({ count: 2, missing: 1, firstMissing: ['c'] })
    expect(inferences.store.unmatchedCount).toBe(1)
    expect(matching.sampleFields).toEqual(['locator', 'size'])
  })

  test('assigns a test sample of several test suites to the first one', async () => {
    const matching = new Matching(directory, await read('locator,x\na,1\nb,2\n'), true)
    const first = await matching.match({ lacking: batches(['a']), all: batches() }, false)
    const second = await matching.match({ lacking: batches(['a', 'b']), all: batches() }, false)
    expect([first.count, second.count]).toEqual([1, 1])
    expect([first.missing, second.missing]).toEqual([0, 0])
  })

  test('leaves out test samples with an inference, and counts a test sample of two test cases once', async () => {
    const matching = new Matching(directory, await read('locator,x\na,1\nb,2\n'), false)
    const source = { lacking: batches(['a', 'b', 'b', 'c', 'c']), having: batches(['a']), all: batches() }
    expect(await matching.match(source, false)).toMatchObject({ count: 1, missing: 1 })
  })

  test('uses all test samples with reset, and counts only those without an inference as missing', async () => {
    const matching = new Matching(directory, await read('locator,x\na,1\nb,2\n'), false)
    const source = { lacking: batches(['b', 'd']), all: batches(['a', 'b', 'c', 'd']) }
    expect(await matching.match(source, true)).toMatchObject({ count: 2, missing: 1, firstMissing: ['d'] })
  })

  test('recognizes an inference for a test sample that has one already', async () => {
    const inferences = await read('locator,x\na,1\nb,2\n')
    const matching = new Matching(directory, inferences, false)
    await matching.markKnown({ lacking: batches(), all: batches(['a']) })
    expect([...inferences.store.unmatched()]).toEqual([{ line: 3, key: '["b"]' }])
  })

  test('counts test samples without an inference if there is no file', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `n${index}`)
    const match = await new Matching(directory, undefined, true).match(
      { lacking: batches(names), all: batches() },
      false,
    )
    expect(match).toMatchObject({ batches: [], count: 0, missing: 30 })
    expect(match.firstMissing).toEqual(names.slice(0, 20))
  })

  test('also splits uploads by size', async () => {
    const large = 'x'.repeat(3 * 1024 * 1024)
    const rows = ['a', 'b', 'c', 'd'].map((name) => `${name},${large}\n`).join('')
    const matching = new Matching(directory, await read(`locator,x\n${rows}`), false)
    const match = await matching.match({ lacking: batches(['a', 'b', 'c', 'd']), all: batches() }, false)
    expect([match.batches.length, match.count]).toEqual([2, 4])
  })
})

describe('a file identifies its test samples', () => {
  test('by locator, without asking the platform', async () => {
    expect((await read('locator,text\na,b\n')).fields).toEqual(['locator'])
  })

  test('by the columns with the names of fields of the test samples', async () => {
    expect((await read('text,answer\na,b\n', ['text', 'lang'])).fields).toEqual(['text'])
  })

  test('by columns of test_sample, where a bare column belongs to the inference', async () => {
    const { fields, store } = await read('test_sample.id,locator\n1,b\n', ['id', 'locator'])
    expect(fields).toEqual(['id'])
    expect(store.inferenceAt(store.match('["1"]') ?? 9).toString()).toBe('{"locator":"b"}')
  })

  test.each([
    [['id'], /which test sample a row is for; the test samples have the fields id\. Name/],
    [[], /which test sample a row is for\. Name/],
  ])('by no unknown column if the test samples have the fields %j', async (known, message) => {
    await expect(read('image,x\na,1\n', known)).rejects.toThrow(message)
  })

  test('by the first column if the fields of the test samples are unknown', async () => {
    expect((await read('image,x\na,1\n')).fields).toEqual(['image'])
  })
})

describe('the message about missing inferences', () => {
  const suite = { id: 2, name: 's', version: 3, test_cases: [], workflow: 'W' }
  const model = { id: 1, name: 'm', metadata: {}, tags: [], workflow: 'W' }
  const match = (missing: number, firstMissing: string[] = []): Match => ({
    batches: [],
    count: 0,
    missing,
    firstMissing,
  })

  test('lists each evaluation', () => {
    const matches = [
      { ...match(1, ['a']), subject: { model, suite } },
      { ...match(0), subject: { suite } },
      {
        ...match(
          30,
          Array.from({ length: 20 }, () => 'x'.repeat(200)),
        ),
        subject: { suite },
      },
    ]
    const [head, first, second] = describeMissing(matches)?.split('\n') ?? []
    expect(head).toBe('31 test samples have no inference')
    expect(first).toBe('- m on s@3: 1 (a)')
    expect(second).toMatch(/^- s@3: 30 \(x{99}…(, x{99}…){9}, …\)$/)
    expect(missingIn(matches)).toBe(31)
  })

  test('is undefined if every test sample has an inference', () => {
    expect(describeMissing([{ ...match(0), subject: { suite } }])).toBeUndefined()
  })
})

test.each([
  [{}, '', ''],
  [{ missing: 0 }, '', '0'],
  [{ missing: 2, uploaded: 3, unknown: 1, inferences: { file: 'f', count: 5 } }, '3', '2'],
  [{ inferences: { file: 'f', count: 5 } }, '', ''],
])('the outputs of %j are uploaded %j and missing %j', (result, uploaded, missing) => {
  expect(evaluateOutputs({ evaluators: [], runs: [], problems: [], ...result })).toMatchObject({
    uploaded,
    missing,
  })
})
