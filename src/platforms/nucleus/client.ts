import type { z } from 'zod/mini'
import { ActionError, HttpError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { maskSecret } from '../../runtime/secrets.js'
import { type HttpRequest, readJson, send } from '../../util/http.js'
import * as schemas from './schemas.js'
import { bodyLength, type UploadTarget, uploadBody } from './upload-body.js'

/** Milliseconds for one attempt, as in the vendor's client. */
const TIMEOUT = 120_000
/** Milliseconds for an upload, which may have a hundred megabytes. */
const UPLOAD_TIMEOUT = 10 * 60_000
/** Maximum bytes of an answer: a page of items with all their metadata, or an evaluation history. */
const LARGEST_PAGE = 128 * 1024 * 1024

/** Where the address of the service comes from. */
const setting = 'api-url (or NUCLEUS_ENDPOINT)'

/** The account's key, or a key that is limited to Nucleus; never both. */
export type NucleusKey = { apiKey: string } | { limitedAccessKey: string }

/**
 * The part of the Nucleus API that scenario tests with an external evaluation function need. Each method throws
 * `HttpError`, after retries. Requests that create something are sent once, so that the caller can look before a retry.
 */
export interface Nucleus {
  findModel(id: string): Promise<schemas.Model | undefined>
  findSlice(id: string): Promise<schemas.Slice | undefined>
  /** Returns the references of all items of a slice, page by page. */
  sliceItems(id: string): AsyncIterable<string[]>
  evaluationFunctions(): Promise<schemas.EvaluationFunction[]>
  createExternalFunction(name: string): Promise<schemas.EvaluationFunction>
  scenarioTests(): Promise<schemas.ScenarioTest[]>
  /** Returns the new test's id. */
  createScenarioTest(name: string, sliceId: string, functionId: string): Promise<string>
  criteria(testId: string): Promise<schemas.Criterion[]>
  setThreshold(testId: string, functionId: string, threshold: number): Promise<void>
  setBaseline(testId: string, modelId: string): Promise<void>
  evaluations(testId: string): Promise<schemas.Evaluation[]>
  upload(
    target: UploadTarget,
    results: Parameters<typeof uploadBody>[1],
    overallMetric: number,
  ): Promise<void>
}

/** @param apiUrl such as `https://api.scale.com/v1/nucleus` */
export function openNucleus(apiUrl: URL, key: NucleusKey, signal: AbortSignal): Nucleus {
  const call = caller(apiUrl, authorization(key), signal)
  const validate = (...path: string[]) => ['validate', ...path]
  return {
    findModel: (id) => call.find(schemas.Model, ['model', id]),
    findSlice: (id) => call.find(schemas.Slice, ['slice', id, 'info']),
    sliceItems: (id) => pages(call, ['slice', id, 'itemsPage']),
    evaluationFunctions: async () =>
      (await call(schemas.EvaluationFunctions, 'GET', validate('eval_fn'))).eval_functions,
    createExternalFunction: async (name) => {
      const body = { name, is_external_function: true, serialized_fn: null, raw_source: null, level: 'item' }
      return (await call(schemas.CreatedFunction, 'POST', validate('eval_fn'), { body, attempts: 1 })).eval_fn
    },
    scenarioTests: () => call(schemas.ScenarioTests, 'GET', validate('scenario_test', 'details')),
    createScenarioTest: async (name, slice_id, id) => {
      const body = { name, slice_id, evaluation_functions: [{ id, eval_func_arguments: {} }] }
      const path = validate('scenario_test')
      return (await call(schemas.CreatedTest, 'POST', path, { body, attempts: 1 })).scenario_test_id
    },
    criteria: async (testId) =>
      (await call(schemas.Criteria, 'GET', validate('scenario_test', testId, 'metrics')))
        .scenario_test_metrics,
    setThreshold: async (testId, functionId, threshold) => {
      const path = validate('metric', 'set_threshold', testId, functionId)
      await call(schemas.Threshold, 'POST', path, { body: { threshold } })
    },
    setBaseline: async (testId, modelId) => {
      const path = validate('scenario_test', testId, 'set_baseline_model', modelId)
      await call(schemas.Baseline, 'POST', path, { body: {} })
    },
    evaluations: (testId) =>
      call(schemas.Evaluations, 'GET', validate('scenario_test', testId, 'eval_history', 'details'), {
        largestAnswer: LARGEST_PAGE,
      }),
    upload: async (target, results, overallMetric) => {
      const pieces = () => uploadBody(target, results, overallMetric)
      const length = await bodyLength(target, results, overallMetric)
      let sent = 0
      log.progress(() => `${(sent / 1e6).toFixed(1)} of ${(length / 1e6).toFixed(1)} MB`)
      await call.send('POST', validate('scenario_test', 'upload_results'), {
        body: async function* () {
          for (const piece of pieces()) {
            yield piece
            sent += piece.length
          }
        },
        headers: { 'content-length': String(length) },
        timeout: UPLOAD_TIMEOUT,
        attempts: 1,
      })
    },
  }
}

/** Uses basic authentication with the key as user and no password. A limited key has its own header. */
function authorization(key: NucleusKey): Record<string, string> {
  if ('limitedAccessKey' in key) return { 'x-limited-access-key': key.limitedAccessKey }
  maskSecret(`${key.apiKey}:`)
  return { authorization: `Basic ${Buffer.from(`${key.apiKey}:`).toString('base64')}` }
}

interface CallOptions extends Pick<HttpRequest, 'attempts' | 'expect' | 'timeout' | 'largestAnswer'> {
  /** Sent as JSON. A function creates the bytes itself. */
  body?: object | (() => AsyncIterable<Uint8Array>)
  headers?: Record<string, string>
}

type Caller = ReturnType<typeof caller>

function caller(apiUrl: URL, authorization: Record<string, string>, signal: AbortSignal) {
  const answer = async (method: HttpRequest['method'], path: string[], options: CallOptions = {}) => {
    const { body, headers, ...rest } = options
    const url = new URL(`${apiUrl.href.replace(/\/$/, '')}/${path.map(encodeURIComponent).join('/')}`)
    return await send({
      method,
      url,
      setting,
      headers: {
        ...authorization,
        'content-type': 'application/json',
        ...headers,
      },
      signal,
      timeout: TIMEOUT,
      ...(body !== undefined && { body: typeof body === 'function' ? () => body() : JSON.stringify(body) }),
      ...rest,
    }).catch(explainKey(apiUrl))
  }
  const call = async <T>(
    schema: z.ZodMiniType<T>,
    method: HttpRequest['method'],
    path: string[],
    options?: CallOptions,
  ) => readJson(schema, await answer(method, path, options), apiUrl, setting)
  const find = async <T>(schema: z.ZodMiniType<T>, path: string[]): Promise<T | undefined> => {
    const reply = await answer('GET', path, { expect: [404] })
    return reply.status === 404 ? undefined : readJson(schema, reply, apiUrl, setting)
  }
  return Object.assign(call, { send: answer, find })
}

type PageToken = string | number | null

/** Items per page: the initial and the minimum number. */
const LARGEST_COUNT = 10_000
const SMALLEST_COUNT = 100

async function* pages(call: Caller, path: string[]): AsyncGenerator<string[]> {
  const seen = new Set<PageToken>()
  let count = LARGEST_COUNT
  let token: PageToken = null
  do {
    const page: z.output<typeof schemas.ItemPage> | undefined = await readPage(call, path, token, count)
    if (!page) count = Math.floor(count / 2)
    else {
      yield page.items
      seen.add(token)
      token = page.nextPageToken || null
      if (token !== null && seen.has(token))
        throw new ActionError(
          `The platform gave the page token "${token}" of ${path.join('/')} twice, so the items cannot be listed. Try again; if that does not help, contact the platform's support.`,
        )
    }
  } while (token !== null || !seen.has(null))
}

/** Returns one page of items; undefined if the service cannot return this many at once but may return fewer. */
async function readPage(call: Caller, path: string[], pageToken: PageToken, pageSize: number) {
  const options = { body: { pageToken, pageSize }, largestAnswer: LARGEST_PAGE, attempts: 2 }
  try {
    return await call(schemas.ItemPage, 'POST', path, options)
  } catch (error) {
    const fewer = error instanceof HttpError && error.transient && pageSize / 2 >= SMALLEST_COUNT
    if (!fewer) throw error
    log.info(`The platform cannot give ${pageSize} items at once; requesting half as many`)
    return undefined
  }
}

function explainKey(apiUrl: URL) {
  return (cause: unknown): never => {
    if (!(cause instanceof HttpError) || (cause.status !== 401 && cause.status !== 403)) throw cause
    throw new ActionError(
      `${apiUrl.host} does not accept the key for this (${cause.message}). Check that it is the whole API key of the account that owns the slice; a key that is limited to Nucleus belongs in limited-access-key.`,
      { cause },
    )
  }
}
