import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import { loginOf } from '../../../src/docker/credentials.js'
import { openRepository } from '../../../src/registry/distribution.js'
import { captureOutput } from '../../support/captured-output.js'
import { challengeCases } from '../../support/docker-rules.js'
import { type LocalServer, reply, type Seen, serve } from '../../support/local-server.js'

const output = captureOutput()
const { signal } = new AbortController()
const credentials = { username: 'acme', password: 'token-of-acme' }
const basic = `Basic ${Buffer.from('acme:token-of-acme').toString('base64')}`
const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

const configuration = {
  os: 'linux',
  architecture: 'amd64',
  config: { Entrypoint: ['/evaluator'], Cmd: null, User: '' },
}
const configDigest = sha256(JSON.stringify(configuration))
const layer = {
  digest: sha256('layer'),
  size: 1000,
  mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
}
const mediaType = 'application/vnd.oci.image.manifest.v1+json'
// Not formatted like JSON.stringify: the digest is that of the received bytes.
const manifest = `{ "config": ${JSON.stringify({ ...layer, digest: configDigest })},\n "layers": [${JSON.stringify(layer)}, ${JSON.stringify(layer)}] }`
const headers = { 'content-type': `${mediaType}; charset=utf-8` }

type Routes = Record<
  string,
  (request: Seen) => [status: number, body?: unknown, headers?: Record<string, string>]
>

/** A registry with a few answers. It answers anything else with 404. */
const registry = (routes: Routes): Promise<LocalServer> =>
  serve((request, response) => {
    const [path = ''] = request.path.split('?')
    const [status, body, more] = routes[`${request.method} ${path}`]?.(request) ?? [404, { errors: [] }]
    reply(response, status, body, more)
  })
const open = ({ host }: LocalServer, login: typeof credentials | undefined = credentials) =>
  openRepository(host, 'acme/evaluator', loginOf(login), signal)
const path = (end: string) => `/v2/acme/evaluator/${end}`

afterEach(() => {
  expect(output.text).not.toContain('token-of-acme')
})

describe('a manifest', () => {
  test('has the digest of its bytes, whatever the registry says', async () => {
    const server = await registry({
      [`GET ${path('manifests/v1')}`]: () => [
        200,
        manifest,
        { ...headers, 'docker-content-digest': sha256('lie') },
      ],
    })
    const found = await open(server).findManifest('v1')
    expect(found).toMatchObject({ digest: sha256(manifest), mediaType, configDigest })
    expect(found?.body.toString()).toBe(manifest)
    for (const type of [
      'oci.image.index.v1',
      'oci.image.manifest.v1',
      'docker.distribution.manifest.list.v2',
    ])
      expect(server.requests[0]?.headers.accept).toContain(type)
  })

  test('that does not exist is undefined', async () => {
    expect(await open(await registry({})).findManifest('v1')).toBeUndefined()
  })

  test('that is an index has no configuration', async () => {
    const index = JSON.stringify({
      manifests: [{ ...layer, platform: { os: 'linux', architecture: 'arm64' } }],
    })
    const repository = open(await registry({ [`GET ${path('manifests/v1')}`]: () => [200, index, headers] }))
    const found = await repository.findManifest('v1')
    expect(found?.configDigest).toBeUndefined()
    expect(found && (await repository.readFacts(found))).toBeUndefined()
  })

  test('is refused if its digest is not the requested one', async () => {
    const asked = sha256('another')
    const server = await registry({ [`GET ${path(`manifests/${asked}`)}`]: () => [200, manifest, headers] })
    await expect(open(server).findManifest(asked)).rejects.toMatchObject({
      name: 'ActionError',
      message: expect.stringMatching(/sent a manifest with the digest sha256:.* damaged or tampered/),
    })
  })

  test.each(['<html>', '{"layers":7}', '{"config":', ''])('is refused if it is %j', async (text) => {
    const server = await registry({ [`GET ${path('manifests/v1')}`]: () => [200, text, headers] })
    await expect(open(server).findManifest('v1')).rejects.toMatchObject({
      name: 'HttpError',
      message: expect.stringContaining('answered 200 with something unexpected'),
    })
  })

  test('gets another tag byte for byte, without moving a layer', async () => {
    const server = await registry({
      [`GET ${path('manifests/v1')}`]: () => [200, manifest, headers],
      [`PUT ${path('manifests/v2')}`]: () => [201, ''],
    })
    const repository = open(server)
    const found = await repository.findManifest('v1')
    if (found) await repository.tagManifest(found, 'v2')
    expect(server.requests).toMatchObject([
      { method: 'GET' },
      { method: 'PUT', body: manifest, headers: { 'content-type': mediaType } },
    ])
  })
})

