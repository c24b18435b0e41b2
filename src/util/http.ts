import type { z } from 'zod/mini'
import { httpTimeout } from '../runtime/environment.js'
import { ActionError, HttpError } from '../runtime/errors.js'
import { sanitizeLines } from '../runtime/untrusted-text.js'
import { exchange, type HttpResponse } from './exchange.js'
import { explainNetwork } from './network-failure.js'
import { retry } from './retry.js'

/** Bytes of an answer; manifests and platform replies are a few kilobytes. */
const LARGEST_ANSWER = 8 * 1024 * 1024

export interface HttpRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: URL
  headers?: Record<string, string>
  /** Sent as it is. A function makes a body too large to hold, anew for each attempt; give its `content-length` too. */
  body?: string | (() => AsyncIterable<Uint8Array>)
  signal: AbortSignal
  /** How often in all. 1 for a request that must not be sent twice; 4 unless said. */
  attempts?: number
  /** Milliseconds that one attempt may take, from the connection to the last byte; 30 s unless said. */
  timeout?: number
  /** Bytes that the answer may have, 8 MiB unless said. */
  largestAnswer?: number
  /** Statuses beside 2xx that are an answer to the caller and no error. */
  expect?: readonly number[]
}

export type { HttpResponse }

/**
 * Sends a request and reads its whole answer. Transient failures are tried again.
 *
 * Redirects are not followed, so that a token never travels to a host that the user did not name; and plain
 * http is refused but to this machine. Throws `HttpError`, whose `status` is undefined when the outcome is unknown.
 */
export async function send(request: HttpRequest): Promise<HttpResponse> {
  refusePlainHttp(request.url)
  const { signal, attempts = 4 } = request
  return await retry(() => attemptRequest(request), { what: nameOf(request), signal, attempts })
}

/** Whether a host, with or without a port, is this machine: there plain http is safe, and engines use it. */
export function isLoopback(host: string): boolean {
  const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])'
  return new RegExp(`^(?:localhost|\\[::1\\]|127(?:\\.${octet}){3})(?::[0-9]+)?$`).test(host)
}

/**
 * Whether an address that someone else gave leads to this machine, in whatever way it is written. Only a service of this
 * machine may send us there: here things listen that trust whoever can reach them.
 */
export function leadsToThisMachine({ hostname }: URL): boolean {
  const name = hostname.toLowerCase().replace(/\.+$/, '')
  return /^(.+\.)?localhost$|^(127|0)(\.\d+){3}$|^\[::1?\]$|^\[::(ffff:)?(7f[0-9a-f]{2}|0):[0-9a-f]+\]$/.test(
    name,
  )
}

/** The JSON of an answer, checked. Throws `HttpError` when it is something else: then whatever answered is not who we think. */
export function readJson<T>(schema: z.ZodMiniType<T>, { status, body }: HttpResponse, from: URL): T {
  const text = body.toString('utf8')
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new HttpError(
      `${from.origin}${from.pathname} answered ${status} with something unexpected: ${excerpt(body) || 'nothing'}`,
      undefined,
      undefined,
      { cause },
    )
  }
}

async function attemptRequest(request: HttpRequest): Promise<HttpResponse> {
  const { method, url, headers = {}, body, signal, expect = [] } = request
  const { timeout = httpTimeout(), largestAnswer = LARGEST_ANSWER } = request
  const own = { method, url, headers, body, timeout, largestAnswer }
  const response = await exchange(own, signal).catch((cause: unknown) => {
    signal.throwIfAborted()
    if (cause instanceof ActionError) throw cause
    const message = `${nameOf(request)} got no answer: ${explainNetwork(cause, timeout)}`
    throw new HttpError(message, undefined, undefined, { cause })
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

function nameOf({ method, url }: HttpRequest): string {
  return `${method} ${url.origin}${url.pathname}`
}

/** Milliseconds that a header `Retry-After` asks to wait. */
export function retryAfter(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  // Date.parse would take "1.5" for a day in January.
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : date - Date.now()
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

/** The message of an error reply, short and on one line: FastAPI's `detail`, the registry's `errors`, GitHub's `message`, or the text. */
function excerpt(body: Buffer): string {
  const text = body.toString('utf8')
  const line = sanitizeLines(messageIn(text)).join(' ').replaceAll(/\s+/g, ' ').trim()
  return line.length > 300 ? `${line.slice(0, 300)}…` : line
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
