import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { deriveTags } from '../../../../src/actions/publish/tags.js'
import { isTag } from '../../../../src/docker/reference.js'

const sha = '860c190b'.repeat(5)

test.each([
  ['refs/tags/v1.2.3', 'v1.2.3'],
  ['refs/tags/v2.0.8-beta.67', 'v2.0.8-beta.67'],
  ['refs/tags/v1.2.3+build.5', 'v1.2.3-build.5'],
  ['refs/tags/release/1.0', 'release-1.0'],
  ['refs/tags/-x', 'x'],
  ['refs/tags/latest', 'latest-860c190'],
  [`refs/tags/${'x'.repeat(140)}`, `${'x'.repeat(120)}-860c190`],
  ['refs/heads/main', 'main-860c190'],
  ['refs/heads/my/Feature#1', 'my-Feature-1-860c190'],
  ['refs/heads/-lead', 'lead-860c190'],
  ['refs/heads/..x-', 'x-860c190'],
  [`refs/heads/${'x'.repeat(140)}`, `${'x'.repeat(120)}-860c190`],
  ['refs/heads/ветка', 'sha-860c190'],
  ['refs/pull/42/merge', 'pr-42'],
])('deriveTags turns %s into %s', (ref, tag) => {
  expect(deriveTags({ ref, sha })).toEqual([tag])
})

test.each([
  ['refs/heads/main', 'main-860c190-dirty'],
  ['refs/tags/v1.2.3', 'v1.2.3-860c190-dirty'],
  ['refs/tags/latest', 'latest-860c190-dirty'],
  [`refs/heads/${'x'.repeat(140)}`, `${'x'.repeat(114)}-860c190-dirty`],
])('deriveTags turns %s with uncommitted changes into %s', (ref, tag) => {
  expect(deriveTags({ ref, sha, dirty: true })).toEqual([tag])
  expect(isTag(tag)).toBe(true)
})

test('deriveTags prefers the pull request to the branch that pull_request_target names', () => {
  expect(deriveTags({ ref: 'refs/heads/main', sha, pullRequest: 7 })).toEqual(['pr-7'])
})

test.each([
  ['', sha, undefined, 'there is no Git ref to name it after'],
  ['main', sha, undefined, 'the Git ref "main" is neither'],
  ['refs/notes/x', sha, undefined, 'the Git ref "refs/notes/x" is neither'],
  ['refs/heads/', sha, undefined, 'the Git ref "refs/heads/" is neither'],
  ['refs/heads/main', '', undefined, 'the commit (empty) is not'],
  ['refs/heads/main', '860c190', undefined, 'the commit "860c190" is not'],
  ['refs/pull/x/merge', sha, undefined, 'the pull request number NaN'],
  ['refs/heads/main', sha, 0, 'the pull request number 0'],
])(
  'deriveTags refuses the ref %j, the commit %j and the pull request %j',
  (ref, sha, pullRequest, reason) => {
    const derive = () => deriveTags({ ref, sha, ...(pullRequest !== undefined && { pullRequest }) })
    expect(derive).toThrow(reason)
    expect(derive).toThrow('set `tags`')
  },
)

test('deriveTags always returns the same valid tag, and never latest', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1, unit: 'binary' }),
    fc.string({ minLength: 100, maxLength: 200 }),
  )
  const commit = fc.stringMatching(/^[0-9a-f]{40}$/)
  fc.assert(
    fc.property(fc.constantFrom('heads', 'tags'), name, commit, (kind, name, sha) => {
      const [tag = '', ...others] = deriveTags({ ref: `refs/${kind}/${name}`, sha })
      expect(others).toEqual([])
      expect(isTag(tag)).toBe(true)
      expect(tag).not.toBe('latest')
      if (kind === 'heads') expect(tag.endsWith(`-${sha.slice(0, 7)}`)).toBe(true)
      expect(deriveTags({ ref: `refs/${kind}/${name}`, sha })).toEqual([tag])
    }),
  )
})
