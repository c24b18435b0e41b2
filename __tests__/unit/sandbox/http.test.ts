import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Refusal, type Server, startServer } from '../../../sandbox/http.js'

let server: Server

beforeEach(async () => {
  server = await startServer({ port: 0, latency: 0 })
  server.routes.push(
    { method: 'POST', path: '/echo', answer: ({ body }) => ({ status: 201, body }) },
    { method: 'GET', path: '/item/:id', answer: (call) => ({ status: 200, body: call.parameter('id') }) },
    { method: 'GET', path: '/refused', answer: refuse },
    { method: 'GET', path: '/broken', answer: () => JSON.parse('{') },
  )
})
afterEach(() => server.close())

function refuse(): never {
  throw new Refusal(418, 'a teapot', { 'x-kind': 'teapot' })
}

const json = { 'content-type': 'application/json' }

test.each([
  ['GET', '/item/a%2Fb', undefined, {}, 200, 'a/b'],
  ['GET', '/item/', undefined, {}, 404, { detail: 'nothing at /item/' }],
  ['GET', '/item/%zz', undefined, {}, 400, { detail: expect.stringContaining('%zz') }],
  ['GET', '/none', undefined, {}, 404, { detail: 'nothing at /none' }],
  ['GET', '/echo', undefined, {}, 405, { detail: expect.stringContaining('only POST') }],
  ['GET', '/refused', undefined, {}, 418, { detail: 'a teapot' }],
  ['GET', '/broken', undefined, {}, 500, { detail: expect.stringContaining('SyntaxError') }],
  ['POST', '/echo', '{"a":1}', json, 201, { a: 1 }],
  ['POST', '/echo', '{', json, 422, { detail: expect.stringContaining('not JSON') }],
  ['POST', '/echo', 'a=1', {}, 415, { detail: expect.stringContaining('text/plain') }],
  ['POST', '/echo', `"${'x'.repeat(1024 * 1024)}"`, json, 413, { detail: expect.stringContaining('larger') }],
])('the server answers %s %s as expected: %#', async (method, path, body, headers, status, expected) => {
  const response = await fetch(server.url + path, { method, headers, ...(body && { body }) })
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual(expected)
  expect(server.requests).toMatchObject([{ method, path, status }])
})

test('a recorded body contains no secrets', async () => {
  const body = JSON.stringify({ api_token: 't', nested: { secret: 's' }, secret: null, name: 'n' })
  await fetch(`${server.url}/echo?a=1`, { method: 'POST', headers: json, body })
  expect(server.requests).toEqual([
    {
      method: 'POST',
      path: '/echo?a=1',
      status: 201,
      body: { api_token: '***', nested: { secret: '***' }, secret: null, name: 'n' },
    },
  ])
})

test('every call takes at least the latency', async () => {
  const slow = await startServer({ port: 0, latency: 60 })
  const before = performance.now()
  await fetch(slow.url)
  expect(performance.now() - before).toBeGreaterThan(55)
  await slow.close()
})

test('startServer rejects if the port is in use', async () => {
  const port = Number(new URL(server.url).port)
  await expect(startServer({ port, latency: 0 })).rejects.toThrow('EADDRINUSE')
})
