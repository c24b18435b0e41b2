import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { readResults } from '../../../../src/actions/scenario-test/results-file.js'

const directory = mkdtempSync(join(tmpdir(), 'results-'))
afterAll(() => rmSync(directory, { recursive: true }))

async function read(name: string, content: string, anyScore = false) {
  writeFileSync(join(directory, name), content)
  return await readResults(join(directory, name), { anyScore })
}

async function refusal(name: string, content: string, anyScore = false): Promise<string> {
  const error = await read(name, content, anyScore).catch((error: unknown) => error)
  expect(error).toMatchObject({ name: 'FileError' })
  return (error as Error).message.replaceAll(`${directory}/`, '')
}

describe('a result is refused', () => {
  const good = '{"item_ref_id": "good", "score": 1}'
  test.each([
    [
      '{"item_ref_id": "a", "socre": 1}',
      ['score is missing', '"socre" is not a key of a result; did you mean score?'],
    ],
    [
      '{"item_ref_id": "a", "score": 1, "wieght": 1}',
      ['"wieght" is not a key of a result; did you mean weight?'],
    ],
    [
      '{"scene_ref_id": "a", "score": 1}',
      [
        'item_ref_id is missing',
        '"scene_ref_id" is not a key of a result; results of scenes and tracks cannot',
      ],
    ],
    ['{"score": 1}', ['item_ref_id is missing']],
    ['{"item_ref_id": 5, "score": 1}', ['item_ref_id 5 is not a reference of an item']],
    ['{"item_ref_id": "", "score": 1}', ['item_ref_id "" is not a reference of an item']],
    ['{"item_ref_id": "a", "score": "0.9"}', ['score "0.9" is not a number']],
    ['{"item_ref_id": "a", "score": null}', ['score is missing']],
    ['{"item_ref_id": "a", "score": 1.0000001}', ['score 1.0000001 is not between 0 and 1']],
    ['{"item_ref_id": "a", "score": -0.1}', ['score -0.1 is not between 0 and 1']],
    ['{"item_ref_id": "a", "score": 1e999}', ['score Infinity is not a number']],
    ['{"item_ref_id": "a", "score": 1, "weight": 2}', ['weight 2 is not between 0 and 1']],
    ['{"item_ref_id": "good", "score": 1}', ['item_ref_id "good" appears twice, first on line 1']],
    ['{"__proto__": {"score": 1}, "item_ref_id": "a"}', ['score is missing', '"__proto__" is not a key']],
    ['["a", 1]', ['["a",1] is not a result']],
    ['null', ['null is not a result']],
    ['7', ['7 is not a result']],
  ])('%s', async (row, problems) => {
    const message = await refusal('a.jsonl', `${good}\n${row}`)
    expect(message).toContain('a.jsonl has 1 row that cannot be used. Nothing was sent or changed.')
    for (const problem of problems) expect(message).toContain(`- line 2: ${problem}`)
  })

  test.each([
    ['a,,1', 'score is missing'],
    ['a,"0,9",1', 'score "0,9" is not a number: write 0.9'],
    ['a,90 %,1', 'score "90 %" is not a number: write 0.9'],
    ['a,"1,5",1', 'score "1,5" is not a number: write 1.5'],
    ['a,nan,1', 'score is missing'],
    ['a,0x1,1', 'score "0x1" is not a number'],
    ['a,0.5,half', 'weight "half" is not a number'],
    [',0.5,1', 'item_ref_id "" is not a reference of an item'],
  ])('in CSV: %s', async (row, problem) => {
    expect(await refusal('a.csv', `item_ref_id,score,weight\n${row}`)).toContain(`- line 2: ${problem}`)
  })
})

