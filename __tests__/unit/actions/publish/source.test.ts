import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { findSource } from '../../../../src/actions/publish/source.js'
import type { Event } from '../../../../src/runtime/event.js'
import { captureOutput } from '../../../support/captured-output.js'
import { initRepository } from '../../../support/git.js'

const output = captureOutput()
const before = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'source-'))
const { signal } = new AbortController()
let first: string
let second: string

beforeAll(() => {
  first = initRepository(folder)
  git('commit', '-qm', 'second', '--allow-empty')
  second = git('rev-parse', 'HEAD')
  for (const [tag, sha] of [
    ['v1.2.3', first],
    ['v1.10.0', first],
    ['v1.9.0', first],
    ['latest', second],
  ] as const)
    git('tag', '--annotate', '--message', tag, tag, sha)
  process.chdir(folder)
})
afterAll(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true })
})

function git(...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim()
}

function after(head_branch: string, head_sha: string): Event {
  const event = { eventName: 'workflow_run', ref: 'refs/heads/main', sha: '', actor: 'a', repository: 'a/b' }
  const workflow_run = { event: 'push', head_branch, head_sha, head_repository: { full_name: 'a/b' } }
  return { ...event, runUrl: undefined, payload: { workflow_run } }
}

test.each<[string, string, () => string, string | undefined]>([
  ['the pushed tag', 'v1.2.3', () => first, 'refs/tags/v1.2.3'],
  ['the highest version that points to the commit', 'main', () => first, 'refs/tags/v1.10.0'],
  ['no tag if none points to the commit', 'main', () => 'f'.repeat(40), undefined],
  ['no tag if the one with this name points elsewhere', 'v1.2.3', () => 'f'.repeat(40), undefined],
])('findSource finds %s in the checkout', async (_, branch, sha, ref) => {
  const event = after(branch, sha())
  expect(await findSource(event, signal)).toEqual(ref ? { ...event, source: { ref, sha: sha() } } : event)
})

test('warns if the checked out commit is not the commit of the event', async () => {
  await findSource(after('main', second), signal)
  expect(output.text).toBe('')
  await findSource(after('main', first), signal)
  expect(output.lines).toEqual([
    expect.stringMatching(`^::warning title=workflow_run::The workflow checked out ${second}, `),
  ])
})

test('leaves other events unchanged, and a workflow_run outside of a Git repository', async () => {
  const push = { ...after('v1.2.3', first), eventName: 'push' }
  expect(await findSource(push, signal)).toBe(push)
  process.chdir(tmpdir())
  const event = after('v1.2.3', first)
  expect(await findSource(event, signal)).toBe(event)
  process.chdir(folder)
})

test('runs no program that the Git configuration of unreviewed code names', async () => {
  git('config', 'extensions.partialClone', 'origin')
  git('config', 'remote.origin.promisor', 'true')
  git('config', 'remote.origin.url', 'ssh://example.com/a')
  git('config', 'core.sshCommand', `touch ${join(folder, 'started')}; false`)
  // Git fetches a missing object with a program that the configuration names.
  writeFileSync(join(folder, '.git/refs/tags/missing'), `${'e'.repeat(40)}\n`)
  const own = after('main', first)
  const head_repository = { full_name: 'stranger/b' }
  const forks = { ...own, payload: { workflow_run: { ...own.payload.workflow_run, head_repository } } }
  expect(await findSource(forks, signal)).toBe(forks)
  expect(existsSync(join(folder, 'started'))).toBe(false)
  // The configuration works: it is used for code that the user declares reviewed.
  await findSource(forks, signal, true)
  expect(existsSync(join(folder, 'started'))).toBe(true)
})
