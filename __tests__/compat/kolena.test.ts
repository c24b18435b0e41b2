import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { RecordedRequest } from '../../sandbox/http.js'
import { registrationOutput } from '../../src/actions/publish/register.js'
import { type KolenaSession, logIn } from '../../src/platforms/kolena/client.js'
import { PlatformJob, workflow } from '../support/platform-job.js'
import { root, token } from '../support/publishing.js'
import { prepareVenv, runClient } from './venv.js'

let models: PlatformJob
let evaluations: PlatformJob
let bin: string

beforeAll(async () => {
  models = await PlatformJob.start('model')
  evaluations = models.with('evaluate')
}, 600_000)
afterAll(() => models?.sandbox.close())

const role = 'arn:aws:iam::210987654321:role/evaluator'
const evaluator = { workflow, name: 'evaluate_keypoint_detection', image: 'registry.example.com/e:1' }
const name = 'helpful-meadow-5 (YOLOR-D6, 1280x1280)'

beforeEach(() => {
  const { testing, registrations, repositories } = models.sandbox.state
  testing.clear()
  for (const list of [registrations, repositories]) list.length = 0
})

/** Returns the requests to the platform, without the client's telemetry events. */
async function requestsOf(work: () => Promise<unknown>) {
  const { requests } = models.sandbox
  const before = requests.length
  await work()
  return requests.slice(before).filter(({ path }) => !path.startsWith('/v1/event'))
}

/** The login contains the client's version, which is the only difference between client versions. */
function asCurrent(request: RecordedRequest): RecordedRequest {
  const { path, body } = request
  if (path !== '/v1/token/login') return request
  return { ...request, body: { ...(body as object), version: '1.69.0' } }
}

/** Returns whether the vendor's client makes the same call. Only the action reads the registration first. */
const isTheirs = ({ path }: RecordedRequest) => !path.includes('/workflow/evaluator/')

