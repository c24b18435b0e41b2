import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/runner/events.js'
import { DockerWrapper } from '../support/docker-wrapper.js'
import { EngineProxy } from '../support/engine-proxy.js'
import { engines } from '../support/engines.js'
import { Publishing, root } from '../support/publishing.js'

const keypoints = { workflow: 'Keypoint Detection', 'evaluator-name': 'evaluate_keypoint_detection' }
const objects = { workflow: 'Object Detection', 'evaluator-name': 'evaluate_object_detection' }
/** The evaluator computes the name that it reports from the workflow, so this one fails its verification. */
const masks = { workflow: 'Segmentation', 'evaluator-name': 'evaluate_masks' }

describe.each(engines)('evaluators that share an image with $name', (engine) => {
  let job: Publishing
  let proxy: EngineProxy
  beforeAll(async () => {
    job = await Publishing.start(engine)
    proxy = await EngineProxy.start(engine)
    cpSync(join(root, '__tests__/support/evaluator'), join(job.workspace, 'real'), { recursive: true })
  })
  afterAll(async () => {
    await proxy.close()
    await job.stop()
  })

  /** Runs the step, and returns what it did. */
  async function run(entries: object[], inputs: Record<string, string | undefined>, options = {}) {
    const wrapper = new DockerWrapper()
    const [pushes, registrations] = [countPushes(), job.sandbox.state.registrations.length]
    job.write('evaluators.yml', JSON.stringify(entries))
    const step = {
      workflow: undefined,
      'evaluator-name': undefined,
      image: 'shared',
      context: 'real',
      'build-args': 'BEHAVIOUR=serves-workflows',
      evaluators: 'evaluators.yml',
      ...inputs,
    }
    const env = { ...wrapper.environment(), DOCKER_HOST: proxy.host }
    const result = await job.run(step, { deadline: 100_000, env, ...options })
    const builds = wrapper.calls.length
    wrapper.remove()
    const results: Record<string, unknown>[] = JSON.parse(result.outputs.results ?? '')
    return {
      result,
      results,
      builds,
      pushes: countPushes() - pushes,
      registered: job.sandbox.state.registrations
        .slice(registrations)
        .map(({ workflow, name, image }) => [workflow, name, image]),
    }
  }
  // The verification may push layers to a registry of its own, to read them.
  const countPushes = () => proxy.calls.filter(({ name }) => /^POST .*acme\/shared\/push\?/.test(name)).length
  const imageOf = (tag: string) => `${job.sandbox.registry.host}/acme/shared:${tag}`

  test('build and push it once, and each is verified and registered for its own workflow', async () => {
    const entries = [{ ...masks, 'verify-timeout': 119 }, keypoints, objects]
    const { result, results, ...did } = await run(entries, { verify: 'contract', reuse: 'true' })
    expect(results.map(({ result, error }) => [result, error])).toEqual([
      ['failed', expect.stringContaining('evaluate_segmentation')],
      ['published', null],
      ['published', null],
    ])
    expect({ builds: did.builds, pushes: did.pushes }).toEqual({ builds: 1, pushes: 1 })
    expect(did.registered.toSorted()).toEqual(
      [keypoints, objects].map((one) => [one.workflow, one['evaluator-name'], imageOf('v1.2.3')]),
    )
    const { digest } = (await job.sandbox.registry.manifest('acme/shared', 'v1.2.3')) ?? {}
    expect(results.map((one) => one.digest)).toEqual([undefined, digest, digest])
    expect(result.outputs.tags).toBe(imageOf('v1.2.3'))
    expect(result.exitCode).toBe(1)
    expect(result.log).toMatch(/^.*Build: shared with evaluate_\w+, whose log shows it$/m)
    expect(result.log.match(/--- Build with docker buildx build/g)).toHaveLength(1)
  }, 200_000)

  test('reuse it once it was verified for all of them', async () => {
    // The image does not start, so it fails the verification of the second entry where that is on.
    const publish = async (tags: string, verify: string) => {
      const entries = [keypoints, { ...objects, verify }]
      const inputs = { context: '.', 'build-args': undefined, reuse: 'true', concurrency: '1', tags }
      const { results, registered, builds } = await run(entries, inputs)
      expect(registered.map(([, , image]) => image)).toEqual(registered.map(() => imageOf(tags)))
      return {
        builds,
        results: results.map(({ result }) => result),
        reused: results.map(({ reused }) => reused),
      }
    }
    const failed = { builds: 1, results: ['published', 'failed'], reused: [false, false] }
    expect(await publish('v2', 'start')).toEqual(failed)
    expect(await publish('v3', 'start')).toEqual(failed)
    const results = ['published', 'published']
    expect(await publish('v4', 'off')).toEqual({ builds: 1, results, reused: [false, false] })
    expect(await publish('v5', 'off')).toEqual({ builds: 0, results, reused: [true, true] })
  }, 200_000)

  test('build it once in a dry run, for a pull request from a fork', async () => {
    const requests = job.sandbox.requests.length
    const event = pullRequest({ number: 42, fork: 'contributor/evaluators' })
    const inputs = { 'api-token': undefined, verify: 'start' }
    const { result, results, builds, pushes } = await run([keypoints, objects], inputs, { event })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(results.map((one) => [one.workflow, one.result])).toEqual([
      ['Keypoint Detection', 'ready'],
      ['Object Detection', 'ready'],
    ])
    expect({ builds, pushes }).toEqual({ builds: 1, pushes: 0 })
    expect(job.sandbox.requests).toHaveLength(requests)
  }, 200_000)
})
