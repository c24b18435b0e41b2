import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from '@jest/globals'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { openRows, type Row } from '../../../src/data/rows.js'

const directory = mkdtempSync(join(tmpdir(), 'parquet-'))
afterAll(() => rmSync(directory, { recursive: true }))

type Options = Parameters<typeof parquetWriteBuffer>[0]

async function read(options: Options) {
  const file = join(directory, 'rows.parquet')
  writeFileSync(file, Buffer.from(parquetWriteBuffer(options)))
  const opened = await openRows(file)
  const rows: Row[] = []
  for await (const batch of opened.batches) rows.push(...batch)
  return { ...opened, rows }
}

test('returns the rows of all row groups in order, and numbers rows instead of lines', async () => {
  const ids = Array.from({ length: 1000 }, (_, index) => `id ${index}`)
  const { format, columns, unit, rows } = await read({
    columnData: [
      { name: 'id', data: ids, type: 'STRING' },
      { name: 'score', data: ids.map((_, index) => index / 1000), type: 'DOUBLE' },
    ],
    rowGroupSize: 300,
  })
  expect({ format, columns, unit }).toEqual({ format: 'parquet', columns: ['id', 'score'], unit: 'row' })
  expect(rows).toEqual(ids.map((id, index) => ({ line: index + 1, value: { id, score: index / 1000 } })))
})

test('returns integers as numbers if they are exact, dates as text, and nothing for null', async () => {
  const { rows } = await read({
    columnData: [
      { name: 'small', data: [1n, -2n], type: 'INT64' },
      { name: 'large', data: [2n ** 60n, 1n], type: 'INT64' },
      { name: 'flag', data: [true, null], type: 'BOOLEAN', nullable: true },
      { name: 'when', data: [new Date(0), new Date(1)], type: 'TIMESTAMP' },
      { name: 'list', data: [{ a: [1] }, { a: [] }], type: 'JSON' },
    ],
  })
  expect(rows.map(({ value }) => value)).toEqual([
    {
      small: 1,
      large: '1152921504606846976',
      flag: true,
      when: '1970-01-01T00:00:00.000Z',
      list: { a: [1] },
    },
    { small: -2, large: 1, flag: null, when: '1970-01-01T00:00:00.001Z', list: { a: [] } },
  ])
})

test.each(['__index_level_0__', 'Unnamed: 0'])('leaves out %s, an index of pandas', async (name) => {
  const { columns, rows } = await read({
    columnData: [
      { name: 'id', data: ['a'], type: 'STRING' },
      { name, data: [7n], type: 'INT64' },
    ],
  })
  expect([columns, rows]).toEqual([['id'], [{ line: 1, value: { id: 'a' } }]])
})

test('reads a file that is compressed with GZIP', async () => {
  const { rows } = await read({
    columnData: [{ name: 'id', data: ['a', 'b'], type: 'STRING' }],
    codec: 'GZIP',
    compressors: { GZIP: (input) => gzipSync(input) },
  })
  expect(rows.map(({ value }) => value)).toEqual([{ id: 'a' }, { id: 'b' }])
})

test('joins pages of different lengths, with and without a dictionary, and a page that is larger than a read', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => ({
    // Two megabytes of different characters, so that compression does not make the page small.
    id: index === 700 ? Array.from({ length: 500_000 }, (_, at) => at.toString(36)).join(' ') : `id ${index}`,
    label: index % 7 === 0 ? null : `class ${index % 3}`,
    score: index / 8,
  }))
  const column = (name: keyof (typeof rows)[0], type: 'STRING' | 'DOUBLE', nullable: boolean) => ({
    name,
    data: rows.map((row) => row[name]),
    type,
    nullable,
  })
  const { rows: found } = await read({
    columnData: [
      column('id', 'STRING', false),
      column('label', 'STRING', true),
      column('score', 'DOUBLE', false),
    ],
    pageSize: 3000,
    rowGroupSize: 2100,
  })
  expect(found.map(({ value }) => value)).toEqual(rows)
})

test.each(['STRING', 'DOUBLE'] as const)(
  'refuses a file that claims more rows than a column of %s has',
  async (type) => {
    const data = Array.from({ length: 10_000 }, (_, index) => (type === 'STRING' ? `id ${index}` : index))
    const bytes = Buffer.from(
      parquetWriteBuffer({ columnData: [{ name: 'id', data, type }], rowGroupSize: 10_000 }),
    )
    // The footer has the number of rows first and last, as a variable-length integer.
    const [rows, claim] = [Buffer.from([0xa0, 0x9c, 0x01]), Buffer.from([0xc0, 0x84, 0x3d])]
    const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8)
    for (const at of [bytes.indexOf(rows, footer), bytes.lastIndexOf(rows)]) claim.copy(bytes, at)
    const file = join(directory, 'claim.parquet')
    writeFileSync(file, bytes)
    let count = 0
    const reading = (async () => {
      for await (const batch of (await openRows(file)).batches) count += batch.length
    })()
    await expect(reading).rejects.toThrow('cannot be read as Parquet: row 10001 is missing')
    expect(count).toBeLessThanOrEqual(10_000)
  },
)

test('lets other work run between the parts of a large row group', async () => {
  const file = join(directory, 'large.parquet')
  const data = Array.from({ length: 40_000 }, (_, index) => `id ${index}`)
  const columnData = [{ name: 'id', data, type: 'STRING' as const }]
  writeFileSync(file, Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize: data.length })))
  const { batches } = await openRows(file)
  await batches.next()
  let hasRun = false
  setImmediate(() => {
    hasRun = true
  })
  let count = 0
  for await (const batch of batches) count += batch.length
  expect({ count, hasRun }).toEqual({ count: 40_000 - 1024, hasRun: true })
})

test.each([false, true])('reads all numbers of 150,000 rows (with a nested column: %s)', async (nested) => {
  const count = 150_000
  const rows = Array.from({ length: count }, (_, index) => index)
  const { rows: found } = await read({
    schema: [
      { name: 'root', num_children: nested ? 3 : 2 },
      { name: 'score', type: 'DOUBLE', repetition_type: 'REQUIRED' },
      { name: 'flag', type: 'BOOLEAN', repetition_type: 'OPTIONAL' },
      ...(nested
        ? ([
            { name: 'box', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
            { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
            { name: 'element', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
          ] as const)
        : []),
    ],
    columnData: [
      { name: 'score', data: rows.map((row) => row / 8) },
      { name: 'flag', data: rows.map((row) => (row % 3 === 0 ? null : row % 2 === 0)) },
      ...(nested ? [{ name: 'box', data: rows.map((row) => [row, row + 0.5]) }] : []),
    ],
    rowGroupSize: count,
  })
  expect(found).toHaveLength(count)
  const wrong = found.filter(({ value }, row) => {
    const expected = {
      score: row / 8,
      flag: row % 3 === 0 ? null : row % 2 === 0,
      ...(nested && { box: [row, row + 0.5] }),
    }
    return JSON.stringify(value) !== JSON.stringify(expected)
  })
  expect(wrong).toEqual([])
})
