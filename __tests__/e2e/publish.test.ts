import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openRegistry } from '../../sandbox/index.js'
import { pushBranch } from '../../sandbox/runner/events.js'
import { fromShell } from '../support/common.js'
import { DockerWrapper } from '../support/docker-wrapper.js'
import { docker, engines } from '../support/engines.js'
import { Publishing, token } from '../support/publishing.js'
import { listen, makeCertificate, portOfServer } from '../support/tls.js'

const repository = 'acme/keypoint_detection_evaluator'
const role = 'arn:aws:iam::123456789012:role/evaluator'

describe.each(engines)('publishing with $name', (engine) => {
  let job: Publishing
  beforeEach(async () => {
    job = await Publishing.start(engine)
  })
  afterEach(() => job.stop())

  test('builds, pushes and registers the image for a pushed tag', async () => {
    const run = await job.run()
    expect(run).toMatchObject({ exitCode: 0, conclusion: 'success', annotations: [] })
    const image = `${job.sandbox.registry.host}/${repository}:v1.2.3`
    const created = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d{4}$/)
    expect(JSON.parse(run.outputs.registration ?? '')).toEqual({
      workflow: 'Keypoint Detection',
      name: 'evaluate_keypoint_detection',
      image,
      created,
      secret: null,
      aws_role_config: null,
    })
    const stored = await job.sandbox.registry.manifest(repository, 'v1.2.3')
    expect(run.outputs).toMatchObject({
      image,
      tags: image,
      digest: stored?.digest,
      changed: 'true',
      'dry-run': 'false',
    })
    expect(run.outputs['image-id']).toBe(JSON.parse(stored?.content.toString() ?? '').config.digest)
    expect(run.summary).toContain('## ✅ evaluate\\_keypoint\\_detection is published')
  })

  const socket = engine.host || 'unix:///var/run/docker.sock'
  /** Selects the engine by a context in the job's Docker configuration. */
  const byContext = (config: string) => {
    const asUser = { env: { ...process.env, DOCKER_CONFIG: config, DOCKER_HOST: '' } }
    for (const args of [
      ['create', 'elsewhere', '--docker', `host=${socket}`],
      ['use', 'elsewhere'],
    ])
      execFileSync('docker', ['context', ...args], { ...asUser, stdio: 'ignore' })
    return { env: { DOCKER_HOST: '' }, close: () => {} }
  }
  /** Puts the engine behind mutual TLS, like a Docker-in-Docker service container. */
  const byTls = async (config: string) => {
    const certificates = join(config, 'certificates')
    mkdirSync(certificates)
    const { cert, key, file } = makeCertificate(certificates, ['localhost'])
    for (const name of ['ca.pem', 'cert.pem']) cpSync(file, join(certificates, name))
    const server = await listen(
      createServer({ cert, key, ca: cert, requestCert: true }, (client) => {
        const target = connect(socket.replace('unix://', ''))
        for (const side of [client, target]) side.on('error', () => {})
        client.pipe(target).pipe(client)
      }),
    )
    const host = `tcp://localhost:${portOfServer(server)}`
    return {
      env: { DOCKER_HOST: host, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certificates },
      close: () => server.close(),
    }
  }

  test.each([
    ['of a Docker context', byContext],
    ['behind TLS', byTls],
  ])('builds, runs and pushes the image on an engine %s', async (_, reach) => {
    const config = mkdtempSync(join(tmpdir(), 'docker-config-'))
    const { env, close } = await reach(config)
    const end = 'ENTRYPOINT ["sh", "-c", "echo KOLENA_TOKEN is missing >&2; exit 1"]'
    job.write('real/Dockerfile', `${fromShell}\n${end}\n`)
    const wrapper = new DockerWrapper()
    const run = await job.run(
      { context: 'real', verify: 'start' },
      { env: { ...wrapper.environment(config), ...env } },
    )
    const commands = new Set(
      wrapper.calls.map(({ program, argv }) => `${program}: ${argv.slice(0, 2).join(' ')}`),
    )
    wrapper.remove()
    close()
    rmSync(config, { recursive: true })
    expect(run).toMatchObject({ exitCode: 0, annotations: [], orphans: [] })
    expect(commands).toEqual(new Set(['docker-buildx: buildx build', 'docker: system dial-stdio']))
    expect(run.log).toMatch(/^▼ Start without credentials$[\s\S]*^▼ Push /m)
    const stored = await job.sandbox.registry.manifest(repository, 'v1.2.3')
    expect(run.outputs.digest).toBe(stored?.digest)
  })

  test('changes nothing in a second run, and names the previous image for a new one', async () => {
    const first = await job.run()
    const second = await job.run()
    expect(second.outputs).toMatchObject({ changed: 'false', registration: first.outputs.registration })
    expect(job.changes).toEqual([
      'POST /v1/ecr/repository 200',
      'POST /v1/generic/workflow/evaluator 200',
      'POST /v1/ecr/repository 409',
    ])
    const third = await job.run({ tags: 'v2' })
    expect(third.outputs).toMatchObject({ changed: 'true', 'previous-image': first.outputs.image })
  })

  test('returns the AWS role in the outputs with the trust policy that it needs', async () => {
    const { outputs, summary } = await job.run({ 'aws-assume-role': role })
    const config = JSON.parse(outputs['aws-role-config'] ?? '')
    expect(Object.keys(config)).toEqual(['job_role_arn', 'external_id', 'assume_role_arn'])
    expect(JSON.parse(outputs.registration ?? '').aws_role_config).toEqual(config)
    expect(outputs).toMatchObject({
      'job-role-arn': config.job_role_arn,
      'external-id': config.external_id,
      'assume-role-arn': role,
    })
    expect(JSON.parse(outputs['trust-policy'] ?? '').Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['sts:AssumeRole'],
        Principal: { AWS: config.job_role_arn },
        Condition: { StringEquals: { 'sts:ExternalId': config.external_id } },
      },
    ])
    expect(summary).toContain(`"sts:ExternalId": "${config.external_id}"`)
  })

  test('pushes every tag and registers the digest on request', async () => {
    const run = await job.run({ tags: 'v3, 3\nlatest', 'image-reference': 'digest', organization: 'acme' })
    const { host, manifest } = job.sandbox.registry
    const digests = await Promise.all(['v3', '3', 'latest'].map((tag) => manifest(repository, tag)))
    expect(new Set(digests.map((found) => found?.digest))).toEqual(new Set([run.outputs.digest]))
    expect(run.outputs.tags?.split('\n')).toEqual(
      ['v3', '3', 'latest'].map((tag) => `${host}/${repository}:${tag}`),
    )
    expect(job.sandbox.state.registrations.at(-1)?.image).toBe(`${host}/${repository}@${run.outputs.digest}`)
  })

  test('publishes a branch under its name and commit', async () => {
    const event = pushBranch('feature/Better Keypoints', { sha: 'a1b2c3d'.padEnd(40, '0') })
    const { outputs } = await job.run({}, { event })
    expect(outputs.image).toMatch(/:feature-Better-Keypoints-a1b2c3d$/)
  })

  test('passes the API token and build secrets to the Dockerfile, and the image keeps none', async () => {
    job.write(
      'Dockerfile',
      [
        'FROM evaluator-base:bookworm',
        'RUN --mount=type=secret,id=KOLENA_TOKEN --mount=type=secret,id=pem --mount=type=secret,id=FROM_ENV --mount=type=secret,id=file \\',
        '    wc -c /run/secrets/KOLENA_TOKEN /run/secrets/pem /run/secrets/FROM_ENV /run/secrets/file > /sizes && cat /sizes',
        'ENTRYPOINT ["python3"]',
      ].join('\n'),
    )
    job.write('secret, file', 'from a file')
    const inputs = {
      secrets: '"pem=line one\nline ""two"""',
      'secret-envs': 'FROM_ENV',
      'secret-files': '"file=secret, file"',
    }
    const run = await job.run(
      { ...inputs, 'dry-run': 'true', 'no-cache': 'true' },
      { env: { FROM_ENV: 'from the environment' } },
    )
    expect(run.exitCode).toBe(0)
    for (const size of [`${token.length} `, '19 ', '20 ', '11 '])
      expect(run.log).toContain(`${size}/run/secrets/`)
    const reference = `keypoint_detection_evaluator:v1.2.3`
    const local = `${job.sandbox.registry.host}/acme/${reference}`
    expect(
      (await docker(engine, 'history', '--no-trunc', local)) +
        (await docker(engine, 'image', 'inspect', local)),
    ).not.toContain(token)
  })

  test("registers the evaluator's secret every time and sends it only to the platform", async () => {
    const secret = 'evaluator-secret-0123456789'
    const secrets = [secret, token]
    const runs = [await job.run({ secret }, { secrets }), await job.run({ secret }, { secrets })]
    expect(job.sandbox.state.registrations.map((entry) => entry.secret)).toEqual([secret, secret])
    for (const run of runs) {
      expect(run.outputs.changed).toBe('true')
      expect(JSON.stringify([run.outputs, run.summary, run.log, run.state])).not.toContain(secret)
    }
  })

  test("with register: false only pushes the image, to another registry with the job's login", async () => {
    const other = await openRegistry()
    const image = `${other.host}/team/evaluator`
    const only = { workflow: undefined, 'evaluator-name': undefined, 'api-token': undefined }
    const run = await job.run({ ...only, image, register: 'false', tags: 'v1,v1.2' })
    expect(run.exitCode).toBe(0)
    expect(run.outputs).toMatchObject({ image: `${image}:v1`, registration: '', changed: 'false' })
    expect((await other.manifest('team/evaluator', 'v1.2'))?.digest).toBe(run.outputs.digest)
    expect(job.sandbox.requests).toEqual([])
    await other.close()
  })

  test('registers an image in another registry without changing it', async () => {
    const other = await openRegistry()
    const run = await job.run({ image: `${other.host}/team/evaluator` })
    expect(JSON.parse(run.outputs.registration ?? '').image).toBe(`${other.host}/team/evaluator:v1.2.3`)
    expect(job.changes).toEqual(['POST /v1/generic/workflow/evaluator 200'])
    await other.close()
  })

  test('publishes the example from the README', async () => {
    job.copyExample('keypoint-detection')
    const run = await job.run({
      file: 'docker/Dockerfile',
      target: 'evaluator-without-client',
      'build-args': 'PYTHON_IMAGE=evaluator-base:bookworm',
    })
    expect(run.exitCode).toBe(0)
    expect(await docker(engine, 'run', '--rm', '--entrypoint', 'id', run.outputs.image ?? '')).toContain(
      'uid=10001',
    )
  })
})
