import { randomUUID } from 'node:crypto'
import type { z } from 'zod/mini'
import { ParquetError } from '../../../data/parquet.js'
import { columnsOf, writeBatch } from './batches.js'
import { distinctSamples, type Fixture } from './fixture.js'
import type { Scenario } from './scenario.js'
import * as schemas from './schemas.js'
import { metricsUploads, type Uploads } from './uploads.js'

/** What a route answers: JSON or bytes. */
export interface Answer {
  status: number
  body: unknown
}

export interface Route {
  method: string
  path: RegExp
  schema: z.ZodMiniType
  answer(body: never, path: string[], base: string): Answer | Promise<Answer>
}

function route<T>(
  method: string,
  path: string,
  schema: z.ZodMiniType<T>,
  answer: (body: T, path: string[], base: string) => Answer | Promise<Answer>,
): Route {
  return { method, path: new RegExp(`^${path}$`), schema, answer }
}

const ok = (body: unknown): Answer => ({ status: 200, body })
const notFound = (what: string): Answer => ({ status: 404, body: { detail: `${what} does not exist` } })

/** Implements the part of the platform's API that an evaluator calls, for one model, one test suite and one fixture. */
export function routesFor(scenario: Scenario, fixture: Fixture, uploads: Uploads): Route[] {
  return [
    ...platformRoutes(scenario),
    ...entityRoutes(scenario, fixture),
    ...testRunRoutes(scenario),
    ...downloadRoutes(fixture),
    ...uploadRoutes(uploads),
  ]
}

function platformRoutes({ token }: Scenario): Route[] {
  return [
    route('PUT', '/v1/token/login', schemas.Login, ({ api_token }) =>
      api_token === token
        ? // Clients of 2023 require tenant_telemetry.
          ok({
            tenant: 'contract',
            access_token: randomUUID(),
            token_type: 'bearer',
            tenant_telemetry: false,
          })
        : { status: 401, body: { detail: 'the API token is not valid' } },
    ),
    route('PUT', '/v1/event/profile', schemas.Anything, () => ok({})),
    route('POST', '/v1/event', schemas.Anything, () => ok({})),
    route('POST', '/v1/client-log/upload', schemas.Anything, () => ok({})),
  ]
}

function entityRoutes(scenario: Scenario, fixture: Fixture): Route[] {
  const { workflow, model, suite } = scenario
  const modelEntity = { ...model, metadata: {}, tags: [], workflow }
  const testCases = fixture.test_cases.map(({ name }, index) => ({
    id: index + 1,
    name,
    version: 1,
    description: '',
    workflow,
  }))
  const suiteEntity = (version: number) => ({
    id: suite.id,
    name: suite.name,
    version,
    description: '',
    test_cases: testCases,
    workflow,
    tags: [],
  })
  return [
    route('PUT', '/v1/generic/model/load', schemas.ByName, ({ name }) =>
      name === model.name ? ok(modelEntity) : notFound(`the model "${name}"`),
    ),
    route('POST', '/v1/generic/model/create', schemas.NewModel, ({ name, workflow }) =>
      ok({ id: model.id + 1, name, metadata: {}, tags: [], workflow }),
    ),
    route('PUT', '/v1/generic/model/load-all', schemas.Anything, () => ok({ models: [modelEntity] })),
    route('PUT', '/v1/generic/test-suite/load', schemas.SuiteByName, ({ name, version }) => {
      const wanted = version ?? suite.latest
      const exists = name === suite.name && wanted >= 0 && wanted <= suite.latest
      return exists ? ok(suiteEntity(wanted)) : notFound(`the test suite "${name}" (version ${version})`)
    }),
    route('PUT', '/v1/generic/test-suite/load-all', schemas.Anything, () =>
      ok({ test_suites: [suiteEntity(suite.latest)] }),
    ),
  ]
}

function testRunRoutes({ testRunId }: Scenario): Route[] {
  const path = '/v1/generic/test-run'
  return [
    route('PUT', `${path}/create-or-retrieve`, schemas.TestRun, () => ok({ test_run_id: testRunId })),
    route('PUT', `${path}/evaluate`, schemas.OfTestRun, () => ok({ test_run_id: testRunId })),
    route('PUT', `${path}/update-metrics-status`, schemas.OfTestRun, () => ok({})),
    route('POST', `${path}/mark-crashed`, schemas.OfTestRun, () => ok({})),
  ]
}

