import { expect, test } from '@jest/globals'
import { Numbers } from '../../../src/data/numbers.js'

test.each([
  ['decimals', Float64Array, (index: number) => index / 7],
  ['whole numbers', Uint32Array, (index: number) => 4_294_967_295 - index],
] as const)('returns many %s as they were added', (_, type, value) => {
  const numbers = new Numbers(type)
  const expected = Array.from({ length: 5000 }, (_, index) => value(index))
  for (const number of expected) numbers.push(number)
  expect(numbers).toHaveLength(5000)
  expect(expected.map((_, index) => numbers.at(index))).toEqual(expected)
})
