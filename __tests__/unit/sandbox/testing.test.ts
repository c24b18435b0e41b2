import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../../sandbox/index.js'
import { connect, logIn, type Send } from '../../support/sandbox-client.js'

let sandbox: Sandbox
let acme: Send
let globex: Send

beforeAll(async () => {
  sandbox = await startSandbox({
    organizations: [
      { name: 'acme', tokens: ['acme-1'] },
      { name: 'globex', tokens: ['globex-1'] },
    ],
  })
  acme = await logIn(sandbox, 'acme-1')
  globex = await logIn(sandbox, 'globex-1')
})
afterAll(() => sandbox.close())
beforeEach(() => {
  const { testing, registrations } = sandbox.state
  for (const list of [testing.models, testing.testSuites, testing.testRuns, registrations]) list.length = 0
})

const workflow = 'Keypoint Detection'
const model = { name: 'm', metadata: { epochs: 30, nested: { a: [1, null] } }, workflow, tags: ['nightly'] }

test.each([
  ['PUT', 'model/load'],
  ['PUT', 'model/load-all'],
  ['POST', 'model/create'],
  ['PUT', 'test-suite/load'],
  ['PUT', 'test-suite/load-all'],
  ['PUT', 'test-run/create-or-retrieve'],
  ['PUT', 'test-run/evaluate'],
])('%s %s requires a login', async (method, path) => {
  expect((await connect(sandbox)(method, `/generic/${path}`, {})).status).toBe(401)
})

describe('a model', () => {
  test('is created once, and can be loaded by its name within the organization', async () => {
    const { status, body } = await acme('POST', '/generic/model/create', model)
    expect(status).toBe(200)
    expect(body).toEqual({ id: expect.any(Number), ...model })
    expect((await acme('POST', '/generic/model/create', model)).status).toBe(409)
    expect(await acme('PUT', '/generic/model/load', { name: 'm' })).toEqual({ status: 200, body })
    expect((await globex('PUT', '/generic/model/load', { name: 'm' })).status).toBe(404)
    expect((await globex('POST', '/generic/model/create', model)).status).toBe(200)
  })

  test('without tags has an empty list of tags', async () => {
    expect((await acme('POST', '/generic/model/create', { ...model, tags: null })).body.tags).toEqual([])
  })

  test.each([
    ['no metadata', { ...model, metadata: undefined }],
    ['metadata that is a list', { ...model, metadata: [] }],
    ['no tags, which clients send as null', { ...model, tags: undefined }],
    ['a blank name', { ...model, name: ' ' }],
    ['an unknown key', { ...model, id: 1 }],
  ])('with %s is refused', async (_, body) => {
    expect((await acme('POST', '/generic/model/create', body)).status).toBe(422)
    expect(sandbox.state.testing.models).toEqual([])
  })

  test.each([
    [null, ['a', 'b']],
    [[], ['a', 'b']],
    [['x'], ['a', 'b']],
    [['x', 'y'], ['b']],
    [['z'], []],
  ])('is listed if it belongs to the workflow and has all of the tags %j', async (tags, names) => {
    sandbox.state.testing.addModel('acme', { name: 'a', workflow, tags: ['x'] })
    sandbox.state.testing.addModel('acme', { name: 'b', workflow, tags: ['y', 'x'] })
    sandbox.state.testing.addModel('acme', { name: 'c', workflow: 'Other', tags: ['x', 'y'] })
    const { body } = await acme('PUT', '/generic/model/load-all', { workflow, tags })
    expect((body.models as { name: string }[]).map(({ name }) => name)).toEqual(names)
  })
})

describe('a test suite', () => {
  beforeEach(() => {
    sandbox.state.testing.addTestSuite('acme', { name: 's', workflow })
    sandbox.state.testing.addTestSuite('acme', { name: 's', workflow, testCases: ['day', 'night'] })
  })

  test.each([
    [null, 2],
    [1, 1],
    [2, 2],
  ])('that is loaded with the version %j has the version %i', async (version, found) => {
    const { body } = await acme('PUT', '/generic/test-suite/load', { name: 's', version })
    expect(body).toMatchObject({ name: 's', version: found, workflow, description: '', tags: [] })
    expect(body.test_cases).toHaveLength(found)
  })

  test.each([
    [{ name: 's', version: 3 }, 404],
    [{ name: 't', version: null }, 404],
    [{ name: 's', version: '1' }, 422],
    [{ name: 's' }, 422],
  ])('that is loaded with %j is answered with %i', async (body, status) => {
    expect((await acme('PUT', '/generic/test-suite/load', body)).status).toBe(status)
  })

  test('is listed with its latest version', async () => {
    const { body } = await acme('PUT', '/generic/test-suite/load-all', { workflow, tags: null })
    expect(body.test_suites).toMatchObject([{ name: 's', version: 2 }])
  })
})

describe('a test run', () => {
  const open = (send: Send, changes: object = {}) => {
    const [suite] = sandbox.state.testing.testSuites
    const found = sandbox.state.testing.models[0]
    const body = { model_id: found?.id, test_suite_id: suite?.id, evaluator: null, configurations: [] }
    return send('PUT', '/generic/test-run/create-or-retrieve', { ...body, ...changes })
  }
  const register = () =>
    sandbox.state.register('acme', { workflow, name: 'e', image: 'i', secret: null, aws_assume_role: null })

  beforeEach(() => {
    sandbox.state.testing.addModel('acme', { name: 'm', workflow })
    sandbox.state.testing.addTestSuite('acme', { name: 's', workflow })
  })

  test('is created once per model, test suite and evaluator', async () => {
    const first = await open(acme)
    expect(first).toEqual({ status: 200, body: { test_run_id: expect.any(Number) } })
    expect(await open(acme)).toEqual(first)
    expect((await open(acme, { evaluator: 'e' })).body).not.toEqual(first.body)
  })

  test.each([
    ['an unknown model', { model_id: 999 }, 404],
    ['an unknown test suite', { test_suite_id: 999 }, 404],
    ['an id that is text', { model_id: '1' }, 422],
    ['no evaluator, which clients send as null', { evaluator: undefined }, 422],
  ])('with %s is refused', async (_, changes, status) => {
    expect((await open(acme, changes)).status).toBe(status)
  })

  test('of another organization does not exist', async () => {
    const { body } = await open(acme)
    expect((await open(globex)).status).toBe(404)
    expect((await globex('PUT', '/generic/test-run/evaluate', body)).status).toBe(404)
  })

  test('of a model and a test suite of different workflows is refused', async () => {
    const other = sandbox.state.testing.addTestSuite('acme', { name: 'o', workflow: 'Other' })
    expect((await open(acme, { test_suite_id: other.id })).status).toBe(422)
  })

  test('is evaluated each time it is triggered, if an evaluator is registered', async () => {
    const { body } = await open(acme)
    expect((await acme('PUT', '/generic/test-run/evaluate', body)).status).toBe(422)
    register()
    expect(await acme('PUT', '/generic/test-run/evaluate', body)).toEqual({ status: 200, body })
    await acme('PUT', '/generic/test-run/evaluate', body)
    expect(sandbox.state.testing.testRuns).toMatchObject([{ id: body.test_run_id, evaluations: 2 }])
  })

  test('with its own evaluator cannot be triggered', async () => {
    register()
    const { body } = await open(acme, { evaluator: 'e' })
    expect((await acme('PUT', '/generic/test-run/evaluate', body)).status).toBe(422)
  })
})
