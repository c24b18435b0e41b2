import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { builderDriver, builderNodes, connectionProblem, isBuilder } from '../../../src/docker/builder.js'
import { serveBytes } from '../../support/local-server.js'

const variables = ['DOCKER_CONFIG', 'BUILDX_CONFIG', 'BUILDX_BUILDER']
const before = variables.map((name) => process.env[name])
let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'docker-home-'))
  for (const name of variables) delete process.env[name]
  process.env.DOCKER_CONFIG = home
})
afterEach(() => {
  rmSync(home, { recursive: true })
  for (const [index, name] of variables.entries()) {
    const value = before[index]
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
})

function write(path: string, content: unknown): void {
  mkdirSync(dirname(join(home, path)), { recursive: true })
  writeFileSync(join(home, path), typeof content === 'string' ? content : JSON.stringify(content))
}
const instance = (Driver: string) => ({ Name: 'x', Driver, Nodes: [], Dynamic: false })
const current = (Name: string) => ({ Key: 'unix:///var/run/docker.sock', Name, Global: false })

test.each(['docker-container', 'remote', 'kubernetes', 'cloud'])(
  'reads the driver %s of a builder',
  (driver) => {
    write('buildx/instances/mine', instance(driver))
    expect(builderDriver('mine')).toBe(driver)
    expect(builderDriver('Mine')).toBe(driver)
  },
)

test('reads the current builder from BUILDX_BUILDER, or else from buildx’s files', () => {
  expect(builderDriver(undefined)).toBe('docker')
  write('buildx/instances/used', instance('remote'))
  write('buildx/instances/named', instance('kubernetes'))
  write('buildx/current', current('used'))
  expect(builderDriver(undefined)).toBe('remote')
  process.env.BUILDX_BUILDER = 'named'
  expect(builderDriver(undefined)).toBe('kubernetes')
})

test('finds builders in BUILDX_CONFIG if it is set', () => {
  write('elsewhere/instances/mine', instance('remote'))
  process.env.BUILDX_CONFIG = join(home, 'elsewhere')
  expect(builderDriver('mine')).toBe('remote')
})

test.each([
  ['a Docker context', 'default', ''],
  ['a file in another format', 'broken', '{'],
  ['without a driver', 'empty', instance('')],
  ['outside of the directory', '../outside', instance('remote')],
])('treats a builder as the engine if it is %s', (_, name, content) => {
  if (content !== '') write(`buildx/instances/${name}`, content)
  expect(builderDriver(name)).toBe('docker')
})

test('uses the engine if there is no current builder', () => {
  write('buildx/current', current(''))
  expect(builderDriver(undefined)).toBe('docker')
})

test('reads the nodes of a builder', () => {
  const nodes = ['amd', 'arm'].map((Name) => ({
    Name,
    Endpoint: `tcp://${Name}.example.com:1234`,
    Flags: null,
  }))
  write('buildx/instances/mine', { Name: 'mine', Driver: 'remote', Nodes: nodes })
  expect(builderNodes('mine')).toEqual([
    { name: 'amd', endpoint: 'tcp://amd.example.com:1234' },
    { name: 'arm', endpoint: 'tcp://arm.example.com:1234' },
  ])
})

test.each([
  ['the engine', 'default', undefined],
  ['a file without nodes', 'mine', { Driver: 'remote' }],
  ['nodes in another format', 'mine', { Driver: 'remote', Nodes: ['amd'] }],
])('finds no nodes in %s', (_, name, content) => {
  if (content) write('buildx/instances/mine', content)
  expect(builderNodes(name)).toEqual([])
})

test('finds builders and Docker contexts by name', () => {
  write('buildx/instances/mine', instance('remote'))
  // SHA-256 of the name.
  const directory = '7b1b763ee8f62eb88e4742a760f912d0b19bcd58b2b948999784bacc15a7f4d7'
  write(`contexts/meta/${directory}/meta.json`, { Name: 'elsewhere' })
  const names = ['default', 'mine', 'Mine', 'elsewhere', 'Elsewhere', 'nobody', '../mine', '']
  expect(names.filter(isBuilder)).toEqual(['default', 'mine', 'Mine', 'elsewhere'])
})

describe('a node of a builder', () => {
  const problemOf = (endpoint: string) =>
    connectionProblem({ name: 'amd', endpoint }, new AbortController().signal)

  test('that accepts a connection has no problem, and neither has one that is not a TCP address', async () => {
    const { host } = await serveBytes(() => {})
    for (const endpoint of [`tcp://${host}`, 'unix:///nowhere', 'kubernetes:///pods', 'default'])
      expect(await problemOf(endpoint)).toBeUndefined()
  })

  test.each(['tcp://127.0.0.1:1', 'tcp://[::1]:1'])('at %s refuses connections', async (endpoint) => {
    expect(await problemOf(endpoint)).toMatch(/^E[A-Z]+$/)
  })

  test('is not tried after the run was cancelled', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'))
    const node = { name: 'amd', endpoint: 'tcp://127.0.0.1:1' }
    await expect(connectionProblem(node, signal)).rejects.toThrow('cancelled')
  })
})
