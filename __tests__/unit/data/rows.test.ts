import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { openCsv } from '../../../src/data/csv-rows.js'
import { readElements, readJsonLines } from '../../../src/data/json-rows.js'
import { formatOf, openRows, type Row } from '../../../src/data/rows.js'
import { FileError } from '../../../src/runtime/errors.js'

const directory = mkdtempSync(join(tmpdir(), 'rows-'))
afterAll(() => rmSync(directory, { recursive: true }))

async function read(name: string, content: string | Buffer): Promise<Row[]> {
  const file = join(directory, name)
  writeFileSync(file, content)
  return await collect((await openRows(file)).batches)
}

async function collect(batches: AsyncIterable<Row[]>): Promise<Row[]> {
  const all: Row[] = []
  for await (const batch of batches) all.push(...batch)
  return all
}

/** Splits a text into pieces of the given lengths, over and over. */
async function* pieces(text: string, lengths: readonly number[]): AsyncGenerator<string> {
  for (let at = 0, index = 0; at < text.length; index++) {
    const length = lengths[index % lengths.length] ?? 1
    yield text.slice(at, at + length)
    at += length
  }
}

describe('the format', () => {
  test.each([
    ['results.csv', '[1]', 'csv'],
    ['results.tsv', 'a\tb', 'csv'],
    ['results.jsonl', '[1]', 'lines'],
    ['results.ndjson', '{', 'lines'],
    ['results.json', '\n [', 'array'],
    ['results.json', '{"a": 1}', 'object'],
    ['results.json', '{\n"a": 1}', 'object'],
    ['results.json', '{"a": 1}\n', 'object'],
    ['results.json', '{"a": 1}\n{"a": 2}', 'lines'],
    ['results.json', 'a,b', 'array'],
    ['results', '[1]', 'array'],
    ['results.txt', '{"a": 1}', 'lines'],
    ['results', 'a,b', 'csv'],
  ])('of the file %s, which begins with %j, is %s', (file, head, format) => {
    expect(formatOf(file, Buffer.from(head), head)).toBe(format)
  })

  test.each([
    ['an empty file', '', 'is empty'],
    ['white space', ' \n', 'is empty'],
    [
      'UTF-16 without a byte order mark',
      Buffer.from('item,score', 'utf16le'),
      'UTF-16 without a byte order mark',
    ],
    ['gzip', Buffer.from([0x1f, 0x8b, 8]), 'is compressed with gzip: unpack it'],
    [
      'an Excel workbook',
      Buffer.from('PK\u0003\u0004'),
      'is an Excel workbook or another ZIP archive: save it as CSV',
    ],
    ['bzip2', 'BZh91AY&SY', 'is compressed with bzip2: unpack it'],
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), 'is compressed with xz: unpack it'],
    ['a pickle', Buffer.from([0x80, 4, 0x95]), 'is a pickle of Python: write Parquet (df.to_parquet)'],
    ['a Feather file', 'ARROW1\0\0', 'is an Arrow or Feather file: write Parquet'],
    ['Latin-1', Buffer.from('a,b\nÄ,1\n', 'latin1'), 'is not UTF-8 text'],
    ['Parquet that breaks off', 'PAR1 and no footer', 'cannot be read as Parquet'],
  ])('is refused for %s', async (_, content, message) => {
    const reading = read('broken.csv', content)
    await expect(reading).rejects.toThrow(FileError)
    await expect(reading).rejects.toThrow(message)
  })
})

