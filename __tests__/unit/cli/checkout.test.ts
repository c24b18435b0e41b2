import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readCheckout } from '../../../src/cli/checkout.js'
import { initRepository } from '../../support/git.js'

const { signal } = new AbortController()
const home = process.cwd()
let directory: string
let git: (...args: string[]) => string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'checkout-'))
  process.chdir(directory)
  git = (...args) => execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' }).trim()
})
afterEach(() => {
  process.chdir(home)
  rmSync(directory, { recursive: true })
})

test('uses the branch as the ref if the commit has no tag', async () => {
  const sha = initRepository(directory)
  expect(await readCheckout(undefined, signal)).toEqual({ ref: 'refs/heads/main', sha, changes: 0 })
  git('checkout', '-qb', 'feature/x y#1'.replace(' ', '-'))
  expect(await readCheckout(undefined, signal)).toMatchObject({ ref: 'refs/heads/feature/x-y#1' })
})

test('prefers the highest version among the commit’s tags to its branch', async () => {
  const sha = initRepository(directory)
  for (const tag of ['v1.9.0', 'v1.10.0', 'v1.2.0']) git('tag', tag)
  expect(await readCheckout(undefined, signal)).toEqual({ ref: 'refs/tags/v1.10.0', sha, changes: 0 })
  git('commit', '-qm', 'next', '--allow-empty')
  expect(await readCheckout(undefined, signal)).toMatchObject({ ref: 'refs/heads/main' })
})

test('uses the ref HEAD for a detached commit', async () => {
  const sha = initRepository(directory)
  git('checkout', '-q', '--detach')
  expect(await readCheckout(undefined, signal)).toEqual({ ref: 'refs/heads/HEAD', sha, changes: 0 })
})

test('counts changed, removed, staged and new files, but not ignored ones', async () => {
  initRepository(directory)
  for (const name of ['a', 'b', 'c']) writeFileSync(name, name)
  writeFileSync('.gitignore', 'ignored\n')
  git('add', '.')
  git('commit', '-qm', 'files')
  writeFileSync('ignored', 'x')
  expect(await readCheckout(undefined, signal)).toMatchObject({ changes: 0 })
  writeFileSync('a', 'changed')
  rmSync('b')
  writeFileSync('c', 'staged')
  git('add', 'c')
  writeFileSync('new', 'x')
  // The user's Git settings must not matter.
  git('config', 'status.showUntrackedFiles', 'no')
  expect(await readCheckout(undefined, signal)).toMatchObject({ changes: 4 })
})

test('reports that there is no repository or no commit', async () => {
  expect(await readCheckout(undefined, signal)).toMatch(/not a git repository/)
  git('init', '-q')
  expect(await readCheckout(undefined, signal)).toBe('there is no commit yet')
})

test('does not count the file that the command writes itself', async () => {
  initRepository(directory)
  mkdirSync('reports')
  for (const path of ['report.md', 'reports/with space.md']) {
    writeFileSync(path, 'x')
    expect(await readCheckout(path, signal)).toMatchObject({ changes: 0 })
    expect(await readCheckout(join(directory, path), signal)).toMatchObject({ changes: 0 })
    expect(await readCheckout('other.md', signal)).toMatchObject({ changes: 1 })
    process.chdir('reports')
    expect(await readCheckout(join('..', path), signal)).toMatchObject({ changes: 0 })
    process.chdir('..')
    rmSync(path)
  }
})
