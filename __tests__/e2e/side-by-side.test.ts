import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DockerWrapper } from './docker-wrapper.js'
import { docker, engines } from './engines.js'
import { Publishing } from './publishing.js'

const repository = 'acme/keypoint_detection_evaluator'

describe.each(engines)('several runs on $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
    for (const name of ['a', 'b', 'robbed', 'moved-tag', 'moved-digest', 'thief']) {
      job.write(`${name}/Dockerfile`, `FROM scratch\nCOPY file /${name}\nENTRYPOINT ["/${name}"]\n`)
      job.write(`${name}/file`, `${name} ${Math.random()}\n`)
    }
    await docker(engine, 'build', '--quiet', '--tag', 'thief:v1', `${job.workspace}/thief`)
  })
  afterAll(() => job.stop())

  /** The id of an image in the registry, to be compared with what a run says it built. */
  async function idOf(reference: string): Promise<string> {
    const [, tagOrDigest = ''] = /(?:@|:)((?:sha256:)?[\w.-]+)$/.exec(reference) ?? []
    const stored = await job.sandbox.registry.manifest(repository, tagOrDigest)
    return JSON.parse(stored?.content.toString() ?? '').config.digest
  }

  test('with the same tag each push and register their own image by digest', async () => {
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

  test('that move the local name before the push are noticed, and the right image is pushed', async () => {
    const reference = `${job.sandbox.registry.host}/${repository}:stolen`
    // Once: the first push finds the name moved, the second does not.
    const steal = `[ -e "$0.stolen" ] || { touch "$0.stolen"; /usr/bin/env docker tag thief:v1 ${reference}; }`
    const wrapper = new DockerWrapper([{ subcommand: 'push', before: steal }])
    const run = await job.run({ context: 'robbed', tags: 'stolen' }, { env: { PATH: wrapper.path } })
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    expect(run.log).toContain('Another job on this engine took the name')
    expect(await idOf(reference)).toBe(run.outputs['image-id'])
    wrapper.remove()
  })

  test.each([
    ['tag', 1],
    ['digest', 0],
  ])(
    'that move the tag in the registry after the push: by %s the run ends with %i',
    async (kind, exitCode) => {
      const reference = `${job.sandbox.registry.host}/${repository}:moved-${kind}`
      const move = `docker tag thief:v1 ${reference}; docker push ${reference}`
      // The push of the thief goes through the wrapper as well, so only the first one counts.
      const once = `[ -e "$0.moved" ] || { touch "$0.moved"; ${move}; }`
      const wrapper = new DockerWrapper([{ subcommand: 'push', after: once }])
      const run = await job.run(
        { context: `moved-${kind}`, tags: `moved-${kind}`, 'image-reference': kind },
        { env: { PATH: wrapper.path } },
      )
      expect(run.exitCode).toBe(exitCode)
      if (exitCode === 0) expect(await idOf(run.outputs.image ?? '')).toBe(run.outputs['image-id'])
      else expect(run.annotations[0]?.message).toContain('another job pushed the same tag')
      expect(job.sandbox.state.registrations.some(({ image }) => image === reference)).toBe(false)
      wrapper.remove()
    },
  )
})
