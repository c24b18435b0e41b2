import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readTar } from '../../../../src/image/layers/tar.js'

const long = `${'deep/'.repeat(40)}${'name'.repeat(30)}.txt`
const folder = mkdtempSync(join(tmpdir(), 'tar-test-'))

beforeAll(() => {
  for (const [path, content] of Object.entries({
    'a.txt': 'hello',
    empty: '',
    [long]: 'x'.repeat(1000),
    'ключ.pem': 'key',
  })) {
    mkdirSync(dirname(join(folder, 'in', path)), { recursive: true })
    writeFileSync(join(folder, 'in', path), content)
  }
  symlinkSync('a.txt', join(folder, 'in', 'link'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function* inPieces(archive: Buffer, size: number) {
  for (let at = 0; at < archive.length; at += size) yield archive.subarray(at, at + size)
}

async function contents(source: AsyncIterable<Buffer>) {
  const files: Record<string, string> = {}
  for await (const entry of readTar(source)) {
    const chunks: Buffer[] = []
    for await (const chunk of entry.body) chunks.push(chunk)
    if (entry.type !== 'directory')
      files[entry.path] = entry.type === 'file' ? Buffer.concat(chunks).toString() : entry.type
  }
  return files
}

describe.each(['ustar', 'gnu', 'pax'])('tar archives in the format %s', (format) => {
  const paths = format === 'ustar' ? ['a.txt', 'empty', 'link'] : ['a.txt', 'empty', long, 'ключ.pem', 'link']
  const pack = () =>
    execFileSync('tar', ['-C', join(folder, 'in'), `--format=${format}`, '-cf', '-', ...paths], {
      maxBuffer: 1e8,
    })

  test.each([1, 7, 512, 65536])('are read from chunks of %s bytes', async (size) => {
    const files = await contents(inPieces(pack(), size))
    expect(Object.keys(files)).toEqual(paths)
    expect(files).toMatchObject({ 'a.txt': 'hello', empty: '', link: 'link' })
    if (format !== 'ustar') expect(files[long]).toBe('x'.repeat(1000))
  })

  test('are read even if the caller skips the content of the files', async () => {
    const names: string[] = []
    for await (const { path } of readTar(inPieces(pack(), 1000))) names.push(path)
    expect(names).toEqual(paths)
  })
})

test('refuses a truncated archive, and a file that is not an archive', async () => {
  const archive = execFileSync('tar', ['-C', join(folder, 'in'), '-cf', '-', 'a.txt'])
  await expect(contents(inPieces(archive.subarray(0, 514), 512))).rejects.toThrow('Unexpected end of data')
  await expect(contents(inPieces(Buffer.alloc(1024, 'x'), 512))).rejects.toThrow('Invalid tar header')
})
