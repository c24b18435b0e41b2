import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { RunnerEvent } from '../../../sandbox/runner/event.js'
import * as events from '../../../sandbox/runner/events.js'
import type { Event } from '../../../src/runtime/event.js'
import { classify, decideMode, describeRule, type EventClass, rules } from '../../../src/runtime/mode.js'

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

const bare = (name: string, payload: Event['payload'] = {}): Event => ({
  ...eventOf(events.pushBranch('main')),
  eventName: name,
  payload,
})

describe('the mode of an event', () => {
  test.each<[EventClass, string, Event, string]>([
    ['publish', 'a tag', eventOf(events.pushTag('v1.2.3')), 'tag v1.2.3 (push)'],
    ['publish', 'a tag with slashes', eventOf(events.pushTag('evaluator/v1')), 'tag evaluator/v1 (push)'],
    ['publish', 'a branch', eventOf(events.pushBranch('main')), 'branch main (push)'],
    ['publish', 'a push without a payload', bare('push'), 'branch main (push)'],
    ['publish', 'a release', eventOf(events.release('v1.2.3')), 'tag v1.2.3 (release)'],
    [
      'publish',
      'a release without a ref',
      { ...eventOf(events.release('v1.2.3')), ref: '' },
      'tag v1.2.3 (release)',
    ],
    ['publish', 'a schedule', eventOf(events.schedule()), 'branch main (schedule)'],
    ['publish', 'a manual run', eventOf(events.workflowDispatch()), 'branch main (workflow_dispatch)'],
    [
      'publish',
      'a manual run on a tag',
      eventOf(events.workflowDispatch({}, { ref: 'refs/tags/v2' })),
      'tag v2 (workflow_dispatch)',
    ],
    [
      'publish',
      'a dispatch that names no pull request',
      bare('repository_dispatch', { client_payload: { version: 'v1', print: true, pull_request: null } }),
      'branch main (repository_dispatch)',
    ],
    [
      'publish',
      'a dispatch without a payload',
      bare('repository_dispatch'),
      'branch main (repository_dispatch)',
    ],
    ...['push', 'release', 'schedule', 'workflow_dispatch'].map(
      (event): [EventClass, string, Event, string] => [
        'publish',
        `a workflow after ${event}`,
        eventOf(events.workflowRun({ event })),
        `${event === 'release' ? 'tag' : 'branch'} ${event === 'push' ? 'main' : 'keypoint-visibility'} (workflow_run)`,
      ],
    ),
    [
      'dry-run',
      'a pull request',
      eventOf(events.pullRequest()),
      'pull request #7 of this repository (pull_request)',
    ],
    [
      'dry-run',
      'a closed pull request',
      eventOf(events.pullRequest({ number: 12, action: 'closed' })),
      'pull request #12 of this repository (pull_request)',
    ],
    [
      'dry-run',
      "Dependabot's pull request",
      eventOf(events.dependabot()),
      'pull request #7 of this repository (pull_request)',
    ],
    ['dry-run', 'a merge queue', eventOf(events.mergeGroup()), 'merge queue: the commit is not merged yet'],
    [
      'dry-run',
      "Dependabot's push",
      eventOf(events.pushBranch('dependabot/pip/x', { actor: 'dependabot[bot]' })),
      'started by Dependabot, whose runs get no secrets',
    ],
    [
      'untrusted',
      "a fork's pull request",
      eventOf(events.pullRequest({ fork })),
      `pull request #7 from the fork ${fork} (pull_request)`,
    ],
    [
      'untrusted',
      'a pull request whose fork was deleted',
      eventOf(events.pullRequest({ fork, forkDeleted: true })),
      'pull request #7 from the fork (deleted) (pull_request)',
    ],
    ['untrusted', 'a pull request without a payload', bare('pull_request'), 'pull_request event'],
    [
      'untrusted',
      "a pull request with act's payload",
      bare('pull_request', { pull_request: { head: {}, base: {} } }),
      'pull_request event',
    ],
    [
      'untrusted',
      "a fork's pull_request_target",
      eventOf(events.pullRequestTarget({ fork })),
      `pull request #7 from the fork ${fork} (pull_request_target)`,
    ],
    [
      'untrusted',
      'a pull_request_target of this repository',
      eventOf(events.pullRequestTarget()),
      'pull request #7 of this repository (pull_request_target)',
    ],
    [
      'untrusted',
      'a review of a pull request',
      { ...eventOf(events.pullRequest()), eventName: 'pull_request_review' },
      'pull request #7 of this repository (pull_request_review)',
    ],
    [
      'untrusted',
      "a workflow after a fork's pull request",
      eventOf(events.workflowRun({ fork })),
      `workflow_run after a pull_request from the fork ${fork}`,
    ],
    [
      'untrusted',
      "a workflow after a fork's push",
      eventOf(events.workflowRun({ event: 'push', fork })),
      `workflow_run after a push from the fork ${fork}`,
    ],
    ...[
      ...['pull_request', 'pull_request_target', 'pull_request_review', 'issue_comment', 'merge_group'],
      ...['workflow_run', 'repository_dispatch', 'deployment_status', 'discussion_comment', 'check_suite'],
    ].map((event): [EventClass, string, Event, string] => [
      'untrusted',
      `a workflow after ${event}`,
      eventOf(events.workflowRun({ event })),
      `workflow_run after a ${event} of this repository`,
    ]),
    [
      'untrusted',
      'a workflow after a push by Dependabot',
      bare('workflow_run', {
        workflow_run: {
          event: 'push',
          head_branch: 'dependabot/pip/x',
          head_repository: { full_name: 'octo-org/evaluators' },
          actor: { login: 'dependabot[bot]' },
        },
      }),
      'workflow_run after a push of this repository',
    ],
    ['untrusted', 'a workflow without a payload', bare('workflow_run'), 'workflow_run event'],
    [
      'untrusted',
      'a workflow with an empty payload',
      bare('workflow_run', { workflow_run: {} }),
      'workflow_run event',
    ],
    ...[
      { pull_request: { number: 7 } },
      { pr: 7 },
      { prNumber: '7' },
      { PullRequestNumber: 7 },
      { github: { payload: { issue: { number: 7 } } } },
      { ref: 'refs/pull/7/merge' },
      { items: ['https://github.com/octo-org/evaluators/pull/7'] },
      'https://api.github.com/repos/octo-org/evaluators/pulls/7',
    ].map((client_payload): [EventClass, string, Event, string] => [
      'untrusted',
      `a dispatch for ${JSON.stringify(client_payload)}`,
      bare('repository_dispatch', { client_payload }),
      'repository_dispatch event: it is unknown whose code is checked out',
    ]),
    ...[
      ...['issue_comment', 'issues', 'deployment_status', 'deployment', 'discussion_comment', 'check_suite'],
      ...['status', 'create', 'label', 'fork', 'watch', 'gollum', 'workflow_call', 'an unknown event'],
    ].map((name): [EventClass, string, Event, string] => [
      'untrusted',
      name,
      bare(name),
      `${name} event: it is unknown whose code is checked out`,
    ]),
  ])('is %s for %s', (kind, _, event, reason) => {
    expect(classify(event)).toMatchObject({ class: kind, reason })
    expect(decideMode('auto', event)).toEqual({
      dryRun: kind !== 'publish',
      reason,
      ...(kind === 'untrusted' && { untrusted: true }),
    })
    expect(decideMode('auto', event, true)).toEqual({ dryRun: kind !== 'publish', reason })
  })

  test.each(['schedule', 'workflow_dispatch', 'release', 'workflow_run'])(
    'is publish for %s even if Dependabot is the actor, because it has all secrets',
    (eventName) => {
      const event =
        eventName === 'workflow_run' ? eventOf(events.workflowRun({ event: 'push' })) : bare(eventName)
      expect(decideMode('auto', { ...event, actor: 'dependabot[bot]' }).dryRun).toBe(false)
    },
  )

  test('is publish outside GitHub, as on the command line', () => {
    const nothing = { ...bare(''), ref: '' }
    expect(decideMode('auto', nothing)).toEqual({ dryRun: false, reason: 'from this machine' })
    expect(decideMode('auto', { ...nothing, ref: 'refs/heads/main' })).toEqual({
      dryRun: false,
      reason: 'branch main (from this machine)',
    })
  })
})

