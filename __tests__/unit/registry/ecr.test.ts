import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ecrRegistry } from '../../../src/registry/ecr.js'
import { captureOutput } from '../../support/captured-output.js'
import { reply, serve } from '../../support/local-server.js'

const output = captureOutput()
const { signal } = new AbortController()
const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com'
const before = { ...process.env }
afterEach(() => {
  process.env = { ...before }
})

type Outcome = 'there' | 'missing' | 'exists' | 'created' | 'denied' | 'broken'
let logins = 0
beforeEach(() => {
  logins = 0
})

/** ECR as a publish uses it, with an outcome for each call. */
async function openEcr(find: Outcome, create: Outcome) {
  const repository = { repositoryUri: `${host}/team/evaluator` }
  const answers: Record<Outcome, [number, object]> = {
    there: [200, { repositories: [repository] }],
    created: [200, { repository }],
    missing: [400, { __type: 'RepositoryNotFoundException', message: 'missing' }],
    exists: [400, { __type: 'RepositoryAlreadyExistsException', message: 'present' }],
    denied: [
      400,
      { __type: 'AccessDeniedException', message: 'User: x is not authorized to perform: ecr:y' },
    ],
    broken: [400, { __type: 'InvalidParameterException', message: 'a wrong name' }],
  }
  const { url, requests } = await serve(({ headers }, response) => {
    const call = String(headers['x-amz-target']).split('.')[1]
    const token = Buffer.from(`AWS:password-number-${++logins}`).toString('base64')
    if (call === 'GetAuthorizationToken')
      return reply(response, 200, { authorizationData: [{ authorizationToken: token }] })
    return reply(response, ...answers[call === 'DescribeRepositories' ? find : create])
  })
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret-of-aws-0123456789',
  })
  const registry = await ecrRegistry({ host, path: 'team/evaluator', create: true, immutable: false }, signal)
  const calls = () => requests.map(({ headers }) => String(headers['x-amz-target']).split('.')[1])
  return { registry, calls }
}

describe('a repository', () => {
  test.each<[Outcome, Outcome, string]>([
    ['there', 'broken', 'exists'],
    ['missing', 'created', 'created'],
    ['missing', 'exists', 'exists'],
    ['denied', 'created', 'created'],
    ['denied', 'exists', 'exists'],
    ['denied', 'denied', 'exists'],
  ])('is ready if the search says %s and the creation says %s: %s', async (find, create, outcome) => {
    const { registry } = await openEcr(find, create)
    expect(await registry.prepare()).toBe(outcome)
    expect(output.text.includes('the push will show whether it exists')).toBe(find === 'denied')
  })

  test.each<[Outcome, Outcome, RegExp]>([
    ['missing', 'denied', /could not create the repository .* Allow ecr:CreateRepository/],
    ['missing', 'broken', /ECR accepts names of 2 to 256/],
    ['broken', 'created', /ECR accepts names of 2 to 256/],
    ['denied', 'broken', /ECR accepts names of 2 to 256/],
  ])('causes an error if the search says %s and the creation says %s', async (find, create, message) => {
    const { registry } = await openEcr(find, create)
    await expect(registry.prepare()).rejects.toThrow(message)
  })
})

test('requests a new login if the registry no longer accepts the old one', async () => {
  const { registry, calls } = await openEcr('there', 'exists')
  expect(registry.login?.credentials).toEqual({ username: 'AWS', password: 'password-number-1' })
  expect(await registry.login?.renew()).toBe(true)
  expect(registry.login?.credentials?.password).toBe('password-number-2')
  expect(calls()).toEqual(['GetAuthorizationToken', 'GetAuthorizationToken'])
})
