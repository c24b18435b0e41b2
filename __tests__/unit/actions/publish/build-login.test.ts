// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of Dockerfiles
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Access } from '../../../../src/actions/publish/access.js'
import { giveBuildLogin, mayReadFrom } from '../../../../src/actions/publish/build-login.js'
import { SharedImage } from '../../../../src/actions/publish/shared-image.js'
import { type Credentials, loginOf } from '../../../../src/docker/credentials.js'
import { openRepository } from '../../../../src/registry/distribution.js'
import { ActionError } from '../../../../src/runtime/errors.js'
import { RunLog } from '../../../../src/runtime/run-log.js'
import { captureOutput } from '../../../support/captured-output.js'
import { buildOptions, inputs } from '../../../support/publications.js'
import { dockerAt } from '../../../support/scripted-engine.js'

const output = captureOutput()
const { signal } = new AbortController()
const host = 'registry.example.com'
let context: string
beforeEach(() => {
  context = mkdtempSync(join(tmpdir(), 'build-login-'))
})
afterEach(() => rmSync(context, { recursive: true }))

const buildOf = (dockerfile: string | undefined, options = {}, local = true) => {
  if (dockerfile !== undefined) writeFileSync(join(context, 'Dockerfile'), dockerfile)
  return { options: { ...buildOptions, context, ...options }, secrets: [], local, store: 'engine' as const }
}

describe('a build that may read from the registry', () => {
  test.each<[string, string | undefined, object?]>([
    ['FROM with the host', `FROM ${host}/a/base:1`],
    ['FROM with the host in upper case', `FROM Registry.Example.com/a/base:1`],
    ['ARG with the host', `ARG REGISTRY=${host}\nFROM \${REGISTRY}/a/base:1`],
    ['ARG without a value', 'ARG REGISTRY\nFROM ${REGISTRY}/a/base:1'],
    ['a build argument', 'ARG REGISTRY\nFROM $REGISTRY/a/base:1', { buildArgs: [`REGISTRY=${host}`] }],
    ['a default of a variable', 'FROM ${BASE:-python}\n'],
    ['a variable in the middle', 'ARG TAG\nFROM python:$TAG'],
    ['a variable on the next line', 'FROM \\\n  # the base\n  $BASE AS base'],
    ['lower case', 'from $BASE'],
    ['a platform from a variable', 'FROM --platform=$BUILDPLATFORM python'],
    ['quotes', 'FROM "registry"."example"".com/a"'],
    ['COPY --from with the host', `FROM scratch\nCOPY --from=${host}/a/b /x /x`],
    ['COPY --from with a variable', 'FROM scratch\nARG B\nCOPY --from=$B /x /x'],
    ['RUN --mount with a variable', 'FROM scratch\nARG B\nRUN --mount=type=bind,from=$B,target=/b true'],
    ['ONBUILD', 'FROM scratch\nONBUILD COPY --from=$B /x /x'],
    ['ADD from the host', `FROM scratch\nADD https://${host}/file /`],
    ['a frontend from the host', `# syntax=${host}/frontend\nFROM scratch`],
    ['a frontend other than Docker’s', '# syntax=example/frontend:1\nFROM scratch'],
    ['a frontend in a build argument', 'FROM scratch', { buildArgs: ['BUILDKIT_SYNTAX=example/frontend'] }],
    ['a cache', 'FROM scratch', { cacheFrom: [`type=registry,ref=${host}/a/cache`] }],
    ['a cache to write', 'FROM scratch', { cacheTo: [`type=registry,ref=${host}/a/cache`] }],
    ['a context', 'FROM base', { buildContexts: [`base=docker-image://${host}/a/base`] }],
    ['a missing Dockerfile', undefined],
  ])('is recognized by %s', (_, dockerfile, options = {}) => {
    expect(mayReadFrom(host, buildOf(dockerfile, options))).toBe(true)
  })

  test('is any build whose context is elsewhere', () => {
    expect(mayReadFrom(host, buildOf('FROM scratch', { context: 'https://example.com/x.git' }, false))).toBe(
      true,
    )
  })

  test('is any build with short image names if the registry is Docker Hub', () => {
    expect(mayReadFrom('docker.io', buildOf('FROM python'))).toBe(true)
  })

  test.each([
    'FROM python:3.12\nRUN echo $HOME',
    '# syntax=docker/dockerfile:1\nFROM python AS base\nFROM base\nCOPY --from=base $HOME/x /x',
    'FROM ghcr.io/a/base:1\nENV A=${B:-c}\nRUN echo "from $A"',
    'FROM scratch\nCOPY a /\n',
  ])('is not a build whose images are all elsewhere: %j', (dockerfile) => {
    expect(mayReadFrom(host, buildOf(dockerfile))).toBe(false)
  })
})