describe('rows', () => {
  const values = [{ id: '__proto__', n: 1 }, { id: 'a,"b"\n' }]
  test.each([
    ['a.json', JSON.stringify(values), [1, 1]],
    ['b.json', JSON.stringify(values, null, 2), [2, 6]],
    ['c.jsonl', values.map((value) => JSON.stringify(value)).join('\r\n\r\n'), [1, 3]],
    ['d.json', `\uFEFF[\n\n${JSON.stringify(values[0])}\n,${JSON.stringify(values[1])} ]\n`, [3, 4]],
  ])('of %s have their values and lines', async (name, text, lines) => {
    expect(await read(name, text)).toEqual(values.map((value, index) => ({ line: lines[index], value })))
  })

  test('of a JSON object are its entries, for any keys', async () => {
    const rows = await read('e.json', '{\n  "__proto__": "car",\n  "a": {"b": [1]}\n}')
    expect(rows.map(({ line, value }) => [line, Object.entries(value as object)])).toEqual([
      [2, [['__proto__', 'car']]],
      [3, [['a', { b: [1] }]]],
    ])
  })

  test('of CSV keep commas, quotes and line ends within cells, and have the right lines', async () => {
    const rows = await read('f.csv', '\uFEFFid, score\r\n"a,""b""\r\nc",1\r\n\r\n5" pipe,2\r\n__proto__,\r\n')
    expect(rows.map(({ line, value }) => [line, { ...(value as object) }])).toEqual([
      [2, { id: 'a,"b"\r\nc', score: '1' }],
      [5, { id: '5" pipe', score: '2' }],
      [6, { id: '__proto__', score: '' }],
    ])
  })

  test.each([';', '\t'])('of CSV may be separated by %j', async (separator) => {
    const rows = await read('g.csv', ['id', 'score\nx', '0.5'].join(separator))
    expect(rows).toMatchObject([{ line: 2, value: { id: 'x', score: '0.5' } }])
  })

  test('of CSV may have a column named __proto__', async () => {
    const [row] = await read('h.csv', '__proto__,a\n1,2')
    expect(Object.entries(row?.value as object)).toEqual([
      ['__proto__', '1'],
      ['a', '2'],
    ])
  })

  test('may contain a megabyte of text', async () => {
    const long = 'x"'.repeat(500_000)
    expect(await read('i.json', JSON.stringify([long]))).toEqual([{ line: 1, value: long }])
    expect(await read('i.csv', `id\n"${long.replaceAll('"', '""')}"`)).toMatchObject([
      { value: { id: long } },
    ])
  })

  test.each([
    ['UTF-16 of Windows', Buffer.from('\uFEFFid\tscore\r\né\t1\r\n', 'utf16le')],
    ['big-endian UTF-16', Buffer.from('\uFEFFid\tscore\né\t1\n', 'utf16le').swap16()],
    ['line ends of classic Mac OS', 'id,score\ré,1\r'],
    ["Excel's separator line", 'sep=;\r\nid;score\r\né;1\r\n'],
    ["Excel's separator line in quotes, and an unusual separator", '"sep=|"\nid|score\né|1\n'],
    ["pandas' index", ',id,score\n0,é,1\n'],
    ['two index columns of pandas', 'Unnamed: 0,Unnamed: 1,id,score\n0,0,é,1\n'],
    ['an index that pandas has read and rewritten twice', 'Unnamed: 0.1,Unnamed: 0,id,score\n0,0,é,1\n'],
    ['blank lines before the header and rows without text at the end', '\n\nid;score;\né;1;\n;;\n;;\n'],
    ['mixed line ends', 'id,score\r\né,1\n\r\n'],
    ['blanks around quoted cells', 'id,score\n"é" ,"1" \n'],
  ])('of CSV with %s are read', async (_, content) => {
    expect((await read('k.csv', content)).map(({ value }) => value)).toEqual([{ id: 'é', score: '1' }])
  })

  test('of CSV have the right lines after a separator line, blank lines and line breaks in cells', async () => {
    const rows = await read('l.csv', 'sep=,\nid\n\n"a\r\nb"\n\n"c\nd"\r\ne\n')
    expect(rows.map(({ line }) => line)).toEqual([4, 7, 9])
  })

  test('do not exist in an empty array', async () => {
    expect(await read('j.json', '[\n]')).toEqual([])
  })
})

