import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../../sandbox/index.js'
import { connect, logIn, type Send } from '../../support/sandbox-client.js'

let sandbox: Sandbox
let acme: Send
let globex: Send

beforeAll(async () => {
  sandbox = await startSandbox({
    organizations: [
      { name: 'acme', tokens: ['acme-1', 'acme-2'] },
      { name: 'globex', tokens: ['globex-1'] },
    ],
  })
  acme = await logIn(sandbox, 'acme-1')
  globex = await logIn(sandbox, 'globex-1')
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.state.repositories.length = 0
  sandbox.state.registrations.length = 0
})

const EVALUATORS = '/generic/workflow/evaluator'
const evaluator = {
  workflow: 'Keypoint Detection',
  image: 'registry.example.com/acme/keypoints:v1',
  name: 'evaluate_keypoint_detection',
  secret: null,
  aws_assume_role: null,
}

describe('login', () => {
  test.each(['acme-1', 'acme-2'])('with the token %s returns its organization', async (api_token) => {
    const { status, body } = await connect(sandbox)('PUT', '/token/login', { api_token, version: '1' })
    expect(status).toBe(200)
    expect(body).toEqual({
      tenant: 'acme',
      access_token: expect.any(String),
      token_type: 'bearer',
      tenant_telemetry: false,
    })
    expect(sandbox.state.logins.at(-1)).toEqual({ organization: 'acme', version: '1' })
  })

  test.each([
    ['a wrong token', { api_token: 'wrong', version: '1' }, 401],
    ['no version', { api_token: 'acme-1' }, 422],
    ['a blank token', { api_token: ' ', version: '1' }, 422],
    ['a key that clients do not send', { api_token: 'acme-1', version: '1', user: 'x' }, 422],
    ['no body', undefined, 422],
  ])('refuses %s', async (_, body, status) => {
    expect(await connect(sandbox)('PUT', '/token/login', body)).toEqual({
      status,
      body: { detail: expect.any(String) },
    })
  })

  test.each([
    ['PUT', '/event/profile'],
    ['POST', '/event'],
    ['POST', '/ecr/repository'],
    ['POST', EVALUATORS],
    ['GET', `${EVALUATORS}/w`],
    ['GET', `${EVALUATORS}/w/e`],
  ])('is required before %s %s', async (method, path) => {
    expect((await connect(sandbox)(method, path)).status).toBe(401)
    expect((await connect(sandbox, 'acme-1')(method, path)).status).toBe(401)
  })
})

test('the stand-in for Kolena accepts events', async () => {
  const event = { event_name: 'sdk-client-initialized', additional_metadata: null }
  expect((await acme('PUT', '/event/profile')).status).toBe(200)
  expect((await acme('POST', '/event', event)).status).toBe(200)
  expect((await acme('POST', '/event', { event_name: 1 })).status).toBe(422)
})

describe('a repository', () => {
  test('is created once', async () => {
    const body = { repository: 'acme/keypoints' }
    expect(await acme('POST', '/ecr/repository', body)).toEqual({ status: 200, body })
    expect((await acme('POST', '/ecr/repository', body)).status).toBe(409)
    expect(sandbox.state.repositories).toEqual([{ organization: 'acme', name: 'acme/keypoints' }])
  })

  test.each([
    ['globex/keypoints', 403],
    ['acmecorp/keypoints', 403],
    ['acme', 422],
    ['acme/', 422],
    ['acme/Keypoints', 422],
    ['acme/keypoints:v1', 422],
    ['acme//keypoints', 422],
    ['/acme/keypoints', 422],
    [`acme/${'k'.repeat(260)}`, 422],
    [null, 422],
  ])('named %s is refused', async (repository, status) => {
    expect((await acme('POST', '/ecr/repository', { repository })).status).toBe(status)
    expect(sandbox.state.repositories).toEqual([])
  })
})

