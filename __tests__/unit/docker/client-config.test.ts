import {
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
import { type Sandbox, startSandbox } from '../../../sandbox/index.js'
import { addLogin, createPrivateConfig } from '../../../src/docker/client-config.js'
import { run } from '../../../src/util/process.js'
import { captureOutput } from '../../support/captured-output.js'
import { scriptPrograms } from '../../support/scripted-docker.js'

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

  beforeEach(() => {
    for (const helper of ['desktop', 'gcloud', 'ecr-login']) programs.write(`docker-credential-${helper}`, '')
  })

  test.each([
    [{ credsStore: 'missing' }, {}],
    [{ credsStore: 'missing', auths: { 'ghcr.io': auth('user:password') } }, { auths: full.auths }],
    [{ credsStore: 'desktop' }, { credsStore: 'desktop' }],
    [{ credsStore: '' }, { credsStore: '' }],
    [
      { credsStore: 'desktop', credHelpers: { 'a.io': 'missing', 'b.io': '', 'c.io': 'gcloud' } },
      { credsStore: 'desktop', credHelpers: { 'b.io': '', 'c.io': 'gcloud' } },
    ],
  ])('leaves out helpers that are not installed: %j', (config, expected) => {
    write(config)
    expect(read(createPrivateConfig(parent).directory)).toEqual(expected)
  })

  test('contains everything from the job’s configuration', () => {
    write(full)
    const { directory, env, context } = createPrivateConfig(parent)
    expect(read(directory)).toEqual(full)
    expect({ env, context }).toEqual({ env: { DOCKER_CONFIG: directory }, context: 'remote' })
  })

  test('makes docker look for plugins where the job’s configuration does, in docker’s order', () => {
    write({ cliPluginsExtraDirs: ['/opt/plugins', '/opt/more'] })
    expect(createPrivateConfig(parent).pluginDirectories).toEqual([
      '/opt/plugins',
      '/opt/more',
      join(home, 'cli-plugins'),
    ])
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 5],
    ['an object', {}],
    ['a list of other values', [1, null]],
  ])('ignores %s as additional plugin directories', (_, cliPluginsExtraDirs) => {
    write({ cliPluginsExtraDirs })
    expect(createPrivateConfig(parent).pluginDirectories).toEqual([join(home, 'cli-plugins')])
  })

  test.each([
    ['a registry', ['docker.kolena.io'], ['docker.kolena.io']],
    ['Docker Hub', ['docker.io'], ['https://index.docker.io/v1/']],
    ['two registries', ['a.io', 'b.io'], ['a.io', 'b.io']],
    ['a registry that has a helper', ['gcr.io'], ['gcr.io']],
    ['a registry that has a login', ['ghcr.io'], ['ghcr.io']],
  ])('adds logins for %s, and keeps everything from the job’s configuration', (_, hosts, keys) => {
    write(full)
    const config = createPrivateConfig(parent)
    for (const host of hosts) addLogin(config, host, { username: 'acme', password: 'token' })
    const each = <T>(value: T) => Object.fromEntries(keys.map((key) => [key, value]))
    expect(read(config.directory)).toEqual({
      ...full,
      auths: { ...full.auths, ...each(auth('acme:token')) },
      credHelpers: { ...full.credHelpers, ...each('') },
    })
    expect(read(home)).toEqual(full)
    expect(readdirSync(config.directory)).toEqual(['config.json'])
    expect(statSync(join(config.directory, 'config.json')).mode & 0o777).toBe(0o600)
  })

  test('does not copy backups of the configuration, and does not write through links', () => {
    write(full)
    for (const name of ['config.json.new', 'config.json.bak'])
      writeFileSync(join(home, name), 'theirs', { mode: 0o644 })
    const config = createPrivateConfig(parent)
    addLogin(config, 'docker.kolena.io', { username: 'acme', password: 'token' })
    expect(readdirSync(config.directory)).toEqual(['config.json'])
    expect(readdirSync(parent)).toEqual(['docker'])
    for (const name of ['config.json.new', 'config.json.bak'])
      expect(readFileSync(join(home, name), 'utf8')).toBe('theirs')
    expect(read(home)).toEqual(full)
  })

  test('has no login at all for code that anyone may have written, and accepts none', () => {
    const proxy = { httpProxy: 'http://user:canary@proxy.example.com', noProxy: 'localhost' }
    write({ ...full, HttpHeaders: { Authorization: 'canary' }, proxies: { default: proxy } })
    for (const name of ['buildx/config/ghcr.io', 'buildx/instances', 'contexts'])
      mkdirSync(join(home, name), { recursive: true })
    const config = createPrivateConfig(parent, { anonymous: true })
    addLogin(config, 'docker.kolena.io', { username: 'acme', password: 'token' })
    expect(read(config.directory)).toEqual({
      currentContext: 'remote',
      somethingNew: [1],
      proxies: { default: { noProxy: 'localhost' } },
    })
    expect(config.passOn).toEqual([])
    expect(config.env).toMatchObject({
      BUILDX_CONFIG: join(config.directory, 'buildx'),
      BUILDX_GIT_INFO: 'false',
      BUILDX_GIT_LABELS: 'false',
    })
    expect(readdirSync(join(config.directory, 'buildx'))).toEqual(['instances'])
    expect(readdirSync(config.directory).sort()).toEqual(['buildx', 'config.json', 'contexts'])
  })

  test('passes on the variables of the named credential helpers, and of no others', () => {
    const passed = (config: unknown) => {
      write(config)
      const { passOn } = createPrivateConfig(mkdtempSync(join(parent, 'x-')))
      const names = [
        'AWS_ACCESS_KEY_ID',
        'GOOGLE_APPLICATION_CREDENTIALS',
        'CLOUDSDK_CONFIG',
        'AZURE_CLIENT_ID',
        'DOCKER_AUTH_CONFIG',
        'HOME',
      ]
      return names.filter((name) => passOn.some((pattern) => pattern.test(name)))
    }
    expect(passed(full)).toEqual(['GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_CONFIG', 'DOCKER_AUTH_CONFIG'])
    expect(passed({ credsStore: 'ecr-login' })).toEqual(['AWS_ACCESS_KEY_ID', 'DOCKER_AUTH_CONFIG'])
    expect(passed({ auths: {} })).toEqual(['DOCKER_AUTH_CONFIG'])
  })

  test('is found if DOCKER_CONFIG is a relative path', () => {
    mkdirSync(join(home, 'buildx'))
    process.env.DOCKER_CONFIG = relative(process.cwd(), home)
    const { directory } = createPrivateConfig(parent)
    expect(realpathSync(join(directory, 'buildx'))).toBe(realpathSync(join(home, 'buildx')))
  })

  test('is readable only by this user', () => {
    write(full)
    const { directory } = createPrivateConfig(parent)
    expect(statSync(directory).mode & 0o777).toBe(0o700)
    expect(statSync(join(directory, 'config.json')).mode & 0o777).toBe(0o600)
  })

  test('links everything next to config.json', () => {
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

  test('is created even if the job has none', () => {
    process.env.DOCKER_CONFIG = join(home, 'nowhere')
    const config = createPrivateConfig(parent)
    expect(read(config.directory)).toEqual({})
    addLogin(config, 'x.io', { username: 'acme', password: 'token' })
    expect(read(config.directory)).toEqual({
      auths: { 'x.io': auth('acme:token') },
      credHelpers: { 'x.io': '' },
    })
    expect(output.text).toBe('')
  })

  test.each([
    ['incomplete JSON', '{"auths": {"ghcr.io": {"auth": "Y2FuYXJ5OmNhbmFyeQ==', 'it is not JSON'],
    ['text that is not JSON', '{"auth": Y2FuYXJ5OmNhbmFyeQ==}', 'it is not JSON'],
    ['a list', '[]', 'is not a JSON object'],
    ['null', 'null', 'is not a JSON object'],
  ])(
    'is created, with a warning that shows no login, if the job’s configuration is %s',
    (_, text, reason) => {
      write(text)
      expect(read(createPrivateConfig(parent).directory)).toEqual({})
      expect(output.lines).toEqual([expect.stringMatching(/^::warning title=Docker configuration::/)])
      expect(output.text).toContain(reason)
      expect(output.text).toContain('its logins and proxies are not used')
      expect(output.text).not.toMatch(/Y2Fu|canary/)
    },
  )
})

