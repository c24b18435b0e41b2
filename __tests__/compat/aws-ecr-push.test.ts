import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
} from '@aws-sdk/client-ecr'
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam'
import { CreateFunctionCommand, GetFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pushTag } from '../../sandbox/runner/events.js'
import { runAction } from '../../sandbox/runner.js'
import { secretForms } from '../../src/runtime/secrets.js'
import { DockerWrapper } from '../support/docker-wrapper.js'
import { Publishing, root } from '../support/publishing.js'
import { type AwsNetwork, privateHost, publicHost, type Refusal, startAwsNetwork } from './aws-network.js'
import { account, credentials, type Moto, ourselves, region, startMoto } from './moto.js'
import { type OwnEngine, startOwnEngine, stores } from './own-engine.js'
import { alias } from './public-ecr.js'

const none = { AWS_EC2_METADATA_DISABLED: 'true' }
/** The password that moto returns for a login. */
const token = `${account}-auth-token`

describe.each(stores)('publishing to ECR from an engine with the %s image store', (store) => {
  let moto: Moto
  let aws: AwsNetwork
  let engine: OwnEngine
  let job: Publishing
  let ecr: ECRClient
  beforeAll(async () => {
    moto = await startMoto()
    aws = await startAwsNetwork(moto)
    engine = await startOwnEngine(store, aws.env)
    job = await Publishing.start(engine)
    ecr = new ECRClient({ region, endpoint: moto.url, credentials: ourselves })
  }, 600_000)
  afterAll(async () => {
    await job?.stop()
    await engine?.close()
    await aws?.close()
    await moto?.close()
  })

  /** Runs the action as in a job on AWS: AWS addresses, a company proxy, and credentials in the environment. */
  const run = (inputs: Record<string, string>, env: Record<string, string> = credentials, options = {}) =>
    job.run({ tags: 'v1', ...inputs }, { env: { ...aws.env, ...env }, ...options })

  test('creates the repository, pushes, confirms and registers the image, and leaves no login behind', async () => {
    const wrapper = new DockerWrapper()
    const home = mkdtempSync(join(tmpdir(), 'ecr-home-'))
    try {
      const config = wrapper.environment(join(home, '.docker'))
      const env = { ...credentials, AWS_REGION: 'us-east-2', HOME: home, ...config }
      const image = `${privateHost}/team/evaluator`
      const secrets = Object.values(credentials)
      const result = await run({ image, 'tag-immutability': 'true' }, env, { temp: job.temp, secrets })
      expect(result).toMatchObject({
        exitCode: 0,
        annotations: [],
        outputs: { image: `${image}:v1`, changed: 'true' },
      })
      const { repositories } = await ecr.send(
        new DescribeRepositoriesCommand({ repositoryNames: ['team/evaluator'] }),
      )
      expect(repositories?.[0]).toMatchObject({ imageTagMutability: 'IMMUTABLE', registryId: account })
      const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName: 'team/evaluator' }))
      expect(imageDetails).toEqual([
        expect.objectContaining({ imageDigest: result.outputs.digest, imageTags: ['v1'] }),
      ])
      expect(new Set(aws.requests)).toEqual(
        new Set([`CONNECT api.ecr.${region}.amazonaws.com:443`, `CONNECT ${privateHost}:443`]),
      )
      expect(wrapper.calls.map(({ program }) => program)).toEqual(['docker-buildx'])
      const { log, outputs, summary, state, annotations } = result
      const left = [...filesBelow(home), ...filesBelow(job.temp)].map((file) => readFileSync(file, 'latin1'))
      const everything = JSON.stringify([
        wrapper.calls,
        log,
        outputs,
        summary,
        state,
        annotations,
        left,
        result.post?.log,
      ])
      for (const secret of [token, credentials.AWS_SECRET_ACCESS_KEY])
        expect(secretForms(secret, 'AWS').filter((form) => everything.includes(form))).toEqual([])
      expect(result.masks).toEqual(expect.arrayContaining(secretForms(token, 'AWS')))
    } finally {
      wrapper.remove()
      rmSync(home, { recursive: true })
    }
  })

  test('succeeds if an immutable tag already has this image, and fails if it has another image', async () => {
    const image = `${privateHost}/team/immutable`
    const first = await run({ image, 'tag-immutability': 'true' })
    const again = await run({ image, 'tag-immutability': 'true' })
    expect(again).toMatchObject({ exitCode: 0, annotations: [], outputs: { changed: 'false' } })
    expect(again.outputs.digest).toBe(first.outputs.digest)
    job.write('evaluator', `#!/bin/false ${Math.random()}\n`)
    const other = await run({ image })
    expect(other.exitCode).toBe(1)
    expect(other.annotations[0]?.message).toContain('immutable tags cannot be moved')
  })

  test('pushes additional tags, and moves a mutable tag to the new image', async () => {
    const image = `${privateHost}/team/moved`
    const first = await run({ image, tags: 'v1,latest' })
    job.write('evaluator', `#!/bin/false ${Math.random()}\n`)
    const second = await run({ image, tags: 'v2,latest' })
    expect([first.exitCode, second.exitCode]).toEqual([0, 0])
    const { imageDetails = [] } = await ecr.send(new DescribeImagesCommand({ repositoryName: 'team/moved' }))
    const tags = Object.fromEntries(
      imageDetails.map(({ imageDigest = '', imageTags }) => [imageDigest, imageTags]),
    )
    expect(tags).toEqual({
      [first.outputs.digest ?? '']: ['v1'],
      [second.outputs.digest ?? '']: ['v2', 'latest'],
    })
  })

  test('updates a Lambda function with the pushed image if the architectures match', async () => {
    const image = `${privateHost}/team/on-lambda`
    const options = { region, endpoint: moto.url, credentials: ourselves }
    const AssumeRolePolicyDocument = '{"Version":"2012-10-17","Statement":[]}'
    const { Role } = await new IAMClient(options).send(
      new CreateRoleCommand({ RoleName: 'lambda', AssumeRolePolicyDocument }),
    )
    const lambda = new LambdaClient(options)
    const created = { FunctionName: 'evaluate', PackageType: 'Image', Role: Role?.Arn } as const
    await lambda.send(new CreateFunctionCommand({ ...created, Code: { ImageUri: `${image}:before` } }))
    const put = (digest: string | undefined) =>
      runAction({
        action: join(root, 'lambda'),
        event: pushTag('v1.2.3'),
        inputs: { 'function-name': 'evaluate', image: `${image}@${digest}` },
        env: { ...aws.env, ...credentials },
      })

    const pushed = await run({ image, register: 'false' })
    expect(await put(pushed.outputs.digest)).toMatchObject({ exitCode: 0, annotations: [] })
    const { Code } = await lambda.send(new GetFunctionCommand({ FunctionName: 'evaluate' }))
    expect(Code?.ImageUri).toBe(`${image}@${pushed.outputs.digest}`)

    const other = await run({ image, register: 'false', tags: 'arm', platforms: 'linux/arm64' })
    const refused = await put(other.outputs.digest)
    expect(refused.exitCode).toBe(1)
    expect(refused.annotations[0]?.message).toContain('is for arm64, and the function runs on x86_64')
  })

  test('pushes to the public gallery', async () => {
    const image = `${publicHost}/${alias}/evaluator`
    const result = await run({ image })
    expect(result).toMatchObject({ exitCode: 0, annotations: [], outputs: { image: `${image}:v1` } })
    expect([...aws.publicEcr.repositories]).toEqual(['evaluator'])
    expect(result.log).not.toContain(aws.publicEcr.token)
    expect(await run({ image })).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } })
    const other = await run({ image: `${publicHost}/globex/evaluator` })
    expect(other.annotations[0]?.message).toContain(`Write image: ${image}`)
  })

  test("uses the job's login for the host without AWS credentials", async () => {
    await ecr.send(new CreateRepositoryCommand({ repositoryName: 'team/by-login' }))
    const home = mkdtempSync(join(tmpdir(), 'ecr-home-'))
    try {
      const auths = { [privateHost]: { auth: Buffer.from(`AWS:${token}`).toString('base64') } }
      mkdirSync(join(home, '.docker'))
      writeFileSync(join(home, '.docker/config.json'), JSON.stringify({ auths }))
      const result = await run({ image: `${privateHost}/team/by-login` }, { ...none, HOME: home })
      expect(result).toMatchObject({ exitCode: 0, annotations: [] })
      expect(result.log).toContain(`No AWS credentials; using the login that exists for ${privateHost}`)
      expect(result.log).not.toContain(token)
    } finally {
      rmSync(home, { recursive: true })
    }
  })

  const failing = { image: `${privateHost}/team/failing` }

  test('says how to get credentials when there are no credentials and no login', async () => {
    const result = await run(failing, none)
    expect(result).toMatchObject({ exitCode: 1, outputs: { digest: '', registration: '' } })
    expect(result.annotations[0]?.message).toContain(
      'In a workflow, add aws-actions/configure-aws-credentials before this step',
    )
  })

  const denied = { status: 400, name: 'AccessDeniedException', message: 'Not authorized' }
  const refusals: [string, Refusal, string][] = [
    ['a login that is not allowed', denied, 'Allow ecr:GetAuthorizationToken in the policy'],
    [
      'an expired token',
      { status: 400, name: 'ExpiredTokenException', message: 'The security token is expired' },
      'The AWS credentials have expired. Renew them; in a workflow',
    ],
    [
      'credentials that AWS does not know',
      { status: 400, name: 'UnrecognizedClientException', message: 'The security token is invalid.' },
      'AWS does not know the credentials',
    ],
    [
      'no permission to create the repository',
      {
        operation: 'CreateRepository',
        status: 400,
        name: 'AccessDeniedException',
        message: 'Not authorized',
      },
      'Allow ecr:CreateRepository in the policy',
    ],
  ]
  test.each(refusals)('reports %s and pushes nothing', async (_, refusal, remedy) => {
    aws.refusal = refusal
    const result = await run(failing).finally(() => {
      aws.refusal = undefined
    })
    expect(result).toMatchObject({ exitCode: 1, outputs: { digest: '', registration: '' } })
    expect(result.annotations[0]?.message).toContain(`(${refusal.name}`)
    expect(result.annotations[0]?.message).toContain(remedy)
  })

  test('publishes without the permission to look up the repository, because the push will tell', async () => {
    aws.refusal = { ...denied, operation: 'DescribeRepositories' }
    const result = await run(failing).finally(() => {
      aws.refusal = undefined
    })
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: { digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), changed: 'true' },
    })
  })
})

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
}
