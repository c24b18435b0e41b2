import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { openRegistry, type Registry } from '../../sandbox/index.js'
import { immutableTags } from '../../sandbox/registry/immutable.js'
import { DockerWrapper } from '../support/docker-wrapper.js'
import { docker, engines } from '../support/engines.js'
import { Publishing, root, token } from '../support/publishing.js'
import { type Buildkitd, pushCopy, startBuildkitd } from './buildkitd.js'

const repository = 'acme/keypoint_detection_evaluator'
const minutes = 60_000
const both = 'linux/amd64,linux/arm64'

describe.each(engines)('a remote BuildKit beside $name', (engine) => {
  const config = mkdtempSync(join(tmpdir(), 'docker-config-'))
  let buildkitd: Buildkitd
  let job: Publishing
  /** Accepts pushes without a login, and has the base images of the evaluator and the SBOM scanner. */
  let open: Registry
  let programs: DockerWrapper
  beforeAll(async () => {
    buildkitd = await startBuildkitd()
    await buildkitd.createBuilder('elsewhere', { DOCKER_CONFIG: config })
    job = await Publishing.start(engine)
    open = await openRegistry()
    await pushCopy(engine, 'evaluator-base:bookworm', `${open.host}/base`)
    cpSync(join(root, '__tests__/support/evaluator'), join(job.workspace, 'real'), { recursive: true })
    programs = new DockerWrapper()
  }, 15 * minutes)
  beforeEach(() => job.write('evaluator', `#!/bin/false ${Math.random()}\n`))
  afterAll(async () => {
    programs.remove()
    await job.stop()
    await open.close()
    await buildkitd.close()
    rmSync(config, { recursive: true })
    const made = `label=test=${repository}`
    const images = await docker(engine, 'image', 'ls', '--quiet', '--no-trunc', '--filter', made)
    const names = new Set(images.split('\n').filter(Boolean))
    // Another job on this engine may have removed it already.
    if (names.size > 0) await docker(engine, 'rmi', '--force', ...names).catch(() => {})
  })

  const run = (inputs: Record<string, string | undefined> = {}, env: Record<string, string> = {}) =>
    job.run(
      { builder: 'elsewhere', organization: 'acme', labels: `test=${repository}`, ...inputs },
      { env: { DOCKER_CONFIG: config, ...env }, deadline: 3 * minutes },
    )
  /** Returns the docker commands of a run, the build by the destination of its result. */
  async function commandsOf(inputs: Record<string, string>) {
    const before = programs.calls.length
    const result = await run(inputs, programs.environment(config))
    const commands = programs.calls
      .slice(before)
      .map(({ argv }) => argv.find((word) => /^(--load|--push|type=cacheonly)$/.test(word)) ?? argv[0])
    return { result, commands }
  }
  const inEngine = (reference = '') =>
    docker(engine, 'image', 'inspect', '--format', '{{.Id}}', reference).catch(() => undefined)
  const inRegistry = (tagOrDigest: string) => job.sandbox.registry.manifest(repository, tagOrDigest)
  const platformsIn = (content = '{}') =>
    JSON.parse(content).manifests?.map(
      ({ platform: { os, architecture } }: { platform: Record<string, string> }) => `${os}/${architecture}`,
    )

  test('pushes an unverified image directly to the registry with two docker commands', async () => {
    const { result, commands } = await commandsOf({ tags: 'straight,latest' })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(commands.sort()).toEqual(['--push', 'type=cacheonly'])
    const [stored, latest] = [await inRegistry('straight'), await inRegistry('latest')]
    expect(result.outputs).toMatchObject({ digest: stored?.digest, changed: 'true' })
    expect(result.outputs['image-id']).toBe(JSON.parse(stored?.content ?? '').config.digest)
    expect(latest?.digest).toBe(stored?.digest)
    expect(JSON.parse(result.outputs.registration ?? '').image).toBe(result.outputs.image)
    expect(result.summary).toContain('/evaluator')
    expect(await inEngine(result.outputs.image)).toBeUndefined()
  })

  test('works the same way as the current builder', async () => {
    const current = mkdtempSync(join(tmpdir(), 'docker-config-'))
    const env = { DOCKER_CONFIG: current }
    await buildkitd.createBuilder('mine', env)
    await promisify(execFile)('docker', ['buildx', 'use', 'mine'], {
      env: { ...process.env, ...env, ...(engine.host && { DOCKER_HOST: engine.host }) },
    })
    const result = await run({ builder: '', tags: 'current' }, env)
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(await inEngine(result.outputs.image)).toBeUndefined()
    rmSync(current, { recursive: true })
  })

  describe('and a verified image', () => {
    const real = (behaviour: string, tags: string) =>
      commandsOf({
        context: 'real',
        'build-args': `BEHAVIOUR=${behaviour}`,
        'build-contexts': `evaluator-base:bookworm=docker-image://${open.host}/base`,
        verify: 'start',
        'verify-timeout': '5',
        tags,
      })

    test(
      'is loaded into the engine, run, and only then pushed',
      async () => {
        const { result, commands } = await real('good', 'verified')
        expect(result).toMatchObject({ exitCode: 0, annotations: [] })
        expect(commands).toEqual(['--load'])
        expect(result.log).toMatch(/^▼ Start without credentials$[\s\S]*^▼ Push /m)
        const stored = await inRegistry('verified')
        expect(result.outputs.digest).toBe(stored?.digest)
        expect(await inEngine(result.outputs.image)).toMatch(/^sha256:/)
      },
      3 * minutes,
    )

    test(
      'is not pushed if it does not work',
      async () => {
        const { result } = await real('hangs', 'broken')
        expect(result.exitCode).toBe(1)
        expect(result.log).toContain('▼ Start without credentials')
        expect(await inRegistry('broken')).toBeUndefined()
      },
      3 * minutes,
    )
  })

  test('builds into the engine in a dry run and does not change the registry', async () => {
    const result = await run({ 'dry-run': 'true', tags: 'dry' })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(await inEngine(`${job.sandbox.registry.host}/${repository}:dry`)).toMatch(/^sha256:/)
    expect(await inRegistry('dry')).toBeUndefined()
  })

  test('pushes an index of several platforms, registered by tag', async () => {
    const result = await run({ platforms: both, tags: 'index' })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    const stored = await inRegistry('index')
    expect(stored?.mediaType).toMatch(/index|manifest\.list/)
    expect(platformsIn(stored?.content)).toEqual(both.split(','))
    expect(result.outputs.digest).toBe(stored?.digest)
    expect(job.sandbox.state.registrations.at(-1)?.image).toMatch(/:index$/)
  })

  test('pushes an index of several platforms, registered by digest', async () => {
    const result = await run({ platforms: both, tags: 'by-digest', 'image-reference': 'digest' })
    const image = job.sandbox.state.registrations.at(-1)?.image
    expect(image).toBe(`${job.sandbox.registry.host}/${repository}@${result.outputs.digest}`)
    expect(platformsIn((await inRegistry(result.outputs.digest ?? ''))?.content)).toEqual(both.split(','))
  })

  test('adds provenance and an SBOM', async () => {
    job.write(
      'scanner/Dockerfile',
      `FROM evaluator-base:bookworm\nENTRYPOINT ["sh", "-c", "echo '{\\"predicateType\\":\\"https://spdx.dev/Document\\",\\"predicate\\":{\\"SPDXID\\":\\"SPDXRef-DOCUMENT\\"}}' > $BUILDKIT_SCAN_DESTINATION/sbom.spdx.json"]\n`,
    )
    const scanner = `${open.host}/scanner`
    const built = await docker(engine, 'build', '--quiet', join(job.workspace, 'scanner'))
    await pushCopy(engine, built, scanner)
    const attested = { provenance: 'mode=max', sbom: `generator=${scanner}`, tags: 'attested' }
    const result = await run(attested)
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    const index = JSON.parse((await inRegistry('attested'))?.content ?? '')
    const attestations = JSON.parse((await inRegistry(index.manifests[1].digest))?.content ?? '')
    expect(
      attestations.layers.flatMap((layer: { annotations: Record<string, string> }) =>
        Object.values(layer.annotations),
      ),
    ).toEqual(expect.arrayContaining([expect.stringContaining('spdx'), expect.stringContaining('slsa')]))
  })

  test('runs no step twice, with any cache inputs', async () => {
    const entry = 'ENTRYPOINT ["python3", "-c", "raise SystemExit(\'KOLENA_TOKEN is missing\')"]'
    const lines = [`FROM ${open.host}/base`, 'RUN date +ran-%s%N', 'USER 10001', entry, '']
    job.write('steps/Dockerfile', lines.join('\n'))
    const uncached = { 'no-cache': 'true', pull: 'true', 'cache-to': 'type=inline' }
    const result = await run({
      context: 'steps',
      provenance: 'true',
      verify: 'start',
      tags: 'steps',
      ...uncached,
    })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(await inRegistry('steps')).toBeDefined()
    expect(new Set(result.log.match(/ran-\d+/g)).size).toBe(1)
  })

  test("builds on a base image in the login's registry", async () => {
    await run({ tags: 'base' })
    job.write('stacked/Dockerfile', `FROM ${job.sandbox.registry.host}/${repository}:base\nCOPY file /file\n`)
    job.write('stacked/file', 'on top')
    const result = await run({ context: 'stacked', tags: 'stacked' })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
  })

  test('publishes the same image again under an immutable tag, and reports a different one', async () => {
    const registry = await immutableTags(open)
    const publish = () => run({ image: `${registry.host}/team/evaluator`, tags: 'v1' })
    const [first, again] = [await publish(), await publish()]
    expect(again).toMatchObject({ exitCode: 0, outputs: { digest: first.outputs.digest } })
    job.write('evaluator', 'changed')
    const other = await publish()
    await registry.close()
    expect(other.exitCode).toBe(1)
    expect(other.annotations[0]?.message).toContain('immutable tags cannot be moved')
  })

  test('says what to do when the registry refuses its push', async () => {
    const result = await run({ image: 'no_such_repository', 'create-repository': 'false' })
    expect(result.exitCode).toBe(1)
    expect(result.annotations[0]?.message).toContain('Check that the repository exists (create-repository)')
    expect(job.sandbox.state.registrations.some(({ image }) => image.includes('no_such'))).toBe(false)
  })

  test('stores neither the API token nor the login', async () => {
    job.write(
      'secret/Dockerfile',
      `FROM ${open.host}/base\nRUN --mount=type=secret,id=KOLENA_TOKEN wc -c /run/secrets/KOLENA_TOKEN\n`,
    )
    const result = await run({ context: 'secret', tags: 'secret' })
    expect(result.log).toContain(`${token.length} /run/secrets/KOLENA_TOKEN`)
    const found = promisify(execFile)('grep', ['-rlaF', token, buildkitd.root])
    await expect(found).rejects.toMatchObject({ code: 1, stdout: '' })
  })
})

test('reports a builder that does not answer', async () => {
  const engine = { name: 'default', host: '' }
  const config = mkdtempSync(join(tmpdir(), 'docker-config-'))
  const buildkitd = await startBuildkitd()
  await buildkitd.createBuilder('gone', { DOCKER_CONFIG: config })
  await buildkitd.close()
  const job = await Publishing.start(engine)
  const result = await job.run({ builder: 'gone' }, { env: { DOCKER_CONFIG: config } })
  await job.stop()
  rmSync(config, { recursive: true })
  expect(result.exitCode).toBe(1)
  expect(result.annotations[0]?.message).toContain('The builder does not answer.')
  expect(job.changes).toEqual(['POST /v1/ecr/repository 200'])
})
