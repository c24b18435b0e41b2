import { expect, test } from '@jest/globals'
import { clipRounding, numberAdvice, parseNumber } from '../../../src/data/cells.js'
import { labelKey } from '../../../src/data/labels.js'

test.each([
  ['0.9', 0.9],
  [' 1e-3 ', 0.001],
  ['-.5', -0.5],
  ['+2.', 2],
  ['0,9', undefined],
  ['1 000', undefined],
  ['nan', undefined],
  ['Infinity', undefined],
  ['0x1', undefined],
  ['', undefined],
])('reads %j as the number %p', (text, number) => {
  expect(parseNumber(text)).toBe(number)
})

test.each([
  ['0,9', ': write 0.9'],
  ['-0,25', ': write -0.25'],
  [',5', ': write 0.5'],
  ['90%', ': write 0.9'],
  ['12,5 %', ': write 0.125'],
  ['99.9 %', ': write 0.999'],
  ['half', ''],
  ['', ''],
  ['1,234,567', ''],
])('for the text %j, the advice is %j', (text, advice) => {
  expect(numberAdvice(text)).toBe(advice)
})

test.each([
  [1.0000000000000002, 1],
  [-1e-17, 0],
  [1 + 1e-10, 1],
  [-1e-10, 0],
  [1.00001, 1.00001],
  [-0.5, -0.5],
  [0.5, 0.5],
])('clips the rounding of %d to %d', (value, clipped) => {
  expect(clipRounding(value)).toBe(clipped)
})

test.each([
  ['1.0', '1'],
  ['1.', '1'],
  ['01', '1'],
  ['-2.00', '-2'],
  ['1e3', '1000'],
  ['True', 'true'],
  ['FALSE', 'false'],
  [' cat ', 'cat'],
  ['Cat', 'Cat'],
  ['1.5', '1.5'],
  ['v1.0', 'v1.0'],
  ['12345678901234567890', '12345678901234567890'],
])('the label %j has the key %j', (label, key) => {
  expect(labelKey(label)).toBe(key)
})
