import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openRegistry, type Registry } from '../../sandbox/index.js'
import { immutableTags } from '../../sandbox/registry/immutable.js'
import { engines } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'

describe.each(engines)('a registry whose tags are immutable, with $name', (engine) => {
  let job: Publishing
  let registry: Registry
  let immutable: Awaited<ReturnType<typeof immutableTags>>
  beforeAll(async () => {
    job = await Publishing.start(engine)
    registry = await openRegistry()
    immutable = await immutableTags(registry)
  })
  afterAll(async () => {
    await job.stop()
    await immutable.close()
    await registry.close()
  })

  const run = () => job.run({ image: `${immutable.host}/team/evaluator`, tags: 'v1,v2' })

  test('the same image again is a success', async () => {
    const first = await run()
    expect(first).toMatchObject({ exitCode: 0, annotations: [] })
    const again = await run()
    expect(again).toMatchObject({ exitCode: 0, annotations: [], outputs: { digest: first.outputs.digest } })
  })

  test('another image under the same tag is an error that says so', async () => {
    job.write('evaluator', `#!/bin/false ${Math.random()}\n`)
    const result = await run()
    expect(immutable.refused).toContain('team/evaluator:v1')
    expect(result.exitCode).toBe(1)
    expect(result.annotations[0]?.message).toContain('tags that are immutable cannot be moved')
    expect(result.annotations[0]?.message).not.toContain('was pushed')
  })
})
