import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ContextEntry, readContext } from '../../src/image/reuse/context.js'
import { parseIgnoreFile } from '../../src/image/reuse/ignore.js'
import { docker, engines } from '../support/engines.js'

const root = mkdtempSync(join(tmpdir(), 'context-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const never = new AbortController().signal

const segment = fc.constantFrom('a', 'b', 'ab', 'c.py', 'd e', 'é', '.x', 'a+b', '[a]')
const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'))
const entry = fc.record({
  path,
  kind: fc.constantFrom('file', 'file', 'file', 'directory', 'symlink'),
  mode: fc.constantFrom(0o644, 0o755, 0o600, 0o4711, 0o1777),
  content: fc.string({ maxLength: 4 }),
})
const tree = fc.array(entry, { minLength: 2, maxLength: 14 })
const pattern = fc
  .array(
    fc.oneof(segment, fc.constantFrom('*', '**', '?', '/', '**/', '/**', '[a-c]', '[^a]', '..', '.', ' ')),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(''))
const line = fc.oneof(
  { weight: 3, arbitrary: pattern },
  { weight: 2, arbitrary: pattern.map((text) => `!${text}`) },
  { weight: 1, arbitrary: fc.constantFrom('*', '# comment', '', '**/a') },
)
const ignoreFile = fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n'))

/** Writes the entries it can, since a file may be in the place of a directory. The first one of a name wins. */
function write(
  directory: string,
  entries: readonly { path: string; kind: string; mode: number; content: string }[],
): void {
  for (const { path, kind, mode, content } of entries) {
    const to = join(directory, path)
    try {
      mkdirSync(dirname(to), { recursive: true })
      if (kind === 'directory') mkdirSync(to)
      else if (kind === 'symlink') symlinkSync(content.replaceAll('\0', '') || 'x', to)
      else writeFileSync(to, content, { flag: 'wx' })
      if (kind !== 'symlink') chmodSync(to, mode)
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toMatch(/^(EEXIST|ENOTDIR|ELOOP|ENOENT)$/)
    }
  }
}

/** Returns the files that the engine received, from the image. */
function readImage(directory: string): ContextEntry[] {
  const print = '%P\\0%y\\0%m\\0%l\\0'
  const fields = execFileSync('find', [directory, '-mindepth', '1', '-printf', print], {
    encoding: 'utf8',
  }).split('\0')
  const entries: ContextEntry[] = []
  for (let at = 0; at + 4 <= fields.length; at += 4) {
    const [path = '', type = '', mode = '', target = ''] = fields.slice(at, at + 4)
    const kind = ({ d: 'directory', f: 'file', l: 'symlink' } as const)[type] ?? 'special'
    const content =
      kind === 'file'
        ? createHash('sha256')
            .update(readFileSync(join(directory, path)))
            .digest('hex')
        : target
    entries.push({ path, kind, mode: kind === 'symlink' ? 0 : Number.parseInt(mode, 8), content })
  }
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1))
}

describe.each(engines)('the build context that $name receives', (engine) => {
  test('matches the files in its digest, for any tree and ignore file', async () => {
    const seen = { built: 0, refused: 0, kept: 0, left: 0 }
    await fc.assert(
      fc.asyncProperty(tree, ignoreFile, async (entries, ignore) => {
        const directory = mkdtempSync(join(root, 'x-'))
        const [context, image, dockerfile] = ['context', 'image', 'Dockerfile'].map((name) =>
          join(directory, name),
        ) as [string, string, string]
        mkdirSync(context)
        write(context, entries)
        writeFileSync(dockerfile, 'FROM scratch\nCOPY . /\n')
        writeFileSync(`${dockerfile}.dockerignore`, ignore)
        const build = ['--quiet', '--file', dockerfile, '--output', `type=local,dest=${image}`, context]
        const built = await docker(engine, 'buildx', 'build', ...build).then(
          () => true,
          // An empty image and an invalid pattern cannot be built.
          () => false,
        )
        const expected = tryTo(() => parseIgnoreFile(ignore))
        if (!built && expected) expect(await readContext(context, expected, never)).toEqual([])
        if (!built || !expected) return void seen.refused++
        const all = await readContext(context, undefined, never)
        const kept = await readContext(context, expected, never)
        expect(existsSync(image) ? readImage(image) : []).toEqual(kept)
        seen.built++
        seen.kept += kept.length
        seen.left += all.length - kept.length
      }),
      { numRuns: 30, endOnFailure: true },
    )
    expect(Math.min(seen.built, seen.kept / 3, seen.left / 3)).toBeGreaterThan(4)
  }, 240_000)
})

function tryTo<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
