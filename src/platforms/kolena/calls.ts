import { randomUUID } from 'node:crypto'
import type { z } from 'zod/mini'
import { HttpError } from '../../runtime/errors.js'
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

/** The headers that prove who calls. */
export interface Authorization {
  headers: Record<string, string>
  /** Gets others in place of those that the platform no longer accepts; undefined where there are none. */
  renew?(): Promise<Authorization>
}

/** @param authorization of a call at the time when it is sent */
export function caller(apiUrl: URL, authorization: () => Promise<Authorization>, signal: AbortSignal): Calls {
  const answer = async (method: Method, path: string[], { body, query, ...rest }: CallOptions = {}) => {
    // Each segment is percent-encoded whole, so that a name may hold a slash.
    const url = new URL(`${apiUrl.href.replace(/\/$/, '')}/v1/${path.map(encodeURIComponent).join('/')}`)
    if (query) url.search = query
    const headers = {
      'content-type': 'application/json',
      'x-request-id': randomUUID().replaceAll('-', ''),
    }
    const content = body === undefined ? {} : { body: JSON.stringify(body) }
    const attempt = (own: Authorization) =>
      send({ method, url, headers: { ...own.headers, ...headers }, signal, ...content, ...rest })
    const own = await authorization()
    try {
      return await attempt(own)
    } catch (error) {
      // The platform has not acted on what it refused, so nothing is sent twice.
      if (!own.renew || !(error instanceof HttpError && error.status === 401)) throw error
      return await attempt(await own.renew())
    }
  }
  const call = async <T>(method: Method, path: string[], schema: z.ZodMiniType<T>, options?: CallOptions) =>
    readJson(schema, await answer(method, path, options), apiUrl)
  const find: Calls['find'] = async (method, path, schema, { none = 404, ...options } = {}) => {
    const reply = await answer(method, path, { ...options, expect: [none] })
    return reply.status === none ? undefined : readJson(schema, reply, apiUrl)
  }
  return Object.assign(call, { find, send: answer })
}
