import { expect, test } from '@jest/globals'
import { describeRun } from '../../../../sandbox/runner/environment.js'
import * as events from '../../../../sandbox/runner/events.js'

const folders = { temp: '/temp', workspace: '/workspace', home: '/home' }
const queue = `gh-readonly-queue/main/pr-7-${'f00dfeed0123456789abcdef0123456789abcdef'}`

test.each([
  ['push', events.pushTag('v1.2.3'), 'v1.2.3', 'tag', '', ''],
  ['push', events.pushBranch('feat/x'), 'feat/x', 'branch', '', ''],
  ['pull_request', events.pullRequest({ number: 3 }), '3/merge', 'branch', 'keypoint-visibility', 'main'],
  ['pull_request_target', events.pullRequestTarget(), 'main', 'branch', 'keypoint-visibility', 'main'],
  ['workflow_run', events.workflowRun(), 'main', 'branch', '', ''],
  ['schedule', events.schedule(), 'main', 'branch', '', ''],
  ['workflow_dispatch', events.workflowDispatch({ tag: 'a' }), 'main', 'branch', '', ''],
  ['merge_group', events.mergeGroup(), queue, 'branch', '', ''],
  ['release', events.release('v2'), 'v2', 'tag', '', ''],
  ['push', events.completeEvent({ name: 'push', ref: 'refs/tags/v3' }), 'v3', 'tag', '', ''],
])(
  'the context of a %s event describes its ref: %#',
  (name, event, ref_name, ref_type, head_ref, base_ref) => {
    const context = describeRun(event, folders, '/event.json')
    expect(context).toMatchObject({ event_name: name, ref_name, ref_type, head_ref, base_ref })
    expect(event.payload).toMatchObject({
      repository: { full_name: 'octo-org/evaluators' },
      sender: { login: 'octocat' },
    })
  },
)

const fork = 'octocat/evaluators'
const own = 'octo-org/evaluators'

test.each([
  ['own branch', events.pullRequest(), { full_name: own, fork: false }],
  ['fork', events.pullRequest({ fork }), { full_name: fork, fork: true }],
  ['deleted fork', events.pullRequest({ fork, forkDeleted: true }), null],
  ['privileged fork', events.pullRequestTarget({ fork }), { full_name: fork, fork: true }],
])('the payload of a pull request names its head repository: %s', (_, event, repo) => {
  expect(event.payload).toMatchObject({
    pull_request: { head: { repo }, base: { repo: { full_name: own } } },
  })
})

test('a workflow run of a fork names no pull request', () => {
  const run = { event: 'pull_request', head_repository: { full_name: fork }, pull_requests: [] }
  expect(events.workflowRun({ fork }).payload).toMatchObject({ workflow_run: run })
})

test('Dependabot is a bot with a branch of the repository', () => {
  const { actor, payload } = events.dependabot()
  const pull_request = { user: { type: 'Bot' }, head: { repo: { full_name: own } } }
  expect({ actor, payload }).toMatchObject({ actor: 'dependabot[bot]', payload: { pull_request } })
})

test('given parts of an event replace the defaults of the builder', () => {
  const event = events.pushTag('v1', { repository: 'octo-org/other', sha: 'a'.repeat(40), actor: 'hubot' })
  expect(event.payload).toMatchObject({ after: 'a'.repeat(40), repository: { full_name: 'octo-org/other' } })
  expect(event.payload.sender).toMatchObject({ login: 'hubot' })
})
