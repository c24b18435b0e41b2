import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { RunnerEvent } from '../../sandbox/runner/event.js'
import * as events from '../../sandbox/runner/events.js'
import { credentialCanaries } from '../../sandbox/runner.js'
import { DockerWrapper } from '../support/docker-wrapper.js'
import { engines } from '../support/engines.js'
import { Publishing, token } from '../support/publishing.js'

const canaries = {
  plain: 'canary-build-secret-81c2',
  FROM_ENV: 'canary-from-the-environment-55',
  login: 'canary-login-of-the-job-2f',
}

const named = (name: string, payload: object = {}): RunnerEvent =>
  events.completeEvent({ name, ref: 'refs/heads/main', payload: { ...payload } })

describe.each(engines)('potentially unreviewed code, built with $name', (engine) => {
  let job: Publishing
  let wrapper: DockerWrapper
  let home: string
  let agent: Server

  beforeAll(async () => {
    job = await Publishing.start(engine)
    const note = (file: string) => `cp "$DOCKER_CONFIG/${file}" "$(dirname "$0")/seen.json"`
    wrapper = new DockerWrapper({
      before: `${note('config.json')}; ls "$BUILDX_CONFIG" > "$(dirname "$0")/seen.txt"`,
    })
    home = mkdtempSync(join(tmpdir(), 'unreviewed-'))
    agent = createServer().listen(join(home, 'agent'))
    mkdirSync(join(home, 'buildx/config/ghcr.io'), { recursive: true })
    const auth = Buffer.from(`robot:${canaries.login}`).toString('base64')
    const auths = { [job.sandbox.registry.host]: { auth }, 'ghcr.io': { auth } }
    writeFileSync(
      join(home, 'config.json'),
      JSON.stringify({ auths, HttpHeaders: { 'X-Canary': canaries.login } }),
    )
    const ids = ['KOLENA_TOKEN', 'plain', 'FROM_ENV', 'file']
    job.write('netrc', `machine example.com password ${canaries.plain}\n`)
    job.write('.dockerignore', 'netrc\n')
    job.write(
      'Dockerfile',
      [
        'FROM evaluator-base:bookworm',
        `RUN ${ids.map((id) => `--mount=type=secret,id=${id}`).join(' ')} test -z "$(ls -A /run/secrets 2>/dev/null)"`,
        'RUN --mount=type=ssh test ! -S "$SSH_AUTH_SOCK"',
        'ENTRYPOINT ["python3"]',
      ].join('\n'),
    )
  })
  afterAll(async () => {
    agent.close()
    wrapper.remove()
    rmSync(home, { recursive: true })
    await job.stop()
  })

  const run = (event: RunnerEvent, inputs: Record<string, string> = {}) =>
    job.run(
      {
        secrets: `plain=${canaries.plain}`,
        'secret-envs': 'FROM_ENV',
        'secret-files': 'file=netrc',
        ssh: 'default',
        'cache-from': 'type=gha,url=http://127.0.0.1:9/',
        'cache-to': 'type=gha,url=http://127.0.0.1:9/',
        'no-cache': 'true',
        ...inputs,
      },
      {
        event,
        credentials: true,
        secrets: [token, ...Object.values(canaries)],
        env: {
          ...wrapper.environment(home),
          SSH_AUTH_SOCK: join(home, 'agent'),
          DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { 'ghcr.io': { auth: canaries.login } } }),
          FROM_ENV: canaries.FROM_ENV,
        },
      },
    )

  test.each<[string, RunnerEvent]>([
    ['a comment on a pull request', named('issue_comment', { issue: { number: 7, pull_request: {} } })],
    ['a deployment', named('deployment_status')],
    ['a comment in a discussion', named('discussion_comment')],
    ['a workflow after a comment', events.workflowRun({ event: 'issue_comment' })],
    ['a workflow after a merge queue', events.workflowRun({ event: 'merge_group' })],
    ['a workflow after another', events.workflowRun({ event: 'workflow_run' })],
    ['a dispatch for a pull request', named('repository_dispatch', { client_payload: { pr: 7 } })],
    ['a pull request from the same repository in a job with secrets', events.pullRequestTarget()],
    ["a fork's pull request in a job with secrets", events.pullRequest({ fork: 'stranger/evaluators' })],
  ])('gets no credentials and is not published: %s', async (_, event) => {
    const { exitCode, outputs, log } = await run(event)
    expect(log).toContain('The code may be unreviewed')
    expect({ exitCode, dryRun: outputs['dry-run'], digest: outputs.digest }).toEqual({
      exitCode: 0,
      dryRun: 'true',
      digest: '',
    })
    expect(job.changes).toEqual([])
    const calls = JSON.stringify(wrapper.calls)
    for (const canary of [token, ...Object.values(canaries), ...Object.values(credentialCanaries)])
      expect(calls).not.toContain(canary)
    expect(calls).not.toContain('type=gha')
    expect(JSON.parse(readFileSync(join(wrapper.directory, 'seen.json'), 'utf8'))).toEqual({
      cliPluginsExtraDirs: [wrapper.directory],
    })
    expect(readFileSync(join(wrapper.directory, 'seen.txt'), 'utf8')).not.toContain('config')
  })

  test.each<[string, RunnerEvent, string]>([
    ['a comment', named('issue_comment'), 'dry-run "false": the code may be unreviewed'],
    ['a workflow without a payload', named('workflow_run'), 'does not say whose code it brings'],
    [
      'a pull request from the same repository without a payload',
      named('pull_request_target'),
      'does not say whose code it brings',
    ],
    [
      'a fork in a job with secrets',
      events.pullRequestTarget({ fork: 'stranger/evaluators' }),
      'comes from stranger/',
    ],
  ])('is refused when it requests secrets: %s', async (_, event, message) => {
    const before = [wrapper.calls.length, job.sandbox.requests.length]
    const { exitCode, annotations } = await run(event, { 'dry-run': 'false' })
    expect(exitCode).toBe(1)
    expect(annotations).toEqual([expect.objectContaining({ message: expect.stringContaining(message) })])
    expect([wrapper.calls.length, job.sandbox.requests.length]).toEqual(before)
  })

  test('gets the secrets in its build when the user declares it reviewed', async () => {
    const inputs = { 'allow-fork-code': 'true', 'cache-from': '', 'cache-to': '' }
    const { exitCode, annotations } = await run(named('issue_comment'), inputs)
    expect(exitCode).toBe(1)
    expect(annotations).toEqual([expect.objectContaining({ file: 'Dockerfile', line: 2 })])
  })

  test.each<[string, RunnerEvent, string]>([
    ['the files of a bare repository in reviewed code', events.pushTag('v1.2.3'), ''],
    ['the files of a bare repository', named('issue_comment'), ''],
    ['a .git directory', named('issue_comment'), '.git/'],
  ])('has no program run on the runner by its Git configuration: %s', async (_, event, place) => {
    const started = join(home, 'started')
    const folder = `git-${place.length}`
    const git = {
      HEAD: 'ref: refs/heads/main',
      'refs/heads/main': 'e'.repeat(40),
      'objects/empty': '',
      config: `[core]
  repositoryformatversion = 1
  worktree = ${place === '' ? '.' : '..'}
  sshCommand = touch ${started}; false
[extensions]
  partialClone = origin
[remote "origin"]
  promisor = true
  url = ssh://example.com/a`,
    }
    for (const [path, content] of Object.entries(git)) job.write(`${folder}/${place}${path}`, `${content}\n`)
    job.write(`${folder}/context/Dockerfile`, 'FROM scratch\nCOPY Dockerfile /\nENTRYPOINT ["/none"]\n')
    const inputs = { ssh: '', 'cache-from': '', 'cache-to': '', context: `${folder}/context` }
    const { exitCode, log } = await run(event, inputs)
    expect(log).toContain('COPY Dockerfile /')
    expect(exitCode).toBe(0)
    expect(existsSync(started)).toBe(false)
  })
})
