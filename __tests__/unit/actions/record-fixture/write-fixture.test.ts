import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { writeFixture } from '../../../../src/actions/record-fixture/write-fixture.js'
import { batchOf } from '../../../../src/platforms/kolena/contract/batches.js'
import { type Fixture, readFixture } from '../../../../src/platforms/kolena/contract/fixture.js'

let directory: string
let path: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'fixture-'))
  path = join(directory, 'fixture.json')
})
afterEach(() => rmSync(directory, { recursive: true }))

const batch = (name: string, inference = '{"score": 1.0}') =>
  batchOf({
    test_sample: [`{"locator": "${name}"}`],
    test_sample_metadata: [name === 'a' ? '{"frame": 12345678901234567890}' : '{}'],
    ground_truth: ['{}'],
    inference: [inference],
  })
const fixture: Fixture = {
  test_cases: [{ name: 'all "ü"' }, { name: 'empty' }],
  count: 2,
  batches: [[batch('a'), batch('b', '{"score": NaN, "text": "NaN"}')], []],
  distinct: [],
}

describe('writing a fixture', () => {
  test('has one sample per line, with numbers as they are, and counts what JSON does not have', async () => {
    expect(await writeFixture(path, fixture)).toBe(1)
    expect(readFileSync(path, 'utf8')).toBe(
      [
        '{',
        '  "test_cases": [',
        '    {',
        '      "name": "all \\"ü\\"",',
        '      "samples": [',
        '        { "test_sample": {"locator": "a"}, "metadata": {"frame": 12345678901234567890}, "ground_truth": {}, "inference": {"score": 1.0} },',
        '        { "test_sample": {"locator": "b"}, "ground_truth": {}, "inference": {"score":null,"text":"NaN"} }',
        '      ]',
        '    },',
        '    {',
        '      "name": "empty",',
        '      "samples": []',
        '    }',
        '  ]',
        '}',
        '',
      ].join('\n'),
    )
    expect(readFixture(path)).toMatchObject({
      count: 2,
      test_cases: [{ name: 'all "ü"' }, { name: 'empty' }],
    })
  })

  test('keeps the expected metrics of test cases with the same name', async () => {
    const expected = [{ configuration: null, metrics: { n: { minimum: 2 } } }]
    const existing = {
      ...fixture,
      test_cases: [
        { name: 'empty', expected },
        { name: 'gone', expected },
      ],
    }
    await writeFixture(path, fixture, existing)
    expect(readFixture(path).test_cases.map(({ expected }) => expected)).toEqual([undefined, expected])
  })

  test('leaves the earlier file and no other if it fails', async () => {
    await writeFixture(path, fixture)
    const before = readFileSync(path, 'utf8')
    const broken = { ...batch('c'), columns: () => Promise.reject(new Error('gone')) }
    await expect(writeFixture(path, { ...fixture, batches: [[batch('a'), broken], []] })).rejects.toThrow(
      'gone',
    )
    expect(readFileSync(path, 'utf8')).toBe(before)
    expect(readdirSync(directory)).toEqual(['fixture.json'])
  })
})
