import { expect, test } from '@jest/globals'
import {
  formatSuiteReference,
  parseSuiteReference,
} from '../../../../src/platforms/kolena/suite-reference.js'

test.each([
  ['faces', 'faces', null],
  ['faces@3', 'faces', 3],
  ['faces@0', 'faces', 0],
  ['team@example :: faces', 'team@example :: faces', null],
  ['team@example@12', 'team@example', 12],
  ['faces@2@1', 'faces@2', 1],
  ['faces@v3', 'faces@v3', null],
  ['faces@', 'faces@', null],
  ['@3', '@3', null],
  ['faces @3', 'faces', 3],
])('parseSuiteReference(%j) is the name %j and the version %j', (text, name, version) => {
  expect(parseSuiteReference(text)).toEqual({ name, version })
})

test('parseSuiteReference refuses a version that no number can hold', () => {
  expect(() => parseSuiteReference(`faces@${'9'.repeat(20)}`)).toThrow('write it like faces@3')
})

test.each(['faces', 'faces@3', 'a@b@4'])('formatSuiteReference writes %s as it was read', (text) => {
  expect(formatSuiteReference(parseSuiteReference(text))).toBe(text)
})
