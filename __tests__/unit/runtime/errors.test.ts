import { expect, test } from '@jest/globals'
import { sentence } from '../../../src/runtime/errors.js'

test.each([
  ['it failed', 'it failed.'],
  ['Check the address.', 'Check the address.'],
  ['Does it run?', 'Does it run?'],
  ['cut off…', 'cut off…'],
])('%j ends with one full stop as a sentence', (text, expected) => {
  expect(sentence(text)).toBe(expected)
})
