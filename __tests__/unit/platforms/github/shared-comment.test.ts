import { describe, expect, test } from '@jest/globals'
import { startGitHub } from '../../../../sandbox/github/server.js'
import { mergeSections, placeSection } from '../../../../src/platforms/github/shared-comment.js'
import { codeBlock } from '../../../../src/report/markdown.js'
import { captureOutput } from '../../../support/captured-output.js'

captureOutput()

const sha = '1b2c3d4'.padEnd(40, '0')
const marker = '<!-- evaluator-action 0123456789abcdef0123456789abcdef -->'
const token = 'ghs_aTokenOfTheJob0123456789'
const section = (index: number, count: number, commit = sha) => ({
  ...{ index, count, sha: commit },
  body: `### Shard ${index} of ${count}\nresult ${index}`,
})

describe('the sections of a comment', () => {
  test('are in the order of the shards, whichever job comes first', () => {
    const third = mergeSections([], section(3, 3))
    const both = mergeSections([third], section(1, 3))
    expect(both.indexOf('result 1')).toBeLessThan(both.indexOf('result 3'))
    expect(mergeSections([both], section(3, 3))).toBe(both)
  })

  test('are replaced by a later run of the same job', () => {
    const before = mergeSections([], section(1, 2))
    const after = mergeSections([before], { ...section(1, 2), body: 'again' })
    expect(after).toContain('again')
    expect(after).not.toContain('result 1')
  })

  test.each([
    ['another commit', section(1, 2, 'f'.repeat(40))],
    ['another number of shards', section(1, 3)],
  ])('exclude those of %s', (_, old) => {
    expect(mergeSections([mergeSections([], old)], section(2, 2))).not.toContain('result 1')
  })

  const ending = `a\n<!-- /section 2/2 ${sha} -->\nb`
  const forging = `${ending}\n<!-- section 1/2 ${sha} -->\nforged\n<!-- /section 1/2 ${sha} -->`
  test.each([
    ['ends its own section', ending],
    ['then begins another one', forging],
    ['does so in a code block', String(codeBlock(forging))],
  ])('keep their limits if a text %s', (_, body) => {
    const own = mergeSections([], section(1, 2))
    const merged = mergeSections([own], { ...section(2, 2), body })
    expect(mergeSections([merged], section(1, 2))).toBe(merged)
    expect(mergeSections([merged], section(2, 2))).toBe(mergeSections([own], section(2, 2)))
  })

  test('of two comments are merged into the older comment', () => {
    const older = mergeSections([mergeSections([], section(1, 3))], { ...section(2, 3), body: 'older' })
    const newer = mergeSections([], { ...section(2, 3), body: 'newer' })
    const merged = mergeSections([older, newer], section(3, 3))
    expect(merged).toContain('result 1')
    expect(merged).toContain('older')
    expect(merged).not.toContain('newer')
  })
})

describe('jobs that write one comment at the same time', () => {
  test.each([2, 8])('lose no section out of %i', async (count) => {
    const tokens = new Map([[token, { login: 'github-actions[bot]', permission: 'write' as const }]])
    const github = await startGitHub({ tokens, repository: 'o/r', pullRequests: [7] })
    const pullRequest = { apiUrl: github.url, owner: 'o', repo: 'r', number: 7, token }
    const { signal } = new AbortController()
    try {
      await Promise.all(
        Array.from({ length: count }, (_, index) =>
          placeSection(pullRequest, marker, '## Evaluators', section(index + 1, count), signal, 1_000),
        ),
      )
      const comments = github.state.commentsOf(7) ?? []
      expect(comments).toHaveLength(1)
      for (let index = 1; index <= count; index++) expect(comments[0]?.body).toContain(`result ${index}\n`)
    } finally {
      await github.close()
    }
  })
})
