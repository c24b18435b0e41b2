import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { inspectImages, type LocalImage } from '../../src/docker/image.js'
import { ownProcess } from '../../src/docker/owner.js'
import { readLayers } from '../../src/image/layers/layers.js'
import type { TarEntry } from '../../src/image/layers/tar.js'
import { docker, engines } from '../support/engines.js'
import { dockerAt } from '../support/scripted-engine.js'

/** Records the files of a layer. */
class Listing {
  readonly files: Record<string, string> = {}

  async visit({ path, type, body }: TarEntry): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of body) chunks.push(chunk)
    if (type === 'file') this.files[path] = Buffer.concat(chunks).toString('utf8')
  }
}

describe.each(engines)('layers in $name', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'layers-test-'))
  const name = `layers-test-${process.pid}:1`
  const calls = dockerAt(engine.host, folder)
  let image: LocalImage

  beforeAll(async () => {
    writeFileSync(join(folder, 'a.txt'), 'first')
    writeFileSync(join(folder, 'b.txt'), 'second')
    const lines = ['FROM scratch', 'COPY a.txt /one/', 'COPY b.txt /two/', 'COPY a.txt b.txt /three/']
    writeFileSync(join(folder, 'Dockerfile'), `${lines.join('\n')}\n`)
    await docker(engine, 'buildx', 'build', '-q', '--provenance=false', '--load', '--tag', name, folder)
    const [found] = await inspectImages(calls, [name])
    if (!found) throw new Error('the image was not built')
    image = found
  })
  afterAll(async () => {
    await docker(engine, 'rmi', name)
    rmSync(folder, { recursive: true })
  })

  const read = async (of: LocalImage, wanted: number[]) => {
    const layers = await readLayers(calls, of, wanted, () => new Listing())
    expect(layers.unread).toEqual(new Map())
    return Object.fromEntries([...layers.read].map(([layer, { files }]) => [layer, files]))
  }

  test('are read one by one, and only the requested ones', async () => {
    expect(await read(image, [1, 2])).toEqual({
      1: { 'two/b.txt': 'second' },
      2: { 'three/a.txt': 'first', 'three/b.txt': 'second' },
    })
    expect(await read(image, [])).toEqual({})
  })

  test('are read from the whole image when the engine offers no other way', async () => {
    const elsewhere = { ...image, layerDirectories: ['/nowhere/0', '/nowhere/1', '/nowhere/2'] }
    expect(await read(elsewhere, [0, 2])).toEqual({
      0: { 'one/a.txt': 'first' },
      2: { 'three/a.txt': 'first', 'three/b.txt': 'second' },
    })
  })

  test('leave no container and no image name behind', async () => {
    expect(await docker(engine, 'ps', '--all', '--quiet', '--filter', `ancestor=${name}`)).toBe('')
    const temporary = ['--format', '{{.Tag}}', '--filter', 'reference=127.0.0.1:*/evaluator-action/*']
    // Without the time of its creation.
    const owner = ownProcess().replace(/\.\d+$/, '.')
    expect(await docker(engine, 'images', ...temporary)).not.toContain(owner)
  })
})
