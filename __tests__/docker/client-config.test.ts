import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../sandbox/index.js'
import { createPrivateConfig, keepLoginPrivate } from '../../src/docker/client-config.js'
import { docker } from '../../src/docker/docker.js'
import { logInToRegistry } from '../../src/docker/login.js'
import { captureOutput } from '../captured-output.js'
import { scriptPrograms } from './scripted-docker.js'

const output = captureOutput()
const programs = scriptPrograms()
const { signal } = new AbortController()
const auth = (text: string) => ({ auth: Buffer.from(text).toString('base64') })
let home: string
let parent: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'docker-home-'))
  parent = mkdtempSync(join(tmpdir(), 'docker-private-'))
  process.env.DOCKER_CONFIG = home
})
afterEach(() => {
  delete process.env.DOCKER_CONFIG
  for (const directory of [home, parent]) rmSync(directory, { recursive: true })
})

const write = (config: unknown) =>
  writeFileSync(join(home, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config))
const read = (directory: string) => JSON.parse(readFileSync(join(directory, 'config.json'), 'utf8'))

describe('the private configuration', () => {
  const full = {
    auths: { 'ghcr.io': auth('user:password') },
    credsStore: 'desktop',
    credHelpers: { 'gcr.io': 'gcloud' },
    proxies: { default: { httpsProxy: 'http://proxy.example.com' } },
    currentContext: 'remote',
    HttpHeaders: { a: 'b' },
    somethingNew: [1],
  }

  test('has all that the job has', () => {
    write(full)
    const { directory, env } = createPrivateConfig(parent)
    expect(read(directory)).toEqual(full)
    expect(env).toEqual({ DOCKER_CONFIG: directory })
  })

  test.each([
    ['a registry', ['docker.kolena.io'], { 'docker.kolena.io': '' }],
    ['Docker Hub', ['docker.io'], { 'https://index.docker.io/v1/': '' }],
    ['two registries', ['a.io', 'b.io'], { 'a.io': '', 'b.io': '' }],
    ['one that has a helper', ['gcr.io'], { 'gcr.io': '' }],
  ])('keeps logins to %s for itself, and beside them all that the job has', (_, hosts, own) => {
    write(full)
    const config = createPrivateConfig(parent)
    for (const host of hosts) keepLoginPrivate(config, host)
    expect(read(config.directory)).toEqual({ ...full, credHelpers: { 'gcr.io': 'gcloud', ...own } })
    expect(read(home)).toEqual(full)
    expect(readdirSync(config.directory)).toEqual(['config.json'])
    expect(statSync(join(config.directory, 'config.json')).mode & 0o777).toBe(0o600)
  })

  test('passes on the variables of the credential helpers that are named, and of no others', () => {
    const passed = (config: unknown) => {
      write(config)
      const { passOn } = createPrivateConfig(mkdtempSync(join(parent, 'x-')))
      const names = [
        'AWS_ACCESS_KEY_ID',
        'GOOGLE_APPLICATION_CREDENTIALS',
        'CLOUDSDK_CONFIG',
        'AZURE_CLIENT_ID',
        'HOME',
      ]
      return names.filter((name) => passOn.some((pattern) => pattern.test(name)))
    }
    expect(passed(full)).toEqual(['GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_CONFIG'])
    expect(passed({ credsStore: 'ecr-login' })).toEqual(['AWS_ACCESS_KEY_ID'])
    expect(passed({ auths: {} })).toEqual([])
  })

  test('is found where DOCKER_CONFIG is a relative path', () => {
    mkdirSync(join(home, 'buildx'))
    process.env.DOCKER_CONFIG = relative(process.cwd(), home)
    const { directory } = createPrivateConfig(parent)
    expect(realpathSync(join(directory, 'buildx'))).toBe(realpathSync(join(home, 'buildx')))
  })

  test('is for this user alone', () => {
    write(full)
    const { directory } = createPrivateConfig(parent)
    expect(statSync(directory).mode & 0o777).toBe(0o700)
    expect(statSync(join(directory, 'config.json')).mode & 0o777).toBe(0o600)
  })

  test('links whatever lies beside config.json', () => {
    for (const name of ['buildx', 'contexts', 'cli-plugins', 'trust']) mkdirSync(join(home, name))
    writeFileSync(join(home, 'daemon.json'), '{}')
    const { directory } = createPrivateConfig(parent)
    expect(readdirSync(directory).sort()).toEqual([
      'buildx',
      'cli-plugins',
      'config.json',
      'contexts',
      'daemon.json',
      'trust',
    ])
    expect(realpathSync(join(directory, 'buildx'))).toBe(realpathSync(join(home, 'buildx')))
  })

  test('is made also where the job has none', () => {
    process.env.DOCKER_CONFIG = join(home, 'nowhere')
    const config = createPrivateConfig(parent)
    expect(read(config.directory)).toEqual({})
    keepLoginPrivate(config, 'x.io')
    expect(read(config.directory)).toEqual({ credHelpers: { 'x.io': '' } })
    expect(output.text).toBe('')
  })

  test.each([
    ['half JSON', '{"auths": {"ghcr.io": {"auth": "Y2FuYXJ5OmNhbmFyeQ==', 'it is not JSON'],
    ['no JSON', '{"auth": Y2FuYXJ5OmNhbmFyeQ==}', 'it is not JSON'],
    ['a list', '[]', 'is not a JSON object'],
    ['null', 'null', 'is not a JSON object'],
  ])('is made, with a warning that shows no login, where that of the job is %s', (_, text, reason) => {
    write(text)
    expect(read(createPrivateConfig(parent).directory)).toEqual({})
    expect(output.lines).toEqual([expect.stringMatching(/^::warning title=Docker configuration::/)])
    expect(output.text).toContain(reason)
    expect(output.text).toContain('its logins and proxies are not used')
    expect(output.text).not.toMatch(/Y2Fu|canary/)
  })
})

