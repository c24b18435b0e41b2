import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { credentialCanaries, type StepResult } from '../../sandbox/runner.js'
import { secretForms } from '../../src/runtime/secrets.js'
import { fromShell } from '../support/common.js'
import { type DockerCall, DockerWrapper } from '../support/docker-wrapper.js'
import { EngineProxy } from '../support/engine-proxy.js'
import { docker, engines } from '../support/engines.js'
import { Publishing, token } from '../support/publishing.js'

/** Secrets that must not appear anywhere, including each single line of the private key. */
const canaries = {
  'the API token': token,
  "the evaluator's secret": 'canary-evaluator-secret-5Rw0+/=&"x',
  'a build secret': 'canary-build-secret-81c2',
  'a build secret of several lines': 'canary-key-begin-7d1\ncanary-key-middle-93a\ncanary-key-end-4f0',
  'a build secret from the environment': 'canary-from-the-environment-55',
  'a password of another registry': 'canary-other-registry-password',
}

const forms = Object.entries(canaries).flatMap(([name, secret]) =>
  [...secretForms(secret, 'acme'), ...secretForms(`${secret}\n`)].map((form) => ({ name, form })),
)

/** Returns the canaries that occur in a text or in bytes, in any encoding. */
function found(content: string | Buffer): string[] {
  const text = typeof content === 'string' ? content : content.toString('latin1')
  return [
    ...new Set(forms.filter(({ form }) => text.includes(form)).map(({ name, form }) => `${name}: ${form}`)),
  ]
}

describe.each(engines)('after publishing with $name', (engine) => {
  let job: Publishing
  let wrapper: DockerWrapper
  let proxy: EngineProxy
  let run: StepResult
  let calls: DockerCall[]
  let home: string

  beforeAll(async () => {
    job = await Publishing.start(engine)
    wrapper = new DockerWrapper()
    proxy = await EngineProxy.start(engine)
    home = mkdtempSync(join(tmpdir(), 'canary-home-'))
    job.write(
      'Dockerfile',
      [
        fromShell,
        ...['KOLENA_TOKEN', 'plain', 'pem', 'FROM_ENV'].map(
          (id) => `RUN --mount=type=secret,id=${id},required=true test -s /run/secrets/${id}`,
        ),
        'ENTRYPOINT ["sh"]',
      ].join('\n'),
    )
    const inputs = {
      secret: canaries["the evaluator's secret"],
      secrets: `plain=${canaries['a build secret']}\n"pem=${canaries['a build secret of several lines']}"`,
      'secret-envs': 'FROM_ENV',
      'no-cache': 'true',
    }
    const env = {
      ...wrapper.environment(join(home, '.docker')),
      DOCKER_HOST: proxy.host,
      HOME: home,
      FROM_ENV: canaries['a build secret from the environment'],
    }
    const secrets = [token, ...Object.values(canaries)]
    run = await job.run(inputs, { env, secrets, temp: job.temp, credentials: true })
    calls = wrapper.calls
    await proxy.close()
  })
  afterAll(async () => {
    await job.stop()
    wrapper.remove()
    rmSync(home, { recursive: true })
  })

  test('the run succeeded with one docker process', () => {
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(calls.map(({ program, argv }) => [program, argv[0]])).toEqual([['docker-buildx', 'buildx']])
  })

  test('the engine received only the registry login, and only with the push; build secrets go through the build session', () => {
    expect(proxy.calls.length).toBeGreaterThan(2)
    for (const { name, headers, body } of proxy.calls) {
      const { 'x-registry-auth': login, ...others } = headers
      expect([name, ...found(JSON.stringify([name, others, body]))]).toEqual([name])
      expect([name, login !== undefined]).toEqual([name, /^POST \S+\/push\?/.test(name)])
      if (login === undefined) continue
      const content = Buffer.from(String(login), 'base64url').toString('utf8')
      expect(JSON.parse(content)).toMatchObject({ username: 'acme', password: token })
    }
  })

  test('no secret was in the arguments or the environment of a child process', () => {
    for (const { argv, env } of calls) expect(found(JSON.stringify([argv, env]))).toEqual([])
  })

  test("no child process received an input, a runner credential or one of the runner's files", () => {
    const names = calls.flatMap(({ env }) => Object.keys(env))
    expect(
      names.filter((name) => /^(INPUT_|ACTIONS_|GITHUB_|KOLENA_|STATE_|AWS_|FROM_ENV)/.test(name)),
    ).toEqual([])
    const values = JSON.stringify(calls.map(({ env }) => env))
    for (const credential of Object.values(credentialCanaries)) expect(values).not.toContain(credential)
  })

  test('no secret is in the log, the summary, the outputs, the state, or a command other than add-mask', () => {
    const { outputs, summary, state, log, annotations, env, path } = run
    const issued = run.commands.filter(({ name }) => name !== 'add-mask')
    expect(
      found(JSON.stringify([outputs, summary, state, log, annotations, env, path, issued, run.post?.log])),
    ).toEqual([])
  })

  test('every encoding of every secret was masked before the first child process started', () => {
    const names = run.commands.map(({ name }) => name)
    expect(names.slice(0, names.indexOf('group')).every((name) => name === 'add-mask')).toBe(true)
    expect(run.masks).toEqual(expect.arrayContaining(secretForms(token)))
  })

  test('no secret is in RUNNER_TEMP, the workspace or the home directory', () => {
    for (const directory of [job.temp, job.workspace, home]) {
      // This includes the event payload and the runner's own files.
      for (const file of filesBelow(directory)) expect([file, ...found(readFileSync(file))]).toEqual([file])
    }
    expect(readdirSync(job.temp).filter((name) => name.startsWith('evaluator-action'))).toEqual([])
  })

  test('no secret is in a blob or a manifest of the registry, or in the history of the image', async () => {
    // The large one is the base image's layer, which is older than all the secrets.
    const blobs = filesBelow(job.sandbox.registry.storage).filter((path) => statSync(path).size < 20e6)
    expect(blobs.length).toBeGreaterThan(5)
    for (const blob of blobs) {
      const content = readFileSync(blob)
      const plain = content.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))
        ? execFileSync('gzip', ['-dc'], { input: content, maxBuffer: 2 ** 30 })
        : content
      expect([blob, ...found(plain)]).toEqual([blob])
    }
    expect(found(await docker(engine, 'history', '--no-trunc', run.outputs.image ?? ''))).toEqual([])
  })

  test('the search finds a secret that is present', () => {
    expect(found(JSON.stringify(job.sandbox.state.registrations))).not.toEqual([])
    expect(found(Buffer.from(`x${Buffer.from(`acme:${token}`).toString('base64')}x`))).not.toEqual([])
  })
})

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
}
