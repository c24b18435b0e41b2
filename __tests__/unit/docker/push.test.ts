import { expect, test } from '@jest/globals'
import { pushImage } from '../../../src/docker/push.js'
import { captureOutput } from '../../support/captured-output.js'
import { scriptEngine } from '../../support/scripted-engine.js'

const output = captureOutput()
const engine = scriptEngine()
const reference = 'docker.kolena.io/acme/evaluator:v1'
const credentials = { username: 'acme', password: 'token-of-acme-0123' }
const push = () => pushImage(engine.docker, reference, credentials)
const stream = (...messages: unknown[]) =>
  messages.map((message) => (typeof message === 'string' ? message : JSON.stringify(message))).join('\r\n')
const failing = (error: string) =>
  stream({ status: 'The push refers to repository [x]' }, { errorDetail: { message: error }, error })

test('a push shows its progress, harmlessly, and no count of bytes', async () => {
  engine.answer = (_, response) =>
    response.end(
      stream(
        { status: 'Preparing', id: 'abc', progressDetail: {} },
        { status: 'Pushing', id: 'abc', progressDetail: { current: 1, total: 2 }, progress: '[==>]' },
        { status: 'Pushed', id: 'abc' },
        { status: '::error::forged' },
        { aux: { Tag: 'v1', Digest: 'sha256:1', Size: 1 } },
        'no JSON',
      ),
    )
  expect(await push()).toBe('pushed')
  expect(engine.calls).toMatchObject([
    { name: 'POST /images/docker.kolena.io/acme/evaluator/push?tag=v1', body: '' },
  ])
  expect(output.lines).toEqual(['abc: Preparing', 'abc: Pushed', '\\::error::forged'])
})

test.each([
  [credentials, { ...credentials, serveraddress: 'docker.kolena.io' }],
  [
    { username: '', password: 'x', identityToken: 't' },
    { identitytoken: 't', serveraddress: 'docker.kolena.io' },
  ],
  [undefined, { serveraddress: 'docker.kolena.io' }],
  // Its base64 has every character in which base64 and base64url differ, and one of each length of padding follows.
  [
    { username: 'a', password: '~~~???>>>' },
    { username: 'a', password: '~~~???>>>', serveraddress: 'docker.kolena.io' },
  ],
  [
    { username: 'ab', password: '~~~???>>>' },
    { username: 'ab', password: '~~~???>>>', serveraddress: 'docker.kolena.io' },
  ],
  [
    { username: 'abc', password: '~~~???>>>' },
    { username: 'abc', password: '~~~???>>>', serveraddress: 'docker.kolena.io' },
  ],
])('the login %j is in a header as the engine reads it', async (given, expected) => {
  engine.answer = (_, response) => response.end()
  await pushImage(engine.docker, reference, given)
  const header = String(engine.calls[0]?.headers['x-registry-auth'])
  expect(header).toMatch(/^[\w-]+={0,2}$/)
  expect(header.length % 4).toBe(0)
  expect(JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))).toEqual(expected)
})

test.each([
  'denied: requested access to the resource is denied',
  'unauthorized: authentication required',
  'error parsing HTTP 403 response body: "Forbidden"',
  'no basic auth credentials',
  'name unknown: The repository does not exist',
  'An image does not exist locally with the tag: acme/evaluator',
  'failed to authorize: insufficient_scope: authorization failed',
])('a refusal is not tried again: %s', async (line) => {
  engine.answer = (_, response) => response.end(failing(line))
  await expect(push()).rejects.toMatchObject({
    name: 'ActionError',
    message: expect.stringContaining(
      `The registry refused the push of ${reference}. Check that the repository exists`,
    ),
  })
  expect(engine.calls).toHaveLength(1)
})

test('an engine that refuses at once is told in its words', async () => {
  engine.answer = (_, response) => response.writeHead(404).end('{"message":"No such image: x"}')
  await expect(push()).rejects.toThrow(/refused the push .*No such image: x/)
  expect(engine.calls).toHaveLength(1)
})

test('a registry that does not exist is told as such, with the inputs to look at', async () => {
  engine.answer = (_, response) => response.end(failing('dial tcp: lookup docker.kolena.oi: no such host'))
  await expect(push()).rejects.toMatchObject({
    name: 'ActionError',
    message: expect.stringMatching(/^There is no registry at this address\. Check image and registry/),
  })
})

test('a tag that cannot be moved is kept: what the registry has under it decides', async () => {
  engine.answer = (_, response) => response.end(failing('tag invalid: The image tag is immutable'))
  expect(await push()).toBe('kept')
  expect(engine.calls).toHaveLength(1)
})

test.each([
  'received unexpected HTTP status: 503 Service Unavailable',
  'toomanyrequests: Rate exceeded',
  'write tcp 10.0.0.1:1->10.0.0.2:443: connection reset by peer',
  'net/http: TLS handshake timeout',
  'unexpected EOF',
])('a fault that passes is: %s', async (line) => {
  engine.answer = (_, response, count) => response.end(count > 1 ? '' : failing(line))
  expect(await push()).toBe('pushed')
  expect(engine.calls).toHaveLength(2)
})

test("an engine's answer that is cut off is no push", async () => {
  engine.answer = (_, response, count) => {
    if (count > 1) return void response.end()
    response.write(stream({ status: 'Preparing', id: 'abc' }, ''))
    setTimeout(() => response.destroy(), 20)
  }
  expect(await push()).toBe('pushed')
  expect(engine.calls).toHaveLength(2)
})

test('a fault that does not pass is an error after three attempts', async () => {
  engine.answer = (_, response) => response.end(failing('unexpected EOF'))
  await expect(push()).rejects.toMatchObject({
    name: 'EngineError',
    message: `The push of ${reference} failed: unexpected EOF`,
  })
  expect(engine.calls).toHaveLength(3)
})
