import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import type { RunnerEvent } from '../../../sandbox/runner/event.js'
import * as events from '../../../sandbox/runner/events.js'
import { readEvent } from '../../../src/runtime/event.js'

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
  ['pull_request of a fork that is gone', events.pullRequest({ fork: 'a/b', forkDeleted: true })],
  ['pull_request_target', events.pullRequestTarget({ fork: 'a/b' })],
  ['workflow_run', events.workflowRun({ fork: 'a/b' })],
  ['schedule', events.schedule()],
  ['workflow_dispatch', events.workflowDispatch({ a: 'b' })],
  ['merge_group', events.mergeGroup()],
  ['release', events.release()],
  ['pull_request of Dependabot', events.dependabot()],
])('%s is read whole', (_, event) => {
  const { name: eventName, ref, sha, actor, repository, payload } = event
  const read = readEvent(variables(event))
  expect(read).toMatchObject({ eventName, ref, sha, actor, repository, runUrl: undefined })
  expect(payload).toMatchObject(read.payload)
  for (const key of ['pull_request', 'workflow_run'] as const)
    expect(read.payload[key] === undefined).toBe(payload[key] === undefined)
})

test('the run has an address when the runner says where it is', () => {
  const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'a/b', GITHUB_RUN_ID: '7' }
  expect(readEvent(env).runUrl).toBe('https://github.com/a/b/actions/runs/7')
})

test('outside of GitHub there is no event', () => {
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
  ['is cut off', () => write('{"pull_request":')],
  ['is no object', () => write('"text"')],
  [
    'has a pull request without its base',
    () => write('{"pull_request":{"number":1,"head":{"repo":null,"sha":""}}}'),
  ],
  ['is not there', () => join(folder, 'nowhere.json')],
])('a payload that %s is an error, since it may hide a fork', (_, path) => {
  const GITHUB_EVENT_PATH = path()
  expect(() => readEvent({ GITHUB_EVENT_PATH })).toThrow(
    `The event payload (GITHUB_EVENT_PATH) ${GITHUB_EVENT_PATH} cannot be read`,
  )
})
