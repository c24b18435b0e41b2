// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of Dockerfiles
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { completeEvent, pullRequest } from '../../sandbox/runner/events.js'
import { docker, engines } from '../support/engines.js'
import { Publishing } from '../support/publishing.js'

/** The base image is in the target registry, which requires authentication. */
describe.each(engines)('a base image in the registry of the login, with $name', (engine) => {
  let job: Publishing
  let host: string
  beforeAll(async () => {
    job = await Publishing.start(engine)
    host = job.sandbox.registry.host
    expect((await job.run({ image: 'base', tags: '1' })).exitCode).toBe(0)
    // From now on, the image exists only in the registry.
    await docker(engine, 'rmi', '--force', `${host}/acme/base:1`)
  })
  afterAll(() => job.stop())

  const build = (dockerfile: string) => {
    job.write('stacked/Dockerfile', `${dockerfile}\nCOPY file /file\n`)
    job.write('stacked/file', `on top ${Math.random()}`)
  }
  const byArgument = 'ARG REGISTRY\nFROM ${REGISTRY}/acme/base:1'

  test.each<[string, (host: string) => string, object?]>([
    ['is written literally', (host) => `FROM ${host}/acme/base:1`],
    ['takes its host from ARG', (host) => `ARG REGISTRY=${host}\nFROM \${REGISTRY}/acme/base:1`],
    ['takes its host from build-args', () => byArgument, { 'build-args': 'REGISTRY=HOST' }],
    ['is used by COPY --from', (host) => `FROM scratch\nCOPY --from=${host}/acme/base:1 /evaluator /base`],
  ])('is found when it %s', async (_, dockerfile, given = {}) => {
    build(dockerfile(host))
    const inputs = Object.entries(given).map(([name, value]) => [name, value.replace('HOST', host)])
    const result = await job.run({
      context: 'stacked',
      image: 'stacked',
      pull: 'true',
      ...Object.fromEntries(inputs),
    })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
  })

  test('is found when it is a named build context, on engines that know named contexts', async () => {
    build('FROM base')
    const named = { 'build-contexts': `base=docker-image://${host}/acme/base:1` }
    const result = await job.run({ context: 'stacked', image: 'stacked', pull: 'true', ...named })
    const version = await docker(engine, 'version', '--format', '{{.Server.Version}}')
    if (Number.parseInt(version, 10) >= 23) expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    else expect(result.annotations[0]?.message).toContain('moby.buildkit.frontend.contexts')
  })

  test('is pulled in a dry run that has the API token', async () => {
    build(byArgument)
    const inputs = { context: 'stacked', image: 'stacked', pull: 'true', 'build-args': `REGISTRY=${host}` }
    const result = await job.run(inputs, { event: pullRequest() })
    expect(result).toMatchObject({ exitCode: 0 })
    expect(result.log).toContain('Dry run')
  })

  test('is pulled with the user and password from the inputs', async () => {
    build(byArgument)
    const result = await job.run({
      context: 'stacked',
      pull: 'true',
      image: `${host}/acme/stacked`,
      registry: 'registry.example.com',
      'registry-username': 'acme',
      'registry-password': 'acme-api-token-for-tests-0123456789',
      'build-args': `REGISTRY=${host}`,
    })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
  })

  test('is not pulled for unreviewed code', async () => {
    build(`FROM ${host}/acme/base:1`)
    const event = completeEvent({ name: 'issue_comment', ref: 'refs/heads/main', payload: {} })
    const result = await job.run({ context: 'stacked', image: 'stacked', pull: 'true' }, { event })
    expect(result.exitCode).toBe(1)
    expect(result.annotations[0]?.message).toMatch(/log in to its registry|401|denied|authoriz/i)
  })
})
