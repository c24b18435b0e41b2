import { describe, expect, jest, test } from '@jest/globals'
import { loginOf } from '../../../src/docker/credentials.js'
import { pushImage } from '../../../src/docker/push.js'
import { captureOutput } from '../../support/captured-output.js'
import { scriptEngine } from '../../support/scripted-engine.js'

const output = captureOutput()
const engine = scriptEngine()
const reference = 'docker.kolena.io/acme/evaluator:v1'
const digest = `sha256:${'5'.repeat(64)}`
const done = JSON.stringify({ status: `v1: digest: ${digest} size: 528` })
const credentials = { username: 'acme', password: 'token-of-acme-0123' }
const push = () => pushImage(engine.docker, reference, loginOf(credentials))
const stream = (...messages: unknown[]) =>
  messages.map((message) => (typeof message === 'string' ? message : JSON.stringify(message))).join('\r\n')
const failing = (error: string) =>
  stream({ status: 'The push refers to repository [x]' }, { errorDetail: { message: error }, error })

test('a push shows its sanitized progress, without byte counts', async () => {
  engine.answer = (_, response) =>
    response.end(
      stream(
        { status: 'Preparing', id: 'abc', progressDetail: {} },
        { status: 'Pushing', id: 'abc', progressDetail: { current: 1, total: 2 }, progress: '[==>]' },
        { status: 'Pushed', id: 'abc' },
        { status: '::error::forged' },
        { status: `v1: digest: ${digest} size: 528` },
        { aux: { Tag: 'v1', Digest: digest, Size: 528 } },
        'no JSON',
      ),
    )
  expect(await push()).toBe(digest)
  expect(engine.calls).toMatchObject([
    { name: 'POST /images/docker.kolena.io/acme/evaluator/push?tag=v1', body: '' },
  ])
  expect(output.lines).toEqual([
    'abc: Preparing',
    'abc: Pushed',
    '\\::error::forged',
    `v1: digest: ${digest} size: 528`,
  ])
})

test.each([
  [credentials, { ...credentials, serveraddress: 'docker.kolena.io' }],
  [
    { username: '', password: 'x', identityToken: 't' },
    { identitytoken: 't', serveraddress: 'docker.kolena.io' },
  ],
  [undefined, { serveraddress: 'docker.kolena.io' }],
  // Its base64 contains every character in which base64 and base64url differ. Logins with each length of padding
  // follow.
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
])('sends the login %j in a header that the engine can read', async (given, expected) => {
  engine.answer = (_, response) => response.end()
  await pushImage(engine.docker, reference, loginOf(given))
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
])('does not retry a refused push: %s', async (line) => {
  engine.answer = (_, response) => response.end(failing(line))
  await expect(push()).rejects.toMatchObject({
    name: 'ActionError',
    message: expect.stringContaining(
      `The registry refused the push of ${reference}. Check that the repository exists`,
    ),
  })
  expect(engine.calls).toHaveLength(1)
})

test('reports a refusal by the engine in its words', async () => {
  engine.answer = (_, response) => response.writeHead(404).end('{"message":"No such image: x"}')
  await expect(push()).rejects.toThrow(/refused the push .*No such image: x/)
  expect(engine.calls).toHaveLength(1)
})

test('reports a registry that does not exist, and names the inputs to check', async () => {
  engine.answer = (_, response) => response.end(failing('dial tcp: lookup docker.kolena.oi: no such host'))
  await expect(push()).rejects.toMatchObject({
    name: 'ActionError',
    message: expect.stringMatching(/^There is no registry at this address\. Check image and registry/),
  })
})

test.each([
  "tag invalid: The image tag 'v1' already exists and cannot be overwritten because the tag is immutable.",
  "unknown: Failed to process request due to 'team/evaluator:v1' configured as immutable.",
  'denied: tag v1 cannot be updated. The repository has enabled tag immutability',
  'error parsing HTTP 412 response body: invalid character',
  'received unexpected HTTP status: 409 Conflict',
  'failed commit on ref "manifest": unexpected status from PUT request to https://127.0.0.1:42311/v2/a/manifests/v1: 412 Precondition Failed',
  'error parsing HTTP 405 response body: method not allowed',
])('does not retry a push to a tag that cannot be moved: %s', async (line) => {
  engine.answer = (_, response) => response.end(failing(line))
  await expect(push()).rejects.toMatchObject({
    name: 'ActionError',
    message: expect.stringMatching(
      /^docker\.kolena\.io\/acme\/evaluator:v1 points to a different image in the registry, or the registry refuses this one/,
    ),
  })
  expect(engine.calls).toHaveLength(1)
})

