import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { loadComment, markerOf } from '../../../../src/platforms/github/report-comment.js'
import type { Event } from '../../../../src/runtime/event.js'

const repo = { full_name: 'o/r' }
const event: Event = {
  eventName: 'pull_request',
  ref: 'refs/pull/7/merge',
  sha: 'f'.repeat(40),
  actor: 'octocat',
  repository: 'o/r',
  runUrl: 'https://github.com/o/r/actions/runs/1',
  workflowRef: 'o/r/.github/workflows/gate.yml@refs/pull/7/merge',
  job: 'gate',
  payload: { pull_request: { number: 7, head: { repo, sha: 'a'.repeat(40) }, base: { repo } } },
}
const token = 'ghs_aTokenOfTheJob0123456789'
const values = { 'github-token': token, comment: 'auto' } as const

describe('a comment', () => {
  test('is about the head of the pull request, not the merge commit', () => {
    expect(loadComment(values, event, 'lambda', [])).toEqual({
      pullRequest: { apiUrl: 'https://api.github.com', owner: 'o', repo: 'r', number: 7, token },
      fork: false,
      marker: markerOf(event, 'lambda', []),
      sha: 'a'.repeat(40),
      runUrl: event.runUrl,
    })
  })

  test.each<[string, Partial<typeof values>, Partial<Event>]>([
    ['outside of a workflow', {}, { eventName: '', payload: {} }],
    ['for a push', {}, { eventName: 'push', payload: {} }],
    ['for a merge queue', {}, { eventName: 'merge_group', payload: {} }],
    ['for a comment on a pull request', {}, { eventName: 'issue_comment' }],
    ['without a token', { 'github-token': undefined } as object, {}],
    ['if it is off', { comment: 'off' } as object, {}],
  ])('is not written %s', (_, changedValues, changedEvent) => {
    const changed = { ...event, ...changedEvent }
    expect(loadComment({ ...values, ...changedValues }, changed, 'lambda', [])).toBeUndefined()
  })
})

describe('the marker', () => {
  const marker = markerOf(event, 'agreement', ['a', undefined, 'b'])

  test.each([
    ['action', markerOf(event, 'lambda', ['a', undefined, 'b'])],
    ['subject', markerOf(event, 'agreement', ['a', 'b', undefined])],
    ['job', markerOf({ ...event, job: 'another' }, 'agreement', ['a', undefined, 'b'])],
    [
      'workflow',
      markerOf({ ...event, workflowRef: 'o/r/.github/workflows/b.yml@refs/heads/x' }, 'agreement', [
        'a',
        undefined,
        'b',
      ]),
    ],
  ])('differs for another %s', (_, other) => {
    expect(other).not.toBe(marker)
  })

  test('is the same for another event and ref', () => {
    const other = { ...event, eventName: 'pull_request_target', ref: 'refs/heads/main' }
    const workflowRef = 'o/r/.github/workflows/gate.yml@refs/heads/main'
    expect(markerOf({ ...other, workflowRef }, 'agreement', ['a', undefined, 'b'])).toBe(marker)
  })

  test('contains no part of a name', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (subject) => {
        expect(markerOf(event, 'lambda', subject)).toMatch(/^<!-- evaluator-action [0-9a-f]{32} -->$/)
      }),
    )
  })
})