test.each([
  ['no rows', 'a.json', '[]', 'a.json has no rows'],
  [
    'a list inside',
    'a.json',
    '{"results":[{"item_ref_id":"a"}]}',
    'line 1: the list is inside "results": move it to the top level',
  ],
  [
    'a misspelled column',
    'a.csv',
    'item_ref_id,scores\na,1\nb,2',
    'a.csv, line 1: there is no column score; did you mean scores?',
  ],
  [
    'a column in other case',
    'a.csv',
    'Item Ref ID,score\na,1',
    'line 1: there is no column item_ref_id; did you mean Item Ref ID?',
  ],
  [
    'an unknown column',
    'a.csv',
    'item_ref_id,score,model\na,1,m',
    'line 1: "model" is not a column of a result; the columns',
  ],
  [
    'an unknown column with a similar name',
    'a.csv',
    'item_ref_id,score,wheight\na,1,1',
    '"wheight" is not a column of a result; did you mean weight?',
  ],
  ['only a header', 'a.csv', 'item_ref_id,score\n', 'a.csv has no rows'],
  ['only weights of 0', 'a.json', '[{"item_ref_id":"a","score":1,"weight":0}]', 'every weight is 0'],
])('a file with %s is refused', async (_, name, content, problem) => {
  expect(await refusal(name, content)).toContain(problem)
})

test('lists the first of many problems, and counts the others', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `{"item_ref_id": "${index}", "score": 2}`)
  const message = await refusal('a.jsonl', rows.join('\n'))
  expect(message.split('\n')).toHaveLength(22)
  expect(message).toMatch(/^a.jsonl has 5000 rows that cannot be used/)
  expect(message).toMatch(/line 20: .*\n- and 4980 more rows$/)
})

test('returns results in the order of the file, for any references', async () => {
  const rows = ['__proto__', 'constructor', 'a,"b"\n', '10', '2', 'toString'].map((item_ref_id, index) => ({
    item_ref_id,
    score: index / 10,
    weight: 0.5,
  }))
  const results = await read('a.json', JSON.stringify(rows))
  expect([...results].map(({ ref, score, weight }) => ({ item_ref_id: ref, score, weight }))).toEqual(rows)
  expect(results.overallMetric).toBeCloseTo(0.25)
  results.remove(results.positionOf('toString') ?? 0)
  expect([...results].map(({ ref }) => ref)).not.toContain('toString')
  expect(results.overallMetric).toBeCloseTo(0.2)
})

test('treats scores and weights that rounding moved out of range as 0 and 1', async () => {
  const rows = ['a,1.0000000000000002,1', 'b,-1e-17,1.0000000001', 'c,1,-0.0000000009']
  const results = await read('a.csv', ['item_ref_id,score,weight', ...rows].join('\n'))
  expect([...results].map(({ score, weight }) => [score, weight])).toEqual([
    [1, 1],
    [0, 1],
    [1, 0],
  ])
  expect(await refusal('a.csv', 'item_ref_id,score\na,1.00000001')).toContain(
    '1.00000001" is not between 0 and 1',
  )
})

test.each([
  ['a.jsonl', '{"item_ref_id": "a", "score": 0.5, "weight": null}'],
  ['a.csv', 'item_ref_id,score,weight\na,0.5,NaN'],
])('treats a gap that pandas writes into %s as a missing weight: %s', async (name, content) => {
  expect([...(await read(name, content))]).toMatchObject([{ ref: 'a', score: 0.5, weight: 1 }])
})

test('accepts any score on request', async () => {
  const results = await read('a.csv', 'item_ref_id,score\na,-3.5\nb,1e2', true)
  expect(results.overallMetric).toBe(48.25)
  expect(await refusal('a.csv', 'item_ref_id,score\na,Infinity', true)).toContain(
    'score "Infinity" is not a number',
  )
})

test('the JSON Schema accepts exactly what the reader accepts', async () => {
  const path = new URL('../../../../../scenario-test/results.schema.json', import.meta.url)
  const schema = z.fromJSONSchema(JSON.parse(readFileSync(fileURLToPath(path), 'utf8')))
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(0, 1, 0.5, -1, 2) },
    fc.constantFrom('', 'a', null, true, '1'),
  )
  const row = fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record(
        { item_ref_id: fc.oneof(fc.string(), value), score: value, weight: value, more: value },
        { requiredKeys: [] },
      ),
    },
    fc.jsonValue(),
  )
  const good = { item_ref_id: '\u0000 not twice', score: 1 }
  await fc.assert(
    fc.asyncProperty(row, async (row) => {
      const content = JSON.stringify([good, row])
      const taken = await read('a.json', content).then(
        () => true,
        () => false,
      )
      expect(schema.safeParse(JSON.parse(content)).success).toBe(taken)
    }),
    { numRuns: 500 },
  )
})
