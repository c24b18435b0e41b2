import { expect, test } from '@jest/globals'
import type { z } from 'zod/mini'
import { address, boolean, line, list, oneOf, pairs, token } from '../../../src/runtime/fields.js'

const word = oneOf('tag', 'digest', 'both')

test.each<[string, z.ZodMiniType, string, unknown]>([
  ['line', line, 'Keypoint Detection', 'Keypoint Detection'],
  ['boolean', boolean, 'true', true],
  ['boolean', boolean, 'False', false],
  ['boolean', boolean, 'TRUE', true],
  ['one of a few words', word, 'digest', 'digest'],
  ['list', list(), 'a,b\nc', ['a,b', 'c']],
  ['list with commas', list({ comma: true }), 'a,b\nc', ['a', 'b', 'c']],
  [
    'pairs',
    pairs(),
    'A=1\nB=',
    [
      ['A', '1'],
      ['B', ''],
    ],
  ],
  ['token', token, '12345678', '12345678'],
])('%s accepts %j', (_, field, text, value) => {
  expect(field.parse(text)).toEqual(value)
})

test.each<[string, z.ZodMiniType, string, string]>([
  ['line', line, 'a\nb', 'has a line break; write it on one line'],
  ['line', line, 'a\rb', 'has a line break; write it on one line'],
  ['line', line, 'a\0b', 'has a line break; write it on one line'],
  ['boolean', boolean, 'yes', 'write true or false'],
  ['boolean', boolean, 'tRUE', 'write true or false'],
  ['boolean', boolean, '1', 'write true or false'],
  ['one of a few words', word, 'Tag', 'write tag, digest or both'],
  ['pairs', pairs('id=path'), 'a', 'item 1 has no "=": write it as id=path; put quotes'],
  ['token', token, '1234567', 'is shorter than 8 characters or contains white space'],
  ['token', token, 'token of acme', 'is shorter than 8 characters or contains white space'],
  ['token', token, 'token-of-acme\n', 'is shorter than 8 characters or contains white space'],
])('%s refuses %j', (_, field, text, message) => {
  const result = field.safeParse(text)
  expect(result.error?.issues.map((issue) => issue.message)).toEqual([expect.stringContaining(message)])
})

test.each([
  'https://api.kolena.io',
  'https://example.com:8443/base/',
  'http://127.0.0.1:8080',
  'http://localhost:8080/a',
  'http://[::1]:80',
])('address accepts %s', (text) => {
  expect(address.parse(text).href).toBe(new URL(text).href)
})

test.each([
  'api.kolena.io',
  'http://api.kolena.io',
  'http://127.0.0.1.example.com',
  'https://user@example.com',
  'https://:password@example.com',
  'https://example.com?a=b',
  'https://example.com#a',
  'ftp://example.com',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://',
])('address refuses %s', (text) => {
  const [issue] = address.safeParse(text).error?.issues ?? []
  expect(issue?.message).toBe('write an https address, like https://api.example.com')
})
