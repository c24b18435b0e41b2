import type { z } from 'zod/mini'
import { HttpError, messageOf } from '../../runtime/errors.js'
import { type HttpResponse, readJson, send } from '../../util/http.js'
import { retry } from '../../util/retry.js'
import type { Calls } from './calls.js'
import { readFrame } from './frames.js'
import { DownloadBatch, SignedUrl, UploadId } from './schemas.js'

/** Maximum rows per batch of a download: a few dozen megabytes. The vendor's client requests a million. */
const BATCH_ROWS = 20_000
/** Maximum rows per batch with ground truths. These rows may be large: masks and polygons take kilobytes. */
export const LABELED_ROWS = 2_000
/** Maximum milliseconds to prepare all batches or accept an upload on the platform, as in the vendor's client. */
const PREPARATION = 60 * 60_000
/** Maximum milliseconds for one batch. */
const TRANSFER = 10 * 60_000
/** Maximum bytes of one batch. */
const MAX_BATCH_BYTES = 512 * 1024 * 1024

/** A row of a batch: columns of JSON text. */
export type SampleRow = Partial<Record<(typeof columns)[number], string | null>>
/** A row with everything that an evaluator gets. */
export type LabeledRow = Partial<Record<(typeof labeledColumns)[number], string | null>>

const columns = ['test_sample', 'inference'] as const
const labeledColumns = ['test_sample', 'test_sample_metadata', 'ground_truth', 'inference'] as const

/** A batch of a download, and the number of batches that follow. */
export interface DownloadedBatch<Row> {
  rows: Row[]
  left: number
}

/** Calls for test samples and inferences, which are transferred in batches through the platform's storage. */
export function batchedLoadCalls(call: Calls, apiUrl: URL, signal: AbortSignal) {
  const batchedLoad = (...path: string[]) => ['batched-load', ...path]

  /** Starts a download and reads it batch by batch. */
  async function* download(path: string[], body: object): AsyncGenerator<SampleRow[]> {
    for await (const { rows } of downloadColumns(path, { batch_size: BATCH_ROWS, ...body }, columns))
      yield rows
  }

  async function* downloadColumns<Name extends string>(
    path: string[],
    body: object,
    names: readonly Name[],
  ): AsyncGenerator<DownloadedBatch<Partial<Record<Name, string | null>>>> {
    const answer = await call.send('PUT', path, { body, timeout: PREPARATION })
    const batches = readLines(DownloadBatch, answer, apiUrl)
    let failure: unknown
    try {
      for (const [index, batch] of batches.entries())
        yield { rows: await readBatch(batch.path, names), left: batches.length - index - 1 }
    } catch (error) {
      failure = error
      throw error
    } finally {
      const completed = complete(batches.at(-1)?.uuid)
      // If the download failed, its reason matters more than a failure to complete it.
      await (failure === undefined ? completed : completed.catch(() => {}))
    }
  }

  /** Tells the platform that it may remove the batches of a download. */
  async function complete(uuid: string | undefined): Promise<void> {
    if (uuid !== undefined && !signal.aborted)
      await call.send('PUT', batchedLoad('download', 'complete'), { body: { uuid } })
  }

  /** Repeats the download of a batch that arrives incomplete. */
  async function readBatch<Name extends string>(path: string, names: readonly Name[]) {
    const attempt = async () => {
      const bytes = await fetchBatch(path)
      try {
        return await readFrame(bytes, names)
      } catch (cause) {
        const message = `${apiUrl.host} sent a batch of ${bytes.length} bytes that is not a complete Parquet file: ${messageOf(cause)}`
        throw new HttpError(message, undefined, undefined, { cause })
      }
    }
    return await retry(attempt, { what: 'the download of a batch', signal })
  }

  async function fetchBatch(path: string): Promise<Buffer> {
    const transfer = { attempts: 1, timeout: TRANSFER, largestAnswer: MAX_BATCH_BYTES }
    const route = batchedLoad('download', 'by-path', ...path.split('/'))
    const answer = await call.send('GET', route, { ...transfer, expect: redirects })
    if (!redirects.includes(answer.status)) return answer.body
    // The storage gets no token: the signed address itself grants access.
    const location = answer.headers.location ?? ''
    if (!URL.canParse(location, apiUrl.href))
      throw new HttpError(`The platform redirects a batch to "${location}"`, answer.status)
    const url = new URL(location, apiUrl)
    return (await send({ method: 'GET', url, signal, ...transfer })).body
  }

  async function putBatch(uuid: string, batch: Buffer): Promise<void> {
    const { signed_url } = await call('GET', batchedLoad('upload', 'signed-url', uuid), SignedUrl)
    const headers = {
      'content-type': 'application/octet-stream',
      'content-length': String(batch.length),
    }
    // Also without the token. Sending it again replaces the same object.
    await send({
      method: 'PUT',
      url: new URL(signed_url),
      headers,
      body: async function* () {
        yield batch
      },
      signal,
      timeout: TRANSFER,
    })
  }

  const testRun = (name: string) => ['generic', 'test-run', name]
  return {
    /**
     * Returns the test samples of a test run that its model has no inference for yet; with `all`, the others as well.
     */
    testSamplesOf: (testRunId: number, { all }: { all: boolean }) =>
      download(testRun('load-remaining-test-samples'), { test_run_id: testRunId, load_all: all }),
    /** Returns the test samples of a test run that have an inference, with the inference. */
    inferencesOf: (testRunId: number) =>
      download(testRun('load-test-sample-inferences'), { test_run_id: testRunId }),
    /**
     * Returns the test samples of a test suite. A sample in several test cases occurs several times. Creates no test
     * run.
     */
    testSamplesOfSuite: (testSuiteId: number) =>
      download(['generic', 'test-suite', 'load-test-samples'], { test_suite_id: testSuiteId }),
    /** Returns the inferences of a model on a test case, with their test samples. Creates no test run. */
    inferencesOfModel: (modelId: number, testCaseId: number) =>
      download(['generic', 'model', 'load-inferences'], { model_id: modelId, test_case_id: testCaseId }),
    /** Returns the same with metadata and ground truths, in smaller batches. */
    labeledSamples: (modelId: number, testCaseId: number): AsyncGenerator<DownloadedBatch<LabeledRow>> => {
      const body = { batch_size: LABELED_ROWS, model_id: modelId, test_case_id: testCaseId }
      return downloadColumns(['generic', 'model', 'load-inferences'], body, labeledColumns)
    },
    /** Uploads batches to the platform's storage. Returns the id of the upload, which has no effect by itself. */
    uploadBatches: async (batches: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<string> => {
      const { uuid } = await call('PUT', batchedLoad('upload', 'init'), UploadId)
      for await (const batch of batches) await putBatch(uuid, batch)
      return uuid
    },
    /**
     * Creates the inferences of an upload. Sent once: if the outcome is unknown (`HttpError.outcomeUnknown`), look
     * before you retry.
     *
     * @param reset whether they replace existing inferences
     */
    uploadInferences: async (uuid: string, testRunId: number, reset: boolean): Promise<void> => {
      const body = { uuid, test_run_id: testRunId, reset }
      await call.send('PUT', testRun('upload-inferences'), { body, attempts: 1, timeout: PREPARATION })
    },
  }
}

const redirects = [301, 302, 303, 307, 308]

/** Reads an answer with one JSON value per line. */
function readLines<T>(schema: z.ZodMiniType<T>, { status, headers, body }: HttpResponse, from: URL): T[] {
  const lines = body.toString('utf8').split('\n')
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => readJson(schema, { status, headers, body: Buffer.from(line) }, from))
}
