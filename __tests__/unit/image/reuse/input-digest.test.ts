import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { BuildOptions } from '../../../../src/image/build/arguments.js'
import { digestInputs } from '../../../../src/image/reuse/input-digest.js'
import { type LocalServer, reply, serve } from '../../../support/local-server.js'
import { buildOptions } from '../../../support/publications.js'

const { signal } = new AbortController()
const root = mkdtempSync(join(tmpdir(), 'inputs-'))
afterAll(() => rmSync(root, { recursive: true }))

/** A minimal build context. */
class Context {
  readonly directory = mkdtempSync(join(root, 'context-'))
  constructor() {
    this.write('Dockerfile', 'FROM scratch AS one\nCOPY . /\nFROM one AS two\nCOPY . /copy/\n')
  }
  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.directory, path)), { recursive: true })
    writeFileSync(join(this.directory, path), content)
  }
  /** Writes a file, and removes what was at its path before. */
  replace(path: string, content: string): void {
    rmSync(this.path(path))
    this.write(path, content)
  }
  link(path: string, target: string): void {
    rmSync(this.path(path), { force: true })
    symlinkSync(target, this.path(path))
  }
  path(path: string): string {
    return join(this.directory, path)
  }
  async digest(options: Partial<BuildOptions> = {}, secretIds: string[] = []): Promise<string> {
    const { digest } = await digestInputs(
      { options: { ...buildOptions, context: this.directory, ...options }, secretIds },
      signal,
    )
    return digest
  }
}

let context: Context
beforeEach(() => {
  context = new Context()
  context.write('a/file', 'content')
  context.write('b', 'more')
  context.link('link', 'a/file')
})

describe('the digest of the inputs', () => {
  test.each<[string, () => void]>([
    ["a file's content", () => context.write('a/file', 'other')],
    ['a new file', () => context.write('a/new', '')],
    ['a new empty directory', () => mkdirSync(context.path('c'))],
    ['a deleted file', () => rmSync(context.path('b'))],
    ['a renamed file', () => renameSync(context.path('b'), context.path('c'))],
    ['a moved file', () => renameSync(context.path('a/file'), context.path('file'))],
    ["a file's mode", () => chmodSync(context.path('b'), 0o755)],
    ["a directory's mode", () => chmodSync(context.path('a'), 0o700)],
    ['the target of a link', () => context.link('link', 'b')],
    ['a file in place of a link', () => context.replace('link', 'a/file')],
    ['a link in place of a file', () => context.link('b', 'more')],
    ['the Dockerfile', () => context.write('Dockerfile', 'FROM scratch\nCOPY . /\n')],
    ['a file that is no longer ignored', () => context.write('.dockerignore', 'x')],
  ])('changes with %s', async (_, change) => {
    const before = await context.digest()
    change()
    expect(await context.digest()).not.toBe(before)
  })

  test.each<[string, Partial<BuildOptions>, string[]?]>([
    ['the target', { target: 'one' }],
    ['the platforms', { platforms: ['linux/arm64'] }],
    ['an argument', { buildArgs: ['A=1'] }],
    ['an argument with a different value', { buildArgs: ['A=2'] }],
    ['an argument without a value', { buildArgs: ['A='] }],
    ['a label', { labels: ['A=1'] }],
    ['an annotation', { annotations: ['A=1'] }],
    ['the network', { network: 'none' }],
    ['an additional host', { addHosts: ['a:10.0.0.1'] }],
    ['a limit', { ulimit: ['nofile=1'] }],
    ['the size of the shared memory', { shmSize: '1g' }],
    ['the parent cgroup', { cgroupParent: 'a' }],
    ['provenance', { provenance: 'mode=max' }],
    ['an SBOM', { sbom: 'true' }],
    ['an additional secret', {}, ['TOKEN']],
    ['a different secret', {}, ['OTHER']],
    ['an SSH agent', { ssh: ['default'] }],
    ['a build context', { buildContexts: [`a=${root}/none`] }],
  ])('changes with %s, to a value that no other option produces', async (name, options, ...[secretIds]) => {
    mkdirSync(join(root, 'none'), { recursive: true })
    const digest = await context.digest(options, secretIds)
    expect(digest).not.toBe(await context.digest())
    expect(seen.get(digest)).toBeUndefined()
    seen.set(digest, name)
  })
  const seen = new Map<string, string>()
})

describe('the digest of the inputs stays the same', () => {
  test.each<[string, () => void]>([
    ['despite different file times', () => utimesSync(context.path('b'), 1, 1)],
    ['after the same content is written again', () => context.write('b', 'more')],
    ['after the context moves', () => renameSync(context.directory, `${context.directory}-moved`)],
    ['after an ignored file changes', () => context.write('ignored', 'y')],
    ['after a file below an ignored directory changes', () => context.write('skipped/x/y', 'z')],
  ])('%s', async (name, change) => {
    context.write('.dockerignore', 'ignored\nskipped\n')
    const before = await context.digest()
    change()
    const moved = name === 'after the context moves' ? { context: `${context.directory}-moved` } : {}
    expect(await context.digest(moved)).toBe(before)
  })

  test.each<[string, Partial<BuildOptions>, Partial<BuildOptions>]>([
    ['for another order of arguments', { buildArgs: ['A=1', 'B=2'] }, { buildArgs: ['B=2', 'A=1'] }],
    ['for an argument that a later one overrides', { buildArgs: ['A=0', 'A=1'] }, { buildArgs: ['A=1'] }],
    ['for another order of labels', { labels: ['A=1', 'B=2'] }, { labels: ['B=2', 'A=1'] }],
    ['caches', { cacheFrom: ['type=gha'], cacheTo: ['type=gha'] }, {}],
    ['with and without a cache', { noCache: true, pull: true }, {}],
    ['with and without the cache of a stage', { noCacheFilters: ['a'] }, {}],
    ['for privileges of the builder', { allow: ['network.host'] }, {}],
    ['for a different builder', { builder: 'remote' }, {}],
    ['for another path of the SSH agent', { ssh: ['default=/a'] }, { ssh: ['default=/b'] }],
  ])('%s', async (_, one, other) => {
    expect(await context.digest(one)).toBe(await context.digest(other))
  })
})

