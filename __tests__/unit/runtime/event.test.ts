import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { defaults, type RunnerEvent } from '../../../sandbox/runner/event.js'
import * as events from '../../../sandbox/runner/events.js'
import { type Event, readEvent, sourceOf } from '../../../src/runtime/event.js'

const folder = mkdtempSync(join(tmpdir(), 'event-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(payload: string): string {
  const path = join(folder, 'event.json')
  writeFileSync(path, payload)
  return path
}

function variables(event: RunnerEvent): NodeJS.ProcessEnv {
  return {
    GITHUB_EVENT_NAME: event.name,
    GITHUB_REF: event.ref,
    GITHUB_SHA: event.sha,
    GITHUB_ACTOR: event.actor,
    GITHUB_REPOSITORY: event.repository,
    GITHUB_EVENT_PATH: write(JSON.stringify(event.payload)),
  }
}

test.each([
  ['push of a tag', events.pushTag('v1.2.3')],
  ['push of a branch', events.pushBranch('main')],
  ['pull_request', events.pullRequest()],
  ['pull_request of a deleted fork', events.pullRequest({ fork: 'a/b', forkDeleted: true })],
  ['pull_request_target', events.pullRequestTarget({ fork: 'a/b' })],
  ['workflow_run', events.workflowRun({ fork: 'a/b' })],
  ['schedule', events.schedule()],
  ['workflow_dispatch', events.workflowDispatch({ a: 'b' })],
  ['merge_group', events.mergeGroup()],
  ['release', events.release()],
  ['pull_request of Dependabot', events.dependabot()],
])('reads %s completely', (_, event) => {
  const { name: eventName, ref, sha, actor, repository, payload } = event
  const read = readEvent(variables(event))
  expect(read).toMatchObject({ eventName, ref, sha, actor, repository, runUrl: undefined })
  expect(payload).toMatchObject(read.payload)
  for (const key of ['pull_request', 'workflow_run'] as const)
    expect(read.payload[key] === undefined).toBe(payload[key] === undefined)
})

test('knows the address of the run if the runner says where it is', () => {
  const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'a/b', GITHUB_RUN_ID: '7' }
  expect(readEvent(env).runUrl).toBe('https://github.com/a/b/actions/runs/7')
})

test('knows the commit of the workflow, and the repository of the action unless it is in the workspace', () => {
  const env = { GITHUB_WORKFLOW_SHA: 'a'.repeat(40), GITHUB_ACTION_REPOSITORY: 'o/evaluator-action' }
  expect(readEvent(env)).toMatchObject({
    workflowSha: 'a'.repeat(40),
    actionRepository: 'o/evaluator-action',
  })
  expect(readEvent({ GITHUB_ACTION_REPOSITORY: '' }).actionRepository).toBeUndefined()
})

test('there is no event outside of GitHub', () => {
  const nothing = {
    eventName: '',
    ref: '',
    sha: '',
    actor: '',
    repository: '',
    runUrl: undefined,
    payload: {},
  }
  expect(readEvent({})).toEqual(nothing)
})

test.each([
  ['is truncated', () => write('{"pull_request":')],
  ['is not an object', () => write('"text"')],
  ['does not exist', () => join(folder, 'nowhere.json')],
])('refuses a payload that %s, because it may hide a fork', (_, path) => {
  const GITHUB_EVENT_PATH = path()
  expect(() => readEvent({ GITHUB_EVENT_PATH })).toThrow(
    `The event payload (GITHUB_EVENT_PATH) ${GITHUB_EVENT_PATH} cannot be read`,
  )
})

test.each<[string, string, object]>([
  ['is empty', '', {}],
  ['contains only white space', ' \n', {}],
  ['is an empty object', '{}', {}],
  ['begins with a byte order mark', '\uFEFF{"release":{"tag_name":"v1"}}', { release: { tag_name: 'v1' } }],
  [
    'is the example in act’s documentation',
    '{"pull_request":{"head":{"ref":"sample-head-ref"},"base":{"ref":"sample-base-ref"}}}',
    { pull_request: { head: {}, base: {} } },
  ],
  ['has a pull request with another shape', '{"pull_request":"7","act":true}', {}],
  [
    'has fields with other types',
    '{"workflow_run":{"event":1,"head_branch":"main","actor":[]},"release":null}',
    { workflow_run: { head_branch: 'main' } },
  ],
])('accepts a payload that %s', (_, payload, expected) => {
  expect(readEvent({ GITHUB_EVENT_PATH: write(payload) }).payload).toEqual(expected)
})

describe('the run is about', () => {
  const about = (changes: Partial<RunnerEvent>, event: RunnerEvent) => {
    const { name: eventName, payload, ...rest } = { ...event, ...changes }
    return sourceOf({ ...rest, eventName, runUrl: undefined, payload: payload as Event['payload'] })
  }
  test.each<[string, RunnerEvent, Partial<RunnerEvent>, string, string]>([
    ['what was pushed', events.pushBranch('main'), {}, 'refs/heads/main', defaults.sha],
    [
      'the ref of the previous workflow',
      events.workflowRun({ event: 'pull_request' }),
      {},
      'refs/heads/keypoint-visibility',
      defaults.headSha,
    ],
    [
      'the default branch if nothing else is known',
      events.workflowRun(),
      { payload: { workflow_run: { event: 'push' } } },
      'refs/heads/main',
      defaults.sha,
    ],
    ['the tag of a release', events.release('v1.2.3'), {}, 'refs/tags/v1.2.3', defaults.sha],
    [
      'the tag of a release without a ref',
      events.release('v1.2.3'),
      { ref: '' },
      'refs/tags/v1.2.3',
      defaults.sha,
    ],
    [
      'a pull request whose number act does not know',
      events.pullRequest(),
      { ref: 'refs/pull/%!f(<nil>)/merge', payload: {} },
      'refs/heads/pr',
      defaults.sha,
    ],
  ])('%s', (_, event, changes, ref, sha) => {
    expect(about(changes, event)).toEqual({ ref, sha })
  })
})
