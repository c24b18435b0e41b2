import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { builderDriver } from '../../../src/docker/builder.js'

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
