import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DockerWrapper } from '../support/docker-wrapper.js'
import { engines } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'

/** Images that are an index: several platforms, or one platform with attestations. */
const kinds: [string, Record<string, string>][] = [
  ['several platforms', { platforms: 'linux/amd64,linux/386' }],
  ['provenance', { provenance: 'true' }],
]

describe.each(engines)('an image with $name', (engine) => {
  let job: Publishing
  beforeAll(async () => {
    job = await Publishing.start(engine)
  })
  afterAll(() => job.stop())
  const holdsIndexes = engine.name.includes('containerd')

  test.each(kinds)('and %s is pushed as an index, or refused with instructions', async (_, inputs) => {
    const run = await job.run({ ...inputs, organization: 'acme' })
    const stored = await job.sandbox.registry.manifest('acme/keypoint_detection_evaluator', 'v1.2.3')
    if (holdsIndexes) {
      expect(run.annotations).toEqual([])
      expect(stored?.mediaType).toMatch(/index|manifest\.list/)
      expect(run.outputs).toMatchObject({
        digest: stored?.digest,
        'image-id': stored?.digest,
        changed: expect.any(String),
      })
    } else {
      expect(run.exitCode).toBe(1)
      expect(run.annotations[0]?.message).toContain('docker/setup-buildx-action')
      expect(stored).toBeUndefined()
    }
  })

  test.each([
    ['tag', ':several'],
    ['digest', '@'],
  ])('is registered by %s, with every platform in the registry', async (kind, name) => {
    const inputs = { platforms: 'linux/amd64,linux/arm64', tags: 'several', 'image-reference': kind }
    const run = await job.run({ ...inputs, organization: 'acme' })
    if (!holdsIndexes) return void expect(run.outputs.registration).toBe('')
    const { host, manifest } = job.sandbox.registry
    const stored = await manifest('acme/keypoint_detection_evaluator', run.outputs.digest ?? '')
    const platforms = JSON.parse(stored?.content ?? '').manifests.map(
      ({ platform: { os, architecture } }: { platform: Record<string, string> }) => `${os}/${architecture}`,
    )
    expect(platforms).toEqual(['linux/amd64', 'linux/arm64'])
    const image = `${host}/acme/keypoint_detection_evaluator${name}${kind === 'digest' ? run.outputs.digest : ''}`
    expect(job.sandbox.state.registrations.at(-1)?.image).toBe(image)
    expect(run.outputs.image).toBe(image)
  })

  // The images in these tests contain no program. They are searched and started all the same.
  const verified = { verify: 'start', 'accept-findings': 'cannot-start', organization: 'acme' }

  test.each(kinds)(
    'and %s is registered if the verified image is in what a second build pushes',
    async (_, inputs) => {
      const run = await job.run({
        ...inputs,
        ...verified,
        'no-cache': 'true',
        'cache-to': 'type=inline',
        tags: 'verified',
      })
      if (!holdsIndexes) return void expect(run.exitCode).toBe(1)
      expect(run.exitCode).toBe(0)
      expect(run.log).toContain('Start without credentials')
      expect(job.sandbox.state.registrations.at(-1)?.image).toMatch(/:verified$/)
    },
  )

  test.each(kinds)(
    'and %s is not registered if the second build makes a different image',
    async (_, inputs) => {
      const rewrite = `case "$*" in *--push*) echo "$$" > "${job.workspace}/evaluator";; esac`
      const programs = new DockerWrapper({ before: rewrite })
      const run = await job.run(
        { ...inputs, ...verified, tags: 'different,other' },
        { env: programs.environment() },
      )
      programs.remove()
      expect(run).toMatchObject({ exitCode: 1, outputs: { registration: '' } })
      expect(job.sandbox.state.registrations.some(({ image }) => image.endsWith(':different'))).toBe(false)
      if (holdsIndexes)
        expect(run.annotations.at(-1)?.message).toContain('is not the image that was verified')
      expect(
        await job.sandbox.registry.manifest('acme/keypoint_detection_evaluator', 'other'),
      ).toBeUndefined()
    },
  )

  test.each(kinds)('and %s is built but not stored in a dry run', async (_, inputs) => {
    const run = await job.run({ ...inputs, 'dry-run': 'true', organization: 'acme' })
    expect(run.exitCode).toBe(holdsIndexes ? 0 : 1)
  })
})