describe('with the real docker', () => {
  const password = 'acme-api-token-0123456789'
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ organizations: [{ name: 'acme', tokens: [password] }] })
  })
  afterAll(() => sandbox.close())

  const store = 'docker-credential-recorder'
  const logIn = async (registry: string | undefined) => {
    programs.write(store, 'echo "{}"')
    const config = createPrivateConfig(parent)
    if (registry !== undefined) keepLoginPrivate(config, registry)
    await logInToRegistry({ config, signal }, sandbox.registry.host, { username: 'acme', password })
    return config
  }

  test.each([
    ['in its file', {}],
    ['in a store', { credsStore: 'recorder' }],
    ['in a store for this registry', { credHelpers: { HOST: 'recorder' } }],
  ])('our login stays in the private file, where the job keeps logins %s', async (_, config) => {
    write(
      JSON.stringify({ ...config, auths: { 'ghcr.io': auth('user:password') } }).replace(
        'HOST',
        sandbox.registry.host,
      ),
    )
    const before = readFileSync(join(home, 'config.json'), 'utf8')
    const { directory } = await logIn(sandbox.registry.host)
    expect(read(directory).auths[sandbox.registry.host]).toEqual(auth(`acme:${password}`))
    expect(programs.starts(store)).toEqual([])
    expect(readFileSync(join(home, 'config.json'), 'utf8')).toBe(before)
    expect(readdirSync(home)).toEqual(['config.json'])
  })

  test('it would go into the store without the empty entry among the helpers', async () => {
    write({ credsStore: 'recorder' })
    await logIn(undefined)
    expect(programs.starts(store).map(({ args, input }) => [args, input.includes(password)])).toContainEqual([
      ['store'],
      true,
    ])
  })

  test('a wrong password is refused', async () => {
    const engine = { config: createPrivateConfig(parent), signal }
    const refused = logInToRegistry(engine, sandbox.registry.host, {
      username: 'acme',
      password: 'not-the-token',
    })
    await expect(refused).rejects.toMatchObject({
      name: 'ActionError',
      message: expect.stringContaining('does not accept'),
    })
    expect(existsSync(join(home, 'config.json'))).toBe(false)
  })

  test('contexts, plugins and the current context of the job are there', async () => {
    const job = { config: { directory: home, env: { DOCKER_CONFIG: home }, passOn: [] }, signal }
    await docker(job, ['context', 'create', 'remote', '--docker', 'host=tcp://192.0.2.1:2376'])
    await docker(job, ['context', 'use', 'remote'])
    mkdirSync(join(home, 'cli-plugins'))
    const metadata = '{"SchemaVersion":"0.1.0","Vendor":"x","Version":"1","ShortDescription":"Says hello"}'
    const plugin = `#!/bin/sh\n[ "$1" = docker-cli-plugin-metadata ] && echo '${metadata}' || echo hello\n`
    writeFileSync(join(home, 'cli-plugins', 'docker-hello'), plugin, { mode: 0o755 })
    const engine = { config: createPrivateConfig(parent), signal }
    const host = process.env.DOCKER_HOST
    delete process.env.DOCKER_HOST
    expect((await docker(engine, ['context', 'show'])).stdout).toBe('remote\n')
    expect((await docker(engine, ['hello'])).stdout).toBe('hello\n')
    if (host !== undefined) process.env.DOCKER_HOST = host
  })
})
