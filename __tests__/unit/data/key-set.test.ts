import { expect, test } from '@jest/globals'
import { KeySet } from '../../../src/data/key-set.js'

test('stores each key once in a set', () => {
  const set = new KeySet()
  const long = 'a'.repeat(1000)
  expect([set.add('a'), set.add(long), set.add('a'), set.add(long)]).toEqual([true, true, false, false])
  expect([set.has(long), set.has(`${long}a`)]).toEqual([true, false])
})
