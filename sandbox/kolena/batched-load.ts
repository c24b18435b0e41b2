import { randomUUID } from 'node:crypto'
import { readFrame, writeFrame } from '../../src/platforms/kolena/frames.js'
import { type Call, Refusal, type Reply, type Route } from '../http.js'
import { check, ok, type SignedInAnswer } from './answers.js'
import type { KolenaState } from './state.js'
import * as schemas from './testing-schemas.js'
import { canonical, type Sample } from './testing-state.js'

const MAX_BATCH_BYTES = 512 * 1024 * 1024
const STORAGE = '/storage'

/** A batch that is uploaded or downloaded. Uploads belong to the organization that started them. */
class Storage {
  readonly #objects = new Map<string, Buffer>()
  readonly #uploads = new Map<string, { organization: string; keys: string[] }>()

  /** Stores the batches of a download. Returns the answer to the client, one line per batch. */
  offer(batches: readonly Buffer[]): Reply {
    const uuid = randomUUID()
    const lines = batches.map((batch, index) => {
      const path = `${uuid}/${index}.parquet`
      this.#objects.set(path, batch)
      return `${JSON.stringify({ uuid, path })}\n`
    })
    return { status: 200, body: Buffer.from(lines.join('')) }
  }

  get(key: string): Buffer {
    const batch = this.#objects.get(key)
    if (!batch) throw new Refusal(404, `no batch ${key}`)
    return batch
  }