/** The batches of a fixture. Each is created on first use and shared by all runs. */
class Downloads {
  readonly #offered = new Map<string, Promise<string | undefined>>()
  readonly #batches = new Map<string, Buffer>()

  /** The id of a batch; undefined if it would be empty. */
  offer(what: string, columns: () => ReturnType<typeof columnsOf>): Promise<string | undefined> {
    const making = this.#offered.get(what) ?? this.#make(columns())
    this.#offered.set(what, making)
    return making
  }

  find(path: string): Buffer | undefined {
    return this.#batches.get(path)
  }

  async #make(columns: ReturnType<typeof columnsOf>): Promise<string | undefined> {
    if (columns.test_sample?.length === 0) return undefined
    const uuid = randomUUID()
    this.#batches.set(`${uuid}.parquet`, await writeBatch(columns))
    return uuid
  }
}

const downloads = new WeakMap<Fixture, Downloads>()

/** A load answers with one line per batch, here one or none. The client then fetches the batch by its path. */
function downloadRoutes(fixture: Fixture): Route[] {
  const all = downloads.get(fixture) ?? new Downloads()
  downloads.set(fixture, all)
  const offer = async (what: string, columns: () => ReturnType<typeof columnsOf>): Promise<Answer> => {
    const uuid = await all.offer(what, columns)
    return ok(Buffer.from(uuid ? `${JSON.stringify({ uuid, path: `${uuid}.parquet` })}\n` : ''))
  }
  const both = ['ground_truth', 'inference'] as const
  return [
    route('PUT', '/v1/generic/test-run/load-remaining-test-samples', schemas.Remaining, ({ load_all }) =>
      offer(`remaining ${load_all}`, () => columnsOf(load_all ? distinctSamples(fixture) : [], [])),
    ),
    route('PUT', '/v1/generic/test-run/load-test-sample-inferences', schemas.OfTestRun, () =>
      offer('inferences', () => columnsOf(distinctSamples(fixture), both)),
    ),
    route('PUT', '/v1/generic/model/load-inferences', schemas.OfTestCase, ({ test_case_id }) => {
      const testCase = fixture.test_cases[test_case_id - 1]
      return offer(`test case ${testCase && test_case_id}`, () => columnsOf(testCase?.samples ?? [], both))
    }),
    route('PUT', '/v1/generic/test-suite/load-test-samples', schemas.OfSuite, () =>
      offer('suite', () => ({
        test_case_id: fixture.test_cases.flatMap(({ samples }, index) =>
          samples.map(() => BigInt(index + 1)),
        ),
        ...columnsOf(
          fixture.test_cases.flatMap(({ samples }) => samples),
          [],
        ),
      })),
    ),
    route('GET', '/v1/batched-load/download/by-path/(.+)', schemas.Anything, (_, [path = '']) => {
      const batch = all.find(path)
      return batch ? ok(batch) : notFound(`the batch ${path}`)
    }),
    route('PUT', '/v1/batched-load/download/complete', schemas.Uploaded, () => ok({})),
  ]
}

function uploadRoutes(uploads: Uploads): Route[] {
  const path = '/v1/generic/test-run'
  return [
    route('PUT', '/v1/batched-load/upload/init', schemas.Anything, () => ok({ uuid: randomUUID() })),
    route('GET', '/v1/batched-load/upload/signed-url/([^/]+)', schemas.Anything, (_, [uuid], base) =>
      ok({ signed_url: `${base}/upload/${uuid}` }),
    ),
    route('PUT', '/upload/([^/]+)', schemas.Anything, (batch, [uuid = '']) => {
      try {
        uploads.addBatch(uuid, Buffer.isBuffer(batch) ? batch : Buffer.alloc(0))
        return ok({})
      } catch (error) {
        if (!(error instanceof ParquetError)) throw error
        return { status: 422, body: { detail: `the batch ${error.message}` } }
      }
    }),
    route('PUT', `${path}/upload-inferences`, schemas.UploadedInferences, ({ uuid }) =>
      ok({ n_uploaded: uploads.countOf(uuid) }),
    ),
    ...metricsUploads.map((kind) =>
      route('PUT', `${path}/${kind}`, schemas.UploadedMetrics, ({ uuid, test_case_id, configuration }) =>
        ok({
          n_uploaded: uploads.accept(kind, uuid, test_case_id ?? null, configuration?.display_name ?? null),
        }),
      ),
    ),
  ]
}
