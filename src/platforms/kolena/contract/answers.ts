import { randomUUID } from 'node:crypto'
import type { z } from 'zod/mini'
import { ParquetError } from '../../../data/parquet.js'
import type { Fixture } from './fixture.js'
import type { Scenario } from './scenario.js'
import * as schemas from './schemas.js'
import { metricsUploads, type Uploads } from './uploads.js'

/** The answer of a route: JSON or bytes. */
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

/** Returns routes whose answers have one line per batch. The client then fetches each batch by its path. */
function downloadRoutes({ batches, distinct }: Fixture): Route[] {
  const files = new Map<string, () => Promise<Buffer>>()
  const offer = (of: readonly (() => Promise<Buffer>)[]): Answer => {
    const uuid = randomUUID()
    const lines = of.map((file, index) => {
      const path = `${uuid}/${index}.parquet`
      files.set(path, file)
      return `${JSON.stringify({ uuid, path })}\n`
    })
    return ok(Buffer.from(lines.join('')))
  }
  const none = offer([])
  const all = offer(distinct.map((batch) => () => batch.unlabeled()))
  const inferences = offer(distinct.map(({ labeled }) => labeled))
  const ofTestCases = batches.map((some) => offer(some.map(({ labeled }) => labeled)))
  const ofSuite = offer(
    batches.flatMap((some, index) => some.map((batch) => () => batch.unlabeled(index + 1))),
  )
  return [
    route('PUT', '/v1/generic/test-run/load-remaining-test-samples', schemas.Remaining, ({ load_all }) =>
      load_all ? all : none,
    ),
    route('PUT', '/v1/generic/test-run/load-test-sample-inferences', schemas.OfTestRun, () => inferences),
    route(
      'PUT',
      '/v1/generic/model/load-inferences',
      schemas.OfTestCase,
      ({ test_case_id }) => ofTestCases[test_case_id - 1] ?? none,
    ),
    route('PUT', '/v1/generic/test-suite/load-test-samples', schemas.OfSuite, () => ofSuite),
    route('GET', '/v1/batched-load/download/by-path/(.+)', schemas.Anything, async (_, [path = '']) => {
      const file = files.get(path)
      return file ? ok(await file()) : notFound(`the batch ${path}`)
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
