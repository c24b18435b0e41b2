import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openRegistry, type Registry } from '../../sandbox/index.js'
import { pullRequest } from '../../sandbox/runner/events.js'
import { engines } from '../support/engines.js'
import { token as apiToken, Publishing } from '../support/publishing.js'
import { type ActionsCache, startActionsCache } from './actions-cache.js'
import { type Buildkitd, pushCopy, startBuildkitd } from './buildkitd.js'

const minutes = 60_000
const engine = engines[0] ?? { name: 'the engine', host: '' }
const config = mkdtempSync(join(tmpdir(), 'docker-config-'))
let builders: Buildkitd[]
let job: Publishing
let open: Registry
let service: ActionsCache

beforeAll(async () => {
  builders = await Promise.all([startBuildkitd(), startBuildkitd()])
  for (const [index, name] of ['first', 'second'].entries())
    await builders[index]?.createBuilder(name, { DOCKER_CONFIG: config })
  job = await Publishing.start(engine)
  open = await openRegistry()
  service = await startActionsCache()
  await pushCopy(engine, 'evaluator-base:bookworm', `${open.host}/base`)
}, 15 * minutes)
afterAll(async () => {
  for (const part of [...builders, service, open]) await part.close()
  await job.stop()
  rmSync(config, { recursive: true })
})

const run = (inputs: Record<string, string>, options: Parameters<Publishing['run']>[1] = {}) =>
  job.run(
    // Labels of the run would give each build another id.
    { organization: 'acme', 'oci-labels': 'off', ...inputs },
    { deadline: 5 * minutes, ...options, env: { DOCKER_CONFIG: config, ...options.env } },
  )

test("loads every step from the cache in the platform's registry into a builder with an empty cache", async () => {
  const ref = `type=registry,ref=${job.sandbox.registry.host}/acme/keypoint_detection_evaluator:cache`
  job.write(
    'steps/Dockerfile',
    `FROM ${open.host}/base\nRUN date +ran-%s%N | tee /ran\nENTRYPOINT ["/ran"]\n`,
  )
  const build = { context: 'steps', 'cache-from': ref }
  const first = await run({
    ...build,
    builder: 'first',
    'cache-to': `${ref},mode=max,image-manifest=true,oci-mediatypes=true`,
    tags: 'v1',
  })
  expect(first).toMatchObject({ exitCode: 0, annotations: [] })
  expect(first.log).toMatch(/ran-\d+/)
  const second = await run({ ...build, builder: 'second', tags: 'v2' })
  expect(second).toMatchObject({ exitCode: 0, annotations: [] })
  expect(second.log).not.toMatch(/ran-\d+/)
  expect(second.log).toMatch(/ CACHED$/m)
  expect(second.outputs['image-id']).toBe(first.outputs['image-id'])
  // A dry run that has the token reads the cache with the login that it has.
  const dry = await run({ ...build, 'dry-run': 'true', builder: 'second' })
  expect(dry).toMatchObject({ exitCode: 0, annotations: [] })
  expect(dry.log).toContain('importing cache manifest from')
  expect(dry.log).not.toContain('failed to authorize')
})

test("keeps one cache per image in GitHub's cache service, which a pull request only reads", async () => {
  const { env, attributes, token } = service
  const images = ['keypoints', 'boxes']
  for (const image of images) {
    job.write(`${image}/Dockerfile`, `FROM scratch\nCOPY file /${image}\nENTRYPOINT ["/${image}"]\n`)
    job.write(`${image}/file`, `${image} ${Math.random()}\n`)
  }
  const cache = `type=gha,${attributes}`
  const build = (image: string, builder: string, event?: ReturnType<typeof pullRequest>) =>
    run(
      { image, context: image, builder, 'cache-from': cache, 'cache-to': `${cache},mode=max` },
      { env, secrets: [token, apiToken], ...(event && { event }) },
    )
  const ids: Record<string, string | undefined> = {}
  for (const image of images) {
    const first = await build(image, 'first')
    expect(first).toMatchObject({ exitCode: 0, annotations: [] })
    ids[image] = first.outputs['image-id']
  }
  const scopes = service.keys().map((key) => /^index-(\w+)-/.exec(key)?.[1])
  expect(new Set(scopes.filter(Boolean))).toEqual(new Set(images))

  const saved = service.keys()
  for (const image of images) {
    const again = await build(image, 'second', pullRequest({ number: 7 }))
    // A new build would have another creation time, which is part of the id.
    expect(again).toMatchObject({ exitCode: 0, outputs: { 'dry-run': 'true', 'image-id': ids[image] } })
  }
  expect(service.keys()).toEqual(saved)
})