test.each([
  ['true', events.pushTag('v1'), { dryRun: true }],
  ['false', events.pullRequest(), { dryRun: false }],
  ['true', events.pullRequest({ fork }), { dryRun: true, untrusted: true }],
  ['false', events.pullRequest({ fork }), { dryRun: false, untrusted: true }],
] as const)('dry-run: %s overrides the mode, but makes no code trusted', (dryRun, event, decided) => {
  expect(decideMode(dryRun, eventOf(event))).toEqual({ reason: `set by dry-run: ${dryRun}`, ...decided })
})

describe('an event with secrets', () => {
  const gone = bare('workflow_run', { workflow_run: { event: 'pull_request', head_repository: null } })
  test.each<[string, Event, string]>([
    ["a fork's pull_request_target", eventOf(events.pullRequestTarget({ fork })), `comes from ${fork} and`],
    [
      'pull_request_target of a deleted fork',
      eventOf(events.pullRequestTarget({ fork, forkDeleted: true })),
      'comes from a fork that was deleted and',
    ],
    [
      "workflow_run after a fork's pull request",
      eventOf(events.workflowRun({ fork })),
      `comes from ${fork} and`,
    ],
    [
      "workflow_run after a fork's push",
      eventOf(events.workflowRun({ fork, event: 'push' })),
      `comes from ${fork} and`,
    ],
    ['workflow_run of a deleted fork', gone, 'comes from a fork that was deleted and'],
    ['workflow_run without a payload', bare('workflow_run'), 'does not say whose code it brings'],
    [
      'workflow_run with an incomplete payload',
      bare('workflow_run', { workflow_run: { event: 'push' } }),
      'does not say',
    ],
    [
      'pull_request_target without a payload',
      bare('pull_request_target'),
      'does not say whose code it brings',
    ],
    [
      'pull_request_target with an incomplete payload',
      bare('pull_request_target', { pull_request: { number: 7 } }),
      'does not say',
    ],
  ])('is refused: %s', (_, event, refusal) => {
    expect(classify(event).refusal).toContain(refusal)
  })

  test.each<[string, Event]>([
    ['pull_request_target of the repository itself', eventOf(events.pullRequestTarget())],
    ['workflow_run of the repository itself', eventOf(events.workflowRun())],
    ["a fork's pull_request, which sees no secrets", eventOf(events.pullRequest({ fork }))],
    ['a pull_request without a payload', bare('pull_request')],
    ['a comment', bare('issue_comment')],
    ['a push', eventOf(events.pushBranch('main'))],
  ])('is not refused: %s', (_, event) => {
    expect(classify(event).refusal).toBeUndefined()
  })
})

test('docs/pull-requests.md contains the rules as its table', () => {
  const page = readFileSync(new URL('../../../../docs/pull-requests.md', import.meta.url), 'utf8')
  const table = page.match(/<!-- events -->\n\n([\s\S]*?)\n\n<!-- \/events -->/)?.[1]
  expect(table?.split('\n').slice(2)).toEqual(
    rules.map((rule) => `| ${rule.events} | ${describeRule(rule)} |`),
  )
})
