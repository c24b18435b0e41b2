import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openRegistry, type Registry } from '../../sandbox/index.js'
import { fromShell } from '../support/common.js'
import { docker, type Engine, engines } from '../support/engines.js'
import { Publishing, token } from '../support/publishing.js'
import { type Buildkitd, buildBuildkitImage, pushCopy, startBuildkitd } from './buildkitd.js'
import { Cluster, tokenVariable } from './cluster.js'

/** The kinds of builders that docs/builders.md describes, other than those of the other suites. */

const execute = promisify(execFile)
const minutes = 60_000
const repository = 'acme/keypoint_detection_evaluator'

describe('a container as the builder', () => {
  // The engine with the containerd image store, if there is one.
  const engine: Engine = engines.at(-1) ?? engines[0]
  const config = mkdtempSync(join(tmpdir(), 'docker-config-'))
  let job: Publishing
  /** Has the base image. */
  let open: Registry
  let image: string
  const buildx = (...args: string[]) =>
    execute('docker', ['buildx', ...args], {
      env: { ...process.env, DOCKER_CONFIG: config, ...(engine.host && { DOCKER_HOST: engine.host }) },
    })
  beforeAll(async () => {
    job = await Publishing.start(engine)
    open = await openRegistry()
    // The driver first tries to pull the image. This registry says at once that it does not have it.
    image = `${open.host}/buildkit`
    await buildBuildkitImage(engine, image)
    const options = `image=${image},network=host`
    await buildx('create', '--name', 'box', '--driver', 'docker-container', '--driver-opt', options)
    job.write('shell/Dockerfile', fromShell)
    const shell = await docker(engine, 'build', '--quiet', join(job.workspace, 'shell'))
    await pushCopy(engine, shell, `${open.host}/shell`)
    const lines = [
      `FROM ${open.host}/shell`,
      `RUN --mount=type=secret,id=key read -r key < /run/secrets/key; echo "a key of \${#key} letters"`,
      'ENTRYPOINT ["sh", "-c", "echo KOLENA_TOKEN is missing >&2; exit 1"]',
    ]
    job.write('real/Dockerfile', `${lines.join('\n')}\n`)
  }, 15 * minutes)
  afterAll(async () => {
    await buildx('rm', 'box')
    await docker(engine, 'rmi', '--force', image)
    await job.stop()
    await open.close()
    rmSync(config, { recursive: true })
  })
  const run = (inputs: Record<string, string>, secrets = [token]) =>
    job.run({ builder: 'box', organization: 'acme', ...inputs }, { env: { DOCKER_CONFIG: config }, secrets })
  const inEngine = (reference = '') =>
    docker(engine, 'image', 'inspect', '--format', '{{.Id}}', reference).catch(() => undefined)

  test('starts for a publication, whose image is verified in the engine and then pushed', async () => {
    const key = 'canary-key-of-the-build'
    const inputs = { context: 'real', verify: 'start', tags: 'verified', secrets: `key=${key}` }
    const result = await run(inputs, [token, key])
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(result.log).toContain('[internal] booting buildkit')
    expect(result.log).toContain(`a key of ${key.length} letters`)
    expect(result.log).not.toContain(key)
    expect(result.log).toMatch(/^▼ Start without credentials$[\s\S]*^▼ Push /m)
    const stored = await job.sandbox.registry.manifest(repository, 'verified')
    expect(result.outputs.digest).toBe(stored?.digest)
    expect(await inEngine(result.outputs.image)).toMatch(/^sha256:/)
    const mounts = '{{range .Mounts}}{{.Source}}{{end}}'
    const storage = await docker(engine, 'inspect', '--format', mounts, 'buildx_buildkit_box0')
    for (const secret of [key, token]) {
      const found = execute('grep', ['-rlaF', secret, storage])
      await expect(found).rejects.toMatchObject({ code: 1, stdout: '' })
    }
  })

  test('pushes an image that is not verified, which the engine never has', async () => {
    const result = await run({ tags: 'straight' })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(result.outputs.digest).toBe((await job.sandbox.registry.manifest(repository, 'straight'))?.digest)
    expect(await inEngine(result.outputs.image)).toBeUndefined()
  })

  test('loads the image of a dry run into the engine and pushes nothing', async () => {
    const result = await run({ 'dry-run': 'true', tags: 'dry' })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(await inEngine(`${job.sandbox.registry.host}/${repository}:dry`)).toMatch(/^sha256:/)
    expect(await job.sandbox.registry.manifest(repository, 'dry')).toBeUndefined()
  })

  test('that has no image fails with a remedy', async () => {
    const options = `image=${open.host}/missing,network=host`
    await buildx('create', '--name', 'empty', '--driver', 'docker-container', '--driver-opt', options)
    const result = await run({ builder: 'empty' })
    expect(result.exitCode).toBe(1)
    expect(result.annotations[0]?.message).toContain(
      'The builder does not start. Check that the engine can pull and run its image',
    )
  })

  test('is refused by an unknown name before anything is changed', async () => {
    const before = job.changes.length
    const result = await run({ builder: 'nobody' })
    expect(result.exitCode).toBe(1)
    expect(result.annotations).toMatchObject([
      { message: expect.stringContaining('builder "nobody": is neither') },
    ])
    expect(job.changes).toHaveLength(before)
  })
})

