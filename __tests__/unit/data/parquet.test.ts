import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import { Budget, countRows, ParquetError, readColumns } from '../../../src/data/parquet.js'
import { thrift } from '../../support/thrift.js'

const plenty = () => new Budget(16 * 1024 ** 2)

function fileOf(...columnData: ColumnSource[]): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}

function read(file: Uint8Array, names: readonly string[], budget = plenty()) {
  const { rows, columns } = readColumns(file, names, budget)
  return { rows, ...Object.fromEntries(columns) }
}

describe('columns of a Parquet file', () => {
  const texts = ['a', null, 'ü', 'a', '', 'x'.repeat(5000)]
  const file = fileOf(
    { name: 'text', data: texts, type: 'STRING' },
    { name: 'id', data: [1n, 2n, 3n, 4n, 5n, -6n], type: 'INT64' },
    { name: 'share', data: [0.1, 0.2, null, Number.NaN, 1e300, -0.5], type: 'DOUBLE' },
  )

  test('are read by name, with nulls', () => {
    expect(countRows(file)).toBe(6)
    expect(read(file, ['text', 'id', 'share', 'none'])).toEqual({
      rows: 6,
      text: texts,
      id: [1, 2, 3, 4, 5, -6],
      share: [0.1, 0.2, null, Number.NaN, 1e300, -0.5],
    })
  })

  test('are read from several row groups, uncompressed and with Snappy', () => {
    const data = Array.from({ length: 5000 }, (_, index) => `row ${index % 3000}`)
    for (const codec of ['UNCOMPRESSED', 'SNAPPY'] as const) {
      const columnData = [{ name: 'a', data, type: 'STRING' as const }]
      const file = new Uint8Array(parquetWriteBuffer({ columnData, codec, rowGroupSize: 1000 }))
      expect(read(file, ['a'])).toEqual({ rows: 5000, a: data })
    }
  })

  test('are empty in a file without rows', () => {
    expect(read(fileOf({ name: 'a', data: [], type: 'STRING' }), ['a'])).toMatchObject({ rows: 0 })
  })

  test.each([
    ['booleans', fileOf({ name: 'a', data: [true], type: 'BOOLEAN' }), 'it holds booleans'],
    [
      'lists',
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [{ name: 'a', data: [['x']] }],
          schema: [
            { name: 'root', num_children: 1 },
            { name: 'a', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
            { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
            { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
          ],
        }),
      ),
      'the column a is nested',
    ],
  ])('that contain %s are refused with the reason', (_, file, reason) => {
    expect(() => read(file, ['a'])).toThrow(reason)
  })

  test.each([
    ['nothing', ''],
    ['text', 'hello, this is not it'],
    ['only the magic number', 'PAR1PAR1'],
    ['a footer longer than the file', 'PAR1\xff\xff\xff\x00PAR1'],
    ['a footer of garbage', 'PAR1\x19\xfc\xff\xff\xff\x0f\x06\x00\x00\x00PAR1'],
  ])('are refused in a file that contains %s', (_, content) => {
    expect(() => countRows(Buffer.from(content, 'latin1'))).toThrow(ParquetError)
  })
})

describe('a Parquet file with false sizes', () => {
  /** Returns a file with one optional text column, whose footer and page header make the given claims. */
  function lying(
    page: Buffer,
    claims: { rows?: number; values?: number; size?: number; encoding?: number; offset?: number },
  ) {
    const { rows = 1, values = rows, size = page.length, encoding = 0, offset = 4 } = claims
    const header = thrift({ 1: 0, 2: size, 3: page.length, 5: { 1: values, 2: encoding, 3: 3, 4: 3 } })
    const chunk = { 1: 6, 2: [0], 3: ['a'], 4: 0, 5: values, 6: 9, 7: header.length + page.length, 9: offset }
    const schema = [
      { 4: 'root', 5: 1 },
      { 1: 6, 3: 1, 4: 'a' },
    ]
    const footer = thrift({ 1: 1, 2: schema, 3: rows, 4: [{ 1: [{ 2: 4, 3: chunk }], 2: 9, 3: rows }] })
    const length = Buffer.alloc(4)
    length.writeUInt32LE(footer.length)
    return Buffer.concat([Buffer.from('PAR1'), header, page, footer, length, Buffer.from('PAR1')])
  }
  /** Returns a page: definition levels (a run of `count` ones), then the cells. */
  const page = (count: number, cells: Buffer) => {
    const run = varint(count * 2)
    const levels = Buffer.concat([run, Buffer.from([1])])
    const length = Buffer.alloc(4)
    length.writeUInt32LE(levels.length)
    return Buffer.concat([length, levels, cells])
  }
  const varint = (value: number): Buffer =>
    value < 128
      ? Buffer.from([value])
      : Buffer.concat([Buffer.from([(value % 128) + 128]), varint(Math.floor(value / 128))])
  const cell = Buffer.from('\x02\x00\x00\x00hi')

  test('is read if it has no rows and no pages', () => {
    expect(read(lying(Buffer.alloc(0), { rows: 0, offset: 0 }), ['a'])).toEqual({ rows: 0, a: [] })
  })

  test('is read if its sizes are right', () => {
    expect(read(lying(page(1, cell), {}), ['a'])).toEqual({ rows: 1, a: ['hi'] })
  })

  test.each([
    ['a run of a billion levels', lying(page(2 ** 29, cell), { rows: 2 ** 29 })],
    ['a billion cells in a page', lying(page(1, cell), { values: 2 ** 30 })],
    ['a billion rows', lying(page(1, cell), { rows: 2 ** 40, values: 1 })],
    ['a negative number of rows', lying(page(1, cell), { rows: -1 })],
    ['a cell longer than the page', lying(page(1, Buffer.from('\xff\xff\xff\x7fhi', 'latin1')), {})],
    ['a missing dictionary', lying(page(1, Buffer.from([1, 2, 0])), { encoding: 8 })],
    ['an unknown encoding', lying(page(1, cell), { encoding: 77 })],
  ])('is refused for %s, without reserving the memory', (_, file) => {
    const before = process.memoryUsage().arrayBuffers
    expect(() => read(file, ['a'])).toThrow(ParquetError)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 ** 2)
  })

  test('fills only its column with a run that is too long', () => {
    expect(read(lying(page(2 ** 30, cell), {}), ['a'])).toEqual({ rows: 1, a: ['hi'] })
  })

  test('counts a long text once for every row that repeats it', () => {
    const data = Array.from({ length: 2000 }, () => 'x'.repeat(10_000))
    const file = fileOf({ name: 'a', data, type: 'STRING' })
    expect(file.length).toBeLessThan(100_000)
    expect(() => read(file, ['a'])).toThrow('takes more than 16 MiB in memory')
    expect(read(file, ['a'], new Budget(32 * 1024 ** 2)).rows).toBe(2000)
  })

  test('is read or refused with a ParquetError, whichever bytes change', () => {
    const data = Array.from({ length: 40 }, (_, index) => (index % 7 === 0 ? null : `{"a":${index % 5}}`))
    const columns = [
      { name: 'metrics', data, type: 'STRING' as const },
      { name: 'id', data: data.map((_, index) => BigInt(index)), type: 'INT64' as const },
    ]
    const good = fileOf(...columns)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const file = Uint8Array.from(good)
          for (const [at, byte] of changes) file[at] = byte
          try {
            readColumns(file, ['metrics', 'id'], plenty())
          } catch (error) {
            expect(error).toBeInstanceOf(ParquetError)
          }
        },
      ),
      { numRuns: 3000 },
    )
  })
})