describe('the login of the run', () => {
  const given: Credentials = { username: 'robot', password: 'password-of-robot' }
  const asked: Credentials = { username: 'AWS', password: 'password-of-aws' }
  const reading = 'ARG BASE\nFROM $BASE'
  const auth = ({ username, password }: Credentials) => ({
    auth: Buffer.from(`${username}:${password}`).toString('base64'),
  })

  /** Gives the login to a build, and returns the logins that docker then has. `access` returns the registry's login. */
  async function giveTo(
    dockerfile: string,
    changes: { image?: object; platform?: object; mode?: object },
    access: () => Promise<Credentials | undefined> = async () => asked,
  ): Promise<unknown> {
    writeFileSync(join(context, 'config.json'), '{}')
    const wanted = {
      ...inputs,
      mode: { ...inputs.mode, ...changes.mode },
      platform: { ...inputs.platform, ...changes.platform },
      image: { ...inputs.image, host, ...changes.image },
      build: buildOf(dockerfile),
    }
    const open = async (): Promise<Access> => {
      const login = loginOf(await access())
      const registry = { host, path: 'a/b', login, prepare: async () => 'not needed' as const }
      return { registry, login, repository: openRepository(host, 'a/b', login, signal) }
    }
    const docker = dockerAt('', context)
    const shared = new SharedImage([wanted])
    const runLog = new RunLog()
    await giveBuildLogin(wanted, open, { docker, signal, runLog, privateDirectory: context, shared })
    return JSON.parse(readFileSync(join(context, 'config.json'), 'utf8')).auths
  }
  const refused = async () => {
    throw new ActionError('no AWS credentials')
  }

  test.each(['FROM scratch', reading])(
    'is given at once if the inputs contain it, for %j',
    async (dockerfile) => {
      const auths = await giveTo(dockerfile, { image: { credentials: given } }, async () => given)
      expect(auths).toEqual({ [host]: auth(given) })
    },
  )

  test('is given at once for the platform’s registry if the organization is known', async () => {
    const platform = { organization: 'acme', apiToken: 'token-of-acme' }
    const auths = await giveTo('FROM scratch', { image: { host: undefined }, platform })
    const login = auth({ username: 'acme', password: 'token-of-acme' })
    expect(auths).toEqual({ 'docker.kolena.io': login })
    expect(output.masks).toContain(login.auth)
  })

  test('is requested only if the build may read from the registry', async () => {
    expect(await giveTo('FROM scratch', {}, refused)).toBeUndefined()
    expect(await giveTo(reading, {})).toEqual({ [host]: auth(asked) })
  })

  test('ends the run if it is not available', async () => {
    await expect(giveTo(reading, {}, refused)).rejects.toThrow('no AWS credentials')
  })

  describe('in a dry run', () => {
    const mode = { dryRun: true }
    test.each<[string, object, string, unknown]>([
      ['is given if the inputs contain it', { credentials: given }, 'FROM scratch', { [host]: auth(given) }],
      ['is requested if the build may read from the registry', {}, reading, { [host]: auth(asked) }],
    ])('%s', async (_, image, dockerfile, expected) => {
      const access = async () => ('credentials' in image ? given : asked)
      expect(await giveTo(dockerfile, { image, mode }, access)).toEqual(expected)
    })

    test('is left out of the build if it is not available', async () => {
      expect(await giveTo(reading, { mode }, refused)).toBeUndefined()
      expect(output.text).toContain(`The build runs without a login for ${host}: no AWS credentials`)
    })
  })

  test('never reaches the build of untrusted code', async () => {
    const mode = { dryRun: true, untrusted: true as const }
    expect(await giveTo(reading, { image: { credentials: given }, mode })).toBeUndefined()
  })
})
