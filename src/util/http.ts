import type { z } from 'zod/mini'
import { clip } from '../runtime/clip.js'
import { httpTimeout } from '../runtime/environment.js'
import { ActionError, HttpError, sentence } from '../runtime/errors.js'
import { sanitizeLines } from '../runtime/untrusted-text.js'
import { exchange, type HttpResponse } from './exchange.js'
import { explainNetwork } from './network-failure.js'
import { retry } from './retry.js'

/** Maximum bytes of an answer. Manifests and platform replies are a few kilobytes long. */
const LARGEST_ANSWER = 8 * 1024 * 1024

export interface HttpRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: URL
  /** The input that the address comes from, to name it if nothing answers there: "api-url (or KOLENA_API_URL)". */
  setting?: string | undefined
  headers?: Record<string, string>
  /**
   * Sent as it is. For a body too large to hold in memory, pass a function that creates it for each attempt, and set
   * its `content-length`.
   */
  body?: string | (() => AsyncIterable<Uint8Array>)
  signal: AbortSignal
  /** The number of attempts: 1 for a request that must not be sent twice; 4 by default. */
  attempts?: number
  /** Milliseconds for one attempt, from the connection to the last byte; 30 s by default. */
  timeout?: number
  /** Maximum bytes of the answer; 8 MiB by default. */
  largestAnswer?: number
  /** Statuses outside 2xx that the caller accepts as an answer. */
  expect?: readonly number[]
}

export type { HttpResponse }

/**
 * Sends a request and reads its whole answer. Retries transient failures.
 *
 * Does not follow redirects, so that a token never reaches a host that the user did not name. Refuses plain http except
 * to this machine. Throws `HttpError`, whose `status` is undefined if the outcome is unknown.
 */
export async function send(request: HttpRequest): Promise<HttpResponse> {
  refusePlainHttp(request.url)
  const { signal, attempts = 4 } = request
  return await retry(() => attemptRequest(request), { what: nameOf(request), signal, attempts })
}

/**
 * Returns whether a host, with or without a port, is this machine. Plain http to this machine is safe, and Docker
 * engines use it.
 */
export function isLoopback(host: string): boolean {
  const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])'
  return new RegExp(`^(?:localhost|\\[::1\\]|127(?:\\.${octet}){3})(?::[0-9]+)?$`).test(host)
}

/**
 * Returns whether an address from someone else leads to this machine, however it is written. Only a service of this
 * machine may send us such an address: local services often trust every caller.
 */
export function leadsToThisMachine({ hostname }: URL): boolean {
  const name = hostname.toLowerCase().replace(/\.+$/, '')
  return /^(.+\.)?localhost$|^(127|0)(\.\d+){3}$|^\[::1?\]$|^\[::(ffff:)?(7f[0-9a-f]{2}|0):[0-9a-f]+\]$/.test(
    name,
  )
}

/**
 * Parses and validates the JSON of an answer. Throws `HttpError` if it is something else: then the server is not the
 * expected one.
 * @param setting the input that the address comes from
 */
export function readJson<T>(
  schema: z.ZodMiniType<T>,
  response: HttpResponse,
  from: URL,
  setting?: string,
): T {
  try {
    return schema.parse(JSON.parse(response.body.toString('utf8')))
  } catch (cause) {
    throw unexpectedAnswer(response, from, cause, setting)
  }
}

/** Returns the error for an answer whose content is not as expected. */
export function unexpectedAnswer(
  { status, body }: HttpResponse,
  from: URL,
  cause: unknown,
  setting?: string,
): HttpError {
  const message = `${from.origin}${from.pathname} answered ${status} with something unexpected: ${excerpt(body) || 'nothing'}`
  return new HttpError(withSetting(message, setting), undefined, undefined, { cause })
}

async function attemptRequest(request: HttpRequest): Promise<HttpResponse> {
  const { method, url, headers = {}, body, signal, expect = [] } = request
  const { timeout = httpTimeout(), largestAnswer = LARGEST_ANSWER } = request
  const own = { method, url, headers, body, timeout, largestAnswer }
  const response = await exchange(own, signal).catch((cause: unknown) => {
    signal.throwIfAborted()
    if (cause instanceof ActionError) throw cause
    const message = `${nameOf(request)} got no answer: ${explainNetwork(cause, timeout)}`
    throw new HttpError(withSetting(message, request.setting), undefined, undefined, { cause })
  })
  if (response.status < 300 || expect.includes(response.status)) return response
  const detail = excerpt(response.body)
  const message = `${nameOf(request)} answered ${response.status}${detail === '' ? '' : `: ${detail}`}`
  throw new HttpError(message, response.status, retryAfter(response.headers['retry-after']))
}

function refusePlainHttp(url: URL): void {
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.host))) return
  throw new ActionError(
    `${url.origin} is not https. Credentials go over plain http only to this machine: use https.`,
  )
}

/** Adds the input that the address comes from. */
function withSetting(message: string, setting: string | undefined): string {
  return setting === undefined ? message : `${sentence(message)} The address comes from ${setting}.`
}

function nameOf({ method, url }: HttpRequest): string {
  return `${method} ${url.origin}${url.pathname}`
}

/** Returns how many milliseconds the `Retry-After` header asks to wait. */
export function retryAfter(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  // Date.parse would read "1.5" as a day in January.
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : date - Date.now()
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

/**
 * Returns the message of an error reply, short and on one line: FastAPI's `detail`, the registry's `errors`, GitHub's
 * `message`, or the text.
 */
function excerpt(body: Buffer): string {
  const text = body.toString('utf8')
  const line = sanitizeLines(messageIn(text)).join(' ').replaceAll(/\s+/g, ' ').trim()
  return clip(line, 300)
}

function messageIn(text: string): string {
  try {
    const { detail, errors, error, message: own } = JSON.parse(text)
    const message = detail ?? errors?.[0]?.message ?? own ?? error
    return typeof message === 'string' ? message : text
  } catch {
    return text
  }
}
