import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Access } from '../../../../../src/actions/publish/access.js'
import {
  baselineFinder,
  leadsOut,
  pathsInRepository,
} from '../../../../../src/actions/publish/metrics/baseline.js'
import { baseline } from '../../../../../src/actions/publish/metrics/baseline-field.js'
import { baseCommit } from '../../../../../src/actions/publish/metrics/baseline-input.js'
import { SharedImage } from '../../../../../src/actions/publish/shared-image.js'
import { loginOf, registryAuth } from '../../../../../src/docker/credentials.js'
import { parseReference } from '../../../../../src/docker/reference.js'
import type { KolenaSession } from '../../../../../src/platforms/kolena/client.js'
import type { Event } from '../../../../../src/runtime/event.js'
import { RunLog } from '../../../../../src/runtime/run-log.js'
import { captureOutput } from '../../../../support/captured-output.js'
import { inputs, planOf } from '../../../../support/publications.js'
import { scriptEngine } from '../../../../support/scripted-engine.js'

captureOutput()

const sha = 'a'.repeat(40)
const commit = { repository: 'https://github.com/acme/evaluators.git', sha }

describe('the build of another commit', () => {
  test.each([
    ['.', undefined, '.', 'Dockerfile'],
    ['./', 'docker/Dockerfile', '.', 'docker/Dockerfile'],
    ['faces', undefined, 'faces', 'faces/Dockerfile'],
    ['faces/', 'faces/docker/Dockerfile', 'faces', 'faces/docker/Dockerfile'],
    ['faces', 'docker/Dockerfile', 'faces', 'docker/Dockerfile'],
    [
      './evaluators/faces',
      './evaluators/faces/Dockerfile',
      'evaluators/faces',
      'evaluators/faces/Dockerfile',
    ],
    [resolve('faces'), undefined, 'faces', 'faces/Dockerfile'],
    ['..faces', undefined, '..faces', '..faces/Dockerfile'],
  ])('uses the paths for the context %s and the file %s', (context, file, folder, dockerfile) => {
    expect(pathsInRepository({ context, file })).toEqual({ context: folder, file: dockerfile })
  })

  test.each([
    ['..', undefined],
    ['/somewhere/else', undefined],
    ['faces', '../Dockerfile'],
    ['faces', '/somewhere/else/Dockerfile'],
  ])('is not possible for the context %s and the file %s', (context, file) => {
    expect(pathsInRepository({ context, file })).toBeUndefined()
  })
})

test.each([
  ['Dockerfile', false],
  ['inside', false],
  ['outside', true],
  ['faces', true],
  ['faces/outer.txt', true],
])('the path %s leads out of the files of a commit: %s', (path, expected) => {
  const parent = mkdtempSync(join(tmpdir(), 'links-'))
  const directory = join(parent, 'files')
  mkdirSync(directory)
  writeFileSync(join(parent, 'outer.txt'), '')
  writeFileSync(join(directory, 'Dockerfile'), '')
  symlinkSync('Dockerfile', join(directory, 'inside'))
  symlinkSync('../outer.txt', join(directory, 'outside'))
  symlinkSync(parent, join(directory, 'faces'))
  expect(leadsOut(directory, join(directory, path))).toBe(expected)
  rmSync(parent, { recursive: true })
})

describe('the base commit', () => {
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
      'a text that is not a commit',
      event({ before: '--upload-pack=x' }),
      { reason: 'the event names no commit' },
    ],
    [
      'a run outside of GitHub',
      event({ before: sha }, { serverUrl: undefined }),
      { reason: 'this run is not a job of GitHub' },
    ],
  ])('of %s is found, or missing with a reason', (_, event, found) => {
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

describe('the baseline image', () => {
  const engine = scriptEngine()
  const folder = mkdtempSync(join(tmpdir(), 'baseline-'))
  const environment = { ...process.env }
  const ofRun = { username: 'acme', password: 'token-of-acme' }
  const ofJob = { username: 'robot', password: 'password-of-robot' }
  const image = 'docker.kolena.io/acme/evaluator:v0'
  const { signal } = new AbortController()
  let asked: string[]

  beforeAll(() => {
    const auth = Buffer.from(`${ofJob.username}:${ofJob.password}`).toString('base64')
    writeFileSync(
      join(folder, 'config.json'),
      JSON.stringify({ auths: { 'registry.example.com': { auth } } }),
    )
    process.env.DOCKER_CONFIG = folder
  })
  afterAll(() => {
    if (environment.DOCKER_CONFIG === undefined) delete process.env.DOCKER_CONFIG
    else process.env.DOCKER_CONFIG = environment.DOCKER_CONFIG
    rmSync(folder, { recursive: true })
  })
  beforeEach(() => {
    asked = []
    engine.answer = ({ name }, response) => {
      if (name.includes('/json')) response.writeHead(404).end('{"message":"No such image"}')
      else response.end('{"status":"done"}')
    }
  })

  /** Finds the baseline in a run that has a token and logins, but whose event names no commit. */
  const find = async (wanted: { image?: string; registered?: boolean }, untrusted: boolean) => {
    const baseline = { image: undefined, registered: false, base: { reason: 'x' }, token: 't', ...wanted }
    const session = {
      findEvaluator: async () => {
        asked.push('the platform')
        return { image }
      },
    } as unknown as KolenaSession
    const finder = baselineFinder(
      {
        ...inputs,
        mode: { dryRun: true, reason: '', ...(untrusted && { untrusted }) },
        verify: { accepted: [], timeLimit: 1, contract: undefined, baseline },
      },
      {
        session: Promise.resolve(session),
        plan: Promise.resolve(planOf()),
        open: async () => {
          asked.push('the login of the run')
          return { login: loginOf(ofRun) } as Access
        },
      },
      {
        docker: engine.docker,
        runLog: new RunLog(),
        signal,
        privateDirectory: folder,
        shared: new SharedImage([inputs]),
      },
    )
    return await finder?.(signal)
  }
  const pulls = () => engine.calls.filter(({ name }) => name.startsWith('POST /images/create'))

  test.each([
    ['the registry of the run', image, ofRun],
    ['a registry with a login of the job', 'registry.example.com/a/b:v0', ofJob],
  ])('is pulled from %s with a login, unless the code is unreviewed', async (_, reference, credentials) => {
    const headers = []
    for (const untrusted of [false, true]) {
      await find({ image: reference }, untrusted)
      headers.push(pulls().at(-1)?.headers['x-registry-auth'])
    }
    const name = parseReference(reference)
    expect(headers).toEqual([registryAuth(name, credentials), registryAuth(name, undefined)])
  })

  test('is the registered one, unless the code is unreviewed: then it is the base commit', async () => {
    expect(await find({ registered: true }, false)).toMatchObject({ what: 'the registered evaluator' })
    expect({ asked, pulls: pulls().length }).toEqual({
      asked: ['the platform', 'the login of the run'],
      pulls: 1,
    })
    asked = []
    expect(await find({ registered: true }, true)).toEqual({
      what: 'the base commit, because a run of unreviewed code does not read which evaluator is registered',
      image: undefined,
      detail: 'x',
    })
    expect({ asked, pulls: pulls().length }).toEqual({ asked: [], pulls: 1 })
  })
})
