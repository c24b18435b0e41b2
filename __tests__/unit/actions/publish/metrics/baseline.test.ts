import { resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { remoteContext } from '../../../../../src/actions/publish/metrics/baseline.js'
import { baseline } from '../../../../../src/actions/publish/metrics/baseline-field.js'
import { baseCommit } from '../../../../../src/actions/publish/metrics/baseline-input.js'
import type { Event } from '../../../../../src/runtime/event.js'

const sha = 'a'.repeat(40)
const commit = { repository: 'https://github.com/acme/evaluators.git', sha }

describe('the same build in another commit', () => {
  const at = (folder: string) => `${commit.repository}#${sha}${folder}`
  test.each([
    ['.', undefined, at(''), 'Dockerfile'],
    ['./', 'docker/Dockerfile', at(''), 'docker/Dockerfile'],
    ['faces', undefined, at(':faces'), 'Dockerfile'],
    ['faces/', 'faces/docker/Dockerfile', at(':faces'), 'docker/Dockerfile'],
    ['./evaluators/faces', './evaluators/faces/Dockerfile', at(':evaluators/faces'), 'Dockerfile'],
    [resolve('faces'), undefined, at(':faces'), 'Dockerfile'],
  ])('of the context %s and the file %s', (context, file, remote, dockerfile) => {
    expect(remoteContext({ context, file }, commit)).toEqual({ context: remote, file: dockerfile })
  })

  test.each([
    ['..', undefined],
    ['/somewhere/else', undefined],
    ['faces', 'docker/Dockerfile'],
    ['faces', '../Dockerfile'],
  ])('is not possible of the context %s and the file %s', (context, file) => {
    expect(remoteContext({ context, file }, commit)).toBeUndefined()
  })
})

describe('the commit before a change', () => {
  const event = (payload: Event['payload'], changes: Partial<Event> = {}): Event => ({
    eventName: '',
    ref: '',
    sha: '',
    actor: '',
    repository: 'acme/evaluators',
    serverUrl: 'https://github.com',
    runUrl: undefined,
    payload,
    ...changes,
  })
  test.each<[string, Event, unknown]>([
    ['a pull request', event({ pull_request: { base: { sha } } }), commit],
    ['a push', event({ before: sha }), commit],
    [
      'a pull request that is pushed to',
      event({ pull_request: { base: { sha } }, before: 'b'.repeat(40) }),
      commit,
    ],
    ['a new branch', event({ before: '0'.repeat(40) }), { reason: 'the branch is new' }],
    ['a schedule', event({}), { reason: 'the event is neither a pull request nor a push' }],
    [
      'a text that is no commit',
      event({ before: '--upload-pack=x' }),
      { reason: 'the event names no commit' },
    ],
    [
      'no job of GitHub',
      event({ before: sha }, { serverUrl: undefined }),
      { reason: 'this run is not a job of GitHub' },
    ],
  ])('of %s', (_, event, found) => {
    expect(baseCommit(event)).toEqual(found)
  })
})

test.each([
  'registered',
  'base',
  'docker.kolena.io/acme/evaluator:v1',
  `ghcr.io/a/b@sha256:${'0'.repeat(64)}`,
])('metrics-baseline can be %s', (text) => {
  expect(baseline.parse(text)).toBe(text)
})

test.each(['Registered image', 'https://example.com/a:b', 'a//b'])(
  'metrics-baseline cannot be %s',
  (text) => {
    expect(() => baseline.parse(text)).toThrow('write registered, base, or the reference of an image')
  },
)
