import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { docker, engines } from '../support/engines.js'
import { startFaultyProxy } from '../support/faulty-proxy.js'
import { otherToken, Publishing } from '../support/publishing.js'

describe.each(engines)('a failing run with $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
  })
  afterAll(() => job.stop())

  test.each([
    [
      'RUN that fails',
      'FROM evaluator-base:bookworm\n\nRUN echo about to fail; exit 3\n',
      3,
      ['RUN', 'exit code: 3', 'about to fail'],
    ],
    ['COPY of a missing file', 'FROM scratch\nCOPY nowhere /\n', 2, ['nowhere', 'not found']],
    ['unknown instruction', 'FROM scratch\nENTRYPOIN ["/evaluator"]\n', 2, ['ENTRYPOIN']],
  ])('reports the line of a %s', async (_, dockerfile, line, words) => {
    job.write('failing/Dockerfile', dockerfile)
    const before = job.changes.length
    const run = await job.run({ context: 'failing' })
    expect(run).toMatchObject({ exitCode: 1, conclusion: 'failure' })
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'error', title: 'Build failed', file: 'failing/Dockerfile', line }),
    ])
    for (const word of words) expect(run.annotations[0]?.message).toContain(word)
    expect(run.summary).toContain('**Build failed.**')
    expect(job.changes.slice(before).filter((call) => call.includes('/evaluator'))).toEqual([])
  })

  test.each([
    [
      'a wrong token',
      { 'api-token': 'not-a-token-of-anyone-0123456789' },
      ['Log in at the platform', 'does not accept the token', 'secret'],
    ],
    [
      'a token from another organization',
      { organization: 'acme', 'api-token': otherToken },
      ['belongs to the organization "globex"'],
    ],
    [
      'a wrong registry password',
      { 'registry-username': 'acme', 'registry-password': 'not-the-password' },
      ['does not accept the login of acme', 'registry-password'],
    ],
    [
      'a repository without permission to create it',
      { 'create-repository': 'false', image: 'uncreated' },
      ['refused the push', 'create-repository'],
    ],
    [
      'a platform that is down',
      { 'api-url': 'http://127.0.0.1:7999' },
      ['ECONNREFUSED', 'The address comes from api-url (or KOLENA_API_URL).'],
    ],
    ['a stage that does not exist', { target: 'nothing' }, ['nothing']],
    [
      'a Git context that does not answer',
      { context: 'https://127.0.0.1:9/team/evaluator.git#main' },
      ['correct the address of `context`', 'GIT_AUTH_TOKEN'],
    ],
    [
      'a builder that does not exist',
      { builder: 'nobody' },
      ['docker buildx ls', 'docker/setup-buildx-action', 'nobody'],
    ],
  ])('explains %s', async (_, inputs, words) => {
    const run = await job.run(inputs)
    expect(run.exitCode).toBe(1)
    expect(run.annotations).toHaveLength(1)
    for (const word of words)
      expect(`${run.annotations[0]?.title}: ${run.annotations[0]?.message}`).toContain(word)
    expect(run.outputs).toMatchObject({ registration: '', changed: 'false' })
    expect(run.log).not.toContain('bug in evaluator-action')
  })

  test('tags no image before the platform accepts the token', async () => {
    const proxy = await startFaultyProxy(job.sandbox.url, (request) =>
      request === 'PUT /v1/token/login' ? 'hang' : undefined,
    )
    const env = { EVALUATOR_ACTION_HTTP_TIMEOUT: '1' }
    const inputs = { organization: 'acme', image: 'unaccepted', 'api-url': proxy.url }
    const run = await job.run(inputs, { env })
    await proxy.close()
    expect(run.annotations).toMatchObject([{ title: 'Log in at the platform failed' }])
    expect(run.log).toContain('▼ Build with docker buildx build')
    expect(run.log).not.toMatch(/context canceled|failed \(PUT/)
    const names = ['images', '--format', '{{.Repository}}', '--filter']
    expect(await docker(engine, ...names, `reference=${job.sandbox.registry.host}/acme/unaccepted`)).toBe('')
  })

  test('leaves no files behind', async () => {
    await job.run({ 'api-token': 'not-a-token-of-anyone-0123456789' }, { temp: job.temp })
    expect(readdirSync(job.temp).filter((name) => name.startsWith('evaluator-action'))).toEqual([])
  })

  test('is cleaned up by the runner and the post step after it was killed', async () => {
    job.write(
      'slow/Dockerfile',
      `FROM evaluator-base:bookworm\nRUN echo started ${Math.random()}; sleep 60\n`,
    )
    const when = (line: string) => /^#\d+ [\d.]+ started/.test(line)
    const run = await job.run({ context: 'slow' }, { temp: job.temp, kill: { signal: 'SIGKILL', when } })
    // The runner finds the build and kills it.
    expect(run.orphans.map(({ name }) => name)).toEqual(['docker-buildx'])
    expect(run.state['private-directory']).toContain('evaluator-action-')
    expect(run.post?.exitCode).toBe(0)
    expect(readdirSync(job.temp).filter((name) => name.startsWith('evaluator-action'))).toEqual([])
  })
})

describe('a run', () => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engines[0])
  })
  afterAll(() => job.stop())

  /** Returns the variables of a job in which docker finds no working buildx. */
  const withoutBuildx = (path: string) => {
    job.write('plugins/docker-buildx', '', 0o644)
    job.write('docker/config.json', JSON.stringify({ cliPluginsExtraDirs: [join(job.workspace, 'plugins')] }))
    return { PATH: path, DOCKER_CONFIG: join(job.workspace, 'docker') }
  }

  test('says what to do when docker is missing', async () => {
    const run = await job.run({ organization: 'acme' }, { env: withoutBuildx('/nowhere') })
    expect(run.exitCode).toBe(1)
    expect(run.annotations[0]?.message).toContain('docker was not found on PATH')
  })

  test('says what to do when the engine does not answer', async () => {
    const env = { DOCKER_HOST: 'unix:///nowhere.sock' }
    const run = await job.run({ organization: 'acme' }, { env })
    expect(run.exitCode).toBe(1)
    expect(run.annotations[0]?.message).toContain('The Docker engine does not answer')
  })

  test('says what to do when buildx is missing', async () => {
    const client = `#!/bin/sh\necho "docker: 'buildx' is not a docker command." >&2\nexit 1\n`
    job.write('old-client/docker', client, 0o755)
    const run = await job.run({}, { env: withoutBuildx(`${job.workspace}/old-client:/bin`) })
    expect(run.exitCode).toBe(1)
    expect(run.annotations[0]?.message).toContain('docker has no buildx plugin')
  })
})