test.each([
  ['a.json', '[1,\n2', 'line 2: the file ends before its JSON does'],
  ['a.json', '[1,\n\n,2]', 'line 3: a comma has nothing on one of its sides'],
  ['a.json', '[1,\n]', 'line 2: a comma has nothing on one of its sides'],
  ['a.json', '[1]\n[2]', 'line 2: expected nothing after the end of its JSON, but found "["'],
  ['a.json', 'hello', 'line 1: expected a JSON array, but found "h"'],
  ['a.json', '[1,\n{"a": NaN}]', 'line 2: NaN and Infinity are not valid JSON'],
  ['a.json', '[1,\n{"a": -Infinity}]', 'line 2: NaN and Infinity are not valid JSON'],
  ['a.json', '[\n{"a" 1}]', 'line 2: is not JSON'],
  ['a.json', '[1 2]', 'line 1: is not JSON'],
  ['a.json', '[[1}]', 'line 1: is not JSON'],
  ['a.json', '{"a"}', 'line 1: is not JSON'],
  ['a.jsonl', '{}\n{\n}', 'line 2: is not JSON'],
  ['a.csv', 'a,b\n1', 'line 2: the row has 1 cells, and the header has 2 columns'],
  ['a.csv', 'a,b\n1,2,3', 'line 2: the row has 3 cells'],
  ['a.json', '{"0":{"id":"a","score":1}}', 'line 1: the file is not a list of rows'],
  ['a.json', '{"columns":["id"],"index":[0],"data":[["a"]]}', 'line 1: the file is not a list of rows'],
  ['a.json', '{"schema":{"fields":[]},"data":[]}', 'line 1: the file is not a list of rows'],
  ['a.json', '{"results": [{"a": 1}]}', 'line 1: the list is inside "results": move it to the top level'],
  [
    'a.json',
    '{ "a" : { "0": 1 } }',
    'line 1: the file is not a list of rows: write one object for each row (in pandas',
  ],
  ['a.csv', 'a,a\n1,2', 'line 1: the column "a" appears twice'],
  ['a.csv', 'a,b\n"1"2,3', 'line 2: a quoted cell continues after its closing quote'],
  ['a.csv', 'a,b\n\n"1,2\n3,4\n', 'line 3: the row does not end: is a quote missing?'],
])('refuses %s with the content %j, and names the line', async (name, text, message) => {
  const error = await read(name, text).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(FileError)
  expect((error as Error).message).toContain(`${name}, ${message}`)
  expect((error as FileError).place.line).toBe(Number(/line (\d+)/.exec(message)?.[1]))
})

describe('for any values and any chunks of the file', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 })
  const anything = fc.jsonValue({ noUnicodeString: false })

  test('a JSON array is read as its elements', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything),
        lengths,
        fc.constantFrom(0, 2),
        async (values, lengths, indent) => {
          const text = JSON.stringify(values, null, indent)
          const rows = await collect(readElements('f', pieces(text, lengths)))
          expect(rows.map(({ value }) => value)).toEqual(JSON.parse(text))
        },
      ),
    )
  })

  test('JSON Lines are read as values with their lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything), lengths, async (values, lengths) => {
        const text = values.map((value) => JSON.stringify(value)).join('\n')
        const rows = await collect(readJsonLines('f', pieces(text, lengths)))
        expect(rows).toEqual(
          values.map((value, index) => ({ line: index + 1, value: JSON.parse(JSON.stringify(value)) })),
        )
      }),
    )
  })

  test('CSV is read as its cells', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'é', '😀', ' ') })
    // A carriage return at the end of a row is part of its line end, and rows without text are skipped.
    const last = cell.filter((text) => !text.endsWith('\r'))
    const records = fc.tuple(cell, last).filter((cells) => cells.some((text) => text.trim() !== ''))
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(fc.array(records), lengths, async (table, lengths) => {
        const text = [['a', 'b'], ...table].map((cells) => cells.map(quoted).join(',')).join('\r\n')
        const { columns, batches } = await openCsv('f', pieces(text, lengths))
        expect(columns).toEqual(['a', 'b'])
        expect((await collect(batches)).map(({ value }) => Object.values(value as object))).toEqual(table)
      }),
    )
  })

  test('CSV of any length is read as the same rows', async () => {
    const table = Array.from({ length: 20_000 }, (_, index) => [
      `id ${index}`,
      index % 3 === 0 ? '"a\n,b"' : 'c',
    ])
    const text = `id,text\n${table.map((cells) => cells.join(',')).join('\n')}`
    const { batches } = await openCsv('f', pieces(text, [10_007]))
    const rows = await collect(batches)
    expect(rows.map(({ value }) => Object.values(value as object))).toEqual(
      table.map(([id, cell]) => [id, cell?.replaceAll('"', '')]),
    )
    expect(rows.at(-1)?.line).toBe(text.split('\n').length)
  })
})
