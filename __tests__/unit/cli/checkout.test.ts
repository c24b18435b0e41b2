import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

test('a branch', async () => {
  const sha = initRepository(directory)
  expect(await readCheckout(signal)).toEqual({ ref: 'refs/heads/main', sha, changes: 0 })
  git('checkout', '-qb', 'feature/x y#1'.replace(' ', '-'))
  expect(await readCheckout(signal)).toMatchObject({ ref: 'refs/heads/feature/x-y#1' })
})

test('the tag of the commit goes before its branch, the highest version before others', async () => {
  const sha = initRepository(directory)
  for (const tag of ['v1.9.0', 'v1.10.0', 'v1.2.0']) git('tag', tag)
  expect(await readCheckout(signal)).toEqual({ ref: 'refs/tags/v1.10.0', sha, changes: 0 })
  git('commit', '-qm', 'next', '--allow-empty')
  expect(await readCheckout(signal)).toMatchObject({ ref: 'refs/heads/main' })
})

test('a commit that no branch stands for', async () => {
  const sha = initRepository(directory)
  git('checkout', '-q', '--detach')
  expect(await readCheckout(signal)).toEqual({ ref: 'refs/heads/HEAD', sha, changes: 0 })
})

test('files that are changed, removed, staged or new count, and ignored ones do not', async () => {
  initRepository(directory)
  for (const name of ['a', 'b', 'c']) writeFileSync(name, name)
  writeFileSync('.gitignore', 'ignored\n')
  git('add', '.')
  git('commit', '-qm', 'files')
  writeFileSync('ignored', 'x')
  expect(await readCheckout(signal)).toMatchObject({ changes: 0 })
  writeFileSync('a', 'changed')
  rmSync('b')
  writeFileSync('c', 'staged')
  git('add', 'c')
  writeFileSync('new', 'x')
  // Whatever the user prefers to see.
  git('config', 'status.showUntrackedFiles', 'no')
  expect(await readCheckout(signal)).toMatchObject({ changes: 4 })
})

test('no repository, and one without a commit, are told', async () => {
  expect(await readCheckout(signal)).toMatch(/not a git repository/)
  git('init', '-q')
  expect(await readCheckout(signal)).toBe('there is no commit yet')
})
