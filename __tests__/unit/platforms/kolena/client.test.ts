import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Sandbox, startSandbox } from '../../../../sandbox/index.js'
import { type KolenaSession, logIn } from '../../../../src/platforms/kolena/client.js'
import { captureOutput } from '../../../support/captured-output.js'
import { type Answer, reply, serve } from '../../../support/local-server.js'

const output = captureOutput()
const { signal } = new AbortController()
const apiToken = 'acme-api-token-0123456789'
const registration = {
  workflow: 'Keypoint Detection',
  name: 'evaluate',
  image: 'ghcr.io/a/b:v1',
  secret: 'evaluator-secret',
  aws_assume_role: 'arn:aws:iam::123456789012:role/images',
}

describe('the client at the stand-in', () => {
  let sandbox: Sandbox
  let session: KolenaSession
  beforeAll(async () => {
    sandbox = await startSandbox({ organizations: [{ name: 'acme', tokens: [apiToken] }] })
  })
  afterAll(() => sandbox.close())
  beforeEach(async () => {
    sandbox.state.registrations.splice(0)
    session = await logIn(new URL(sandbox.url), apiToken, signal)
  })

  test('reads the organization at login, and masks its token', () => {
    expect(session.tenant).toBe('acme')
    expect(output.masks.length).toBeGreaterThan(2)
    expect(sandbox.state.logins.at(-1)).toEqual({ organization: 'acme', version: '1.69.0' })
  })

  test('reports a wrong token and what to do', async () => {
    await expect(logIn(new URL(sandbox.url), 'nobody-knows-this-token', signal)).rejects.toMatchObject({
      name: 'ActionError',
      message: expect.stringMatching(
        /^api-token: 127\.0\.0\.1:\d+ does not accept the token \(401\)\. Create a new/,
      ),
    })
  })

  test('creates a repository, and accepts one that exists', async () => {
    expect(await session.createRepository('acme/evaluator')).toBe('created')
    expect(await session.createRepository('acme/evaluator')).toBe('exists')
  })

  test('refuses a repository of another organization', async () => {
    await expect(session.createRepository('globex/evaluator')).rejects.toMatchObject({
      name: 'HttpError',
      transient: false,
    })
  })

  test('finds and lists a registration without its secret', async () => {
    const registered = await session.register(registration)
    expect(registered).toMatchObject({ name: 'evaluate', image: registration.image })
    expect(registered.aws_role_config).toMatchObject({ assume_role_arn: registration.aws_assume_role })
    expect(await session.findEvaluator('Keypoint Detection', 'evaluate')).toEqual(registered)
    expect(await session.listEvaluators('Keypoint Detection')).toEqual([
      { name: 'evaluate', image: registration.image },
    ])
    expect(JSON.stringify(registered)).not.toContain('evaluator-secret')
    expect(sandbox.state.registrations).toMatchObject([registration])
  })

  test('returns undefined for an evaluator that is not registered', async () => {
    expect(await session.findEvaluator('Keypoint Detection', 'nothing')).toBeUndefined()
    expect(await session.listEvaluators('nothing')).toEqual([])
  })

  test('accepts any name that is not empty', async () => {
    const name = fc
      .string({ unit: fc.constantFrom(...'aé🎉 /\\?#%&=+.:;,"\'<>[]{}|^`~@$'), minLength: 1, maxLength: 8 })
      .filter((text) => text.trim() !== '' && !/^\.{1,2}$/.test(text))
    await fc.assert(
      fc.asyncProperty(name, name, async (workflow, name) => {
        await session.register({ ...registration, workflow, name })
        expect(sandbox.state.registrations.at(-1)).toMatchObject({ workflow, name })
        expect((await session.findEvaluator(workflow, name))?.name).toBe(name)
        expect((await session.listEvaluators(workflow)).length).toBeGreaterThan(0)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the client on the wire', () => {
  const evaluator = { name: 'evaluate', image: 'x', created: 'now', aws_role_config: null, secret: null }
  const platform = (answer: Answer) =>
    serve((request, response, count) => {
      if (request.path.endsWith('/v1/token/login'))
        reply(response, 200, { tenant: 'acme', access_token: 'access-token' })
      else answer(request, response, count)
    })

  test('sends the requests of the vendor’s client, below the path of the address', async () => {
    const { url, requests } = await platform((_, response) => reply(response, 200, evaluator))
    const session = await logIn(new URL(`${url}/base/`), apiToken, signal)
    await session.findEvaluator('a/b', 'c?d')
    await session.register({ ...registration, secret: null, aws_assume_role: null })
    await session.createRepository('acme/x')
    expect(requests.map(({ method, path, body }) => `${method} ${path} ${body}`)).toEqual([
      `PUT /base/v1/token/login {"api_token":"${apiToken}","version":"1.69.0"}`,
      'GET /base/v1/generic/workflow/evaluator/a%2Fb/c%3Fd?include_secret=False ',
      'POST /base/v1/generic/workflow/evaluator {"workflow":"Keypoint Detection","name":"evaluate","image":"ghcr.io/a/b:v1","secret":null,"aws_assume_role":null}',
      'POST /base/v1/ecr/repository {"repository":"acme/x"}',
    ])
    const [login, ...others] = requests.map(({ headers }) => headers)
    expect(login?.authorization).toBeUndefined()
    for (const headers of others) expect(headers.authorization).toBe('Bearer access-token')
    const ids = requests.map(({ headers }) => headers['x-request-id'])
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(new Set(ids).size).toBe(ids.length)
    expect(requests.map(({ headers }) => headers['content-type'])).toEqual(Array(4).fill('application/json'))
  })

  const again = { 'retry-after': '0' }
  test.each<[string, (session: KolenaSession) => Promise<unknown>, number]>([
    ['finding', (session) => session.findEvaluator('a', 'b'), 4],
    ['listing', (session) => session.listEvaluators('a'), 4],
    ['creating a repository', (session) => session.createRepository('acme/x'), 4],
    ['registering, after which the caller reads back', (session) => session.register(registration), 1],
  ])('attempts %s as often as is safe', async (_, call, times) => {
    const { url, requests } = await platform((_, response) => reply(response, 503, { detail: 'down' }, again))
    const session = await logIn(new URL(url), apiToken, signal)
    await expect(call(session)).rejects.toMatchObject({
      name: 'HttpError',
      status: 503,
      message: expect.stringContaining('down'),
    })
    expect(requests).toHaveLength(1 + times)
  })

  test.each([
    ['no tenant', { access_token: 'x' }],
    ['an empty tenant', { tenant: '', access_token: 'x' }],
    ['no token', { tenant: 'acme' }],
    ['incomplete JSON', '{"tenant":"ac'],
    ['an HTML page', '<html>Sign in</html>'],
    ['nothing', ''],
  ])('throws if a login is answered with %s', async (_, body) => {
    const { url } = await serve((_, response) => reply(response, 200, body))
    await expect(logIn(new URL(url), apiToken, signal)).rejects.toMatchObject({
      name: 'HttpError',
      message: expect.stringContaining('answered 200 with something unexpected'),
    })
  })

  test('reports an address at which there is no platform', async () => {
    const { url } = await serve((_, response) => reply(response, 404, { detail: 'Not Found' }))
    await expect(logIn(new URL(url), apiToken, signal)).rejects.toMatchObject({
      name: 'ActionError',
      message: expect.stringMatching(
        /token\/login answered 404: Not Found\. This is not the address .* Correct api-url \(or KOLENA_API_URL\)/,
      ),
    })
  })

  test.each([403, 422])('reports a login that is answered with %i', async (status) => {
    const { url } = await serve((_, response) => reply(response, status, { detail: 'why' }))
    await expect(logIn(new URL(url), apiToken, signal)).rejects.toMatchObject({
      name: 'HttpError',
      message: expect.stringMatching(new RegExp(`/v1/token/login answered ${status}: why$`)),
    })
  })

  test('does not send the token to the target of a login’s redirect', async () => {
    const other = await serve((_, response) => reply(response, 200, { tenant: 'acme', access_token: 'x' }))
    const { url } = await serve((_, response) =>
      reply(response, 307, {}, { location: `${other.url}/v1/token/login` }),
    )
    await expect(logIn(new URL(url), apiToken, signal)).rejects.toMatchObject({ status: 307 })
    expect(other.requests).toEqual([])
  })
})

describe('an expired session', () => {
  /** A platform with named sessions, some of which it accepts. */
  const platform = async (isAccepted: (session: string, path: string) => boolean, later = 200) => {
    let logins = 0
    const server = await serve(({ method, path, headers: { authorization = '' } }, response) => {
      if (path === '/v1/token/login')
        return reply(response, ++logins === 1 ? 200 : later, {
          access_token: `session-number-${logins}`,
          tenant: 'acme',
          token_type: 'bearer',
        })
      if (!isAccepted(authorization, path)) return reply(response, 401, { detail: 'Session expired' })
      return reply(response, method === 'POST' && path === '/v1/ecr/repository' ? 409 : 404)
    })
    const session = await logIn(new URL(server.url), apiToken, signal)
    const calls = () => server.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`)
    return { session, calls }
  }
  const logIns = (calls: string[]) => calls.filter((call) => call === 'PUT /v1/token/login').length
  const isSecond = (session: string) => session === 'Bearer session-number-2'

  test('is replaced by a new login, and the call goes on', async () => {
    const { session, calls } = await platform(isSecond)
    expect(await session.findEvaluator('w', 'e')).toBeUndefined()
    expect(await session.createRepository('acme/e')).toBe('exists')
    expect(calls()).toEqual([
      'PUT /v1/token/login',
      'GET /v1/generic/workflow/evaluator/w/e',
      'PUT /v1/token/login',
      'GET /v1/generic/workflow/evaluator/w/e',
      'POST /v1/ecr/repository',
    ])
    expect(output.text).toContain('The session at the platform has ended; logging in again')
    expect(output.masks).toContain('session-number-2')
  })

  test('is replaced once for concurrent calls', async () => {
    const { session, calls } = await platform(isSecond)
    await Promise.all([1, 2, 3, 4].map((number) => session.findEvaluator('w', `e${number}`)))
    expect(logIns(calls())).toBe(2)
  })

  test('is replaced each time it expires', async () => {
    const met = new Set<string>()
    // Each session is valid for one evaluator.
    const { session, calls } = await platform((own, path) => {
      const isFirst = !met.has(own) || met.has(`${own} ${path}`)
      met.add(own).add(`${own} ${path}`)
      return isFirst
    })
    for (const name of ['a', 'b', 'c']) expect(await session.findEvaluator('w', name)).toBeUndefined()
    expect(logIns(calls())).toBe(3)
  })

  test('is replaced for a refused registration, and the registration is sent again', async () => {
    const { session, calls } = await platform(isSecond)
    await expect(session.register(registration)).rejects.toMatchObject({ status: 404 })
    const registering = calls().filter((call) => call === 'POST /v1/generic/workflow/evaluator')
    expect(registering).toHaveLength(2)
    expect(logIns(calls())).toBe(2)
  })

  test('causes an error after one further login if its replacement is refused too', async () => {
    const { session, calls } = await platform(() => false)
    await expect(session.findEvaluator('w', 'e')).rejects.toMatchObject({ status: 401 })
    expect(logIns(calls())).toBe(2)
  })

  test('causes an error that says so if the token is no longer accepted', async () => {
    const { session } = await platform(() => false, 401)
    await expect(session.findEvaluator('w', 'e')).rejects.toThrow(/^api-token: .* does not accept the token/)
  })
})