const earlyManifest =
  'manifest list/index references to blobs and/or manifests are missing in your target registry: failed commit on ref "index-sha256:5": unexpected status from PUT request to https://registry.example.com:5000/v2/team/evaluator/manifests/v1: 400 Bad Request'

test('tries once more if the registry refuses a manifest, whose layers another push may still be sending', async () => {
  engine.answer = (_, response, count) => response.end(count > 1 ? done : failing(earlyManifest))
  expect(await push()).toBe(digest)
  expect(engine.calls).toHaveLength(2)
})

test('reports a manifest that the registry refuses twice', async () => {
  engine.answer = (_, response) => response.end(failing(earlyManifest))
  await expect(push()).rejects.toThrow(/points to a different image in the registry, or the registry refuses/)
  expect(engine.calls).toHaveLength(2)
})

describe('an expired login', () => {
  const renewed = { username: 'acme', password: 'another-token-of-acme' }
  const passwords = () =>
    engine.calls.map(
      ({ headers }) =>
        JSON.parse(Buffer.from(String(headers['x-registry-auth']), 'base64url').toString('utf8')).password,
    )
  test.each([
    'denied: Your authorization token has expired. Reauthenticate and try again.',
    'unauthorized: authentication required',
    'no basic auth credentials',
    'unexpected status from HEAD request to https://r.example.com/v2/a/blobs/x: 403 Forbidden',
    'failed to authorize: insufficient_scope: authorization failed',
  ])('is replaced by a new one, once, if the registry says: %s', async (line) => {
    engine.answer = (_, response, count) => response.end(count > 1 ? done : failing(line))
    expect(
      await pushImage(
        engine.docker,
        reference,
        loginOf(credentials, async () => renewed),
      ),
    ).toBe(digest)
    expect(passwords()).toEqual([credentials.password, renewed.password])
  })

  test.each<[string, () => Promise<typeof credentials | undefined>, number]>([
    ['there is no other login', async () => undefined, 1],
    ['the new login is the same', async () => ({ ...credentials }), 1],
    ['the new login is refused too', async () => renewed, 2],
  ])('causes an error if %s', async (_, renew, pushes) => {
    engine.answer = (_, response) => response.end(failing('denied: no access'))
    const push = pushImage(engine.docker, reference, loginOf(credentials, renew))
    await expect(push).rejects.toThrow(/The registry refused the push .* denied: no access/)
    expect(engine.calls).toHaveLength(pushes)
  })
})

test.each([
  'received unexpected HTTP status: 500 Internal Server Error',
  'received unexpected HTTP status: 502 Bad Gateway',
  'error parsing HTTP 429 response body: x',
  'unexpected status from PUT request to http://127.0.0.1:40400/v2/a/manifests/v1: 503 Service Unavailable',
  'received unexpected HTTP status: 503 Service Unavailable',
  'toomanyrequests: Rate exceeded',
  'write tcp 10.0.0.1:1->10.0.0.2:443: connection reset by peer',
  'net/http: TLS handshake timeout',
  'unexpected EOF',
])('retries a transient failure: %s', async (line) => {
  engine.answer = (_, response, count) => response.end(count > 1 ? done : failing(line))
  expect(await push()).toBe(digest)
  expect(engine.calls).toHaveLength(2)
})

test('throws if the engine’s answer is cut off', async () => {
  engine.answer = (_, response, count) => {
    if (count > 1) return void response.end(done)
    response.write(stream({ status: 'Preparing', id: 'abc' }, ''))
    setTimeout(() => response.destroy(), 20)
  }
  expect(await push()).toBe(digest)
  expect(engine.calls).toHaveLength(2)
})

test('retries a transient failure after a long push', async () => {
  jest.useFakeTimers({
    doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval', 'queueMicrotask'],
  })
  engine.answer = (_, response, count) => {
    // Docker retries a layer for minutes before it gives up.
    jest.setSystemTime(Date.now() + 10 * 60_000)
    jest.advanceTimersByTime(10 * 60_000)
    response.end(count > 2 ? done : failing('received unexpected HTTP status: 503 Service Unavailable'))
  }
  const pushed = await push().finally(() => jest.useRealTimers())
  expect(pushed).toBe(digest)
  expect(engine.calls).toHaveLength(3)
})

test('throws after three attempts if a failure persists', async () => {
  engine.answer = (_, response) => response.end(failing('unexpected EOF'))
  await expect(push()).rejects.toMatchObject({
    name: 'EngineError',
    message: `The push of ${reference} failed: unexpected EOF`,
  })
  expect(engine.calls).toHaveLength(3)
})
