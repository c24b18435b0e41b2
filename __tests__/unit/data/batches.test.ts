import { expect, test } from '@jest/globals'
import { batches } from '../../../src/data/batches.js'

test.each([
  [[], []],
  [['a', 'b'], [['a', 'b']]],
  [
    ['a', 'b', 'c', 'd'],
    [['a', 'b', 'c'], ['d']],
  ],
  [
    ['aaaa', 'bbbb', 'cccc'],
    [['aaaa', 'bbbb'], ['cccc']],
  ],
  [
    ['a', 'b'.repeat(50), 'c'],
    [['a'], ['b'.repeat(50)], ['c']],
  ],
])('splits %j into batches of up to three items and ten characters', async (items, expected) => {
  const found: string[][] = []
  for await (const batch of batches(items, { count: 3, characters: 10 }, (item) => item.length))
    found.push(batch)
  expect(found).toEqual(expected)
})
