import { randomUUID } from 'node:crypto'
import type { z } from 'zod/mini'
import { type HttpRequest, type HttpResponse, readJson, send } from '../../util/http.js'

interface CallOptions {
  body?: unknown
  query?: string
  /** 1 for a call that must not be sent twice. */
  attempts?: number
  /** Statuses beside 2xx that are an answer and no error. */
  expect?: readonly number[]
  /** Milliseconds that one attempt may take. */
  timeout?: number
  /** Bytes that the answer may have. */
  largestAnswer?: number
}

type Method = HttpRequest['method']

/** Calls of the platform below `/v1`; the path comes in segments. Each throws `HttpError`. */
export interface Calls {
  <T>(method: Method, path: string[], schema: z.ZodMiniType<T>, options?: CallOptions): Promise<T>
  /** undefined when the answer is the status `none`, 404 unless said. */
  find<T>(
    method: Method,
    path: string[],
    schema: z.ZodMiniType<T>,
    options?: CallOptions & { none?: number },
  ): Promise<T | undefined>
  /** The answer as it came. */
  send(method: Method, path: string[], options?: CallOptions): Promise<HttpResponse>
}

/** @param authorization the header, empty for a login */
export function caller(apiUrl: URL, authorization: Record<string, string>, signal: AbortSignal): Calls {
  const answer = (method: Method, path: string[], { body, query, ...rest }: CallOptions = {}) => {
    // Each segment is percent-encoded whole, so that a name may hold a slash.
    const url = new URL(`${apiUrl.href.replace(/\/$/, '')}/v1/${path.map(encodeURIComponent).join('/')}`)
    if (query) url.search = query
    const headers = {
      ...authorization,
      'content-type': 'application/json',
      'x-request-id': randomUUID().replaceAll('-', ''),
    }
    const content = body === undefined ? {} : { body: JSON.stringify(body) }
    return send({ method, url, headers, signal, ...content, ...rest })
  }
  const call = async <T>(method: Method, path: string[], schema: z.ZodMiniType<T>, options?: CallOptions) =>
    readJson(schema, await answer(method, path, options), apiUrl)
  const find: Calls['find'] = async (method, path, schema, { none = 404, ...options } = {}) => {
    const reply = await answer(method, path, { ...options, expect: [none] })
    return reply.status === none ? undefined : readJson(schema, reply, apiUrl)
  }
  return Object.assign(call, { find, send: answer })
}
