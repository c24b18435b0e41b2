import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { pushTag } from '../../sandbox/runner/events.js'
import { docker, engines } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'

describe.each(engines)('oci-labels with $name', (engine) => {
  let job: Publishing
  beforeEach(async () => {
    job = await Publishing.start(engine)
    job.write('.dockerignore', 'base\n')
  })
  afterEach(() => job.stop())

  /** Publishes, and returns the image's labels without their common prefix. */
  const publish = async (inputs: Record<string, string> = {}, sha = 'a'.repeat(40)) => {
    const run = await job.run(inputs, { event: pushTag('v1.2.3', { sha }) })
    expect(run).toMatchObject({ exitCode: 0, annotations: [] })
    const format = '{{json .Config.Labels}}'
    const text = await docker(engine, 'image', 'inspect', '--format', format, run.outputs.image ?? '')
    const labels = Object.entries((JSON.parse(text) ?? {}) as Record<string, string>)
    return {
      run,
      labels: Object.fromEntries(
        labels.map(([name, value]) => [name.replace('org.opencontainers.image.', ''), value]),
      ),
    }
  }

  test('lead from the image to its commit, and a second build of the commit is the same image', async () => {
    const { run, labels } = await publish()
    expect(labels).toEqual({
      source: expect.stringMatching(/^https:\/\/.*\/octo-org\/evaluators$/),
      url: labels.source,
      revision: 'a'.repeat(40),
      version: 'v1.2.3',
      title: 'keypoint_detection_evaluator',
    })
    const again = await publish()
    expect(again.run.outputs).toMatchObject({ digest: run.outputs.digest, changed: 'false' })
  })

  test('replace those of the base image, and not those of the Dockerfile or of labels', async () => {
    const base = `${job.sandbox.registry.host}/acme/base:v1`
    const prefix = 'org.opencontainers.image'
    job.write('base/Dockerfile', `FROM scratch\nLABEL ${prefix}.version=24.04 ${prefix}.vendor=base\n`)
    await docker(engine, 'build', '--quiet', '--tag', base, `${job.workspace}/base`)
    job.write('Dockerfile', `FROM ${base}\nCOPY evaluator /\nLABEL "${prefix}.title"="My evaluator"\n`)
    const { labels } = await publish({ labels: `${prefix}.url=https://example.com` })
    expect(labels).toMatchObject({
      version: 'v1.2.3',
      vendor: 'base',
      title: 'My evaluator',
      url: 'https://example.com',
    })
  })

  test('do not keep an image from being reused, which then keeps those of its first commit', async () => {
    const { digest } = (await publish({ reuse: 'true' })).run.outputs
    const next = pushTag('v2', { sha: 'b'.repeat(40) })
    expect(await job.run({ reuse: 'true' }, { event: next })).toMatchObject({
      exitCode: 0,
      outputs: { reused: 'true', digest },
    })
  })

  test('are left out with off', async () => {
    expect((await publish({ 'oci-labels': 'off' })).labels).toEqual({})
  })
})