  removeBatchesOf(uuid: string): void {
    for (const key of this.#objects.keys()) if (key.startsWith(`${uuid}/`)) this.#objects.delete(key)
  }

  beginUpload(organization: string): string {
    const uuid = randomUUID()
    this.#uploads.set(uuid, { organization, keys: [] })
    return uuid
  }

  /** Returns the key of the next object of an upload. */
  sign(organization: string, uuid: string): string {
    const key = `${uuid}/${randomUUID()}`
    this.#uploadOf(organization, uuid).keys.push(key)
    return key
  }

  put(key: string, batch: Buffer): void {
    const [uuid = ''] = key.split('/')
    if (!this.#uploads.get(uuid)?.keys.includes(key)) throw new Refusal(403, 'the signature is not valid')
    this.#objects.set(key, batch)
  }

  /** Returns the batches of an upload in order. */
  uploaded(organization: string, uuid: string): Buffer[] {
    return this.#uploadOf(organization, uuid).keys.flatMap((key) => this.#objects.get(key) ?? [])
  }

  #uploadOf(organization: string, uuid: string) {
    const upload = this.#uploads.get(uuid)
    if (upload?.organization !== organization) throw new Refusal(404, `no upload ${uuid}`)
    return upload
  }
}

/** Metrics that an evaluator uploads, by the last segment of the route. */
const metrics = [
  'upload-test-sample-metrics',
  'upload-test-sample-thresholded-metrics',
  'upload-test-case-metrics',
  'upload-test-case-plots',
  'upload-test-suite-metrics',
]

/** The part of the Kolena API that transfers test samples, inferences and metrics in batches, and its storage. */
export function batchedLoadRoutes(
  state: KolenaState,
  signedIn: (answer: SignedInAnswer) => Route['answer'],
): Route[] {
  const { testing } = state
  const storage = new Storage()
  const put = (path: string, answer: SignedInAnswer): Route => ({
    method: 'PUT',
    path: `/v1/${path}`,
    answer: signedIn(answer),
  })
  const offer = async (rows: readonly Row[], batchSize: number) =>
    storage.offer(await Promise.all(slices(rows, batchSize).map((slice) => writeFrame(frameOf(slice)))))
  return [
    put('generic/test-run/load-remaining-test-samples', (organization, { body }) => {
      const { batch_size, test_run_id, load_all } = check(schemas.remainingSamples, body)
      const { model_id, test_suite_id } = testing.findTestRun(organization, test_run_id)
      const samples = testing.samplesOf(test_suite_id)
      const inferences = testing.inferencesOf(model_id)
      const wanted = ({ key }: Sample) => load_all || !inferences.has(key)
      return offer(samples.filter(wanted).map(withoutLabels), batch_size)
    }),
    put('generic/test-run/load-test-sample-inferences', (organization, { body }) => {
      const { batch_size, test_run_id } = check(schemas.batchesOfTestRun, body)
      const { model_id, test_suite_id } = testing.findTestRun(organization, test_run_id)
      return offer(withInferences(state, testing.samplesOf(test_suite_id), model_id), batch_size)
    }),
    put('generic/model/load-inferences', (organization, { body }) => {
      const { batch_size, model_id, test_case_id } = check(schemas.batchesOfModel, body)
      const mine = (known: { organization: string }) => known.organization === organization
      const model = testing.models.filter(mine).find(({ id }) => id === model_id)
      const cases = testing.testSuites.filter(mine).flatMap(({ testCases }) => testCases)
      const testCase = cases.find(({ id }) => id === test_case_id)
      if (!model) throw new Refusal(404, `no model with the id ${model_id}`)
      if (!testCase) throw new Refusal(404, `no test case with the id ${test_case_id}`)
      return offer(withInferences(state, testCase.samples, model_id), batch_size)
    }),
    put('generic/test-suite/load-test-samples', (organization, { body }) => {
      const { batch_size, test_suite_id } = check(schemas.batchesOfSuite, body)
      const suite = testing.testSuites.find(
        (one) => one.organization === organization && one.id === test_suite_id,
      )
      if (!suite) throw new Refusal(404, `no test suite with the id ${test_suite_id}`)
      const rows = suite.testCases.flatMap(({ id, samples }) =>
        samples.map((sample) => ({ ...withoutLabels(sample), test_case_id: BigInt(id) })),
      )
      return offer(rows, batch_size)
    }),
    {
      method: 'GET',
      path: '/v1/batched-load/download/by-path/:uuid/:name',
      answer: signedIn((_, call) => {
        const key = `${call.parameter('uuid')}/${call.parameter('name')}`
        if (!testing.redirectsDownloads) return { status: 200, body: storage.get(key) }
        return { status: 307, body: {}, headers: { location: `${STORAGE}/${key}` } }
      }),
    },
    put('batched-load/download/complete', (_, { body }) => {
      storage.removeBatchesOf(check(schemas.byUpload, body).uuid)
      return ok({})
    }),
    put('batched-load/upload/init', (organization) => ok({ uuid: storage.beginUpload(organization) })),
    {
      method: 'GET',
      path: '/v1/batched-load/upload/signed-url/:uuid',
      answer: signedIn((organization, { parameter, headers }) => {
        const key = storage.sign(organization, parameter('uuid'))
        return ok({ signed_url: `http://${headers.host}${STORAGE}/${key}?signature=${randomUUID()}` })
      }),
    },
    {
      method: 'PUT',
      path: `${STORAGE}/:uuid/:name`,
      raw: true,
      largestBody: MAX_BATCH_BYTES,
      answer: (call) => {
        refuseToken(call)
        storage.put(`${call.parameter('uuid')}/${call.parameter('name')}`, call.body as Buffer)
        return ok({})
      },
    },
    {
      method: 'GET',
      path: `${STORAGE}/:uuid/:name`,
      answer: (call) => {
        refuseToken(call)
        return { status: 200, body: storage.get(`${call.parameter('uuid')}/${call.parameter('name')}`) }
      },
    },
    put('generic/test-run/upload-inferences', async (organization, { body }) => {
      const { uuid, test_run_id, reset } = check(schemas.inferences, body)
      const { model_id, test_suite_id } = testing.findTestRun(organization, test_run_id)
      const known = new Set(testing.samplesOf(test_suite_id).map(({ key }) => key))
      const rows = (await Promise.all(storage.uploaded(organization, uuid).map(readInferences))).flat()
      const foreign = rows.find(({ sample }) => !known.has(canonical(sample)))
      if (foreign) throw new Refusal(422, `the test suite has no test sample ${foreign.sample}`)
      for (const { sample, inference } of rows) testing.addInference(model_id, sample, inference, reset)
      testing.uploads.push({ test_run_id, reset, rows: rows.length })
      return ok({ n_uploaded: rows.length })
    }),
    ...metrics.map((kind) =>
      put(`generic/test-run/${kind}`, async (organization, { body }) => {
        const { uuid, test_run_id } = check(schemas.metrics, body)
        const run = testing.findTestRun(organization, test_run_id)
        const frames = await Promise.all(
          storage.uploaded(organization, uuid).map((batch) => readFrame(batch, ['metrics'])),
        )
        run.metrics.push({ kind, rows: frames.flat().length })
        return ok({})
      }),
    ),
  ]
}

type Row = Record<string, string | bigint>

function withoutLabels({ sample, metadata }: Sample): Row {
  return { test_sample: sample, test_sample_metadata: metadata }
}

/** Returns a row for each sample that has an inference. */
function withInferences({ testing }: KolenaState, samples: readonly Sample[], modelId: number): Row[] {
  const inferences = testing.inferencesOf(modelId)
  return samples.flatMap((one) => {
    const inference = inferences.get(one.key)
    return inference === undefined
      ? []
      : [{ ...withoutLabels(one), ground_truth: one.groundTruth, inference }]
  })
}

function frameOf(rows: readonly Row[]) {
  const names = Object.keys(rows[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? '')]))
}

function slices<T>(items: readonly T[], size: number): T[][] {
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, index) => index * size)
  return starts.map((start) => items.slice(start, start + size))
}

async function readInferences(batch: Buffer): Promise<{ sample: string; inference: string }[]> {
  const rows = await readFrame(batch, ['test_sample', 'inference']).catch(() => {
    throw new Refusal(422, 'a batch of the upload is not a Parquet file')
  })
  return rows.map(({ test_sample, inference }) => {
    if (!test_sample || !inference) throw new Refusal(422, 'a row has no test_sample or no inference')
    return { sample: test_sample, inference }
  })
}

/** Refuses a token, as storage with signed addresses does: the client must not send one there. */
function refuseToken({ headers }: Call): void {
  if (headers.authorization !== undefined) throw new Refusal(400, 'only one kind of authorization is allowed')
}
