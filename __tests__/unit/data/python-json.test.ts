import { expect, test } from '@jest/globals'
import { canonicalJson, parsePythonJson } from '../../../src/data/python-json.js'

test.each([
  ['{"a": NaN, "b": [Infinity, -Infinity, 1]}', { a: null, b: [null, null, 1] }],
  ['{"a": "NaN and \\"Infinity\\"", "Infinity": 1}', { a: 'NaN and "Infinity"', Infinity: 1 }],
  ['"NaN"', 'NaN'],
  ['1.5', 1.5],
])('reads %s as Python does', (text, value) => {
  expect(parsePythonJson(text)).toEqual(value)
})

test.each(['{"a": NaNa}', '{NaN: 1', ''])('refuses %j, which is not valid JSON in Python', (text) => {
  expect(() => parsePythonJson(text)).toThrow(SyntaxError)
})

test('returns the same text for any order of keys, but not for another order of a list', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(
    canonicalJson({ a: null, b: [{ c: 2, d: 1 }] }),
  )
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
})
