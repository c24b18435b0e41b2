import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/runner/events.js'
import { docker, engines } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'

describe.each(engines)('build: false with $name', (engine) => {
  let job: Publishing
  beforeEach(async () => {
    job = await Publishing.start(engine)
  })
  afterEach(() => job.stop())

  test('tags, pushes and registers a local image that is given by its short name', async () => {
    await docker(engine, 'build', '--quiet', '--tag', 'keypoint_detection_evaluator:mine', job.workspace)
    const run = await job.run({ build: 'false', tags: 'mine' })
    expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
    const stored = await job.sandbox.registry.manifest('acme/keypoint_detection_evaluator', 'mine')
    expect(run.outputs.digest).toBe(stored?.digest)
    await docker(engine, 'rmi', 'keypoint_detection_evaluator:mine')
  })

  test('registers an image that exists only in the registry, without docker', async () => {
    const first = await job.run({ tags: 'v1' })
    await docker(engine, 'rmi', first.outputs.image ?? '')
    const run = await job.run({ build: 'false', tags: 'v1', 'image-reference': 'digest' })
    expect(run.exitCode).toBe(0)
    expect(job.sandbox.state.registrations.at(-1)?.image).toContain(`@${first.outputs.digest}`)
    expect(run.log).not.toContain('Push ')
  })

  test('registers the previous image again by the name from the outputs', async () => {
    const first = await job.run({ tags: 'v1', 'image-reference': 'digest' })
    job.write('evaluator', '#!/bin/false changed\n')
    const second = await job.run({ tags: 'v2', 'image-reference': 'digest' })
    expect(second.outputs['previous-image']).toBe(first.outputs.image)
    const again = await job.run({ tags: 'v2', 'image-reference': 'digest' })
    expect(again.outputs).toMatchObject({ changed: 'false', 'previous-image': '' })
    const image = second.outputs['previous-image']
    const back = await job.run({ build: 'false', image, tags: 'stable' })
    expect(back).toMatchObject({
      exitCode: 0,
      outputs: { image, changed: 'true', digest: first.outputs.digest },
    })
    expect(job.sandbox.state.registrations.at(-1)?.image).toBe(image)
    const stored = await job.sandbox.registry.manifest('acme/keypoint_detection_evaluator', 'stable')
    expect(stored?.digest).toBe(first.outputs.digest)
  })

  test('shows the plan in a dry run from a fork, even if the organization is unknown', async () => {
    const event = pullRequest({ fork: 'stranger/evaluators' })
    const run = await job.run({ build: 'false', tags: 'v1', 'api-token': undefined }, { event })
    expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { 'dry-run': 'true' } })
    expect(JSON.parse(run.outputs.plan ?? '')).toMatchObject({ dry_run: true })
  })

  test('reports where it looked for an image that does not exist', async () => {
    await job.run()
    const run = await job.run({ build: 'false', tags: 'missing' })
    expect(run.exitCode).toBe(1)
    expect(run.annotations[0]?.message).toContain('build is false, and the image does not exist')
    expect(job.sandbox.state.registrations).toHaveLength(1)
  })
})
