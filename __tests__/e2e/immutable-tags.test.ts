import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openRegistry, type Registry } from '../../sandbox/index.js'
import { immutableTags, tagRefusals } from '../../sandbox/registry/immutable.js'
import { engines } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'

const cases = engines.flatMap((engine) =>
  Object.entries(tagRefusals).map(([kind, refusal]) => ({ engine, name: engine.name, kind, refusal })),
)

describe.each(cases)('immutable tags in $kind, with $name', ({ engine, kind, refusal }) => {
  let job: Publishing
  let registry: Registry
  let immutable: Awaited<ReturnType<typeof immutableTags>>
  beforeAll(async () => {
    job = await Publishing.start(engine)
    registry = await openRegistry()
    immutable = await immutableTags(registry, refusal)
  })
  afterAll(async () => {
    await job.stop()
    await immutable.close()
    await registry.close()
  })

  const run = () => job.run({ image: `${immutable.host}/team/evaluator`, tags: 'v1,v2' })

  test('publishes the same image again without an error', async () => {
    const first = await run()
    expect(first).toMatchObject({ exitCode: 0, annotations: [] })
    const again = await run()
    expect(again).toMatchObject({ exitCode: 0, annotations: [], outputs: { digest: first.outputs.digest } })
  })

  test('reports that another image has the same tag', async () => {
    job.write('evaluator', `#!/bin/false ${Math.random()}\n`)
    const result = await run()
    expect(immutable.refused).toContain('team/evaluator:v1')
    expect(result.exitCode).toBe(1)
    const messages: Record<string, RegExp> = {
      'a registry that denies it': /The registry refused the push/,
      // Engines report either the message or the status.
      'a registry with a conflict': /tag exists|immutable tags cannot be moved/,
    }
    expect(result.annotations[0]?.message).toMatch(messages[kind] ?? /immutable tags cannot be moved/)
    expect(result.annotations[0]?.message).not.toContain('was pushed')
  })
})
