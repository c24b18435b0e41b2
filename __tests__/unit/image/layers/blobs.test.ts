import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import zlib from 'node:zlib'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { LocalImage } from '../../../../src/docker/image.js'
import { BlobReader } from '../../../../src/image/layers/blobs.js'
import { readTar, type TarEntry } from '../../../../src/image/layers/tar.js'

const folder = mkdtempSync(join(tmpdir(), 'blobs-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Returns a layer with one file. */
function layerOf(name: string, content = 'secret', ...options: string[]): Buffer {
  writeFileSync(join(folder, name), content)
  return archiveOf(name, ...options)
}

function archiveOf(name: string, ...options: string[]): Buffer {
  return execFileSync('tar', ['-C', folder, ...options, '-cf', '-', name])
}

/** Returns the layer with its entry changed to another type. */
function withType(layer: Buffer, type: string): Buffer {
  const changed = Buffer.from(layer)
  changed.write(type, 156)
  changed.write('        ', 148)
  const sum = changed.subarray(0, 512).reduce((total, byte) => total + byte, 0)
  changed.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return changed
}

function digestOf(layer: Buffer): string {
  return `sha256:${createHash('sha256').update(layer).digest('hex')}`
}

class Listing {
  readonly files: Record<string, string> = {}

  async visit({ path, body }: TarEntry): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of body) chunks.push(chunk)
    this.files[path] = Buffer.concat(chunks).toString()
  }
}

/** Reads a blob as the layer that has the digest. */
async function readBlob(blob: Buffer, digest: string, size = 100) {
  const blobs = new BlobReader(() => new Listing())
  async function* chunks() {
    for (let at = 0; at < blob.length; at += size) yield blob.subarray(at, at + size)
  }
  await blobs.read(chunks())
  const { read, unread } = blobs.layers({ layerDigests: [digest] } as LocalImage, [0])
  return read.get(0)?.files ?? unread.get(0)
}

const layer = layerOf('a')

describe('reads a layer', () => {
  test.each<[string, Buffer, Buffer, string]>([
    ['that is not compressed', layer, layer, 'a'],
    ['that is compressed with gzip', layer, zlib.gzipSync(layer), 'a'],
    [
      'that is compressed in two gzip members',
      layer,
      Buffer.concat([zlib.gzipSync(layer.subarray(0, 700)), zlib.gzipSync(layer.subarray(700))]),
      'a',
    ],
    ['whose first file name begins with a brace', layerOf('{x'), layerOf('{x'), '{x'],
    ['with a contiguous file', withType(layer, '7'), withType(layer, '7'), 'a'],
  ])('%s', async (_, plain, blob, name) => {
    expect(await readBlob(blob, digestOf(plain))).toEqual({ [name]: 'secret' })
    expect(await readBlob(blob, digestOf(plain), 1 << 20)).toEqual({ [name]: 'secret' })
  })

  test('that has no files', async () => {
    const empty = Buffer.alloc(1024)
    expect(await readBlob(empty, digestOf(empty))).toEqual({})
  })
})

test.each(['short', `long/${'x'.repeat(200)}`])('reads where a link leads to: %s', async (target) => {
  const name = `link-${target.length}`
  symlinkSync(target, join(folder, name))
  const links: unknown[] = []
  for await (const { path, type, linkname } of readTar(Readable.from([archiveOf(name)])))
    links.push({ path, type, linkname })
  expect(links).toEqual([{ path: name, type: 'link', linkname: target }])
})

describe('reports a problem for a layer', () => {
  const sparse = withType(layer, 'S')
  test.each<[string, Buffer, Buffer]>([
    ['with a sparse file', sparse, sparse],
    ['with an entry of an unknown type', withType(layer, 'Z'), withType(layer, 'Z')],
    ['that is cut off within a file', layer, layer.subarray(0, 520)],
    ['that is cut off after a file', layer, layer.subarray(0, 1024)],
    ['whose compressed form is cut off', layer, zlib.gzipSync(layer).subarray(0, -12)],
    ['whose content differs from its digest', layer, layerOf('a', 'another')],
    [
      'that is followed by data that is not decompressed',
      layer,
      Buffer.concat([zlib.gzipSync(layerOf('b')), layer]),
    ],
    ['in an unsupported compression format', layer, Buffer.from('BZh91AY&SY')],
    ['that is not an archive', layer, Buffer.from('{"schemaVersion": 2}')],
    ['that the engine did not send', layer, Buffer.alloc(0)],
  ])('%s', async (_, plain, blob) => {
    expect(await readBlob(blob, digestOf(plain))).toBe('the engine did not send its content')
  })

  test('that is compressed with zstd, unless this Node.js supports it', async () => {
    const blob = Buffer.from('28b52ffd04580900006100', 'hex')
    expect(await readBlob(blob, digestOf(layer))).toMatch(
      typeof zlib.createZstdDecompress === 'function'
        ? /^the engine did not send its content$/
        : /^it is compressed with zstd, which Node v\d+\.\S+ cannot read$/,
    )
  })
})