test("the Dockerfile's own ignore file takes precedence over the context's", async () => {
  context.write('.dockerignore', '**/file')
  const file = join(root, 'elsewhere.Dockerfile')
  writeFileSync(file, 'FROM scratch\nCOPY . /\n')
  const before = await context.digest({ file })
  context.write('a/file', 'other')
  expect(await context.digest({ file })).toBe(before)
  writeFileSync(`${file}.dockerignore`, 'b')
  const own = await context.digest({ file })
  context.write('a/file', 'a third')
  expect(await context.digest({ file })).not.toBe(own)
  rmSync(`${file}.dockerignore`)
})

describe('for any tree, any ignore file and any change of one file', () => {
  const segment = fc.constantFrom('a', 'b', 'c.py', 'd e', 'é')
  const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'))
  const tree = fc.dictionary(path, fc.string({ maxLength: 3 }), { minKeys: 1, maxKeys: 6 })
  const pattern = fc.constantFrom(
    'a',
    'b/',
    '*',
    '**/c.py',
    'a/*',
    '!a/b',
    '!**/b',
    'a/**/b',
    'd?e',
    '[ab]',
    '#',
    '',
  )
  const ignoreFile = fc.array(pattern, { maxLength: 4 }).map((lines) => lines.join('\n'))

  test('the digest changes only if the build receives the file', async () => {
    const seen = { kept: 0, ignored: 0 }
    await fc.assert(
      fc.asyncProperty(tree, ignoreFile, fc.nat(), async (files, patterns, which) => {
        const one = new Context()
        one.write('Dockerfile', 'FROM scratch\nCOPY . /\n')
        one.write('.dockerignore', patterns)
        const written = Object.entries(files).filter(([path, content]) =>
          tryTo(() => one.write(path, content)),
        )
        const [path = '', content = ''] = written[which % written.length] ?? []
        const before = await one.digest()
        // A later write may have turned the path into a directory, which has no content to change.
        if (lstatSync(one.path(path)).isDirectory()) return
        one.write(path, `${content}!`)
        const changed = (await one.digest()) !== before
        rmSync(one.path(path))
        // A build that receives the file loses it, and any directory that becomes empty.
        const lost = (await one.digest()) !== before
        expect(changed).toBe(lost)
        seen[changed ? 'kept' : 'ignored']++
        one.write(path, content)
        expect(await one.digest()).toBe(before)
      }),
      { numRuns: 150 },
    )
    expect(Math.min(seen.kept, seen.ignored)).toBeGreaterThan(20)
  })
})

describe('the digest of a base image in a registry', () => {
  let server: LocalServer
  let tags: Record<string, string>
  const digest = (digit: string) => `sha256:${digit.repeat(64)}`
  beforeEach(async () => {
    tags = { '/v2/team/base/manifests/1': digest('1'), '/v2/team/tools/manifests/latest': digest('2') }
    server = await serve((request, response) => {
      const found = request.method === 'HEAD' ? tags[request.path] : undefined
      reply(response, found ? 200 : 404, undefined, found ? { 'docker-content-digest': found } : {})
    })
    context.write(
      'Dockerfile',
      `FROM ${server.host}/team/base:1\nCOPY --from=${server.host}/team/tools /x /\n`,
    )
  })

  test.each(['/v2/team/base/manifests/1', '/v2/team/tools/manifests/latest'])(
    'changes the digest of the inputs when the tag moves (%s)',
    async (path) => {
      const before = await context.digest()
      tags[path] = digest('3')
      expect(await context.digest()).not.toBe(before)
      expect(server.requests.every(({ method }) => method === 'HEAD')).toBe(true)
    },
  )

  test('is not looked up when the Dockerfile pins it', async () => {
    context.write('Dockerfile', `FROM ${server.host}/team/base:1@${digest('1')}\n`)
    await context.digest()
    expect(server.requests).toEqual([])
  })

  test('is replaced by that of a named context', async () => {
    const buildContexts = [
      `${server.host}/team/base:1=docker-image://${server.host}/team/tools`,
      `${server.host}/team/tools=${context.path('a')}`,
    ]
    const before = await context.digest({ buildContexts })
    expect(server.requests.map(({ path }) => path)).toEqual(['/v2/team/tools/manifests/latest'])
    context.write('a/file', 'other')
    context.write('.dockerignore', 'a')
    expect(await context.digest({ buildContexts })).not.toBe(before)
  })

  test('is an error when the registry does not have the image', async () => {
    context.write('Dockerfile', `FROM ${server.host}/team/missing:1\n`)
    await expect(context.digest()).rejects.toThrow(
      `its registry has no base image ${server.host}/team/missing:1`,
    )
  })
})

test.each([
  [
    'an ignore file that cannot be read',
    () => context.write('.dockerignore', '['),
    {},
    '.dockerignore: the pattern "["',
  ],
  [
    'a context that cannot be read',
    () => {},
    { buildContexts: ['a=/proc/self/attr'] },
    'the context cannot be read: E',
  ],
  [
    'a context that is a repository',
    () => {},
    { buildContexts: ['a=https://example.com/a.git'] },
    'the build context a is https://example.com/a.git',
  ],
])('refuses to digest %s', async (_, change, options, message) => {
  change()
  await expect(context.digest(options)).rejects.toThrow(message)
})

function tryTo(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}