/** Returns a request without values that vary per run and without the batch size, which the caller chooses. */
function comparable({ path, body, ...rest }: RecordedRequest): object {
  const { batch_size: _, ...fields } = (body ?? {}) as Record<string, unknown>
  const json = JSON.stringify({ path: path.replace(/\?signature=.*/, ''), body: fields })
  return { ...JSON.parse(json.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')), ...rest }
}

const env = () => ({ KOLENA_TOKEN: token, KOLENA_API_URL: models.sandbox.url })
const cli = (...args: string[]) => runClient(join(bin, 'kolena'), args, env())
const script = join(root, '__tests__/compat/kolena_workflow.py')
const client = async (command: string, given: object) =>
  JSON.parse(
    (await runClient(join(bin, 'python'), [script, command, JSON.stringify(given)], env()))
      .split('\n')
      .at(-2) ?? '',
  )

async function session(work: (session: KolenaSession) => Promise<unknown>): Promise<unknown> {
  const { signal } = new AbortController()
  return await work(await logIn(new URL(models.sandbox.url), token, signal))
}

/** The current client, and one from 2023 with its dependencies from that time. */
const clients = [['kolena==1.69.0'], ['kolena==0.80.0', 'numpy<2', 'multimethod<2', 'pyarrow<15']] as const

describe.each(clients)(
  'the command line of %s and this repository send the same requests',
  (client, ...others) => {
    beforeAll(async () => {
      bin = await prepareVenv(client, ...others)
    }, 600_000)

    test('to create a repository, both new and existing', async () => {
      const repository = 'acme/keypoints'
      const theirs = await requestsOf(async () => {
        expect(await cli('repository', 'create', '--name', repository)).toContain('repository created')
        await cli('repository', 'create', '--name', repository)
      })
      models.sandbox.state.repositories.length = 0
      const ours = await requestsOf(async () => {
        expect(await session((session) => session.createRepository(repository))).toBe('created')
        expect(await session((session) => session.createRepository(repository))).toBe('exists')
      })
      expect(ours).toEqual(theirs.map(asCurrent))
      expect(ours).toHaveLength(4)
    })

    test.each([
      ['alone', undefined, undefined],
      ['with a secret and an AWS role', 'a-secret-of-the-evaluator', role],
    ])('to register an evaluator %s, and print the same output', async (_, secret, awsRole) => {
      let printed = ''
      const options = [
        ...(secret ? ['--secret', secret] : []),
        ...(awsRole ? ['--aws-assume-role', awsRole] : []),
      ]
      const named = ['--workflow', workflow, '--evaluator-name', evaluator.name]
      const theirs = await requestsOf(async () => {
        printed = await cli('evaluator', 'register', ...named, '--image', evaluator.image, ...options)
      })
      let registered: object = {}
      const body = { ...evaluator, secret: secret ?? null, aws_assume_role: awsRole ?? null }
      const ours = await requestsOf(() =>
        session(async (session) => {
          registered = registrationOutput(workflow, await session.register(body))
        }),
      )
      expect(ours).toEqual(theirs.map(asCurrent))
      const json = JSON.parse(printed.slice(printed.indexOf('{')))
      expect(Object.keys(registered)).toEqual(Object.keys(json))
      expect({ ...registered, created: json.created }).toEqual(json)
    })

    test('to read an evaluator, and to list the evaluators of a workflow', async () => {
      models.sandbox.state.register('acme', { ...evaluator, secret: null, aws_assume_role: role })
      const theirs = await requestsOf(async () => {
        const named = ['--workflow', workflow, '--evaluator-name', evaluator.name]
        expect(await cli('evaluator', 'get', ...named)).toContain(evaluator.image)
        expect(await cli('evaluator', 'list', '--workflow', workflow)).toContain(evaluator.image)
      })
      const ours = await requestsOf(async () => {
        await session((session) => session.findEvaluator(workflow, evaluator.name))
        await session((session) => session.listEvaluators(workflow))
      })
      expect(ours).toEqual(theirs.map(asCurrent))
      expect(ours).toHaveLength(4)
    })
  },
)

describe("the vendor's workflow API and the actions send the same requests", () => {
  beforeAll(async () => {
    // Client 1.69.0 cannot read a batch of test samples with the newest numpy.
    bin = await prepareVenv('kolena==1.69.0', 'numpy==2.3.5', 'pandas==2.3.3')
  }, 600_000)

  const inputs = { name, metadata: 'framework: pytorch\nseed: 42\nlayers: [1, 2.5, null]', tags: 'nightly' }

  test('to create and load a model', async () => {
    const create = () => models.run(inputs)
    const first = await create()
    const model = JSON.parse(first.outputs.model ?? '')
    models.sandbox.state.testing.models.length = 0
    const ours = await requestsOf(async () => {
      expect((await create()).outputs.created).toBe('true')
      expect((await create()).outputs.created).toBe('false')
    })
    models.sandbox.state.testing.models.length = 0
    const given = { workflow, name, metadata: model.metadata, tags: model.tags }
    const theirs = await requestsOf(async () => {
      await client('model', given)
      await client('model', given)
    })
    expect(ours).toEqual(theirs)
    expect(ours.map(({ path, status }) => `${path.replace('/v1/', '')} ${status}`)).toEqual([
      'token/login 200',
      'generic/model/load 404',
      'generic/model/create 200',
      'token/login 200',
      'generic/model/load 200',
    ])
  })

  test('to load a model that the other one created, with the same link', async () => {
    const { outputs } = await models.run(inputs)
    const model = JSON.parse(outputs.model ?? '')
    const { workflow: _, ...registered } = model
    expect(await client('model', { ...model, workflow })).toEqual({ ...registered, url: outputs.url })
    expect(await client('models', { workflow, tags: ['nightly'] })).toEqual([
      { ...registered, url: outputs.url },
    ])

    models.sandbox.state.testing.models.length = 0
    const theirs = await client('model', { workflow, name, metadata: model.metadata, tags: ['nightly'] })
    const again = await models.run(inputs)
    expect(again).toMatchObject({ exitCode: 0, annotations: [] })
    expect(again.outputs).toMatchObject({ created: 'false', id: String(theirs.id), url: theirs.url })
  })

  test.each([
    ['the latest version', 'faces', null],
    ['a version', 'faces@1', 1],
  ])(
    'to evaluate a model on %s of a test suite, with the same test run and link',
    async (_, suites, version) => {
      const { sandbox } = models
      sandbox.state.register('acme', { ...evaluator, secret: null, aws_assume_role: null })
      sandbox.state.testing.addModel('acme', { name, workflow })
      for (const testCases of [['day'], ['day', 'night']])
        sandbox.state.testing.addTestSuite('acme', { name: 'faces', workflow, testCases })
      const run: { outputs: Record<string, string> } = { outputs: {} }
      const ours = await requestsOf(async () => {
        Object.assign(run, await evaluations.run({ models: name, 'test-suites': suites }))
      })
      let result: object = {}
      const theirs = await requestsOf(async () => {
        result = await client('evaluate', { workflow, model: name, suite: 'faces', version })
      })
      expect(ours.filter(isTheirs).map(comparable)).toEqual(theirs.map(comparable))
      expect(JSON.parse(run.outputs['test-runs'] ?? '')).toEqual([
        { model: name, test_suite: 'faces', ...result },
      ])
      expect(sandbox.state.testing.testRuns).toMatchObject([{ evaluations: 2 }])
    },
  )

  test('to find models by their tags', async () => {
    const { sandbox } = models
    sandbox.state.register('acme', { ...evaluator, secret: null, aws_assume_role: null })
    sandbox.state.testing.addModel('acme', { name, workflow, tags: ['nightly', 'big'] })
    sandbox.state.testing.addTestSuite('acme', { name: 'faces', workflow })
    const list = 'generic/model/load-all'
    const only = (requests: Awaited<ReturnType<typeof requestsOf>>) =>
      requests.filter(({ path }) => path.endsWith(list))
    const ours = await requestsOf(() => evaluations.run({ 'model-tags': 'nightly', 'test-suites': 'faces' }))
    const theirs = await requestsOf(() => client('models', { workflow, tags: ['nightly'] }))
    expect(only(ours)).toEqual(only(theirs))
    expect(only(ours)).toHaveLength(1)
  })

  describe('about inferences', () => {
    const names = ['a', 'b', 'c', 'ü d']
    const locator = (name: string) => `s3://bucket/${name}.png`
    const sample = (name: string) =>
      `{"data_type": "TEST_SAMPLE/IMAGE", "locator": ${JSON.stringify(locator(name))}}`
    const csv =
      'locator,label,score\n' +
      names.map((name, index) => `${locator(name)},${index},0.${index}25\n`).join('')
    const columns = 'label=prediction.label\nscore=prediction.score'
    const given = {
      models: name,
      'test-suites': 'faces',
      inferences: 'inferences.csv',
      'inference-columns': columns,
      'inference-constants': 'prediction.data_type=ANNOTATION/LABEL',
    }
    let workspace: string
    beforeEach(() => {
      workspace = mkdtempSync(join(tmpdir(), 'inferences-'))
      writeFileSync(join(workspace, 'inferences.csv'), csv)
      begin()
    })
    afterEach(() => rmSync(workspace, { recursive: true }))

    /** Creates a model without inferences, and a test suite with two test cases that share a sample. */
    function begin(): void {
      const { state } = models.sandbox
      state.testing.clear()
      state.register('acme', { ...evaluator, secret: null, aws_assume_role: null })
      state.testing.addModel('acme', { name, workflow })
      const testCases = [names.slice(0, 3), names.slice(2)].map((some, index) => ({
        name: `case ${index}`,
        samples: some.map((one) => ({ test_sample: sample(one) })),
      }))
      state.testing.addTestSuite('acme', { name: 'faces', workflow, testCases })
    }

    const stored = () => {
      const { testing } = models.sandbox.state
      const id = testing.findModel('acme', name)?.id ?? 0
      return names.map((one) => JSON.parse(testing.inferenceOf(id, sample(one)) ?? 'null'))
    }
    const python = (command: string, more: object = {}) =>
      client(command, {
        workflow,
        model: name,
        suite: 'faces',
        csv: join(workspace, 'inferences.csv'),
        ...more,
      })

    test('the client reads uploads of the action like inferences of its own model', async () => {
      expect(await evaluations.run(given, { workspace })).toMatchObject({
        outputs: { uploaded: '4', missing: '0' },
      })
      const read = await python('read')
      expect(read.map(([where]: [string]) => where)).toEqual(['a', 'b', 'c', 'c', 'ü d'].map(locator))
      for (const [, same, inference] of read) {
        expect(same).toBe(true)
        expect(inference.prediction).toMatchObject({ data_type: 'ANNOTATION/LABEL' })
      }
    })

    test.each([
      ['columns', {}],
      ['text', { 'inference-columns': '', 'inference-constants': '' }],
      ['structs', { 'inference-columns': '', 'inference-constants': '' }],
    ])('the client reads the same inferences from a pandas Parquet file with %s', async (form, more) => {
      await python('write')
      const inferences = `inferences.csv.${form}.parquet`
      const run = await evaluations.run({ ...given, ...more, inferences }, { workspace })
      expect(run).toMatchObject({ annotations: [], outputs: { uploaded: '4', missing: '0' } })
      expect((await python('read')).map(([, same]: [string, boolean]) => same)).toEqual([
        true,
        true,
        true,
        true,
        true,
      ])
    })

    test.each([false, true])(
      'the action sends the same requests as the client with reset %s',
      async (reset) => {
        if (reset) await evaluations.run(given, { workspace })
        const ours = await requestsOf(() =>
          evaluations.run({ ...given, 'reset-inferences': String(reset) }, { workspace }),
        )
        const [mine, upload] = [stored(), models.sandbox.state.testing.uploads.at(-1)]
        begin()
        if (reset) await evaluations.run(given, { workspace })
        const theirs = await requestsOf(() => python('test', { reset }))
        expect(mine).toEqual(stored())
        expect(models.sandbox.state.testing.uploads.at(-1)).toMatchObject({ reset, rows: upload?.rows })
        // With reset, only the action checks which test samples have no inference, to report what is missing.
        const withoutLook = ours.filter(isTheirs).map(comparable)
        const look = withoutLook.findIndex((request) => JSON.stringify(request).includes('"load_all":false'))
        if (reset) withoutLook.splice(look, 1)
        expect(withoutLook).toEqual(theirs.map(comparable))
      },
    )

    test('neither the client nor the action finds anything left to infer after the other', async () => {
      await evaluations.run(given, { workspace })
      const after = await requestsOf(() => python('test', { reset: false }))
      expect(after.some(({ path }) => path.includes('upload'))).toBe(false)
      begin()
      await python('test', { reset: false })
      expect((await evaluations.run(given, { workspace })).outputs).toMatchObject({
        uploaded: '0',
        missing: '0',
      })
    })
  })
})
