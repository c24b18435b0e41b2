import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { readContext } from '../../../../src/image/reuse/context.js'
import { parseIgnoreFile } from '../../../../src/image/reuse/ignore.js'

const { signal } = new AbortController()
const root = mkdtempSync(join(tmpdir(), 'context-'))
afterAll(() => rmSync(root, { recursive: true }))

test('reads a directory with 130,000 entries', async () => {
  mkdirSync(join(root, 'many/links'), { recursive: true })
  for (let number = 0; number < 130_000; number++)
    symlinkSync('target', join(root, 'many/links', `${number}`))
  const entries = await readContext(join(root, 'many'), undefined, signal)
  expect(entries).toHaveLength(130_001)
  expect(entries[0]).toMatchObject({ path: 'links', kind: 'directory' })
  expect(entries.at(-1)).toEqual({ path: 'links/99999', kind: 'symlink', mode: 0, content: 'target' })
}, 240_000)

test('includes an ignored directory only if something below it is kept', async () => {
  for (const path of ['some/empty', 'some/a/b', 'some/c/d']) mkdirSync(join(root, path), { recursive: true })
  const ignore = parseIgnoreFile('*\n!a/b\n!c/x')
  const entries = await readContext(join(root, 'some'), ignore, signal)
  expect(entries.map(({ path }) => path)).toEqual(['a', 'a/b'])
})
