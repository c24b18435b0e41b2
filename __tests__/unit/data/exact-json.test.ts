import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseExact, stringifyExact, TooManyValues } from '../../../src/data/exact-json.js'

describe('JSON with exact numbers', () => {
  test.each([
    '0.1',
    '-0.0',
    '1e-07',
    '1E+30',
    '12345678901234567890',
    '0.30000000000000004',
    '{"a":1.0,"b":[1,null,true,"x"],"c":{},"__proto__":{"d":[]}}',
    '[]',
  ])('keeps every character of %s', (text) => {
    expect(stringifyExact(parseExact(text))).toBe(text)
  })

  test.each([
    ['NaN', '"NaN"'],
    ['[Infinity, -Infinity]', '["Infinity","-Infinity"]'],
  ])('reads %s as Python writes it, and writes it as text', (text, written) => {
    expect(stringifyExact(parseExact(text))).toBe(written)
  })

  test.each([
    '',
    '{',
    '[1,]',
    '{"a" 1}',
    '{a:1}',
    '01',
    '1.',
    '.5',
    '+1',
    'nan',
    'tru',
    '"a',
    '"\n"',
    '1 2',
    "{'a': 1}",
  ])('refuses %j', (text) => {
    expect(() => parseExact(text)).toThrow(SyntaxError)
  })

  test('reads what JSON.parse reads, as the same values', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(stringifyExact(parseExact(text, { depth: 1000 })))).toEqual(JSON.parse(text))
      }),
    )
  })

  test('bounds the depth and the number of values', () => {
    expect(() => parseExact('['.repeat(100_000))).toThrow('more than 64 levels')
    expect(() => parseExact('[1,2,3]', { depth: 2, values: { left: 3 } })).toThrow(TooManyValues)
    expect(stringifyExact(parseExact('[1,2,3]', { depth: 2, values: { left: 4 } }))).toBe('[1,2,3]')
  })
})
