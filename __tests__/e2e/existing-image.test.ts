import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { docker, engines } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'

describe.each(engines)('build: false with $name', (engine) => {
  let job: Publishing
  beforeEach(async () => {
    job = await Publishing.start(engine)
  })
  afterEach(() => job.stop())

  test('an image that the engine has under its short name is tagged, pushed and registered', async () => {
    await docker(engine, 'build', '--quiet', '--tag', 'keypoint_detection_evaluator:mine', job.workspace)
    const run = await job.run({ build: 'false', tags: 'mine' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
    const stored = await job.sandbox.registry.manifest('acme/keypoint_detection_evaluator', 'mine')
    expect(run.outputs.digest).toBe(stored?.digest)
    await docker(engine, 'rmi', 'keypoint_detection_evaluator:mine')
  })

  test('an image that only the registry has is registered without docker', async () => {
    const first = await job.run({ tags: 'v1' })
    await docker(engine, 'rmi', first.outputs.image ?? '')
    const run = await job.run({ build: 'false', tags: 'v1', 'image-reference': 'digest' })
    expect(run.exitCode).toBe(0)
    expect(job.sandbox.state.registrations.at(-1)?.image).toContain(`@${first.outputs.digest}`)
    expect(run.log).not.toContain('Push ')
  })

  test('an image that is nowhere is an error that says where was looked', async () => {
    await job.run()
    const run = await job.run({ build: 'false', tags: 'missing' })
    expect(run.exitCode).toBe(1)
    expect(run.annotations[0]?.message).toContain('build is false, and the image exists nowhere')
    expect(job.sandbox.state.registrations).toHaveLength(1)
  })
})
