import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetRoleCommand,
  IAMClient,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pullRequest } from '../../sandbox/runner/events.js'
import { engines } from '../support/engines.js'
import { Publishing, root } from '../support/publishing.js'
import { account, type Moto, ourselves, region, startMoto } from './moto.js'

const [engine = { name: '', host: '' }] = engines
const lambda = {
  Sid: 'Lambda',
  Effect: 'Allow',
  Principal: { Service: 'lambda.amazonaws.com' },
  Action: 'sts:AssumeRole',
}

const policyOf = (...statements: object[]) => ({ Version: '2012-10-17', Statement: statements })

describe('the trust policy of a role in IAM', () => {
  let moto: Moto
  let job: Publishing
  let iam: IAMClient
  beforeAll(async () => {
    moto = await startMoto()
    job = await Publishing.start(engine)
    iam = new IAMClient({ region, endpoint: moto.url, credentials: ourselves })
  }, 300_000)
  afterAll(async () => {
    await job?.stop()
    await moto?.close()
  })

  async function createRole(RoleName: string, ...statements: object[]): Promise<string> {
    const AssumeRolePolicyDocument = JSON.stringify(policyOf(...statements))
    await iam.send(new CreateRoleCommand({ RoleName, Path: '/team/', AssumeRolePolicyDocument }))
    return `arn:aws:iam::${account}:role/team/${RoleName}`
  }

  /** Returns the environment of a job that runs as a user with only these permissions. */
  async function createUser(UserName: string, ...statements: object[]): Promise<Record<string, string>> {
    await iam.send(new CreateUserCommand({ UserName }))
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }))
    const { AccessKeyId = '', SecretAccessKey = '' } = AccessKey ?? {}
    const PolicyDocument = JSON.stringify(policyOf(...statements))
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'some', PolicyDocument }))
    return { ...moto.env, AWS_ACCESS_KEY_ID: AccessKeyId, AWS_SECRET_ACCESS_KEY: SecretAccessKey }
  }

  async function statementsOf(RoleName: string): Promise<object[]> {
    const { Role } = await iam.send(new GetRoleCommand({ RoleName }))
    return JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).Statement
  }

  const run = (role: string, trustPolicy: string, options = {}) =>
    job.run({ 'aws-assume-role': role, 'trust-policy': trustPolicy }, { env: moto.env, ...options })

  test('registers and then fails the step with verify if the role does not trust the platform', async () => {
    const result = await run(await createRole('closed', lambda), 'verify')
    expect(result).toMatchObject({ exitCode: 1, outputs: { changed: 'true' } })
    expect(result.annotations[0]?.message).toContain('No statement allows')
    expect(result.summary).toContain('is published, but the trust policy of its AWS role is broken')
    expect(await statementsOf('closed')).toEqual([lambda])
  })

  test('adds and shows the statement with apply, keeps the others, and does nothing the second time', async () => {
    const role = await createRole('repaired', lambda)
    const result = await run(role, 'apply')
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    const externalId = result.outputs['external-id']
    expect(await statementsOf('repaired')).toEqual([
      lambda,
      {
        Sid: expect.stringMatching(/^KolenaEvaluator[0-9a-f]{8}$/),
        Effect: 'Allow',
        Action: ['sts:AssumeRole'],
        Principal: { AWS: result.outputs['job-role-arn'] },
        Condition: { StringEquals: { 'sts:ExternalId': externalId } },
      },
    ])
    expect(result.log).toContain(`+       "sts:ExternalId": "${externalId}"`)
    expect(result.summary).toContain('Changed by this run:')
    const again = await run(role, 'apply')
    expect(again).toMatchObject({ exitCode: 0, annotations: [], outputs: { changed: 'false' } })
    expect(again.log).toContain('lets only the platform assume the role')
    expect(again.summary).not.toContain('Changed by this run:')
  })

  test('adds the statement once with apply when several evaluators share a role', async () => {
    const role = await createRole('shared', lambda)
    const names = [...Array(8).keys()].map((index) => `sharing-${index}`)
    const entries = names.map((name) => ({ image: name, 'evaluator-name': name }))
    job.write('evaluators.yml', JSON.stringify(entries))
    const step = { evaluators: 'evaluators.yml', image: undefined, 'evaluator-name': undefined }
    const inputs = { ...step, 'aws-assume-role': role, 'trust-policy': 'apply' }
    const result = await job.run(inputs, { env: moto.env, deadline: 240_000 })
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(JSON.parse(result.outputs.registrations ?? '')).toHaveLength(names.length)
    expect(result.log.match(/The trust policy of \S+ changes:/g)).toHaveLength(1)
    expect(await statementsOf('shared')).toHaveLength(2)
  })

  test('shows the difference and writes nothing in a dry run', async () => {
    const role = await createRole('shown', lambda)
    expect(await run(role, 'off')).toMatchObject({ exitCode: 0 })
    const result = await run(role, 'apply', { event: pullRequest() })
    expect(result.exitCode).toBe(0)
    expect(result.log).toContain('would change')
    expect(result.summary).toContain('Publishing would change it:')
    expect(await statementsOf('shown')).toEqual([lambda])
  })

  test.each([
    ['a missing role', 'absent', {}, 'There is no such role'],
    [
      'missing credentials',
      'absent',
      { AWS_ACCESS_KEY_ID: '', AWS_EC2_METADATA_DISABLED: 'true' },
      'configure-aws-credentials',
    ],
  ])('reports %s and says what to do', async (_, name, env, remedy) => {
    const result = await run(`arn:aws:iam::${account}:role/team/${name}`, 'verify', {
      env: { ...moto.env, ...env },
    })
    expect(result.exitCode).toBe(1)
    expect(result.annotations[0]?.message).toContain(remedy)
  })

  test.each([
    ['verify', [], 'iam:GetRole'],
    ['apply', ['iam:GetRole'], 'iam:UpdateAssumeRolePolicy'],
  ])('names the missing permission for %s when only %j is allowed', async (trustPolicy, Action, missing) => {
    const role = await createRole(`denied-${trustPolicy}`, lambda)
    const user = `for-${trustPolicy}`
    const env = await createUser(user, {
      Effect: 'Allow',
      Action: ['sts:GetCallerIdentity', ...Action],
      Resource: '*',
    })
    await moto.checkPermissions(true)
    const result = await run(role, trustPolicy, { env }).finally(() => moto.checkPermissions(false))
    expect(result.exitCode).toBe(1)
    expect(result.annotations[0]?.message).toContain(`user/${user} is not authorized to perform: ${missing}`)
    expect(result.annotations[0]?.message).toContain(`Allow ${missing} in the policy of the AWS role`)
    expect(await statementsOf(`denied-${trustPolicy}`)).toEqual([lambda])
  })

  test('needs only the permissions in docs/aws.md to apply', async () => {
    const docs = readFileSync(join(root, 'docs/aws.md'), 'utf8')
    const policies = [...docs.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => JSON.parse(json))
    const documented = policies.flatMap(({ Statement }) => Statement)
    const needed = documented.find(({ Action }) => Action.includes('iam:UpdateAssumeRolePolicy'))
    const role = await createRole('evaluator-data', lambda)
    expect(needed.Resource).toBe(role)
    const env = await createUser('documented', needed)
    await moto.checkPermissions(true)
    const result = await run(role, 'apply', { env }).finally(() => moto.checkPermissions(false))
    expect(result).toMatchObject({ exitCode: 0, annotations: [] })
    expect(await statementsOf('evaluator-data')).toHaveLength(2)
  })

  test('refuses a role of another account before it calls IAM', async () => {
    const result = await run('arn:aws:iam::999999999999:role/data', 'verify')
    expect(result.annotations[0]?.message).toContain('is in the AWS account 999999999999')
  })
})
