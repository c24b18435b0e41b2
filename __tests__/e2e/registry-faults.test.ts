import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { engines } from '../support/engines.js'
import type { Fault } from '../support/faulty-proxy.js'
import { eachOf, FaultyPublishing } from '../support/faulty-publishing.js'

let job: FaultyPublishing
beforeAll(async () => {
  job = await FaultyPublishing.start(engines[0])
})
afterAll(() => job.stop())

const registry = [
  ['the first contact', /^GET \/v2\/$/],
  ['asking for a layer', /^HEAD \/v2\/.*\/blobs\//],
  ['putting the manifest', /^PUT \/v2\/.*\/manifests\//],
  ['confirming the manifest', /^GET \/v2\/.*\/manifests\//],
  ['reading the configuration', /^GET \/v2\/.*\/blobs\/sha256/],
] as const

describe.each(registry)('while %s in the registry', (step, broken) => {
  test('recovers from a transient fault', async () => {
    await eachOf([429, 503, 'reset', 'lost', 'truncate', 'wrong length'] as Fault[], async (fault) => {
      let met = 0
      const { run, registered } = await job.publish('registry', (request) =>
        broken.test(request) && ++met === 1 ? fault : undefined,
      )
      expect({ fault, exitCode: run.exitCode, annotations: run.annotations }).toEqual({
        fault,
        exitCode: 0,
        annotations: [],
      })
      expect(registered).toHaveLength(1)
    })
  })

  test('reports a permanent fault and registers nothing, unless the fault does not matter', async () => {
    // With other faults, Docker retries a layer for more than a minute before it gives up.
    const faults: Fault[] = step === 'asking for a layer' ? [403] : [401, 403, 500, 'reset', 'garbage']
    await eachOf(faults, async (fault) => {
      const result = await job.publish('registry', (request) => (broken.test(request) ? fault : undefined))
      if (step === 'reading the configuration') {
        // Only the report needs the configuration, which is read while the evaluator is registered.
        expect(result.run).toMatchObject({ exitCode: 0, annotations: [] })
        expect(result.run.log).toContain('The registry does not describe the image')
        return void expect(result.registered).toHaveLength(1)
      }
      // The registry received the manifest and only its answer is garbage: then what it has now counts.
      if (fault === 'garbage' && result.run.exitCode === 0)
        return void expect(result.registered).toHaveLength(1)
      expect({ fault, exitCode: result.run.exitCode, count: result.run.annotations.length }).toEqual({
        fault,
        exitCode: 1,
        count: 1,
      })
      expect(result.run.log).not.toContain('bug in evaluator-action')
      expect(result.registered).toEqual([])
    })
  })
})
