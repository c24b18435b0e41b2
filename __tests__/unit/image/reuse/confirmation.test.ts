import { describe, expect, test } from '@jest/globals'
import { BuildLog } from '../../../../src/image/build/build-log.js'
import { findUncovered } from '../../../../src/image/reuse/confirmation.js'

const sha = (digit: string) => digit.repeat(64)
const base = { reference: 'docker.io/library/base:1', digest: `sha256:${sha('a')}` }
const taken = `${base.reference}@${base.digest}`

function uncovered(lines: string[], metadata: Record<string, unknown> = {}, hasLayouts = false) {
  const log = new BuildLog()
  for (const line of lines) log.read(`#1 ${line}`)
  const record = { log, bases: new Map(), ownImages: new Set<string>(), warnings: [] }
  return findUncovered({ record, metadata }, { bases: [base], pinned: [sha('c')], hasLayouts })
}

describe('comparing what a build used with the digested inputs', () => {
  test.each<[string, string[], string[]]>([
    ['no images', [], []],
    ['the base image', [`[internal] load metadata for ${base.reference}`, `[1/2] FROM ${taken}`], []],
    ['the base image under another name', [`FROM docker.io/library/other@${base.digest}`], []],
    [
      'another image',
      ['[internal] load metadata for docker.io/library/redis:latest'],
      ['docker.io/library/redis:latest'],
    ],
    [
      'a base image whose tag moved',
      [`[1/2] FROM ${base.reference}@sha256:${sha('b')}`],
      [`${base.reference}@sha256:${sha('b')}`],
    ],
    ['a base image that only the engine has', [`[1/2] FROM ${base.reference}`], [base.reference]],
    [
      'a syntax image',
      ['resolve image config for docker-image://docker.io/docker/dockerfile:1'],
      ['docker.io/docker/dockerfile:1'],
    ],
    ['an address', ['[2/2] ADD http://x.io/y /'], ['http://x.io/y']],
    ['an address with its checksum', [`[2/2] ADD --checksum=sha256:${sha('c')} http://x.io/y /`], []],
    [
      'the SBOM scanner',
      [
        'resolve image config for docker.io/docker/buildkit-syft-scanner:stable-1',
        `docker-image://docker.io/docker/buildkit-syft-scanner:stable-1@sha256:${sha('e')}`,
      ],
      [],
    ],
  ])('checks %s in the log', (_, lines, expected) => {
    expect(uncovered(lines)).toEqual(expected)
  })

  const image = 'pkg:docker/base@1?platform=linux%2Famd64'
  test.each<[string, { uri: string; digest: object }[], string[]]>([
    ['the base image', [{ uri: image, digest: { sha256: sha('a') } }], []],
    ['another image', [{ uri: image, digest: { sha256: sha('b') } }], [image]],
    ['a file with its checksum', [{ uri: 'https://x.io/y', digest: { sha256: sha('c') } }], []],
    ['a file', [{ uri: 'https://x.io/y', digest: { sha256: sha('b') } }], ['https://x.io/y']],
    ['something without a digest', [{ uri: 'https://x.io/y', digest: {} }], ['https://x.io/y']],
  ])('checks %s in the provenance', (_, materials, expected) => {
    expect(uncovered([], { 'buildx.build.provenance': { materials } })).toEqual(expected)
    const platforms = { 'linux/amd64': { materials: [] }, 'linux/arm64': { materials } }
    expect(uncovered([], { 'buildx.build.provenance': platforms })).toEqual(expected)
    expect(uncovered([], { 'buildx.build.provenance/linux/arm64': { materials } })).toEqual(expected)
    const newer = { buildDefinition: { resolvedDependencies: materials } }
    expect(uncovered([], { 'buildx.build.provenance': newer })).toEqual(expected)
  })

  test('accepts an image from an OCI layout, which is digested as a directory', () => {
    const materials = [{ uri: 'pkg:oci/base?digest=x', digest: { sha256: sha('b') } }]
    const metadata = { 'buildx.build.provenance': { materials } }
    expect(uncovered([], metadata)).toEqual(['pkg:oci/base?digest=x'])
    expect(uncovered([], metadata, true)).toEqual([])
  })
})
