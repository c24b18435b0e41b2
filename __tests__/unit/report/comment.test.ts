import { describe, expect, test } from '@jest/globals'
import { commentText, missingComment } from '../../../src/report/comment.js'
import { md } from '../../../src/report/markdown.js'
import { ActionError } from '../../../src/runtime/errors.js'
import { RunLog } from '../../../src/runtime/run-log.js'
import { reportsOf } from '../../support/reports.js'

const source = {
  sha: '0123456789abcdef0123456789abcdef01234567',
  runUrl: 'https://github.com/o/r/actions/runs/1',
}
const link = '[the whole report](https://github.com/o/r/actions/runs/1)'

test('has the verdict, the sections, and a link to the run', () => {
  const sections = [md`first`, md`second`]
  expect(commentText('<b> passed', sections, source, new RunLog(), undefined).toString()).toBe(
    `### &lt;b&gt; passed\n\nfirst\n\nsecond\n\n<sub>Commit \`0123456\` · ${link}</sub>`,
  )
})

test('shows the error of a failed run before the sections', () => {
  const text = commentText('failed', [md`first`], source, new RunLog(), new ActionError('no <b>')).toString()
  expect(text).toContain('### failed\n\n> [!CAUTION]\n> no &lt;b&gt;\n\nfirst\n\n')
})

test('shows no link outside of a run', () => {
  const text = commentText('passed', [], { ...source, runUrl: undefined }, new RunLog(), undefined).toString()
  expect(text).toBe('### passed\n\n<sub>Commit `0123456`</sub>')
})

test('escapes the reason why there is no comment', () => {
  expect(missingComment('GitHub says <b>').toString()).toBe(
    '> [!NOTE]\n> The pull request has no comment with this report: GitHub says &lt;b&gt;.',
  )
})

describe.each(['scenario-test', 'agreement', 'lambda'])('the comment of %s', (action) => {
  const { [action]: summary = '', [`${action}.comment`]: comment = '' } = reportsOf()

  test('has the verdict and the tables of the summary', () => {
    const tables = summary.match(/(?:^\|.*\n?)+/gm) ?? []
    expect(tables.length).toBeGreaterThan(1)
    for (const table of tables) expect(comment).toContain(table.trimEnd())
    expect(comment.split('\n')[0]).toBe(`#${summary.split('\n')[0]}`)
  })

  test('leaves out the timeline and commands', () => {
    expect(comment).not.toContain('```')
  })

  test('shows hostile text as text', () => {
    const hostile = '</details><img src=x> <!-- @octocat [a](http://b) | `x` ~~a~~ https://evil.example'
    const shown = reportsOf((text) => `${text} ${hostile}`)[`${action}.comment`] ?? ''
    const active = shown.replaceAll(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
    expect(active).not.toMatch(/<img|<!--|@octocat|\]\(http:\/\/b|[^\\]~~|https:\/\/evil/)
    expect(active.match(/<\/?details>/g)).toEqual(comment.match(/<\/?details>/g))
    expect(shown.split('\n').length).toBe(comment.split('\n').length)
  })
})
