import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { z } from 'zod/mini'
import { CancelledError } from '../../../src/runtime/errors.js'
import { type HttpRequest, readJson, send } from '../../../src/util/http.js'
import { captureOutput } from '../../support/captured-output.js'
import { type Answer, reply, serve, serveBytes } from '../../support/local-server.js'
import { runNode24 } from '../../support/node24.js'

const output = captureOutput()
const never = new AbortController().signal

function get(url: string, more: Partial<HttpRequest> = {}) {
  return send({ method: 'GET', url: new URL(url), signal: never, ...more })
}
const fail = (url: string, more: Partial<HttpRequest> = {}) =>
  get(url, more).then(
    () => expect('an error').toBe('thrown'),
    (error) => error,
  )
/**
 * Does the same in a process like the action's: network errors belong to Node's own realm, which jest's code does not
 * share.
 */
async function failOnRunner(url: string, seconds = 30, attempts = 1): Promise<Record<string, unknown>> {
  const module = `
    import { send } from 'src/util/http.js'
    const signal = new AbortController().signal
    const request = { method: 'GET', url: new URL('${url}'), signal, attempts: ${attempts} }
    const outcome = await send(request).catch((error) => error)
    const { name, message, status = null, outcomeUnknown } = outcome
    process.stderr.write(JSON.stringify({ name, message, status, outcomeUnknown }))`
  const { stderr } = await runNode24(module, { EVALUATOR_ACTION_HTTP_TIMEOUT: String(seconds) })
  return JSON.parse(stderr)
}
/** Answers with a status, and with 200 after it has done so often enough. */
const failing =
  (status: number, times: number, headers: Record<string, string> = { 'retry-after': '0' }): Answer =>
  (_, response, count) =>
    count > times ? reply(response, 200, { ok: true }) : reply(response, status, {}, headers)

test('returns status, headers and the whole body of an answer', async () => {
  const { url, requests } = await serve((_, response) =>
    reply(response, 201, 'é'.repeat(100_000), { a: 'b' }),
  )
  const headers = { authorization: 'Bearer token' }
  const {
    status,
    headers: got,
    body,
  } = await get(`${url}/a%2Fb?c=d`, { method: 'PUT', headers, body: '{"e":1}' })
  expect([status, got.a, body.toString('utf8')]).toEqual([201, 'b', 'é'.repeat(100_000)])
  expect(requests).toMatchObject([{ method: 'PUT', path: '/a%2Fb?c=d', headers, body: '{"e":1}' }])
})

test.each([
  ['compressed', 'GET', gzipSync('{"ok":true}'), { 'content-encoding': 'gzip' }, '{"ok":true}'],
  ['for HEAD, with a length and no body', 'HEAD', Buffer.from(''), { 'content-length': '512' }, ''],
  ['empty', 'GET', Buffer.from(''), {}, ''],
] as const)('reads an answer that is %s', async (_, method, body, headers, text) => {
  const { url } = await serve((_, response) => response.writeHead(200, headers).end(body))
  expect((await get(url, { method })).body.toString('utf8')).toBe(text)
})

test('does not decompress an answer that is too large', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
  const { url } = await serve((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  )
  expect((await fail(url, { attempts: 1 })).message).toMatch(/got no answer: .*larger than 8388608 bytes/)
})

test('sends consecutive requests over one connection, with its user agent', async () => {
  const { url, requests } = await serve((_, response) =>
    reply(response, 200, { port: response.socket?.remotePort }),
  )
  const ports = []
  for (let turn = 0; turn < 3; turn++) ports.push((await get(url)).body.toString())
  expect(new Set(ports).size).toBe(1)
  expect(requests).toMatchObject(Array(3).fill({ headers: { 'user-agent': 'evaluator-action' } }))
})

