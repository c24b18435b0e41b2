import { DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Credentials } from '../../src/docker/credentials.js'
import { ecrRegistry } from '../../src/registry/ecr.js'
import { memoizeByKey } from '../../src/util/memoize.js'
import { account, type Moto, region, startMoto } from './moto.js'

describe('repositories of ECR', () => {
  const { signal } = new AbortController()
  const host = `${account}.dkr.ecr.${region}.amazonaws.com`
  const before = { ...process.env }
  let moto: Moto
  beforeAll(async () => {
    moto = await startMoto()
    // The region of the host wins over the different one in the environment.
    Object.assign(process.env, moto.env, { AWS_REGION: 'us-east-2' })
  }, 300_000)
  afterAll(async () => {
    process.env = before
    await moto?.close()
  })
  const open = (path: string, changes = {}) =>
    ecrRegistry({ host, path, create: true, immutable: false, ...changes }, signal)

  test('logs in with a token of this run', async () => {
    const { login } = await open('team/evaluator')
    expect(login?.credentials).toEqual({ username: 'AWS', password: expect.stringMatching(/auth-token$/) })
  })

  test('uses one login for all repositories of a host', async () => {
    const login = memoizeByKey<Credentials>(signal)
    const [one, two] = await Promise.all(
      ['team/one', 'team/two'].map((path) =>
        ecrRegistry({ host, path, create: true, immutable: false }, signal, login),
      ),
    )
    expect(one?.login?.credentials).toBeDefined()
    expect(one?.login?.credentials).toBe(two?.login?.credentials)
  })

  test('creates a missing repository once, in the region of the host', async () => {
    const registry = await open('team/created', { immutable: true })
    expect(await registry.prepare()).toBe('created')
    expect(await registry.prepare()).toBe('exists')
    const { repositories } = await new ECRClient({ region }).send(
      new DescribeRepositoriesCommand({ repositoryNames: ['team/created'] }),
    )
    expect(repositories?.[0]).toMatchObject({ imageTagMutability: 'IMMUTABLE', registryId: account })
  })

  test('lets two jobs that create a repository at the same time both succeed', async () => {
    const registries = await Promise.all([open('team/race'), open('team/race')])
    const outcomes = await Promise.all(registries.map((registry) => registry.prepare()))
    expect(outcomes).toContain('created')
  })

  test('creates no repository when creation is off', async () => {
    const registry = await open('team/unwanted', { create: false })
    expect(await registry.prepare()).toBe('not needed')
  })

  test('says how to get credentials when the job has no credentials and no login', async () => {
    const { AWS_ACCESS_KEY_ID } = process.env
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: '', AWS_EC2_METADATA_DISABLED: 'true' })
    await expect(open('team/evaluator')).rejects.toThrow('aws-actions/configure-aws-credentials')
    Object.assign(process.env, { AWS_ACCESS_KEY_ID })
  })
})