describe('with the real docker', () => {
  const password = 'acme-api-token-0123456789'
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ organizations: [{ name: 'acme', tokens: [password] }] })
  })
  afterAll(() => sandbox.close())

  const store = 'docker-credential-recorder'
  const docker = (directory: string, ...args: string[]) =>
    run('docker', args, { env: { DOCKER_CONFIG: directory }, signal, timeout: 60_000 })
  /**
   * Returns what docker says about an image that does not exist, which the registry tells it only with the right login.
   */
  const pull = async (login: string | undefined) => {
    programs.write(store, 'echo "{}"')
    const config = createPrivateConfig(parent)
    const { host } = sandbox.registry
    if (login !== undefined) addLogin(config, host, { username: 'acme', password: login })
    const { output } = await docker(config.directory, 'pull', `${host}/acme/nothing:v1`)
    return output.join(' ')
  }

  test.each([
    ['in its file', {}],
    ['in a store', { credsStore: 'recorder' }],
    ['in a store for this registry', { credHelpers: { HOST: 'recorder' } }],
  ])('uses the private login if the job keeps logins %s', async (_, config) => {
    write(
      JSON.stringify({ ...config, auths: { 'ghcr.io': auth('user:password') } }).replace(
        'HOST',
        sandbox.registry.host,
      ),
    )
    const before = readFileSync(join(home, 'config.json'), 'utf8')
    expect(await pull(password)).toMatch(/not found|unknown/)
    expect(programs.starts(store)).toEqual([])
    expect(readFileSync(join(home, 'config.json'), 'utf8')).toBe(before)
    expect(readdirSync(home)).toEqual(['config.json'])
  })

  test('docker asks the store without the private login, and is refused with a wrong one', async () => {
    write({ credsStore: 'recorder' })
    expect(await pull(undefined)).not.toMatch(/not found|unknown/)
    expect(programs.starts(store).map(({ args }) => args)).toContainEqual(['get'])
    rmSync(join(parent, 'docker'), { recursive: true })
    expect(await pull('not-the-token')).not.toMatch(/not found|unknown/)
  })

  test('finds contexts, plugins and the current context of the job', async () => {
    await docker(home, 'context', 'create', 'remote', '--docker', 'host=tcp://192.0.2.1:2376')
    await docker(home, 'context', 'use', 'remote')
    mkdirSync(join(home, 'cli-plugins'))
    const metadata = '{"SchemaVersion":"0.1.0","Vendor":"x","Version":"1","ShortDescription":"Says hello"}'
    const plugin = `#!/bin/sh\n[ "$1" = docker-cli-plugin-metadata ] && echo '${metadata}' || echo hello\n`
    writeFileSync(join(home, 'cli-plugins', 'docker-hello'), plugin, { mode: 0o755 })
    const { directory } = createPrivateConfig(parent)
    const host = process.env.DOCKER_HOST
    delete process.env.DOCKER_HOST
    expect((await docker(directory, 'context', 'show')).stdout).toBe('remote\n')
    expect((await docker(directory, 'hello')).stdout).toBe('hello\n')
    if (host !== undefined) process.env.DOCKER_HOST = host
  })
})
