import { expect, test } from '@jest/globals'
import { differencesOf } from '../../../src/data/differences.js'

test.each([
  ['equal values', { a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, []],
  ['keys in another order', { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, []],
  ['a different value', { a: 1 }, { a: 2 }, [{ key: 'a', registered: 1, given: 2 }]],
  ['a different type', { a: 1 }, { a: '1' }, [{ key: 'a', registered: 1, given: '1' }]],
  [
    'another order of a list',
    { a: [1, 2] },
    { a: [2, 1] },
    [{ key: 'a', registered: [1, 2], given: [2, 1] }],
  ],
  ['a new key', {}, { a: null }, [{ key: 'a', registered: undefined, given: null }]],
  ['a removed key', { a: 1 }, {}, [{ key: 'a', registered: 1, given: undefined }]],
  [
    'a key that every object has',
    {},
    { toString: 'x' },
    [{ key: 'toString', registered: undefined, given: 'x' }],
  ],
])('differencesOf compares %s', (_, registered, given, expected) => {
  expect(differencesOf(registered, given)).toEqual(expected)
})

test('differencesOf skips keys that the filter excludes', () => {
  expect(differencesOf({ a: 1, b: 1 }, { a: 2, b: 2 }, (key) => key !== 'a')).toEqual([
    { key: 'b', registered: 1, given: 2 },
  ])
})
