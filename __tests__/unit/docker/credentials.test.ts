import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findLogin } from '../../../src/docker/credentials.js'
import { captureOutput } from '../../support/captured-output.js'
import { loginCases, scopedCases } from '../../support/docker-rules.js'
import { scriptPrograms } from '../../support/scripted-docker.js'

const output = captureOutput()
const programs = scriptPrograms()
const { signal } = new AbortController()
const auth = (text: string) => ({ auth: Buffer.from(text).toString('base64') })
let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'docker-home-'))
  process.env.DOCKER_CONFIG = home
})
afterEach(() => {
  delete process.env.DOCKER_CONFIG
  rmSync(home, { recursive: true })
})

const write = (config: unknown) => writeFileSync(join(home, 'config.json'), JSON.stringify(config))

describe('the job’s existing login', () => {
  const login = { username: 'user', password: 'pass:word-0123' }
  const find = async (host: string) =>
    (await findLogin(host, 'acme/evaluator', 'pull,push', signal)).credentials

  test.each<[string, unknown, string]>([
    ['as user:password in base64', { auths: { 'ghcr.io': auth('user:pass:word-0123') } }, 'ghcr.io'],
    ['in two fields', { auths: { 'ghcr.io': login } }, 'ghcr.io'],
    ['under an address', { auths: { 'https://ghcr.io': auth('user:pass:word-0123') } }, 'ghcr.io'],
    ["under Docker Hub's old address", { auths: { 'https://index.docker.io/v1/': login } }, 'docker.io'],
  ])('is found %s, and masked', async (_, config, host) => {
    write(config)
    expect(await find(host)).toEqual(login)
    expect(output.masks).toContain(Buffer.from('user:pass:word-0123').toString('base64'))
  })

  test('is an identity token if docker keeps one, as after an OAuth login', async () => {
    write({ auths: { 'ghcr.io': { ...auth('00000000:'), identitytoken: 'refresh-0123456789' } } })
    expect(await find('ghcr.io')).toMatchObject({ identityToken: 'refresh-0123456789' })
    programs.write(
      'docker-credential-recorder',
      `echo '{"Username":"<token>","Secret":"refresh-0123456789"}'`,
    )
    write({ credsStore: 'recorder' })
    expect(await find('ghcr.io')).toMatchObject({ identityToken: 'refresh-0123456789' })
  })

  test.each<[string, unknown]>([
    ['there is no configuration', undefined],
    ['it has none for this registry', { auths: { 'gcr.io': login } }],
    ['it has null', { auths: null, credHelpers: null }],
    ['its entry is empty', { auths: { 'ghcr.io': {} } }],
    ['its entry has no password', { auths: { 'ghcr.io': auth('user') } }],
    ['its entry has an empty user', { auths: { 'ghcr.io': auth(':password') } }],
    ['its entry is not base64', { auths: { 'ghcr.io': { auth: '%%%' } } }],
  ])('is undefined if %s', async (_, config) => {
    if (config !== undefined) write(config)
    expect(await find('ghcr.io')).toBeUndefined()
  })

  test.each([
    ['for the registry', { credHelpers: { 'ghcr.io': 'recorder' }, credsStore: 'other' }],
    ['for all', { credsStore: 'recorder', auths: { 'ghcr.io': {} } }],
  ])('is requested from the helper %s, by its name on standard input', async (_, config) => {
    write(config)
    programs.write(
      'docker-credential-recorder',
      `echo '{"ServerURL":"x","Username":"user","Secret":"pass:word-0123"}'`,
    )
    expect(await find('ghcr.io')).toEqual(login)
    expect(programs.starts('docker-credential-recorder')).toMatchObject([{ args: ['get'], input: 'ghcr.io' }])
    expect(output.masks).toContain('pass:word-0123')
  })

  test.each([
    ['has none', 'echo "credentials not found in native keychain"; exit 1'],
    ['has an empty one', `echo '{"Username":"","Secret":""}'`],
  ])('is undefined if the helper %s', async (_, script) => {
    write({ credsStore: 'recorder' })
    programs.write('docker-credential-recorder', script)
    expect(await find('ghcr.io')).toBeUndefined()
  })

  test.each([
    ['text', 'echo user canary-password'],
    ['incomplete JSON', `echo '{"Username":"user","Secret":"canary-password'`],
    ['other JSON', `echo '["canary-password"]'`],
    ['nothing', 'true'],
  ])('is undefined if the helper prints %s, which is not shown', async (_, script) => {
    write({ credsStore: 'recorder' })
    programs.write('docker-credential-recorder', script)
    expect(await find('ghcr.io')).toBeUndefined()
    expect(output.lines).toEqual([
      expect.stringMatching(
        /^::warning title=Docker login::docker-credential-recorder was asked for the login of ghcr\.io and returned none: its answer was not a login\. The run goes on without this login/,
      ),
    ])
    expect(output.text).not.toContain('canary')
  })

  test.each([
    [
      'on standard error',
      'echo "AADSTS7000222: the secret has run out" >&2; exit 1',
      'AADSTS7000222: the secret has run out',
    ],
    [
      'on standard output, like docker’s helpers',
      'echo "error getting token: no such account"; exit 1',
      'error getting token: no such account',
    ],
    ['on both streams', 'echo "exit status 1"; echo "the reason" >&2; exit 2', 'exit code 2: the reason'],
    ['nowhere', 'exit 3', 'it failed with exit code 3: it gave no reason'],
    ['after an incomplete reply', `echo '{"Secret":"canary-password"'; exit 1`, 'it gave no reason'],
    ['as a workflow command', 'echo "::set-output name=x::y" >&2; exit 1', '\\::set-output'],
  ])(
    'is undefined if the helper fails and prints the reason %s; the reason is shown',
    async (_, script, reason) => {
      write({ credHelpers: { 'ghcr.io': 'recorder' } })
      programs.write('docker-credential-recorder', script)
      expect(await find('ghcr.io')).toBeUndefined()
      expect(output.lines).toHaveLength(1)
      expect(output.text).toContain(reason)
      expect(output.text).not.toContain('canary')
    },
  )

  test.each([
    [{ credsStore: 'missing' }, undefined],
    [{ credHelpers: { 'ghcr.io': 'missing' } }, undefined],
  ])('is undefined if the helper is not installed: %j', async (config, expected) => {
    write(config)
    expect(await find('ghcr.io')).toEqual(expected)
    expect(output.text).toContain('docker-credential-missing could not be run: Unable to locate')
  })
})