describe('a generated body', () => {
  const parts = Array.from({ length: 300 }, (_, index) => Buffer.alloc(10_000, String(index)))
  const whole = Buffer.concat(parts)
  const request = (body: HttpRequest['body']): Partial<HttpRequest> => ({
    ...(body !== undefined && { body }),
    method: 'PUT',
    headers: { 'content-length': String(whole.length) },
  })

  test('is generated again for each attempt', async () => {
    const { url, requests } = await serve(failing(503, 1))
    expect(
      (
        await get(
          url,
          request(() => Readable.from(parts)),
        )
      ).status,
    ).toBe(200)
    expect(requests.map(({ body }) => body === whole.toString())).toEqual([true, true])
  })

  test('is not generated to the end for a server that refuses it', async () => {
    const { url } = await serveBytes((socket) =>
      socket.write('HTTP/1.1 413 Content Too Large\r\ncontent-length: 0\r\n\r\n'),
    )
    let isEnded = false
    async function* endless() {
      try {
        for (;;) yield parts[0] ?? Buffer.alloc(0)
      } finally {
        isEnded = true
      }
    }
    expect((await fail(url, { method: 'PUT', body: endless })).status).toBe(413)
    await sleep(50)
    expect(isEnded).toBe(true)
  })

  test('ends the request with the reason if it cannot be generated', async () => {
    const { url } = await serve(() => {})
    async function* broken() {
      yield parts[0] ?? Buffer.alloc(0)
      throw new Error('the file is gone')
    }
    const error = await fail(url, { ...request(broken), attempts: 1 })
    expect(error.message).toContain('got no answer: the file is gone')
  })
})

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])(
    'with %i is not followed, and its target receives no token',
    async (status) => {
      const other = await serve((_, response) => reply(response, 200))
      const location = `${other.url.replace('127.0.0.1', 'localhost')}/v1`
      const server = await serve((_, response) => reply(response, status, {}, { location }))
      expect(await fail(server.url, { headers: { authorization: 'Bearer token' } })).toMatchObject({ status })
      expect([server.requests.length, other.requests.length]).toEqual([1, 0])
    },
  )
})

describe('plain http', () => {
  test.each([
    'http://api.example.com/',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'http://10.0.0.1/',
    'http://[::2]/',
    'http://0.0.0.0/',
    'ftp://127.0.0.1/',
    'file:///etc/hosts',
  ])('to %s is refused', async (url) => {
    const start = performance.now()
    expect(await fail(url)).toMatchObject({
      name: 'ActionError',
      message: expect.stringContaining('is not https'),
    })
    expect(performance.now() - start).toBeLessThan(100)
    expect(output.text).toBe('')
  })
})

test('accepts an answer that takes longer than an idle connection is kept', async () => {
  const { url } = await serve(async (_, response) => {
    await sleep(4_500)
    reply(response, 200)
  })
  expect((await get(url, { attempts: 1 })).status).toBe(200)
})

describe('a time limit', () => {
  const drops: Answer = (_, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    const timer = setInterval(() => response.write('x'), 20)
    response.once('close', () => clearInterval(timer))
  }
  test.each<[string, Answer]>([
    ['that never answers', () => {}],
    ['that sends its headers and no more', (_, response) => response.writeHead(200).flushHeaders()],
    ['that sends byte by byte', drops],
  ])('ends a call to a server %s', async (_, answer) => {
    const { url } = await serve(answer)
    const start = performance.now()
    expect(await failOnRunner(url, 0.15)).toEqual({
      name: 'HttpError',
      status: null,
      outcomeUnknown: true,
      message: `GET ${url}/ got no answer: no complete answer within 0.15 s`,
    })
    expect(performance.now() - start).toBeLessThan(4000)
  })

  test('applies to each attempt separately', async () => {
    const { url } = await serve((_, response, count) => count > 1 && reply(response, 200))
    expect(await failOnRunner(url, 0.5, 2)).toEqual({ status: 200 })
  })
})

