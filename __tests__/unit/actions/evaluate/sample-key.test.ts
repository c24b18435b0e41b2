import { describe, expect, test } from '@jest/globals'
import { describeKey, identifyingFields, keyOf } from '../../../../src/actions/evaluate/sample-key.js'
import type { JsonMapping } from '../../../../src/runtime/mapping.js'

const image = { locator: 's3://b/1.png', data_type: 'TEST_SAMPLE/IMAGE' }

/** Returns whether a row's test sample matches the platform's. */
function agree(row: JsonMapping, platform: JsonMapping): boolean {
  const fields = identifyingFields(row)
  return keyOf(row, fields) === keyOf(platform, fields)
}

describe('a test sample of a row matches the platform’s', () => {
  test.each<[string, JsonMapping, JsonMapping]>([
    ['with the same locator', { locator: 's3://b/1.png' }, image],
    ['with additional fields on the platform', { locator: 's3://b/1.png' }, { ...image, width: 5 }],
    ['with all of its fields', { locator: 'a', start: 1 }, { locator: 'a', start: 1, end: 2 }],
    ['with a number as text', { id: '5' }, { id: 5 }],
    ['with an empty field that the platform does not have', { locator: 'a', start: null }, { locator: 'a' }],
    ['without its type and metadata', { locator: 'a', data_type: 'x', metadata: { a: 1 } }, { locator: 'a' }],
    [
      'with parts, even of other types',
      { source: { locator: 'a' }, target: { locator: 'b' } },
      { source: { ...image, locator: 'a' }, target: { data_type: 'TEST_SAMPLE/IMAGE', locator: 'b' } },
    ],
    ['with lists', { pages: ['a', 1] }, { pages: ['a', 1.0] }],
  ])('%s', (_, row, platform) => {
    expect(agree(row, platform)).toBe(true)
  })
})

describe('a test sample of a row does not match the platform’s', () => {
  test.each<[string, JsonMapping, JsonMapping]>([
    ['with another locator', { locator: 'b' }, { locator: 'a' }],
    ['with one other field', { locator: 'a', start: 2 }, { locator: 'a', start: 1 }],
    ['with a field that the platform does not have', { locator: 'a', frame: 1 }, { locator: 'a' }],
    ['with a field that every object has', { constructor: 'x' }, {}],
    ['with another part', { source: { locator: 'a' } }, { source: { locator: 'b' } }],
    ['with values that are equal only when they are joined', { a: 'x","y', b: '' }, { a: 'x', b: 'y' }],
  ])('%s', (_, row, platform) => {
    expect(agree(row, platform)).toBe(false)
  })
})

test.each([
  [{ locator: 'a' }, 'a'],
  [{ locator: 'a', start: 1 }, '{"locator":"a","start":"1"}'],
])('describeKey describes the key of %j as %s', (sample, text) => {
  const fields = identifyingFields(sample)
  expect(describeKey(keyOf(sample, fields), fields)).toBe(text)
})
