import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { pushTag } from '../../sandbox/runner/events.js'
import { UserRepository } from './act.js'
import { root } from './venv.js'

let repository: UserRepository
beforeEach(async () => {
  repository = await UserRepository.create()
  const workflow = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')
  // These actions download Node.js from GitHub and request a signature from Sigstore.
  for (const [uses] of workflow.matchAll(/actions\/(?:setup-node|attest)@\w+/g))
    repository.addIdleAction(uses)
  repository.addProgram(
    'gh',
    '#!/bin/sh\necho "gh $*"\nfor file; do :; done\n[ ! -f "$file" ] || cat "$file"\n',
  )
  repository.write('.ci/run', '#!/bin/sh\n', 0o755)
  repository.write('scripts/build.js', '')
  repository.write('scripts/release-notes.js', readFileSync(join(root, 'scripts/release-notes.js'), 'utf8'))
  describeVersion('1.2.3')
}, 600_000)
afterEach(() => repository.remove())

function describeVersion(version: string): void {
  const lock = { name: 'small', version, lockfileVersion: 3, packages: {} }
  repository.write('package.json', JSON.stringify({ name: 'small', version, type: 'module' }))
  repository.write('package-lock.json', JSON.stringify(lock))
  repository.write(
    'CHANGELOG.md',
    `# Changelog\n\n## [Unreleased]\n\n## [${version}] - 2026-01-05\n\n- What changed.\n\n[Unreleased]: https://example.com\n`,
  )
}

const release = (tag: string, tags: string[] = []) =>
  repository.run('.github/workflows/release.yml', { event: pushTag(tag), tags })

test('tests, attests and releases a tagged version with its notes, and then moves the major tag', async () => {
  const { jobs, log } = await release('v1.2.3')
  expect(jobs).toEqual(Array(3).fill('Job succeeded'))
  expect(log).toMatch(
    /\.ci\/run[\s\S]*actions\/attest[\s\S]*gh release create v1\.2\.3[\s\S]*- What changed\.[\s\S]*gh release verify v1\.2\.3/,
  )
  expect(await originTags()).toEqual(['v1', 'v1.2.3'])
})

test('does not release a version that differs from package.json', async () => {
  const { jobs, log } = await release('v1.2.4')
  expect(jobs).toContain('Job failed')
  expect(log).toContain('v1.2.4 cannot be released: package.json has the version 1.2.3')
  expect(log).not.toContain('gh release')
  expect(await originTags()).toEqual(['v1.2.4'])
})

test('does not move the major tag for a mutable release', async () => {
  repository.addProgram('gh', '#!/bin/sh\n[ "$2" != verify ]\n')
  const { jobs, log } = await release('v1.2.3')
  expect(jobs).toContain('Job failed')
  expect(log).toContain('Failure - Main Check that the release is immutable')
  expect(await originTags()).toEqual(['v1.2.3'])
})

test('does not move the major tag for a patch to an older release', async () => {
  const { jobs } = await release('v1.2.3', ['v1.10.0'])
  expect(jobs).toEqual(Array(3).fill('Job succeeded'))
  expect(await originTags()).toEqual(['v1.10.0', 'v1.2.3'])
})

async function originTags(): Promise<string[]> {
  const refs = await repository.git('ls-remote', '--tags', 'origin')
  return [...refs.matchAll(/refs\/tags\/(\S+)/g)].map(([, tag]) => tag ?? '')
}
