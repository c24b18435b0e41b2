import { expect, test } from '@jest/globals'
import { isLoopback, leadsToThisMachine } from '../../../src/util/http.js'

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

test.each([
  ['https://localhost/', true],
  ['https://LOCALHOST./', true],
  ['https://registry.localhost:5000/', true],
  ['http://127.0.0.1:5000/v2/', true],
  ['https://127.1/', true],
  ['https://0x7f.0.0.1/', true],
  ['https://2130706433/', true],
  ['https://0.0.0.0/', true],
  ['https://0/', true],
  ['https://[::1]/', true],
  ['https://[::]/', true],
  ['https://[::ffff:127.0.0.1]/', true],
  ['https://[::ffff:0.0.0.0]/', true],
  ['https://[::127.0.0.1]/', true],
  ['https://127.0.0.1.example.com/', false],
  ['https://localhost.example.com/', false],
  ['https://mylocalhost/', false],
  ['https://10.0.0.1/', false],
  ['https://[::2]/', false],
  ['https://[::ffff:10.0.0.1]/', false],
  ['https://auth.docker.io/token', false],
])('leadsToThisMachine(%j) is %j', (url, expected) => {
  expect(leadsToThisMachine(new URL(url))).toBe(expected)
})
