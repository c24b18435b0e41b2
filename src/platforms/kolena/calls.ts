import { randomUUID } from 'node:crypto'
import type { z } from 'zod/mini'
import { HttpError } from '../../runtime/errors.js'
import { type HttpRequest, type HttpResponse, readJson, send } from '../../util/http.js'

interface CallOptions {
  body?: unknown
  query?: string
  /** 1 for a call that must not be sent twice. */
  attempts?: number
  /** Statuses outside 2xx that are an answer and not an error. */
  expect?: readonly number[]
  /** Milliseconds for one attempt. */
  timeout?: number
  /** Maximum bytes of the answer. */
  largestAnswer?: number
}

type Method = HttpRequest['method']

/** Calls of the platform below `/v1`. The path is a list of segments. Each method throws `HttpError`. */
export interface Calls {
  <T>(method: Method, path: string[], schema: z.ZodMiniType<T>, options?: CallOptions): Promise<T>
  /** Returns undefined if the status is `none`, which is 404 by default. */
  find<T>(
    method: Method,
    path: string[],
    schema: z.ZodMiniType<T>,
    options?: CallOptions & { none?: number },
  ): Promise<T | undefined>
  /** Returns the raw answer. */
  send(method: Method, path: string[], options?: CallOptions): Promise<HttpResponse>
}

/** The headers that authenticate the caller. */
export interface Authorization {
  headers: Record<string, string>
  /** Replaces headers that the platform no longer accepts; undefined if that is not possible. */
  renew?(): Promise<Authorization>
}

/** Where the address of the platform comes from. */
export const setting = 'api-url (or KOLENA_API_URL)'

/** @param authorization returns the headers for a call at the time when it is sent */
export function caller(apiUrl: URL, authorization: () => Promise<Authorization>, signal: AbortSignal): Calls {
  const answer = async (method: Method, path: string[], { body, query, ...rest }: CallOptions = {}) => {
    // Percent-encode each whole segment, because a name may contain a slash.
    const url = new URL(`${apiUrl.href.replace(/\/$/, '')}/v1/${path.map(encodeURIComponent).join('/')}`)
    if (query) url.search = query
    const headers = {
      'content-type': 'application/json',
      'x-request-id': randomUUID().replaceAll('-', ''),
    }
    const content = body === undefined ? {} : { body: JSON.stringify(body) }
    const attempt = (own: Authorization) =>
      send({ method, url, setting, headers: { ...own.headers, ...headers }, signal, ...content, ...rest })
    const own = await authorization()
    try {
      return await attempt(own)
    } catch (error) {
      // The platform did not act on the refused call, so nothing is sent twice.
      if (!own.renew || !(error instanceof HttpError && error.status === 401)) throw error
      return await attempt(await own.renew())
    }
  }
  const call = async <T>(method: Method, path: string[], schema: z.ZodMiniType<T>, options?: CallOptions) =>
    readJson(schema, await answer(method, path, options), apiUrl, setting)
  const find: Calls['find'] = async (method, path, schema, { none = 404, ...options } = {}) => {
    const reply = await answer(method, path, { ...options, expect: [none] })
    return reply.status === none ? undefined : readJson(schema, reply, apiUrl, setting)
  }
  return Object.assign(call, { find, send: answer })
}
