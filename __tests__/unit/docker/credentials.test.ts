import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findCredentials } from '../../../src/docker/credentials.js'
import { captureOutput } from '../../support/captured-output.js'
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

describe('the login that the job has already', () => {
  const login = { username: 'user', password: 'pass:word-0123' }
  const find = (host: string) => findCredentials(host, signal)

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

  test('is an identity token where docker keeps one, as after a login by OAuth', async () => {
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
    ['its entry is no base64', { auths: { 'ghcr.io': { auth: '%%%' } } }],
  ])('is none when %s', async (_, config) => {
    if (config !== undefined) write(config)
    expect(await find('ghcr.io')).toBeUndefined()
  })

  test.each([
    ['for the registry', { credHelpers: { 'ghcr.io': 'recorder' }, credsStore: 'other' }],
    ['for all', { credsStore: 'recorder', auths: { 'ghcr.io': {} } }],
  ])('is asked from the helper %s, by its name on standard input', async (_, config) => {
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
  ])('is none when the helper %s', async (_, script) => {
    write({ credsStore: 'recorder' })
    programs.write('docker-credential-recorder', script)
    expect(await find('ghcr.io')).toBeUndefined()
  })

  test.each([
    ['text', 'echo user canary-password'],
    ['half JSON', `echo '{"Username":"user","Secret":"canary-password'`],
    ['other JSON', `echo '["canary-password"]'`],
    ['nothing', 'true'],
  ])('is an error when the helper prints %s, which is not shown', async (_, script) => {
    write({ credsStore: 'recorder' })
    programs.write('docker-credential-recorder', script)
    const error = await find('ghcr.io').catch((thrown) => thrown)
    expect(error).toMatchObject({ name: 'ActionError' })
    expect(error.message).toMatch(
      /^docker-credential-recorder was asked for the login of ghcr\.io.* Run docker login/,
    )
    expect(`${error.stack}${output.text}`).not.toContain('canary')
  })

  test('is an error when the helper is not there', async () => {
    write({ credsStore: 'missing' })
    await expect(find('ghcr.io')).rejects.toThrow(
      'docker-credential-missing could not be run: Unable to locate',
    )
  })
})