describe('the facts of an image', () => {
  const facts = {
    platform: 'linux/amd64',
    entrypoint: ['/evaluator'],
    command: [],
    user: 'root',
    size: 2000,
    layers: 2,
  }

  test('are read from its configuration', async () => {
    const repository = open(
      await registry({
        [`GET ${path('manifests/v1')}`]: () => [200, manifest, headers],
        [`GET ${path(`blobs/${configDigest}`)}`]: () => [200, configuration],
      }),
    )
    const found = await repository.findManifest('v1')
    expect(found && (await repository.readFacts(found))).toEqual(facts)
  })

  test('are refused if the configuration is not the one that the manifest names', async () => {
    const other = JSON.stringify({ ...configuration, architecture: 'arm64' })
    const server = await registry({
      [`GET ${path('manifests/v1')}`]: () => [200, manifest, headers],
      [`GET ${path(`blobs/${configDigest}`)}`]: () => [200, other],
    })
    const repository = open(server)
    const found = await repository.findManifest('v1')
    await expect(found && repository.readFacts(found)).rejects.toThrow(
      `sent a configuration with the digest ${sha256(other)} when asked for ${configDigest}: it is damaged or tampered with`,
    )
  })

  test.each([301, 302, 303, 307, 308])(
    'are fetched from the storage behind a %i, which receives no login',
    async (status) => {
      const storage = await serve((_, response) => reply(response, 200, configuration))
      const location = `${storage.url}/signed?signature=x`
      const server = await registry({
        [`GET ${path('manifests/v1')}`]: ({ headers: { authorization } }) =>
          authorization ? [200, manifest, headers] : [401, '', { 'www-authenticate': 'Basic realm="x"' }],
        [`GET ${path(`blobs/${configDigest}`)}`]: () => [status, '', { location }],
      })
      const repository = open(server)
      const found = await repository.findManifest('v1')
      expect(found && (await repository.readFacts(found))).toEqual(facts)
      expect(server.requests.at(-1)?.headers.authorization).toBe(basic)
      expect(storage.requests.map(({ path, headers }) => [path, headers.authorization])).toEqual([
        ['/signed?signature=x', undefined],
      ])
    },
  )

  test.each([
    ['to plain http on another host', { location: 'http://storage.example.com/x' }, /is not https/],
    ['to the same address', { location: '' }, /answered 302/],
    ['without a target', {}, /answered 302/],
  ])('are not fetched through a redirect %s', async (_, redirect: Record<string, string>, message) => {
    const server = await registry({
      [`GET ${path('manifests/v1')}`]: () => [200, manifest, headers],
      [`GET ${path(`blobs/${configDigest}`)}`]: () => [302, '', redirect],
    })
    const repository = open(server)
    const found = await repository.findManifest('v1')
    await expect(found && repository.readFacts(found)).rejects.toThrow(message)
  })
})

