import { describe, expect, test } from '@jest/globals'
import type { RunnerEvent } from '../../../sandbox/runner/event.js'
import * as events from '../../../sandbox/runner/events.js'
import type { Event } from '../../../src/runtime/event.js'
import { decideMode, privilegedFork } from '../../../src/runtime/mode.js'

const fork = 'stranger/evaluators'

function eventOf({ name, ref, sha, actor, repository, payload }: RunnerEvent): Event {
  return {
    eventName: name,
    ref,
    sha,
    actor,
    repository,
    runUrl: undefined,
    payload: payload as Event['payload'],
  }
}

describe('what dry-run: auto makes of', () => {
  test.each<[string, RunnerEvent, boolean, string]>([
    ['a tag', events.pushTag('v1.2.3'), false, 'tag v1.2.3 (push)'],
    ['a tag with slashes', events.pushTag('evaluator/v1'), false, 'tag evaluator/v1 (push)'],
    ['a branch', events.pushBranch('main'), false, 'branch main (push)'],
    ['a release', events.release('v1.2.3'), false, 'tag v1.2.3 (release)'],
    ['a schedule', events.schedule(), false, 'branch main (schedule)'],
    ['a manual run', events.workflowDispatch(), false, 'branch main (workflow_dispatch)'],
    [
      'a manual run on a tag',
      events.workflowDispatch({}, { ref: 'refs/tags/v2' }),
      false,
      'tag v2 (workflow_dispatch)',
    ],
    ['a workflow after a push', events.workflowRun({ event: 'push' }), false, 'branch main (workflow_run)'],
    ['a pull request', events.pullRequest(), true, 'pull request #7 of this repository (pull_request)'],
    [
      "a fork's pull request",
      events.pullRequest({ fork }),
      true,
      `pull request #7 from the fork ${fork} (pull_request)`,
    ],
    [
      'a pull request whose fork is gone',
      events.pullRequest({ fork, forkDeleted: true }),
      true,
      'pull request #7 from the fork (deleted) (pull_request)',
    ],
    [
      'a closed pull request',
      events.pullRequest({ number: 12, action: 'closed' }),
      true,
      'pull request #12 of this repository (pull_request)',
    ],
    [
      "Dependabot's pull request",
      events.dependabot(),
      true,
      'pull request #7 of this repository (pull_request)',
    ],
    [
      "a fork's pull request with secrets",
      events.pullRequestTarget({ fork }),
      true,
      `pull request #7 from the fork ${fork} (pull_request_target)`,
    ],
    [
      'an own pull request with secrets',
      events.pullRequestTarget(),
      true,
      'pull request #7 of this repository (pull_request_target)',
    ],
    [
      "a workflow after a fork's pull request",
      events.workflowRun({ fork }),
      true,
      `workflow_run after a pull_request from the fork ${fork}`,
    ],
    [
      'a workflow after an own pull request',
      events.workflowRun(),
      true,
      'workflow_run after a pull_request of this repository',
    ],
    [
      'a workflow after a pull request with secrets',
      events.workflowRun({ event: 'pull_request_target', fork }),
      true,
      `workflow_run after a pull_request_target from the fork ${fork}`,
    ],
    [
      "a workflow after a fork's push",
      events.workflowRun({ event: 'push', fork }),
      true,
      `workflow_run after a push from the fork ${fork}`,
    ],
    ['a merge queue', events.mergeGroup(), true, 'merge queue: the commit is not merged yet'],
    [
      "Dependabot's push",
      events.pushBranch('dependabot/pip/x', { actor: 'dependabot[bot]' }),
      true,
      'started by Dependabot, whose runs get no secrets',
    ],
  ])('%s', (_, event, dryRun, reason) => {
    expect(decideMode('auto', eventOf(event))).toEqual({ dryRun, reason })
  })

  test('a review of a pull request', () => {
    const event = { ...eventOf(events.pullRequest({ fork })), eventName: 'pull_request_review' }
    expect(decideMode('auto', event)).toMatchObject({ dryRun: true, reason: expect.stringContaining(fork) })
  })

  test('a pull request whose payload is not there', () => {
    const event = { ...eventOf(events.pullRequest()), payload: {} }
    expect(decideMode('auto', event)).toEqual({ dryRun: true, reason: 'pull_request event' })
  })

  test('a workflow after a pull request of a fork that is gone', () => {
    const event = {
      ...eventOf(events.workflowRun()),
      payload: { workflow_run: { event: 'pull_request', head_repository: null } },
    }
    expect(decideMode('auto', event).reason).toBe('workflow_run after a pull_request from the fork (deleted)')
  })

  test('a comment on a pull request', () => {
    const event = { ...eventOf(events.pushBranch('main')), eventName: 'issue_comment', payload: {} }
    expect(decideMode('auto', event)).toMatchObject({
      dryRun: true,
      reason: expect.stringContaining('issue_comment'),
    })
  })

  test('no event', () => {
    const nothing = {
      eventName: '',
      ref: '',
      sha: '',
      actor: '',
      repository: '',
      runUrl: undefined,
      payload: {},
    }
    expect(decideMode('auto', nothing)).toEqual({ dryRun: false, reason: 'no event: not started by GitHub' })
    const checkout = { ...nothing, ref: 'refs/heads/main' }
    expect(decideMode('auto', checkout)).toEqual({
      dryRun: false,
      reason: 'branch main (not started by GitHub)',
    })
  })
})

test.each([
  ['true', events.pushTag('v1'), true],
  ['false', events.pullRequest(), false],
] as const)('dry-run: %s is the word of the user', (dryRun, event, decided) => {
  expect(decideMode(dryRun, eventOf(event))).toEqual({ dryRun: decided, reason: `dry-run is ${dryRun}` })
})

describe('code of a fork beside the secrets of the repository', () => {
  const gone = {
    ...eventOf(events.workflowRun()),
    payload: { workflow_run: { event: 'pull_request', head_repository: null } },
  }
  test.each<[string, Event, string | undefined]>([
    ["a fork's pull_request_target", eventOf(events.pullRequestTarget({ fork })), fork],
    [
      'pull_request_target of a fork that is gone',
      eventOf(events.pullRequestTarget({ fork, forkDeleted: true })),
      'a fork that was deleted',
    ],
    ["workflow_run after a fork's pull request", eventOf(events.workflowRun({ fork })), fork],
    ["workflow_run after a fork's push", eventOf(events.workflowRun({ fork, event: 'push' })), fork],
    ['workflow_run of a fork that is gone', gone, 'a fork that was deleted'],
    ['pull_request_target of the repository itself', eventOf(events.pullRequestTarget()), undefined],
    ['workflow_run of the repository itself', eventOf(events.workflowRun()), undefined],
    ["a fork's pull_request, which sees no secrets", eventOf(events.pullRequest({ fork })), undefined],
    ['a push', eventOf(events.pushBranch('main')), undefined],
    ['a tag', eventOf(events.pushTag('v1')), undefined],
    ['a release', eventOf(events.release()), undefined],
    ['a schedule', eventOf(events.schedule()), undefined],
    ['a manual run', eventOf(events.workflowDispatch()), undefined],
    ['a merge queue', eventOf(events.mergeGroup()), undefined],
    ["Dependabot's pull request", eventOf(events.dependabot()), undefined],
  ])('%s: %#', (_, event, from) => {
    expect(privilegedFork(event)).toBe(from)
  })
})
