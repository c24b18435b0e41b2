import { mkdtempSync, rmSync } from 'node:fs'
import { createServer as createPlainServer } from 'node:http'
import { createServer, type Server } from 'node:https'
import { createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { proxyFor } from '../../../src/util/proxy.js'
import { proxyCases } from '../../support/docker-rules.js'
import { runNode, runNode24 } from '../../support/node24.js'
import {
  type Certificate,
  listen,
  makeCertificate,
  portOfServer,
  startTunnelProxy,
  type TunnelProxy,
} from '../../support/tls.js'

/** A TLS service, and a proxy that opens tunnels to it. */
const folder = mkdtempSync(join(tmpdir(), 'proxy-'))
let certificate: Certificate
let service: Server
let proxy: TunnelProxy
let served = 0

beforeAll(async () => {
  certificate = makeCertificate(folder, ['localhost', 'sub.example.com'])
  service = await listen(
    createServer(certificate, (_, response) => {
      served++
      response.end('{}')
    }),
  )
  proxy = await startTunnelProxy(() => portOfServer(service))
})
beforeEach(() => {
  proxy.requests.length = 0
  proxy.authorizations.length = 0
  served = 0
})
afterAll(async () => {
  service.close()
  await proxy.close()
  rmSync(folder, { recursive: true })
})

/** Sends a request under the runner's Node.js; returns the status or the error. */
async function ask(url: string, env: Record<string, string>): Promise<string> {
  const module = `
    import { send } from 'src/util/http.js'
    const request = { method: 'GET', url: new URL(process.env.ASKED), signal: AbortSignal.timeout(Number(process.env.CANCELLED_AFTER ?? 10_000)), attempts: 1 }
    console.log(await send(request).then(({ status }) => status, ({ message }) => message))`
  const variables = Object.entries(env).map(([name, value]) => [
    name,
    value.replace('PROXY', proxy.url).replace('BARE', new URL(proxy.url).host),
  ])
  const { stdout, stderr } = await runNode24(module, {
    ASKED: url,
    NODE_EXTRA_CA_CERTS: certificate.file,
    ...Object.fromEntries(variables),
  })
  return stdout.trim() || stderr
}

/** `compat/docker-rules` checks what Go's programs do. */
describe.each(proxyCases)('with %j', (env, ways) => {
  test.each(Object.entries(ways))('connects to %s through the proxy: %s', (address, isProxied) => {
    const { hostname, port } = new URL(address)
    const host = hostname.replace(/^\[(.*)\]$/, '$1')
    const proxy = proxyFor({ host, port: port || '443' }, env)
    expect(proxy?.host).toBe(isProxied ? 'proxy.example:3128' : undefined)
  })
})

test.each(['socks5://proxy.example:1080', 'ftp://proxy.example'])(
  'reports a proxy with another scheme: %s',
  (address) => {
    const choose = (env: Record<string, string>) => proxyFor({ host: 'example.com', port: '443' }, env)
    expect(() => choose({ HTTPS_PROXY: address })).toThrow(
      /the action supports only http:\/\/ and https:\/\//,
    )
    expect(choose({ HTTPS_PROXY: address, NO_PROXY: 'example.com' })).toBeUndefined()
  },
)

test.each([
  ['HTTPS_PROXY', { HTTPS_PROXY: 'PROXY' }, true],
  ['HTTPS_PROXY without a scheme', { HTTPS_PROXY: 'BARE' }, true],
  ['https_proxy', { https_proxy: 'PROXY' }, true],
  ['no proxy variable', {}, false],
  ['HTTP_PROXY alone, which is for plain http', { HTTP_PROXY: 'PROXY' }, false],
  ['NO_PROXY with the host', { HTTPS_PROXY: 'PROXY', NO_PROXY: 'example.net,example.com' }, false],
  ['NO_PROXY with another host', { HTTPS_PROXY: 'PROXY', NO_PROXY: 'example.net' }, true],
])('chooses the route for %s', async (_, env: Record<string, string>, tunnelled) => {
  const said = await ask('https://sub.example.com/', env)
  // The host exists only behind the proxy.
  if (!tunnelled) expect(said).toMatch(/^GET .* got no answer: .*sub\.example\.com/)
  else expect(said).toBe('200')
  expect(proxy.requests).toEqual(tunnelled ? ['CONNECT sub.example.com:443'] : [])
  expect(served).toBe(tunnelled ? 1 : 0)
})

test('a request to this machine bypasses the proxy', async () => {
  expect(await ask(`https://localhost:${portOfServer(service)}/`, { HTTPS_PROXY: 'PROXY' })).toBe('200')
  expect(proxy.requests).toEqual([])
})

test('a proxy gets the name and password of its address', async () => {
  const url = proxy.url.replace('http://', 'http://us%40er:pass%3Aword@')
  expect(await ask('https://sub.example.com/', { HTTPS_PROXY: url })).toBe('200')
  const login = Buffer.from('us@er:pass:word').toString('base64')
  expect(proxy.authorizations).toEqual([`Basic ${login}`])
})

test('keeps a connection through a proxy for the next request', async () => {
  const two = `
    import { send } from 'src/util/http.js'
    const ask = () => send({ method: 'GET', url: new URL('https://sub.example.com/'), signal: AbortSignal.timeout(10_000), attempts: 1 })
    await ask()
    console.log((await ask()).status)`
  const env = { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: certificate.file }
  expect((await runNode24(two, env)).stdout.trim()).toBe('200')
  expect(served).toBe(2)
  expect(proxy.requests).toHaveLength(1)
})

test('uses the proxy with the Node.js of the tests too', async () => {
  const request = `
    import https from 'node:https'
    import { TunnelAgent } from 'src/util/tunnel-agent.js'
    https.get('https://sub.example.com/', { agent: new TunnelAgent() }, ({ statusCode }) => { console.log(statusCode); process.exit() })`
  const env = { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: certificate.file }
  expect((await runNode(process.execPath, request, env)).stdout.trim()).toBe('200')
  expect(proxy.requests).toEqual(['CONNECT sub.example.com:443'])
})

test('refuses plain http to another machine before any connection, even to a proxy', async () => {
  expect(await ask('http://api.example.com/', { HTTP_PROXY: 'PROXY' })).toContain('is not https')
  expect(proxy.requests).toEqual([])
})

test('plain http to this machine bypasses every proxy', async () => {
  const here = await listen(createPlainServer((_, response) => response.end('{}')))
  const proxies = { HTTP_PROXY: 'PROXY', HTTPS_PROXY: 'PROXY' }
  expect(await ask(`http://127.0.0.1:${portOfServer(here)}/`, proxies)).toBe('200')
  here.close()
  expect(proxy.requests).toEqual([])
})

describe('a proxy that', () => {
  const established = 'HTTP/1.1 200 Connection established\r\n\r\n'
  test.each([
    ['says nothing', ''],
    ['opens a tunnel without a target', established],
    ['opens a tunnel, and does not answer with TLS', `${established}nonsense`],
    ['refuses', 'HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n'],
  ])('%s ends a request by its time limit, and keeps no process alive', async (_, answer) => {
    const silent = await listen(
      createTcpServer((socket) => socket.on('error', () => {}).once('data', () => socket.write(answer))),
    )
    const start = performance.now()
    const env = {
      HTTPS_PROXY: `http://127.0.0.1:${portOfServer(silent)}`,
      EVALUATOR_ACTION_HTTP_TIMEOUT: '0.5',
    }
    expect(await ask('https://api.example.com/', env)).toMatch(/^GET .* got no answer: .+/)
    expect(performance.now() - start).toBeLessThan(4_000)
    silent.close()
  })

  test('opens a tunnel without a target does not delay a job that is cancelled', async () => {
    const silent = await listen(
      createTcpServer((socket) => socket.on('error', () => {}).once('data', () => socket.write(established))),
    )
    const start = performance.now()
    const env = { HTTPS_PROXY: `http://127.0.0.1:${portOfServer(silent)}`, CANCELLED_AFTER: '500' }
    expect(await ask('https://api.example.com/', env)).toMatch(/timeout/)
    expect(performance.now() - start).toBeLessThan(4_000)
    silent.close()
  })

  test('has an invalid address causes an error that does not show its password', async () => {
    const message = await ask('https://api.example.com/', { HTTPS_PROXY: 'http://user:canary#@proxy:x' })
    expect(message).toBe('HTTPS_PROXY is not the address of a proxy. Write http://HOST:PORT there.')
  })
})

test('reports a certificate that no trusted authority signed', async () => {
  const url = `https://localhost:${portOfServer(service)}/`
  expect(await ask(url, { NODE_EXTRA_CA_CERTS: '' })).toMatch(/got no answer: .*(self-signed|SELF_SIGNED)/)
  expect(served).toBe(0)
})
