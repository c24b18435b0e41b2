import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { engines } from './engines.js'
import { Publishing } from './publishing.js'

describe.each(engines)('publishing with $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
  })
  afterAll(() => job.stop())

  test('a pushed tag builds, pushes and registers the image', async () => {
    const run = await job.run()
    expect(run).toMatchObject({ exitCode: 0, conclusion: 'success', annotations: [] })
    const image = `${job.sandbox.registry.host}/acme/keypoint_detection_evaluator:v1.2.3`
    expect(JSON.parse(run.outputs.registration ?? '')).toEqual({
      workflow: 'Keypoint Detection',
      name: 'evaluate_keypoint_detection',
      image,
      created: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d{4}$/),
      secret: null,
      aws_role_config: null,
    })
    const stored = await job.sandbox.registry.manifest('acme/keypoint_detection_evaluator', 'v1.2.3')
    expect(run.outputs).toMatchObject({ image, digest: stored?.digest, changed: 'true', 'dry-run': 'false' })
    expect(run.summary).toContain('## ✅ evaluate\\_keypoint\\_detection is published')
  })

  test('running again changes nothing', async () => {
    const before = job.changes
    const run = await job.run()
    expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } })
    expect(job.changes.slice(before.length)).toEqual(['POST /v1/ecr/repository 409'])
  })
})
