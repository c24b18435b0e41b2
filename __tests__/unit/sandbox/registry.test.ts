import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { openRegistry, type Sandbox, startSandbox } from '../../../sandbox/index.js'
import { logIn } from '../../support/sandbox-client.js'
import { emptyDockerConfig, importImage, runDocker } from '../../support/sandbox-engine.js'

let sandbox: Sandbox
let config: string
const images: string[] = []

beforeAll(async () => {
  sandbox = await startSandbox({
    organizations: [
      { name: 'acme', tokens: ['acme-token'] },
      { name: 'globex', tokens: ['globex-token'] },
    ],
  })
  for (const organization of ['acme', 'globex']) {
    const send = await logIn(sandbox, `${organization}-token`)
    await send('POST', '/ecr/repository', { repository: `${organization}/keypoints` })
  }
})
afterAll(() => sandbox.close())
afterEach(async () => {
  if (images.length > 0) await runDocker(config, ['rmi', '--force', ...images.splice(0)])
  rmSync(config, { recursive: true, force: true })
})

async function push(reference: string): Promise<{ code: number | null; output: string }> {
  await importImage(config, reference)
  images.push(reference)
  return runDocker(config, ['push', reference])
}

function dockerLogin(username: string, password: string): ReturnType<typeof runDocker> {
  config = emptyDockerConfig()
  const args = ['login', '--username', username, '--password-stdin', sandbox.registry.host]
  return runDocker(config, args, password)
}

describe('docker login', () => {
  test.each([
    ['the organization and its token', 'acme', 'acme-token', 0],
    ['a wrong token', 'acme', 'wrong', 1],
    ["another organization's token", 'acme', 'globex-token', 1],
    ['an unknown organization', 'initech', 'acme-token', 1],
  ])('with %s exits with the expected code', async (_, username, password, code) => {
    expect(await dockerLogin(username, password)).toMatchObject({ code })
  })
})

describe('docker push', () => {
  test('into a created repository succeeds, and the image can be registered', async () => {
    await dockerLogin('acme', 'acme-token')
    const reference = `${sandbox.registry.host}/acme/keypoints:v1`
    const { code, output } = await push(reference)
    expect({ code, output }).toMatchObject({ code: 0 })

    const digest = /digest: (sha256:[0-9a-f]{64})/.exec(output)?.[1] ?? ''
    const manifest = await sandbox.registry.manifest('acme/keypoints', 'v1')
    expect(manifest?.digest).toBe(digest)
    expect(await sandbox.registry.repositories()).toContain('acme/keypoints')

    const repository = `${sandbox.registry.host}/acme/keypoints`
    const send = await logIn(sandbox, 'acme-token')
    for (const image of [reference, `${repository}@${digest}`, `${repository}:v1@${digest}`]) {
      const body = { workflow: 'w', name: 'e', image, secret: null, aws_assume_role: null }
      expect(await send('POST', '/generic/workflow/evaluator', body)).toMatchObject({ status: 200 })
    }
    const body = { workflow: 'w', name: 'e', image: reference, secret: null, aws_assume_role: null }
    const globex = await logIn(sandbox, 'globex-token')
    expect(await globex('POST', '/generic/workflow/evaluator', body)).toMatchObject({ status: 422 })
  })

  test.each([
    ['a repository that was not created', 'acme/unknown'],
    ["another organization's repository", 'globex/keypoints'],
  ])('into %s is denied', async (_, repository) => {
    await dockerLogin('acme', 'acme-token')
    const { code, output } = await push(`${sandbox.registry.host}/${repository}:v1`)
    expect(code).not.toBe(0)
    // The messages of the engine with the classic image store, and with the containerd one.
    expect(output).toMatch(/denied|authorization failed/)
    expect(await sandbox.registry.manifest(repository, 'v1')).toBeUndefined()
  })

  test('without a login is denied', async () => {
    config = emptyDockerConfig()
    const { code } = await push(`${sandbox.registry.host}/acme/keypoints:anonymous`)
    expect(code).not.toBe(0)
  })
})

describe('the token endpoint', () => {
  const basic = `Basic ${Buffer.from('acme:acme-token').toString('base64')}`

  async function askToken(scope: string): Promise<string> {
    const query = new URLSearchParams({ service: 'sandbox-registry', scope })
    const response = await fetch(`${sandbox.url}/token?${query}`, { headers: { authorization: basic } })
    return ((await response.json()) as { token: string }).token
  }

  test.each([
    ['repository:acme/keypoints:pull,push', [['acme/keypoints', ['pull', 'push']]]],
    ['repository:acme/keypoints:pull,delete', [['acme/keypoints', ['pull']]]],
    ['repository:globex/keypoints:pull,push', []],
    ['repository:acme/unknown:pull,push', [['acme/unknown', ['pull']]]],
    ['registry:catalog:*', []],
    ['repository:acme/keypoints:pull repository:globex/keypoints:pull', [['acme/keypoints', ['pull']]]],
  ])('for the scope %s grants only what the user may do', async (scope, granted) => {
    const [, claims = ''] = (await askToken(scope)).split('.')
    const { access } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))
    expect(access).toEqual(granted.map(([name, actions]) => ({ type: 'repository', name, actions })))
  })

  test('issues the only tokens that the registry accepts', async () => {
    const url = `http://${sandbox.registry.host}/v2/acme/keypoints/blobs/uploads/`
    const open = async (authorization: string) =>
      (await fetch(url, { method: 'POST', headers: { authorization } })).status
    expect(await open(`Bearer ${await askToken('repository:acme/keypoints:pull,push')}`)).toBe(202)
    expect(await open(`Bearer ${await askToken('repository:acme/keypoints:pull')}`)).toBe(401)
    expect(await open(basic)).toBe(401)
  })

  test('refuses requests without credentials', async () => {
    expect((await fetch(`${sandbox.url}/token`)).status).toBe(401)
  })
})

test('an open registry accepts pushes without a login, and stops when it is closed', async () => {
  config = emptyDockerConfig()
  const registry = await openRegistry()
  expect(await push(`${registry.host}/any/thing:v1`)).toMatchObject({ code: 0 })
  expect(await registry.repositories()).toEqual(['any/thing'])
  await registry.close()
  await expect(fetch(`http://${registry.host}/v2/`)).rejects.toThrow()
})
