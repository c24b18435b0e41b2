import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { runNode24 } from '../../support/node24.js'
import {
  type Certificate,
  listen,
  makeCertificate,
  portOfServer,
  startTunnelProxy,
  type TunnelProxy,
} from '../../support/tls.js'

/** A registry that the client takes for another machine: a tunnel leads to it. */
const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'))
const configuration = '{"os":"linux","architecture":"amd64"}'
const digest = `sha256:${createHash('sha256').update(configuration).digest('hex')}`
let certificate: Certificate
let service: Server
let proxy: TunnelProxy
/** Where the registry sends its clients for a token and for a blob. */
let realm: string | undefined
let storage: string | undefined
/** The received requests, as `HOST/PATH`. */
const requests: string[] = []

beforeAll(async () => {
  certificate = makeCertificate(folder, ['registry.example.com', 'auth.example.com', 'localhost'])
  service = await listen(
    createServer(certificate, (request, response) => {
      requests.push(`${request.headers.host}${request.url?.split('?')[0]}`)
      if (request.url?.startsWith('/token')) return response.end('{"token":"issued"}')
      if (request.url?.startsWith('/stored')) return response.end(configuration)
      if (realm && !request.headers.authorization)
        return response.writeHead(401, { 'www-authenticate': `Bearer realm="${realm}"` }).end()
      if (request.url?.includes('/blobs/'))
        return storage ? response.writeHead(307, { location: storage }).end() : response.end(configuration)
      return response.end(JSON.stringify({ config: { digest, size: 1, mediaType: 'x' }, layers: [] }))
    }),
  )
  proxy = await startTunnelProxy(() => portOfServer(service))
})
beforeEach(() => {
  requests.length = 0
  realm = undefined
  storage = undefined
})
afterAll(async () => {
  service.close()
  await proxy.close()
  rmSync(folder, { recursive: true })
})

/** Reads the facts of an image; returns what the process printed. */
async function read(): Promise<string> {
  const module = `
    import { loginOf } from 'src/docker/credentials.js'
    import { openRepository } from 'src/registry/distribution.js'
    const login = loginOf({ username: 'acme', password: 'token-of-acme' })
    const repository = openRepository('registry.example.com', 'acme/evaluator', login, AbortSignal.timeout(10_000))
    const facts = async () => repository.readFacts(await repository.findManifest('v1'))
    console.log(await facts().then(({ platform }) => platform, ({ message }) => message))`
  const { stdout, stderr } = await runNode24(module, {
    HTTPS_PROXY: proxy.url,
    NODE_EXTRA_CA_CERTS: certificate.file,
  })
  return stdout + stderr
}

const here = () => [
  `https://localhost:${portOfServer(service)}`,
  `https://127.0.0.1:${portOfServer(service)}`,
  `http://127.0.0.1:${portOfServer(service)}`,
]

test('a remote registry may use a remote token service, which the log names', async () => {
  realm = 'https://auth.example.com/token'
  expect(await read()).toBe(
    'The registry registry.example.com sends the login to auth.example.com for a token\nlinux/amd64\n',
  )
  expect(requests).toContain('auth.example.com/token')
})

test('the log does not name a token service on the registry’s host', async () => {
  realm = 'https://registry.example.com/token'
  expect(await read()).toBe('linux/amd64\n')
})

test.each([0, 1, 2])('a remote registry may not send the login to this machine: %i', async (index) => {
  realm = `${here()[index]}/token`
  expect(await read()).toMatch(
    /The registry registry\.example\.com asks to send the login to https?:\/\/(localhost|127\.0\.0\.1):\d+, which is this machine/,
  )
  expect(requests).toEqual(['registry.example.com/v2/acme/evaluator/manifests/v1'])
})

test('a remote registry may keep its blobs on another host', async () => {
  storage = 'https://auth.example.com/stored'
  expect(await read()).toBe('linux/amd64\n')
})

test.each([0, 1, 2])('a remote registry may not redirect to this machine for a blob: %i', async (index) => {
  storage = `${here()[index]}/stored`
  expect(await read()).toMatch(
    /The registry registry\.example\.com redirects to https?:.*, which is this machine/,
  )
  expect(requests.filter((request) => request.includes('stored'))).toEqual([])
})
