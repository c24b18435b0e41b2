import { expect, test } from '@jest/globals'
import { isLoopback } from '../../../src/util/http.js'

test.each([
  ['localhost', true],
  ['localhost:5000', true],
  ['127.0.0.1:80', true],
  ['127.255.255.254', true],
  ['[::1]', true],
  ['[::1]:5000', true],
  ['127.0.0.1.example.com', false],
  ['127.0.0.256', false],
  ['localhost.example.com', false],
  ['128.0.0.1', false],
  ['[::2]:5000', false],
  ['docker.io', false],
])('isLoopback(%j) is %j', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})
