import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { readAll } from '../src/util/read-all.js'

/** One request to a route. `body` is parsed JSON, a `Buffer` for a raw route, or `undefined` if none was sent. */
export interface Call {
  /** A `:name` segment of the route, percent-decoded. */
  parameter(name: string): string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: unknown
}

export interface Reply {
  /** 0 closes the connection without an answer. */
  status: number
  /** Sent as JSON. A `Buffer` is sent unchanged. */
  body: unknown
  headers?: Record<string, string>
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Segments separated by `/`. `:name` matches one whole segment. */
  path: string
  /** In bytes. Defaults to 1 MiB. */
  largestBody?: number
  /** Accepts a body of any type, unparsed. */
  raw?: boolean
  answer(call: Call): Reply | Promise<Reply>
}

/** A request for test assertions, in order of completion, with secrets replaced by `***`. */
export interface RecordedRequest {
  method: string
  /** With the query, still percent-encoded. */
  path: string
  status: number
  body: unknown
}

export interface Server {
  /** `http://127.0.0.1:PORT`. */
  url: string
  /** Routes can be added while the server runs. */
  routes: Route[]
  requests: RecordedRequest[]
  close(): Promise<void>
}

export interface ServerOptions {
  /** TCP port on 127.0.0.1. 0 selects a free one. */
  port: number
  /** Milliseconds that every request waits before it is handled, to simulate a distant service. */
  latency: number
  /** Whether requests are recorded with their bodies. True by default; a bench sends too many. */
  recordsBodies?: boolean
}

/** An error answer, sent as `{"detail": message}` with its status. */
export class Refusal extends Error {
  readonly status: number
  readonly headers: Record<string, string>

  constructor(status: number, detail: string, headers: Record<string, string> = {}) {
    super(detail)
    this.name = 'Refusal'
    this.status = status
    this.headers = headers
  }
}

const BODY_LIMIT_BYTES = 1024 * 1024
const SECRET_KEYS = new Set(['api_token', 'secret'])

/** Starts a JSON server on the loopback interface. Rejects if the port is in use. */
export async function startServer({ port, latency, recordsBodies = true }: ServerOptions): Promise<Server> {
  const routes: Route[] = []
  const requests: RecordedRequest[] = []
  const http = createServer((request, response) => void serve(request, response))

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = { body: undefined as unknown }
    if (latency > 0) await pause(latency)
    const reply = await answer(routes, request, call).catch(refuse)
    const { method = '', url = '' } = request
    const body = recordsBodies ? withoutSecrets(call.body) : undefined
    requests.push({ method, path: url, status: reply.status, body })
    if (reply.status === 0) return void response.destroy()
    const raw = Buffer.isBuffer(reply.body)
    const type = raw ? 'application/octet-stream' : 'application/json'
    response.writeHead(reply.status, { 'content-type': type, ...reply.headers })
    response.end(raw ? reply.body : JSON.stringify(reply.body))
  }

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })
  const address = http.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    routes,
    requests,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

async function answer(routes: Route[], request: IncomingMessage, seen: { body: unknown }): Promise<Reply> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const here = routes.flatMap((route) => {
    const parameters = matchPath(route.path, url.pathname)
    return parameters ? [{ route, parameters }] : []
  })
  if (here.length === 0) throw new Refusal(404, `nothing at ${url.pathname}`)
  const found = here.find(({ route }) => route.method === request.method)
  if (!found) {
    const allow = here.map(({ route }) => route.method).join(', ')
    throw new Refusal(405, `${request.method} is not allowed here, only ${allow}`, { allow })
  }
  const body = await readBody(request, found.route.largestBody)
  if (!found.route.raw) seen.body = parseJson(request, body)
  return found.route.answer({
    parameter: (name) => found.parameters.get(name) ?? '',
    query: url.searchParams,
    headers: request.headers,
    body: found.route.raw ? body : seen.body,
  })
}

/** Returns the values of the `:name` segments, or `undefined` if the path does not match. */
function matchPath(pattern: string, pathname: string): Map<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = pathname.split('/')
  const parameters = new Map<string, string>()
  if (wanted.length !== given.length) return undefined
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? ''
    if (!segment.startsWith(':')) {
      if (segment !== value) return undefined
    } else if (value === '') return undefined
    else parameters.set(segment.slice(1), decodeSegment(value))
  }
  return parameters
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new Refusal(400, `the path segment ${segment} is not percent-encoded UTF-8`)
  }
}

async function readBody(request: IncomingMessage, largest = BODY_LIMIT_BYTES): Promise<Buffer> {
  const tooLarge = () => new Refusal(413, `the body is larger than ${largest} bytes`, { connection: 'close' })
  return await readAll(request, largest, tooLarge)
}

function parseJson(request: IncomingMessage, body: Buffer): unknown {
  if (body.length === 0) return undefined
  const type = request.headers['content-type'] ?? 'none'
  if (!type.startsWith('application/json')) {
    throw new Refusal(415, `the body must be application/json, its content type is ${type}`)
  }
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (error) {
    throw new Refusal(422, `the body is not JSON: ${(error as Error).message}`)
  }
}

function refuse(error: unknown): Reply {
  if (error instanceof Refusal) {
    return { status: error.status, body: { detail: error.message }, headers: error.headers }
  }
  const cause = error instanceof Error ? error.stack : String(error)
  return { status: 500, body: { detail: `the sandbox itself failed: ${cause}` } }
}

function withoutSecrets(body: unknown): unknown {
  if (body === undefined) return undefined
  return JSON.parse(JSON.stringify(body), (key, value) =>
    SECRET_KEYS.has(key) && value !== null ? '***' : value,
  )
}
