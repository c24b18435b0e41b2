import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { loginOf } from '../../src/docker/credentials.js'
import { pushImage } from '../../src/docker/push.js'
import { captureOutput } from '../support/captured-output.js'
import { EngineProxy } from '../support/engine-proxy.js'
import { docker, engines } from '../support/engines.js'
import { Publishing, token } from '../support/publishing.js'
import { dockerAt } from '../support/scripted-engine.js'

captureOutput()
const repository = 'acme/keypoint_detection_evaluator'

/** Runs the callback the first time only. */
function once(work: () => Promise<unknown>): () => Promise<unknown> {
  let done: Promise<unknown> | undefined
  return () => {
    done ??= work()
    return done
  }
}

describe.each(engines)('concurrent runs on $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
    for (const name of [
      'a',
      'b',
      'robbed',
      'removed-same',
      'removed-changed',
      'moved-tag',
      'moved-digest',
      'thief',
    ]) {
      job.write(`${name}/Dockerfile`, `FROM scratch\nCOPY file /${name}\nENTRYPOINT ["/${name}"]\n`)
      job.write(`${name}/file`, `${name} ${Math.random()}\n`)
    }
    await docker(engine, 'build', '--quiet', '--tag', 'thief:v1', `${job.workspace}/thief`)
  })
  afterAll(() => job.stop())

  /** Returns the id of an image in the registry, to compare with the one that a run built. */
  async function idOf(reference: string): Promise<string> {
    const [, tagOrDigest = ''] = /(?:@|:)((?:sha256:)?[\w.-]+)$/.exec(reference) ?? []
    const stored = await job.sandbox.registry.manifest(repository, tagOrDigest)
    return JSON.parse(stored?.content.toString() ?? '').config.digest
  }

  test('with the same tag push and register their own images by digest', async () => {
    const start = (name: string) =>
      job.run({
        context: name,
        tags: 'same',
        'image-reference': 'digest',
        'evaluator-name': `evaluate_${name}`,
        organization: 'acme',
      })
    const runs = await Promise.all([start('a'), start('b'), start('a'), start('b')])
    for (const [index, name] of ['a', 'b', 'a', 'b'].entries()) {
      expect(runs[index]).toMatchObject({ exitCode: 0, annotations: [] })
      const { image } = JSON.parse(runs[index]?.outputs.registration ?? '')
      expect(await idOf(image)).toBe(runs[name === 'a' ? 0 : 1]?.outputs['image-id'])
    }
    expect(runs[0]?.outputs['image-id']).not.toBe(runs[1]?.outputs['image-id'])
    expect(new Set(job.sandbox.state.registrations.map(({ name, image }) => `${name} ${image}`)).size).toBe(2)
  })

  test('detect that another job moved the local name, and push the right image', async () => {
    const reference = `${job.sandbox.registry.host}/${repository}:stolen`
    // Only once: the first push finds that the name moved, the second does not.
    const steal = once(() => docker(engine, 'tag', 'thief:v1', reference))
    const proxy = await EngineProxy.start(engine, [{ call: /\/push\?/, before: steal }])
    const run = await job.run({ context: 'robbed', tags: 'stolen' }, { env: { DOCKER_HOST: proxy.host } })
    await proxy.close()
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(run.log).toContain('Another run on this engine moved the name')
    expect(await idOf(reference)).toBe(run.outputs['image-id'])
  })

  test.each([
    ['same', 0],
    ['changed', 1],
  ])(
    'register only the verified image after another job removed it (files are %s: exit code %i)',
    async (files, exitCode) => {
      const context = `removed-${files}`
      const reference = `${job.sandbox.registry.host}/${repository}:${context}`
      const remove = once(async () => {
        const id = await docker(engine, 'image', 'inspect', '--format', '{{.Id}}', reference)
        await docker(engine, 'tag', 'thief:v1', reference)
        // The containerd image store may have removed it with its name.
        await docker(engine, 'rmi', '--force', id).catch(() => {})
        if (files === 'changed') job.write(`${context}/file`, 'not verified')
      })
      // The verification may push layers to a registry of its own, to read them.
      const push = /\/acme\/keypoint_detection_evaluator\/push\?/
      const proxy = await EngineProxy.start(engine, [{ call: push, before: remove }])
      const run = await job.run(
        { context, tags: context, verify: 'start', 'accept-findings': 'cannot-start' },
        { env: { DOCKER_HOST: proxy.host } },
      )
      await proxy.close()
      expect(run.exitCode).toBe(exitCode)
      if (exitCode === 0) expect(await idOf(reference)).toBe(run.outputs['image-id'])
      else expect(run.annotations.at(-1)?.message).toContain('Building it again made a different image')
      const registered = job.sandbox.state.registrations.some(({ image }) => image === reference)
      expect(registered).toBe(exitCode === 0)
    },
  )

  test('detect that another image was registered during a long push', async () => {
    const register = async (image: string) => {
      for (const one of job.sandbox.state.registrations) if (one.name === 'evaluate_late') one.image = image
    }
    const inputs = { context: 'a', tags: 'late', 'evaluator-name': 'evaluate_late' }
    const first = await job.run(inputs)
    const before = async () => {
      await sleep(6_000)
      await register('elsewhere/evaluator:other')
    }
    const proxy = await EngineProxy.start(engine, [{ call: /\/push\?/, before }])
    const run = await job.run(inputs, { env: { DOCKER_HOST: proxy.host } })
    await proxy.close()
    expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'true', image: first.outputs.image } })
    expect(run.outputs['previous-image']).toBe('elsewhere/evaluator:other')
  })

  test.each([
    ['tag', 1],
    ['digest', 0],
  ])(
    'detect that the tag moved in the registry after the push (by %s: exit code %i)',
    async (kind, exitCode) => {
      const reference = `${job.sandbox.registry.host}/${repository}:moved-${kind}`
      const move = once(async () => {
        await docker(engine, 'tag', 'thief:v1', reference)
        const login = loginOf({ username: 'acme', password: token })
        await pushImage(dockerAt(engine.host, job.temp), reference, login)
      })
      const proxy = await EngineProxy.start(engine, [{ call: /\/push\?/, after: move }])
      const run = await job.run(
        { context: `moved-${kind}`, tags: `moved-${kind}`, 'image-reference': kind },
        { env: { DOCKER_HOST: proxy.host } },
      )
      await proxy.close()
      expect(run.exitCode).toBe(exitCode)
      if (exitCode === 0) expect(await idOf(run.outputs.image ?? '')).toBe(run.outputs['image-id'])
      else expect(run.annotations[0]?.message).toContain('another run pushed the same tag')
      expect(job.sandbox.state.registrations.some(({ image }) => image === reference)).toBe(false)
    },
  )
})