describe('an answer', () => {
  const http = (head: string, body = '') => `HTTP/1.1 200 OK\r\n${head}\r\n\r\n${body}`
  test.each([
    ['is shorter than its length', http('content-length: 100', '{"half":')],
    ['has no body although it has a length', http('content-length: 100')],
    ['ends within its chunks', http('transfer-encoding: chunked', '5\r\n{"hal')],
    ['has invalid chunks', http('transfer-encoding: chunked', 'zz\r\n{}')],
    ['is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['is empty', ''],
    [
      'speaks another protocol',
      'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
    ],
  ])('that %s causes an error or a retry', async (_, bytes) => {
    const { url } = await serveBytes((socket, count) => {
      socket.end(count === 1 ? bytes : http('content-length: 2\r\nconnection: close', '{}'))
    })
    const answer = await get(url, { attempts: 2 })
    expect(answer.body.toString()).toBe('{}')
    expect(output.lines).toEqual([expect.stringMatching(/^GET \S+ got no answer: [^(]+; attempt 2 of 2/)])
  })

  test('that a reset connection cuts off is reported', async () => {
    const { url } = await serveBytes((socket) => socket.resetAndDestroy())
    expect((await failOnRunner(url)).message).toMatch(/got no answer: .*(ECONNRESET|other side closed)/)
  })

  test('that a closed port cannot send is reported', async () => {
    expect((await failOnRunner('http://127.0.0.1:2/')).message).toContain('ECONNREFUSED')
  })
})

describe('an answer larger than 8 MiB', () => {
  test.each([
    ['that declares its length', { 'content-length': String(9 * 1024 * 1024) }],
    ['that never ends', {}],
  ])('%s is not read to its end', async (_, headers) => {
    let sent = 0
    const { url } = await serve((_, response) => {
      response.writeHead(200, headers)
      const write = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65536))) sent += 65536
      }
      response.on('drain', write).on('error', () => {})
      write()
    })
    const error = await fail(url, { attempts: 1 })
    expect(error.message).toContain('the answer is larger than 8388608 bytes')
    expect(sent).toBeLessThan(32 * 1024 * 1024)
  })
})

describe('a request', () => {
  test.each([408, 425, 429, 500, 502, 503, 504])(
    'that is answered with %i is retried, with four attempts in all',
    async (status) => {
      const { url, requests } = await serve(failing(status, 3))
      expect((await get(url)).status).toBe(200)
      expect(requests).toHaveLength(4)
      const hopeless = await serve(failing(status, 99))
      expect(await fail(hopeless.url)).toMatchObject({ status })
      expect(hopeless.requests).toHaveLength(4)
    },
  )

  test.each([400, 401, 403, 404, 405, 409, 410, 413, 422])(
    'that is answered with %i is not retried',
    async (status) => {
      const { url, requests } = await serve(failing(status, 99))
      expect(await fail(url)).toMatchObject({ name: 'HttpError', status, transient: false })
      expect(requests).toHaveLength(1)
    },
  )

  test('that must not be sent twice is attempted once', async () => {
    const { url, requests } = await serve(failing(503, 99))
    expect(await fail(url, { method: 'POST', attempts: 1 })).toMatchObject({
      status: 503,
      outcomeUnknown: true,
    })
    expect(requests).toHaveLength(1)
  })

  test.each([404, 401, 307, 503])('returns a %i that the caller expects', async (status) => {
    const { url, requests } = await serve(failing(status, 99))
    expect((await get(url, { expect: [status] })).status).toBe(status)
    expect(requests).toHaveLength(1)
  })
})

describe('Retry-After', () => {
  const inTwoSeconds = () => new Date(Date.now() + 2000).toUTCString()
  test.each([
    ['seconds', () => '1', 1000],
    ['a date', inTwoSeconds, 990],
    ['a date in the past', () => new Date(0).toUTCString(), 0],
  ])('with %s is respected', async (_, value, least) => {
    const { url } = await serve(failing(429, 1, { 'retry-after': value() }))
    const start = performance.now()
    expect((await get(url)).status).toBe(200)
    const waited = performance.now() - start
    expect(waited).toBeGreaterThanOrEqual(least)
    expect(waited).toBeLessThan(least + 1500)
  })

  test.each([
    ['longer than ten minutes', '3600'],
    ['on another day', 'Wed, 01 Jan 2098 00:00:00 GMT'],
  ])('%s ends the call at once', async (_, value) => {
    const { url, requests } = await serve(failing(503, 99, { 'retry-after': value }))
    expect(await fail(url)).toMatchObject({ status: 503 })
    expect(requests).toHaveLength(1)
  })

  test.each(['soon', '-5', '1.5'])('with the invalid value %j leads to the usual pause', async (value) => {
    const { url } = await serve(failing(503, 1, { 'retry-after': value }))
    expect((await get(url)).status).toBe(200)
    expect(output.text).toMatch(/attempt 2 of 4 in 0\.[2345] s/)
  })
})

