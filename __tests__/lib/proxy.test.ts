import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttpServer, type IncomingMessage } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, connect, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { runNode24 } from '../node24.js'

/** A service with TLS, and a proxy that opens tunnels, as in a company's network. */
const folder = mkdtempSync(join(tmpdir(), 'proxy-'))
const certificate = join(folder, 'certificate.pem')
const key = join(folder, 'key.pem')
let service: Server
let proxy: Server
let tunnels: string[] = []
let served = 0

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
const portOf = (server: Server) => (server.address() as AddressInfo).port

beforeAll(async () => {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const request = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '2',
  ]
  execFileSync('openssl', [...request, ...subject, '-keyout', key, '-out', certificate], { stdio: 'ignore' })
  const tls = { cert: readFileSync(certificate), key: readFileSync(key) }
  const answer = createHttpsServer(tls, (_, response) => {
    served++
    response.end('{}')
  })
  service = await listen(answer)
  const forward = createHttpServer((request, response) => {
    tunnels.push(`${request.method} ${request.url}`)
    response.writeHead(502).end()
  })
  forward.on('connect', (request: IncomingMessage, client: Duplex) => {
    tunnels.push(`CONNECT ${request.url}`)
    const target = connect(portOf(service), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.pipe(client).pipe(target)
    })
    for (const side of [client, target]) side.on('error', () => {})
  })
  proxy = await listen(forward)
})
beforeEach(() => {
  tunnels = []
  served = 0
})
afterAll(() => {
  for (const server of [service, proxy]) server.close()
  rmSync(folder, { recursive: true })
})

/** Asks under the runner's Node.js; what it prints is the status, or the error. */
async function ask(url: string, env: Record<string, string>): Promise<string> {
  const module = `
    import { send } from 'src/lib/http.js'
    const request = { method: 'GET', url: new URL(process.env.ASKED), signal: AbortSignal.timeout(10_000), attempts: 1 }
    console.log(await send(request).then(({ status }) => status, ({ message }) => message))
    process.exit()`
  const variables = Object.entries(env).map(([name, value]) => [
    name,
    value.replace('PROXY', `http://127.0.0.1:${portOf(proxy)}`),
  ])
  const { stdout, stderr } = await runNode24(module, {
    ASKED: url,
    NODE_EXTRA_CA_CERTS: certificate,
    ...Object.fromEntries(variables),
  })
  return stdout.trim() || stderr
}

test.each([
  ['HTTPS_PROXY', { HTTPS_PROXY: 'PROXY' }, true],
  ['https_proxy', { https_proxy: 'PROXY' }, true],
  ['no proxy variable', {}, false],
  ['HTTP_PROXY alone', { HTTP_PROXY: 'PROXY' }, true],
  ['NO_PROXY with the host', { HTTPS_PROXY: 'PROXY', NO_PROXY: 'example.com,localhost' }, false],
  ['NO_PROXY with another host', { HTTPS_PROXY: 'PROXY', NO_PROXY: 'example.com' }, true],
])('with %s a request goes where it says', async (_, env: Record<string, string>, tunnelled) => {
  const host = `localhost:${portOf(service)}`
  expect(await ask(`https://${host}/`, env)).toBe('200')
  expect(tunnels).toEqual(tunnelled ? [`CONNECT ${host}`] : [])
  expect(served).toBe(1)
})

test('plain http to another machine is refused before any connection, also to a proxy', async () => {
  expect(await ask('http://api.example.com/', { HTTP_PROXY: 'PROXY' })).toContain('is not https')
  expect(tunnels).toEqual([])
})

test('a certificate that nobody vouches for is an error', async () => {
  const url = `https://localhost:${portOf(service)}/`
  expect(await ask(url, { NODE_EXTRA_CA_CERTS: '' })).toMatch(/got no answer: .*(self-signed|SELF_SIGNED)/)
  expect(served).toBe(0)
})