/** `compat/docker-rules` checks what docker itself does. */
describe.each(challengeCases)('a registry that answers $headers', ({ headers: challenges, ours }) => {
  test.each([
    ['with a login', credentials, ours.login],
    ['without a login', undefined, ours.anonymous],
  ])('%s', async (_, login, expected) => {
    const server = await serve(({ path, headers }, response) => {
      const [scheme] = (headers.authorization ?? '').split(' ')
      if (path.startsWith('/token')) return reply(response, 200, { token: 'issued' })
      if (scheme !== '') return reply(response, 200, manifest, { 'content-type': mediaType })
      const realm = `${server.url}/token`
      response.setHeader(
        'www-authenticate',
        challenges.map((text) => text.replace('REALM', realm)),
      )
      return reply(response, 401)
    })
    const found = openRepository(server.host, 'acme/evaluator', loginOf(login), signal).findManifest('v1')
    if (expected === undefined) return expect(found).rejects.toThrow('requires a login')
    await found
    const used = server.requests.at(-1)?.headers.authorization
    return expect(used).toBe(expected === 'Basic' ? basic : 'Bearer issued')
  })
})

describe('a registry that requires a login', () => {
  const guarded = (accepted: string, challenge: (server: LocalServer) => string, tokens: Routes = {}) => {
    const answer: Routes[string] = ({ headers: { authorization } }) =>
      authorization === accepted
        ? [200, manifest, headers]
        : [
            401,
            { errors: [{ message: 'authentication required' }] },
            { 'www-authenticate': challenge(server) },
          ]
    const routes: Routes = { ...tokens, 'GET /v2/': answer, [`GET ${path('manifests/v1')}`]: answer }
    const started = registry(routes)
    let server: LocalServer
    return started.then((running) => {
      server = running
      return running
    })
  }

  test('gets name and password after it asks for them', async () => {
    const server = await guarded(basic, () => 'Basic realm="registry"')
    const repository = open(server)
    expect((await repository.findManifest('v1'))?.mediaType).toBe(mediaType)
    expect((await repository.findManifest('v1'))?.mediaType).toBe(mediaType)
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, basic, basic])
  })

  test('can be logged in to in advance, so that its first call succeeds', async () => {
    const server = await guarded(basic, () => 'Basic realm="registry"')
    const repository = open(server)
    await repository.logIn()
    await repository.findManifest('v1')
    const asked = server.requests.map(({ path, headers }) => [path, headers.authorization])
    expect(asked).toEqual([
      ['/v2/', undefined],
      ['/v2/', basic],
      [path('manifests/v1'), basic],
    ])
  })

  test.each<[string, typeof credentials | undefined, string, Routes]>([
    [
      'reports a wrong password',
      credentials,
      'does not accept the login of acme. Check registry-username and registry-password',
      { 'GET /v2/': () => [401, {}, { 'www-authenticate': 'Basic realm="registry"' }] },
    ],
    [
      'reports a password that the token service refuses',
      credentials,
      'does not accept the login of acme. Check registry-username and registry-password',
      { 'GET /token': () => [403, { errors: [{ message: 'denied' }] }] },
    ],
    [
      'reports a missing login',
      undefined,
      'requires a login. Log in with docker login first',
      { 'GET /token': () => [401, {}] },
    ],
  ])('reports a login that it tries %s', async (_, login, message, routes) => {
    const server: LocalServer = await registry({
      'GET /v2/': () => [401, {}, { 'www-authenticate': `Bearer realm="${server.url}/token"` }],
      ...routes,
    })
    const logIn = openRepository(server.host, 'acme/evaluator', loginOf(login), signal).logIn()
    await expect(logIn).rejects.toMatchObject({
      name: 'ActionError',
      message: expect.stringContaining(`The registry ${server.host} ${message}`),
    })
  })

  test('refreshes an expired token', async () => {
    let issued = 0
    const server: LocalServer = await registry({
      [`GET ${path('manifests/v1')}`]: ({ headers: { authorization } }) =>
        authorization === 'Bearer 2'
          ? [200, manifest, headers]
          : [401, {}, { 'www-authenticate': `Bearer realm="${server.url}/token"` }],
      'GET /v2/': ({ headers: { authorization } }) =>
        authorization ? [200, {}] : [401, {}, { 'www-authenticate': `Bearer realm="${server.url}/token"` }],
      'GET /token': () => [200, { token: String(++issued) }],
    })
    const repository = open(server)
    await repository.logIn()
    expect((await repository.findManifest('v1'))?.mediaType).toBe(mediaType)
    expect(issued).toBe(2)
  })

  test.each([
    ['token', credentials, basic],
    ['access_token', undefined, undefined],
  ] as const)('gets its %s with the token', async (key, login, authorization) => {
    const server = await guarded(
      'Bearer issued',
      ({ url }) => `Bearer realm="${url}/token?a=b",service="registry.example.com",scope="other"`,
      { 'GET /token': () => [200, { [key]: 'issued' }] },
    )
    expect(
      (await openRepository(server.host, 'acme/evaluator', loginOf(login), signal).findManifest('v1'))
        ?.mediaType,
    ).toBe(mediaType)
    const asked = server.requests.find((request) => request.path.startsWith('/token'))
    expect(asked?.headers.authorization).toBe(authorization)
    expect(Object.fromEntries(new URL(asked?.path ?? '', server.url).searchParams)).toEqual({
      a: 'b',
      service: 'registry.example.com',
      scope: 'repository:acme/evaluator:pull,push',
    })
  })

  test.each([
    [
      'Basic realm="x"',
      undefined,
      /requires a login for acme\/evaluator, but there is none. Log in with docker login/,
    ],
    ['Negotiate', credentials, /requires a login/],
    ['Bearer realm="nonsense"', credentials, /requires a login/],
    ['', credentials, /requires a login/],
    ['Bearer realm="http://token.example.com/x"', credentials, /http:\/\/token\.example\.com is not https/],
  ])('reports %j if there is no usable challenge', async (challenge, login, message) => {
    const server = await guarded('never', () => challenge)
    const repository = openRepository(server.host, 'acme/evaluator', loginOf(login), signal)
    await expect(repository.findManifest('v1')).rejects.toThrow(message)
    expect(server.requests).toHaveLength(1)
  })

  test.each([401, 403, 404, 500])(
    'uses name and password if its token service answers %i',
    async (status) => {
      const server: LocalServer = await serve(({ path, headers: { authorization } }, response) => {
        if (path.startsWith('/token')) return reply(response, status, {}, { 'retry-after': '0' })
        if (authorization === basic) return reply(response, 200, manifest, headers)
        response.setHeader('www-authenticate', [`Bearer realm="${server.url}/token"`, 'Basic realm="r"'])
        return reply(response, 401)
      })
      expect((await open(server).findManifest('v1'))?.mediaType).toBe(mediaType)
    },
  )

  test('is asked only to read if nothing is written, and otherwise to read and write', async () => {
    const scopes: (string | null)[] = []
    const server: LocalServer = await registry({
      [`GET ${path('manifests/v1')}`]: ({ headers: { authorization } }) =>
        authorization ? [200, manifest, headers] : challenge(),
      [`PUT ${path('manifests/v2')}`]: ({ headers: { authorization } }) =>
        authorization === 'Bearer pull,push' ? [201, ''] : challenge(),
      'GET /token': ({ path }) => {
        const scope = new URL(path, server.url).searchParams.get('scope')
        scopes.push(scope)
        return [200, { token: scope?.split(':')[2] }]
      },
    })
    const challenge = (): [number, unknown, Record<string, string>] => [
      401,
      {},
      { 'www-authenticate': `Bearer realm="${server.url}/token"` },
    ]
    const repository = openRepository(server.host, 'acme/evaluator', loginOf(undefined), signal, 'pull')
    const found = await repository.findManifest('v1')
    expect(found?.digest).toBe(sha256(manifest))
    if (found) await repository.tagManifest(found, 'v2')
    expect(scopes).toEqual(['repository:acme/evaluator:pull', 'repository:acme/evaluator:pull,push'])
  })

  describe('and whose login has expired', () => {
    const renewed = { username: 'acme', password: 'another-token-of-acme' }
    const accepted = `Basic ${Buffer.from('acme:another-token-of-acme').toString('base64')}`
    const byName = (authorization = ''): [number, unknown?, Record<string, string>?] =>
      authorization === accepted ? [200, manifest, headers] : [401, {}, { 'www-authenticate': 'Basic' }]

    test.each<[string, (server: () => LocalServer) => Routes]>([
      [
        'by name and password',
        () => ({ [`GET ${path('manifests/v1')}`]: ({ headers }) => byName(headers.authorization) }),
      ],
      ...[401, 403].map((status): [string, (server: () => LocalServer) => Routes] => [
        `by a token service that answers ${status}`,
        (server) => ({
          [`GET ${path('manifests/v1')}`]: ({ headers: { authorization } }) =>
            authorization === 'Bearer issued'
              ? [200, manifest, headers]
              : [401, {}, { 'www-authenticate': `Bearer realm="${server().url}/token"` }],
          'GET /token': ({ headers }) =>
            headers.authorization === accepted ? [200, { token: 'issued' }] : [status, {}],
        }),
      ]),
    ])('gets a new login, %s', async (_, routes) => {
      const server: LocalServer = await registry(routes(() => server))
      let asked = 0
      const login = loginOf(credentials, async () => {
        asked++
        return renewed
      })
      const repository = openRepository(server.host, 'acme/evaluator', login, signal)
      expect((await repository.findManifest('v1'))?.digest).toBe(sha256(manifest))
      expect((await repository.findManifest('v1'))?.digest).toBe(sha256(manifest))
      expect(asked).toBe(1)
      expect(login.credentials).toEqual(renewed)
    })

    test('causes an error after one further login if that is refused too', async () => {
      const server = await registry({ [`GET ${path('manifests/v1')}`]: () => byName() })
      let asked = 0
      const login = loginOf(credentials, async () => ({ username: 'acme', password: `number-${++asked}` }))
      const found = openRepository(server.host, 'acme/evaluator', login, signal).findManifest('v1')
      await expect(found).rejects.toMatchObject({ status: 401 })
      expect(asked).toBe(1)
    })
  })

  test.each([
    [credentials, 'sends the login to'],
    [undefined, 'sends clients without a login to'],
  ])('on another host is named in the log, once', async (login, words) => {
    const tokens = await serve((_, response) => reply(response, 200, { token: 'issued' }))
    const server: LocalServer = await registry({
      [`GET ${path('manifests/v1')}`]: ({ headers: { authorization } }) =>
        authorization
          ? [200, manifest, headers]
          : [401, {}, { 'www-authenticate': `Bearer realm="${tokens.url}/token"` }],
    })
    for (const _ of [1, 2]) {
      const repository = openRepository(server.host, 'acme/evaluator', loginOf(login), signal)
      await repository.findManifest('v1')
      await repository.findManifest('v1')
    }
    const lines = output.lines.filter((line) => line.includes(tokens.host))
    const line = `The registry ${server.host} ${words} ${tokens.host} for a token`
    expect(lines).toEqual([line, line])
  })

  test('is not asked a third time if it refuses the login', async () => {
    const server = await guarded('never', () => 'Basic realm="x"')
    await expect(open(server).findManifest('v1')).rejects.toMatchObject({
      name: 'HttpError',
      status: 401,
      message: expect.stringContaining('authentication required'),
    })
    expect(server.requests).toHaveLength(2)
  })
})

test('an OAuth login posts its identity token to the token service, and gets the registry’s token', async () => {
  const server: LocalServer = await registry({
    [`GET ${path('manifests/v1')}`]: ({ headers: { authorization } }) =>
      authorization === 'Bearer for-the-registry'
        ? [200, manifest, headers]
        : [401, {}, { 'www-authenticate': `Bearer realm="${server.url}/oauth2/token",service="r"` }],
    'POST /oauth2/token': ({ body }) => {
      const form = Object.fromEntries(new URLSearchParams(body))
      expect(form).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'refresh-0123', service: 'r' })
      return [200, { access_token: 'for-the-registry' }]
    },
  })
  const login = { username: '', password: 'refresh-0123', identityToken: 'refresh-0123' }
  expect((await open(server, login).findManifest('v1'))?.digest).toBe(sha256(manifest))
})