describe('a cancelled job', () => {
  const reason = new CancelledError('SIGINT')
  test.each<[string, Answer]>([
    ['before an answer', () => {}],
    ['during an answer', (_, response) => response.writeHead(200).write('x')],
    ['during a pause', failing(503, 99, { 'retry-after': '30' })],
  ])('ends a call %s, with its reason and without another attempt', async (_, answer) => {
    const job = new AbortController()
    const { url, requests } = await serve(answer)
    const call = fail(url, { signal: job.signal })
    await sleep(100)
    const start = performance.now()
    job.abort(reason)
    expect(await call).toBe(reason)
    expect(performance.now() - start).toBeLessThan(500)
    expect(requests).toHaveLength(1)
  })

  test('sends nothing more', async () => {
    const { url, requests } = await serve((_, response) => reply(response, 200))
    expect(await fail(url, { signal: AbortSignal.abort(reason) })).toBe(reason)
    expect(requests).toEqual([])
  })
})

describe('the message of an error', () => {
  test.each([
    ["FastAPI's", { detail: 'no such workflow' }, ': no such workflow'],
    ["a registry's", { errors: [{ code: 'DENIED', message: 'not yours' }] }, ': not yours'],
    ['plain text', { error: 'broken' }, ': broken'],
    ['a list of problems', { detail: [{ loc: ['name'] }] }, ': {"detail":[{"loc":["name"]}]}'],
    ['text', 'Bad\r\nGateway', ': Bad Gateway'],
    ['nothing', '', ''],
    ['null', 'null', ': null'],
    [
      'commands',
      { detail: '::error::a\r::set-output name=b::c\n##[error]d' },
      ': \\::error::a \\::set-output name=b::c #\\#[error]d',
    ],
    ['colours', { detail: '\x1b[31mred\x1b[0m' }, ': red'],
    ['a long text', { detail: 'a'.repeat(1000) }, `: ${'a'.repeat(299)}…`],
  ])('contains the server’s text, sanitized: %s', async (_, body, text) => {
    const { url } = await serve((_, response) => reply(response, 400, body))
    expect((await fail(`${url}/v1/x?secret=1`)).message).toBe(`GET ${url}/v1/x answered 400${text}`)
  })
})

describe('readJson', () => {
  const schema = z.object({ tenant: z.string() })
  const from = new URL('https://api.example.com/v1')
  const answer = (text: string) => ({ status: 200, headers: {}, body: Buffer.from(text) })

  test('returns the matching parts, without the rest', () => {
    expect(readJson(schema, answer('{"tenant":"acme","more":1}'), from)).toEqual({ tenant: 'acme' })
  })

  test.each([
    ['incomplete JSON', '{"tenant":"ac'],
    ['other JSON', '{"tenant":7}'],
    ['an HTML page', '<html>\n<body>Sign in\r::error::x</body>'],
    ['garbage', '\x00\xff\x1b[2J'],
    ['nothing', ''],
  ])('refuses %s, with an unknown outcome', (_, text) => {
    const read = () => readJson(schema, answer(text), from)
    expect(read).toThrow(/^https:\/\/api\.example\.com\/v1 answered 200 with something unexpected: .+/)
    expect(read).toThrow(expect.objectContaining({ status: undefined, outcomeUnknown: true }))
    expect(read).not.toThrow(/[\r\n\x00\x1b]|^::/m)
  })
})