describe('a remote builder with a node for each platform', () => {
  const config = mkdtempSync(join(tmpdir(), 'docker-config-'))
  const env = { DOCKER_CONFIG: config }
  let nodes: { amd: Buildkitd; arm: Buildkitd }
  let job: Publishing
  beforeAll(async () => {
    const [amd, arm] = await Promise.all([startBuildkitd(), startBuildkitd()])
    nodes = { amd, arm }
    await amd.createBuilder('two', env, '--node', 'amd', '--platform', 'linux/amd64')
    await arm.createBuilder('two', env, '--append', '--node', 'arm', '--platform', 'linux/arm64')
    job = await Publishing.start(engines[0])
    for (const name of ['amd64', 'arm64']) job.write(`program-${name}`, `#!/bin/false ${Math.random()}\n`)
    const lines = ['FROM scratch', 'ARG TARGETARCH', 'COPY program-$TARGETARCH /program-$TARGETARCH']
    job.write('Dockerfile', `${lines.join('\n')}\nENTRYPOINT ["/program"]\n`)
  }, 15 * minutes)
  afterAll(async () => {
    for (const node of Object.values(nodes)) await node.close()
    await job.stop()
    rmSync(config, { recursive: true })
  })
  const run = (inputs: Record<string, string>) =>
    job.run({ builder: 'two', organization: 'acme', ...inputs }, { env, deadline: 2 * minutes })
  const programsOf = async ({ root }: Buildkitd) => {
    const { stdout } = await execute('find', [root, '-name', 'program-*', '-printf', '%f\n'])
    return new Set(stdout.trim().split('\n'))
  }

  test('publishes an index with provenance, for which each node has built its platform', async () => {
    const result = await run({ platforms: 'linux/amd64,linux/arm64', tags: 'index', provenance: 'true' })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    const stored = await job.sandbox.registry.manifest(repository, 'index')
    const { manifests } = JSON.parse(stored?.content ?? '')
    const architectures = manifests.map(
      (one: { platform: { architecture: string } }) => one.platform.architecture,
    )
    expect(architectures.sort()).toEqual(['amd64', 'arm64', 'unknown', 'unknown'])
    expect(result.outputs.digest).toBe(stored?.digest)
    expect(job.sandbox.state.registrations.at(-1)?.image).toMatch(/:index$/)
    expect(await programsOf(nodes.amd)).toEqual(new Set(['program-amd64']))
    expect(await programsOf(nodes.arm)).toEqual(new Set(['program-arm64']))
  })

  test('names the node that does not answer, and builds for the other one', async () => {
    await nodes.arm.close()
    const result = await run({ platforms: 'linux/amd64,linux/arm64', tags: 'gone' })
    expect(result.exitCode).toBe(1)
    expect(result.annotations).toHaveLength(1)
    expect(result.annotations[0]?.message).toMatch(
      /The builder does not answer\. Its node arm cannot be reached at tcp:\/\/127\.0\.0\.1:\d+ \(ECONNREFUSED\)\. Check that its BuildKit runs/,
    )
    expect(await job.sandbox.registry.manifest(repository, 'gone')).toBeUndefined()
    expect(await run({ platforms: 'linux/amd64', tags: 'one' })).toMatchObject({
      exitCode: 0,
      annotations: [],
    })
  })
})