describe('registering an evaluator', () => {
  test('returns the registration without its secret', async () => {
    const { status, body } = await acme('POST', EVALUATORS, { ...evaluator, secret: 'hush' })
    expect(status).toBe(200)
    expect(body).toEqual({
      name: evaluator.name,
      image: evaluator.image,
      created: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d{4}$/),
      secret: null,
      aws_role_config: null,
    })
    expect(sandbox.state.registrations[0]?.secret).toBe('hush')
  })

  test('for an AWS role returns one external id per organization', async () => {
    const role = 'arn:aws:iam::210987654321:role/evaluator'
    const register = (send: Send, name: string) =>
      send('POST', EVALUATORS, { ...evaluator, name, aws_assume_role: role })
    const [first, second, foreign] = await Promise.all([
      register(acme, 'a'),
      register(acme, 'b'),
      register(globex, 'a'),
    ])
    expect(first.body.aws_role_config).toEqual({
      job_role_name: expect.any(String),
      job_role_arn: expect.stringMatching(/^arn:aws:iam::\d{12}:role\/\S+$/),
      external_id: expect.stringMatching(/^[\w-]{36}$/),
      assume_role_arn: role,
    })
    expect(second.body.aws_role_config).toEqual(first.body.aws_role_config)
    expect(foreign.body.aws_role_config).not.toEqual(first.body.aws_role_config)
  })

  test.each([
    ['a number for a name', { ...evaluator, name: 7 }],
    ['a blank workflow', { ...evaluator, workflow: ' ' }],
    ['an image with a space', { ...evaluator, image: 'acme/a b' }],
    ['a missing secret, which clients send as null', { ...evaluator, secret: undefined }],
    ['a boolean secret', { ...evaluator, secret: true }],
    ['an empty role', { ...evaluator, aws_assume_role: '' }],
    ['an unknown key', { ...evaluator, evaluator_name: 'x' }],
    ['a list', [evaluator]],
  ])('with %s is refused', async (_, body) => {
    expect((await acme('POST', EVALUATORS, body)).status).toBe(422)
    expect(sandbox.state.registrations).toEqual([])
  })

  test('is refused if the image does not exist in this registry', async () => {
    await acme('POST', '/ecr/repository', { repository: 'acme/keypoints' })
    for (const rest of [
      'acme/keypoints:v1',
      'acme/keypoints',
      'acme/unknown:v1',
      'globex/keypoints@sha256:00',
      '',
    ]) {
      const image = `${sandbox.registry.host}/${rest}`
      expect((await acme('POST', EVALUATORS, { ...evaluator, image })).status).toBe(422)
    }
  })
})

describe('reading evaluators', () => {
  test('returns the latest registration of a name, and lists all with the newest first', async () => {
    const images = ['r.example.com/e:1', 'r.example.com/e:2']
    for (const image of images) await acme('POST', EVALUATORS, { ...evaluator, image, secret: image })
    const path = `${EVALUATORS}/${encodeURIComponent(evaluator.workflow)}`
    const one = `${path}/${evaluator.name}`
    expect((await acme('GET', `${one}?include_secret=False`)).body).toMatchObject({
      image: images[1],
      secret: null,
    })
    expect((await acme('GET', `${one}?include_secret=True`)).body).toMatchObject({ secret: images[1] })
    expect((await acme('GET', path)).body.evaluators).toMatchObject([
      { image: images[1], secret: null },
      { image: images[0], secret: null },
    ])
  })

  test('accepts names with slashes, percent signs and letters of any script', async () => {
    const named = { ...evaluator, workflow: 'a/b 100%', name: '評価/1?' }
    await acme('POST', EVALUATORS, named)
    const path = `${EVALUATORS}/${encodeURIComponent(named.workflow)}/${encodeURIComponent(named.name)}`
    expect(await acme('GET', path)).toMatchObject({ status: 200, body: { name: named.name } })
  })

  test('does not return those of another organization', async () => {
    await acme('POST', EVALUATORS, evaluator)
    const path = `${EVALUATORS}/${encodeURIComponent(evaluator.workflow)}`
    expect((await globex('GET', `${path}/${evaluator.name}`)).status).toBe(404)
    expect(await globex('GET', path)).toEqual({ status: 200, body: { evaluators: [] } })
  })

  test('with an unknown name is refused', async () => {
    expect((await acme('GET', `${EVALUATORS}/w/none`)).status).toBe(404)
  })
})