describe('an expired login', () => {
  test('is requested again, and reports whether the helper returned another one', async () => {
    write({ credsStore: 'recorder' })
    programs.write(
      'docker-credential-recorder',
      `[ $COUNT -lt 3 ] || COUNT=2; echo "{\\"Username\\":\\"user\\",\\"Secret\\":\\"token-number-$COUNT\\"}"`,
    )
    const login = await findLogin('ghcr.io', 'acme/evaluator', 'pull,push', signal)
    expect(login.credentials?.password).toBe('token-number-1')
    expect(await login.renew()).toBe(true)
    expect(login.credentials?.password).toBe('token-number-2')
    expect(await login.renew()).toBe(false)
    expect(output.masks).toEqual(expect.arrayContaining(['token-number-1', 'token-number-2']))
  })
})

/** What the client of docker 28.2 finds, as `compat/docker-logins` observes it. */
describe.each(loginCases)('with the configuration %j', (config, found) => {
  test.each(Object.entries(found))('finds for %s the login of %s', async (host, user) => {
    programs.write('docker-credential-recorder', `echo '{"Username":"helper","Secret":"pass:word-0123"}'`)
    write(config)
    const { credentials } = await findLogin(host, 'acme/evaluator', 'pull,push', signal)
    expect(credentials?.username).toBe(user ?? undefined)
  })
})

describe('the variable DOCKER_AUTH_CONFIG', () => {
  const find = async (host: string) =>
    (await findLogin(host, 'acme/evaluator', 'pull,push', signal)).credentials?.username
  afterEach(() => {
    delete process.env.DOCKER_AUTH_CONFIG
  })

  test('has logins that take precedence over those of the file and of helpers', async () => {
    write({ auths: { 'gcr.io': auth('file:pass:word-0123') }, credHelpers: { 'ghcr.io': 'missing' } })
    process.env.DOCKER_AUTH_CONFIG = JSON.stringify({
      auths: {
        'ghcr.io': auth('variable:pass:word-0123'),
        'https://index.docker.io/v1/': auth('hub:pass:word-0123'),
      },
    })
    expect(await find('ghcr.io')).toBe('variable')
    expect(await find('docker.io')).toBe('hub')
    expect(await find('gcr.io')).toBe('file')
    expect(output.masks).toContain('pass:word-0123')
  })

  test('causes a warning that does not show it if it is not JSON', async () => {
    write({ auths: { 'gcr.io': auth('file:pass:word-0123') } })
    process.env.DOCKER_AUTH_CONFIG = '{"auths": canary-login'
    expect(await find('gcr.io')).toBe('file')
    expect(output.lines).toEqual([expect.stringContaining('DOCKER_AUTH_CONFIG is not JSON')])
    expect(output.text).not.toContain('canary')
  })
})

describe('docker/login-action’s logins with a scope', () => {
  const put = (directory: string, key: string, user: string) => {
    const folder = join(home, 'buildx', 'config', directory)
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, 'config.json'),
      JSON.stringify({ auths: { [key]: auth(`${user}:pass:word-0123`) } }),
    )
  }
  test.each(scopedCases)(
    '%s take precedence over the registry’s if buildx supports them',
    async (_, logins, image, user) => {
      write({ auths: { 'ghcr.io': auth('general:pass:word-0123') } })
      for (const login of logins) put(...login)
      const [host = '', ...path] = image.split('/')
      const login = await findLogin(host, path.join('/'), 'pull,push', signal)
      expect(login.credentials?.username).toBe(user)
      expect(login.isScoped).toBe(user !== undefined && user !== 'general')
    },
  )

  test('for pushing are not used for pulling', async () => {
    put('ghcr.io@push', 'ghcr.io', 'a')
    expect((await findLogin('ghcr.io', 'acme/evaluator', 'pull', signal)).credentials).toBeUndefined()
  })

  test('are found in the directory that BUILDX_CONFIG names', async () => {
    put('ghcr.io@push', 'ghcr.io', 'a')
    process.env.BUILDX_CONFIG = join(home, 'buildx')
    process.env.DOCKER_CONFIG = join(home, 'elsewhere')
    const { credentials } = await findLogin('ghcr.io', 'acme/evaluator', 'pull,push', signal)
    delete process.env.BUILDX_CONFIG
    expect(credentials?.username).toBe('a')
  })
})
