import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  findManifest,
  type LayerRegistry,
  type PushedManifest,
  startLayerRegistry,
} from '../../../../src/image/layers/layer-registry.js'

const digestOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`
let registry: LayerRegistry<string>
let host: string
let path: string
beforeEach(async () => {
  registry = await startLayerRegistry()
  const [first = '', ...rest] = registry.repository.split('/')
  host = `http://${first}/v2/`
  path = rest.join('/')
})
afterEach(() => registry.close())

const readText = async (_: string, body: AsyncIterable<Buffer>) => {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
const put = async (place: string, body: string) => (await fetch(host + place, { method: 'PUT', body })).status
const putBlob = (digest: string, body: string, repository = path) =>
  put(`${repository}/blobs/uploads/?digest=${digest}`, body)
const ask = async (place: string, method = 'HEAD') => (await fetch(host + place, { method })).status
const imageManifest = (config: string, ...layers: string[]) =>
  JSON.stringify({
    config: { digest: digestOf(config) },
    layers: layers.map((text) => ({ digest: digestOf(text) })),
  })

test('reports every blob as present, except those that are wanted', async () => {
  expect(await ask(`${path}/blobs/${digestOf('layer')}`)).toBe(200)
  registry.want([digestOf('layer')], readText)
  expect(await ask(`${path}/blobs/${digestOf('layer')}`)).toBe(404)
  expect(await ask(`${path}/blobs/${digestOf('other')}`)).toBe(200)
  expect(await ask(`${path}/manifests/layers`)).toBe(404)
})

test('returns what the reader made of a blob that matches its digest', async () => {
  registry.want([digestOf('layer')], readText)
  expect(await putBlob(digestOf('layer'), 'layer')).toBe(201)
  expect([...registry.blobs]).toEqual([[digestOf('layer'), 'layer']])
})

test.each(['', 'anything', 'layer\n', 'laye'])(
  'refuses a blob that does not match its digest: %j',
  async (body) => {
    registry.want([digestOf('layer')], readText)
    expect(await putBlob(digestOf('layer'), body)).toBe(400)
    expect(registry.blobs.size).toBe(0)
  },
)

test('hashes the part of a blob that the reader leaves unread', async () => {
  const large = 'x'.repeat(1_000_000)
  registry.want([digestOf(large)], async (_, body) => {
    for await (const chunk of body) return chunk.toString('utf8', 0, 1)
    return ''
  })
  expect(await putBlob(digestOf(large), large)).toBe(201)
  expect(registry.blobs.get(digestOf(large))).toBe('x')
})

test('does not keep a blob that is not wanted', async () => {
  expect(await putBlob(digestOf('other'), 'other')).toBe(201)
  expect(registry.blobs.size).toBe(0)
})

test.each(['evaluator-action', 'evaluator-action/0123', 'PATH/more', 'x'])(
  'has no repository that other users of the machine could guess: %s',
  async (name) => {
    registry.want([digestOf('layer')], readText)
    const repository = name.replace('PATH', path)
    expect(await putBlob(digestOf('layer'), 'layer', repository)).toBe(404)
    expect(await put(`${repository}/manifests/layers`, imageManifest('config'))).toBe(404)
    expect(await ask(`${repository}/blobs/uploads/`, 'POST')).toBe(404)
    expect(await ask(`${repository}/blobs/${digestOf('x')}`)).toBe(404)
    expect([registry.blobs.size, registry.manifests.length]).toEqual([0, 0])
  },
)

test('serves its repository under a random path', async () => {
  const other = await startLayerRegistry()
  await other.close()
  expect(path).toMatch(/^evaluator-action\/[0-9a-f]{32}$/)
  expect(other.repository.endsWith(path)).toBe(false)
})

test('computes the digest of a manifest, and refuses a manifest under a different digest', async () => {
  const manifest = imageManifest('config', 'one', 'two')
  expect(await put(`${path}/manifests/layers`, manifest)).toBe(201)
  expect(registry.manifests).toEqual([
    { digest: digestOf(manifest), config: digestOf('config'), layers: [digestOf('one'), digestOf('two')] },
  ])
  expect(await put(`${path}/manifests/${digestOf(manifest)}`, imageManifest('other'))).toBe(400)
  expect(registry.manifests).toHaveLength(1)
})

describe('the manifest of an image', () => {
  const image = (name: string, layers: number): PushedManifest => ({
    digest: `sha256:manifest-${name}`,
    config: `sha256:config-${name}`,
    layers: Array.from({ length: layers }, (_, index) => `sha256:${name}-${index}`),
  })
  const index: PushedManifest = {
    digest: 'sha256:index',
    manifests: ['sha256:manifest-wanted', 'sha256:manifest-attestation'],
  }
  const pushed = [image('other', 2), image('wanted', 2), image('attestation', 1), index]

  test.each([
    ['its configuration', 'sha256:config-wanted'],
    ['its digest', 'sha256:manifest-wanted'],
    ['its index, which also lists attestations', 'sha256:index'],
  ])('is found by %s', (_, id) => {
    expect(findManifest(pushed, id, 2)?.config).toBe('sha256:config-wanted')
  })

  test.each([
    ['has other layers', 'sha256:config-wanted', 3],
    ['was not pushed', 'sha256:config-missing', 2],
    ['only has the same layers', 'sha256:x', 2],
  ])('is not one that %s', (_, id, layers) => {
    expect(findManifest(pushed, id, layers)).toBeUndefined()
  })
})