describe('a builder in pods of a Kubernetes cluster', () => {
  const clusterToken = 'canary-token-of-the-cluster'
  const config = mkdtempSync(join(tmpdir(), 'docker-config-'))
  let buildkitd: Buildkitd
  let cluster: Cluster
  let job: Publishing
  beforeAll(async () => {
    buildkitd = await startBuildkitd()
    cluster = await Cluster.start(clusterToken, buildkitd)
    job = await Publishing.start(engines[0])
    const create = ['buildx', 'create', '--name', 'pods', '--driver', 'kubernetes']
    await execute('docker', [...create, '--driver-opt', 'namespace=builders,loadbalance=random'], {
      env: { ...process.env, DOCKER_CONFIG: config, KUBECONFIG: cluster.kubeconfig },
    })
  }, 15 * minutes)
  afterAll(async () => {
    await job.stop()
    await cluster.close()
    await buildkitd.close()
    rmSync(config, { recursive: true })
  })

  const run = (env: Record<string, string> = {}, inputs: Record<string, string> = {}) => {
    cluster.requests.splice(0)
    const needed = { DOCKER_CONFIG: config, [tokenVariable]: clusterToken }
    const secrets = [token, clusterToken]
    return job.run(
      { builder: 'pods', organization: 'acme', ...inputs },
      { env: { ...needed, ...env }, secrets },
    )
  }

  test('is started, builds and pushes with the login of the kubeconfig that buildx stored', async () => {
    const others = { GOOGLE_APPLICATION_CREDENTIALS: 'canary', ACTIONS_RUNTIME_TOKEN: 'canary' }
    const result = await run(others)
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(result.outputs.digest).toBe((await job.sandbox.registry.manifest(repository, 'v1.2.3'))?.digest)
    const { requests, pluginVariables } = cluster
    const deployments = '/apis/apps/v1/namespaces/builders/deployments'
    expect(requests.map(({ call }) => call)).toEqual(
      expect.arrayContaining([
        `GET ${deployments}/pods0`,
        `POST ${deployments}`,
        'GET /api/v1/namespaces/builders/pods',
        'POST /api/v1/namespaces/builders/pods/pods0-1/exec',
      ]),
    )
    expect(new Set(requests.map(({ authorization }) => authorization))).toEqual(
      new Set([`Bearer ${clusterToken}`]),
    )
    expect(requests.find(({ call }) => call === `POST ${deployments}`)?.body).toContain('moby/buildkit')
    expect(JSON.stringify(requests)).not.toContain(token)
    expect(pluginVariables[tokenVariable]).toBe(clusterToken)
    expect(Object.values(pluginVariables)).not.toContain('canary')
    expect(JSON.stringify(pluginVariables)).not.toContain(token)
  })

  test('loads the image of a dry run into the engine', async () => {
    const result = await run({ KUBECONFIG: '/nowhere' }, { 'dry-run': 'true', tags: 'dry' })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    const image = `${job.sandbox.registry.host}/${repository}:dry`
    expect(await docker(engines[0], 'image', 'inspect', '--format', '{{.Id}}', image)).toMatch(/^sha256:/)
  })

  test.each<[string, Record<string, string>, RegExp | undefined, string]>([
    ['has no credentials', { [tokenVariable]: '' }, undefined, "exec plugin didn't return a token"],
    ['has a wrong token', { [tokenVariable]: 'expired' }, undefined, 'Unauthorized'],
    ['may not create deployments', {}, /^GET .*pods0$|^POST .*deployments$/, 'Forbidden'],
  ])('is not used if its user %s', async (_, env, forbidden, reason) => {
    cluster.forbidden = forbidden
    const result = await run(env)
    expect(result.exitCode).toBe(1)
    expect(result.annotations[0]?.message).toContain('The builder does not start in its Kubernetes cluster.')
    expect(result.annotations[0]?.message).toContain(reason)
  })
})
