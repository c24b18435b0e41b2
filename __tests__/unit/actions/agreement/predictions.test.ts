import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { openPredictions, type Prediction } from '../../../../src/actions/agreement/predictions.js'
import { FileError } from '../../../../src/runtime/errors.js'

const folder = mkdtempSync(join(tmpdir(), 'predictions-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function read(name: string, content: string) {
  const file = join(folder, name)
  writeFileSync(file, content)
  const found: Prediction[] = []
  for await (const batch of (await openPredictions(file)).batches) found.push(...batch)
  return found
}

const red = { JOB: { categories: [{ name: 'RED' }] } }

test.each([
  ['a.json', '{"a.jpg": "RED"}', { categories: ['RED'] }],
  ['a.json', '{"a.jpg": ["RED", "GREY"]}', { categories: ['RED', 'GREY'] }],
  ['a.json', JSON.stringify({ 'a.jpg': red }), { response: red }],
  ['a.json', '[{"external_id": "a.jpg", "category": "RED"}]', { categories: ['RED'] }],
  ['a.json', '[{"external_id": "a.jpg", "category": "RED", "json_response": null}]', { categories: ['RED'] }],
  ['a.jsonl', JSON.stringify({ external_id: 'a.jpg', json_response: red }), { response: red }],
  ['a.csv', 'external_id,category\na.jpg,RED\n', { categories: ['RED'] }],
  [
    'a.csv',
    `external_id;json_response;category\na.jpg;"${JSON.stringify(red).replaceAll('"', '""')}";\n`,
    { response: red },
  ],
  ['a.csv', ',external_id,category\n0,a.jpg,1.0\n', { categories: ['1.0'] }],
])('reads %s with %s', async (name, content, answer) => {
  expect(await read(name, content)).toMatchObject([
    { line: name.endsWith('.csv') ? 2 : 1, externalId: 'a.jpg', answer },
  ])
})

describe('a file is refused with', () => {
  test.each([
    ['a.json', '{"": "RED"}', /external_id has to be the external id of an asset, and is ""/],
    ['a.json', '{"a": null}', /"a" has to be the name of a category, or a list of names, and is null/],
    ['a.json', '{"a": []}', /and is \[\]/],
    ['a.json', '{"a": {}}', /json_response has to be an object like/],
    ['a.json', '{"a": {"JOB": "RED"}}', /json_response has to be an object like/],
    ['a.json', '["RED"]', /line 1: is not an object with external_id and category, but "RED"/],
    ['a.csv', 'external_id,category\n,RED', /line 2: external_id has to be/],
    ['a.csv', 'external_id,json_response\na,{', /line 2: json_response is not JSON: "{"/],
    [
      'a.csv',
      'id,category\na,RED',
      /line 1: there is no column external_id; the columns of a prediction are external_id, category, json_response/,
    ],
    [
      'a.csv',
      'external_id,kategory\na,RED',
      /line 1: "kategory" is not a column of a prediction; did you mean category\?$/,
    ],
    [
      'a.jsonl',
      '{"external_id": "a", "label": "RED"}',
      /line 1: "label" is not a field of a prediction; the fields are/,
    ],
    [
      'a.json',
      '{"predictions": [{"external_id": "a"}]}',
      /the list is inside "predictions": move it to the top level/,
    ],
    [
      'a.csv',
      'external_id,category,content\na,RED,a.jpg',
      /line 2: content has to be an https address of the asset/,
    ],
    ['a.csv', 'external_id,category,metadata\na,RED,front', /line 2: metadata is not JSON: "front"/],
    ['a.csv', 'external_id,category,metadata\na,RED,7', /line 2: metadata has to be an object like/],
    [
      'a.jsonl',
      '{"external_id": "a", "category": "RED"}\n{"external_id": "a", "category": "RED"}',
      /line 2: external_id "a" is on line 1 already/,
    ],
    ['a.jsonl', `{"external_id": "${'a'.repeat(1e6)}"}`, /^.{0,400}$/s],
  ])('%s: %.60s', async (name, content, message) => {
    const failure = await read(name, content).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(FileError)
    expect((failure as FileError).message.replaceAll(folder, '')).toMatch(message)
  })

  test('twenty problems described, and the others counted', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => JSON.stringify({ external_id: `a${index}` }))
    const { message } = (await read('a.jsonl', rows.join('\n')).catch((error: Error) => error)) as Error
    expect(message).toContain('has 1000 rows that cannot be used. Nothing was sent or changed.')
    expect(message.split('\n')).toHaveLength(22)
    expect(message).toContain('- and 980 more rows')
  })
})

test.each([
  [
    'a.jsonl',
    '{"external_id": "a", "category": "RED", "content": "https://x/a.jpg", "metadata": {"camera": "front"}}',
  ],
  ['a.csv', 'external_id,category,content,metadata\na,RED,https://x/a.jpg,"{""camera"": ""front""}"'],
  ['a.csv', 'external_id,category,content,metadata.camera\na,RED,https://x/a.jpg,front'],
])('reads content and metadata of the asset from %s with %s', async (name, content) => {
  expect(await read(name, content)).toMatchObject([
    { externalId: 'a', content: 'https://x/a.jpg', metadata: { camera: 'front' } },
  ])
})

test('leaves a field out of the response if Parquet fills it with null because only other rows have it', async () => {
  const path = join(folder, 'structs.parquet')
  const response = { JOB: { categories: [{ name: 'RED', confidence: null }] } }
  const columnData = [
    { name: 'external_id', data: ['a'], type: 'STRING' as const },
    { name: 'json_response', data: [response], type: 'JSON' as const },
  ]
  writeFileSync(path, Buffer.from(parquetWriteBuffer({ columnData })))
  const predictions = []
  for await (const batch of (await openPredictions(path)).batches) predictions.push(...batch)
  expect(predictions).toMatchObject([{ answer: { response: { JOB: { categories: [{ name: 'RED' }] } } } }])
  expect(JSON.stringify(predictions)).not.toContain('null')
})

test('returns any external id unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1 }),
      async (ids) => {
        const object = `{${ids.map((id) => `${JSON.stringify(id)}: "RED"`).join(',')}}`
        const csv = ids.map((id) => `"${id.replaceAll('"', '""')}",RED`)
        for (const [name, content] of [
          ['a.json', object],
          ['a.csv', ['external_id,category', ...csv].join('\n')],
        ] as const)
          expect((await read(name, content)).map(({ externalId }) => externalId)).toEqual(ids)
      },
    ),
    { numRuns: 50 },
  )
})

test('the schema of predictions is JSON, and lists the fields that the reader accepts', () => {
  const path = fileURLToPath(new URL('../../../../../agreement/predictions.schema.json', import.meta.url))
  const schema = JSON.parse(readFileSync(path, 'utf8'))
  expect(Object.keys(schema.$defs.row.properties)).toEqual([
    'external_id',
    'category',
    'json_response',
    'content',
    'metadata',
  ])
})
