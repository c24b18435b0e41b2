import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { DockerWrapper } from '../support/docker-wrapper.js'
import { docker, engines } from '../support/engines.js'
import { startFaultyProxy } from '../support/faulty-proxy.js'
import { Publishing, token } from '../support/publishing.js'

const name = 'acme/keypoint_detection_evaluator'

describe.each(engines)('reuse with $name', (engine) => {
  let job: Publishing
  let wrapper: DockerWrapper
  beforeEach(async () => {
    job = await Publishing.start(engine)
    wrapper = new DockerWrapper()
  })
  afterEach(async () => {
    wrapper.remove()
    await job.stop()
  })

  /** Publishes with `reuse`, and returns whether docker was used. */
  const publish = async (tags: string, inputs: Record<string, string> = {}, config?: string) => {
    const env = wrapper.environment(config)
    const before = wrapper.calls.length
    const run = await job.run({ reuse: 'true', tags, ...inputs }, { env })
    expect(run).toMatchObject({
      exitCode: 0,
      outputs: { image: `${job.sandbox.registry.host}/${name}:${tags}` },
    })
    expect(run.outputs.digest).toBe((await job.sandbox.registry.manifest(name, tags))?.digest)
    expect(job.sandbox.state.registrations.at(-1)?.image).toBe(run.outputs.image)
    return {
      run,
      reused: run.outputs.reused,
      digest: run.outputs.digest,
      processes: wrapper.calls.length - before,
    }
  }

  test('publishes and registers the same inputs without docker, on any machine', async () => {
    const first = await publish('v1')
    expect(first).toMatchObject({ reused: 'false', processes: 1 })
    const second = await publish('v2')
    expect(second).toMatchObject({ reused: 'true', processes: 0, digest: first.digest })
    expect(second.run.outputs).toMatchObject({ 'image-id': first.run.outputs['image-id'], changed: 'true' })
    expect(second.run.log).toContain('already published from the same inputs; nothing is built')
    expect(second.run.summary).toContain('Reused')
    expect(await publish('v2')).toMatchObject({ reused: 'true', run: { outputs: { changed: 'false' } } })
  })

  test('builds again only for a change that can affect the image', async () => {
    job.write('.dockerignore', 'notes\n')
    job.write('notes', 'one')
    const first = await publish('v1', { secrets: 'TOKEN=one-secret-value' })
    job.write('notes', 'two')
    await utimes(join(job.workspace, 'evaluator'), 1, 1)
    expect(await publish('v2', { secrets: 'TOKEN=another-secret-value' })).toMatchObject({ reused: 'true' })
    job.write('evaluator', 'something else')
    const changed = await publish('v3')
    expect(changed).toMatchObject({ reused: 'false' })
    expect(changed.digest).not.toBe(first.digest)
    expect(await publish('v4', { labels: 'a=b' })).toMatchObject({ reused: 'false' })
    // Each of them still exists.
    expect(await publish('v5')).toMatchObject({ reused: 'true', digest: changed.digest })
  })

  test('does not reuse an image that had a weaker verification', async () => {
    await publish('v1')
    const run = await job.run({ reuse: 'true', tags: 'v2', verify: 'start' })
    expect(run).toMatchObject({ exitCode: 1, outputs: { reused: 'false' } })
    expect(await job.sandbox.registry.manifest(name, 'v2')).toBeUndefined()
  })

  test('builds again when the base image moved, even if the engine still has the old one', async () => {
    const { host } = job.sandbox.registry
    job.write('docker/config.json', JSON.stringify({ auths: { [host]: { auth: btoa(`acme:${token}`) } } }))
    const config = join(job.workspace, 'docker')
    const base = (content: string) => {
      job.write('base/Dockerfile', 'FROM scratch\nCOPY content /\nENV FROM_BASE=1\n')
      job.write('base/content', content)
      return job.run({ image: 'base', tags: 'one', context: 'base', register: 'false' })
    }
    expect((await base('old')).exitCode).toBe(0)
    job.write('Dockerfile', `FROM ${host}/acme/base:one\nCOPY evaluator /\n`)
    job.write('.dockerignore', 'base\ndocker\n')
    const first = await publish('v1', {}, config)
    expect(await publish('v2', {}, config)).toMatchObject({ reused: 'true' })
    expect((await base('new')).exitCode).toBe(0)
    const second = await publish('v3', {}, config)
    expect(second).toMatchObject({ reused: 'false' })
    expect(second.digest).not.toBe(first.digest)
    await docker(engine, 'rmi', `${host}/acme/base:one`)
  })

  test('builds with no-cache, and the next run reuses the result', async () => {
    await publish('v1')
    expect(await publish('v2', { 'no-cache': 'true' })).toMatchObject({ reused: 'false' })
    expect(await publish('v3')).toMatchObject({ reused: 'true' })
  })

  test('builds and says why when the inputs do not determine the image', async () => {
    job.write('Dockerfile', 'FROM scratch\nADD https://127.0.0.1:9/x /\n')
    const run = await job.run({ reuse: 'true', tags: 'v1' })
    expect(run.exitCode).toBe(1)
    expect(run.annotations[0]?.message).toContain(
      'Nothing can be reused: line 2 of the Dockerfile adds https://127.0.0.1:9/x',
    )
    expect(run.annotations[1]?.message).toContain('connection refused')
  })

  test.each([
    ['the platform refuses the token', 'PUT /v1/token/login', 401, 'Log in at the platform failed', false],
    [
      'the registration cannot be read',
      'GET /v1/generic/workflow',
      403,
      'Read the registration failed',
      true,
    ],
  ])('builds and registers nothing when %s, and reports what was tagged', async (...given) => {
    const [, broken, status, title, tagged] = given
    await publish('v1')
    const proxy = await startFaultyProxy(job.sandbox.url, (request) =>
      request.startsWith(broken) ? status : undefined,
    )
    const { env, calls } = { env: wrapper.environment(), calls: wrapper.calls.length }
    const inputs = { reuse: 'true', tags: 'v2', organization: 'acme', 'api-url': proxy.url }
    const run = await job.run(inputs, { env })
    await proxy.close()
    expect(run).toMatchObject({ exitCode: 1, annotations: [{ title }], outputs: { changed: 'false' } })
    expect(wrapper.calls.length).toBe(calls)
    expect(job.sandbox.state.registrations).toHaveLength(1)
    expect((await job.sandbox.registry.manifest(name, 'v2')) !== undefined).toBe(tagged)
    expect(/Done already: The image \S+:v2 was tagged/.test(run.annotations[0]?.message ?? '')).toBe(tagged)
  })

  test('builds in a dry run', async () => {
    await publish('v1')
    const run = await job.run({ reuse: 'true', 'dry-run': 'true' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { reused: 'false', 'dry-run': 'true' } })
  })
})
