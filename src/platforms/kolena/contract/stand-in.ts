import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { ActionError } from '../../../runtime/errors.js'
import { listenOnFreePort } from '../../../util/listen.js'
import { type Answer, type Route, routesFor } from './answers.js'
import { readBatch, readJson, scalarsIn, TooLargeError } from './body.js'
import type { Fixture } from './fixture.js'
import { english, problemIn } from './problem.js'
import type { Scenario } from './scenario.js'
import { Uploads } from './uploads.js'

/** A request from the evaluator, and its answer. */
export interface Recorded {
  method: string
  path: string
  /** The texts, numbers and booleans of the JSON; undefined if there is none, or for a batch of data. */
  body: unknown
  status: number
  reply: unknown
}

/** Simulated failures of the platform: every login is refused, or everything after the login fails. */
export type Fault = 'unauthorized' | 'broken'

export interface StandIn {
  /** For `KOLENA_API_URL`. */
  url: string
  requests: readonly Recorded[]
  uploads: Uploads
  close(): Promise<void>
}

/** Maximum concurrent connections. A client opens a few. */
const MAX_CONNECTIONS = 32
/** Maximum requests that are recorded and answered. An evaluator that sends more is broken. */
const MAX_REMEMBERED = 20_000
const MAX_REQUESTS = 200_000

/**
 * Starts a server that answers an evaluator as the platform does, and records the requests.
 * @param host the address to listen on: everyone who can reach it can talk to the stand-in
 * @param keep whether the uploaded batches are used
 */
export async function startStandIn(
  host: string,
  scenario: Scenario,
  fixture: Fixture,
  fault?: Fault,
  keep = true,
): Promise<StandIn> {
  const uploads = new Uploads(keep)
  const routes = routesFor(scenario, fixture, uploads)
  const requests: Recorded[] = []
  let count = 0
  const server = createServer((request, response) => {
    count++
    if (count > MAX_REQUESTS) return void response.writeHead(429, { connection: 'close' }).end()
    respond(request, response, routes, requests, fault).catch(() => response.destroy())
  })
  server.maxConnections = MAX_CONNECTIONS
  const port = await listenOnFreePort(server, host).catch((cause: Error) => {
    throw new ActionError(
      `verify: contract needs the Docker engine on this machine: the stand-in for the platform cannot listen on the address of the engine's network (${cause.message}). Run it outside of containers (in a workflow, in a job without container), or use verify: start.`,
      { cause },
    )
  })
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    requests,
    uploads,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route[],
  requests: Recorded[],
  fault: Fault | undefined,
): Promise<void> {
  const { method = '', url = '/' } = request
  const path = decodeURI(url.split('?')[0] ?? '/')
  const base = `http://${request.headers.host}`
  const body = await (path.startsWith('/upload/') ? readBatch : readJson)(request).catch((error: unknown) => {
    if (error instanceof TooLargeError) return error
    throw error
  })
  // The rest of the body is not read.
  if (body instanceof TooLargeError) response.setHeader('connection', 'close')
  const { status, body: reply } =
    body instanceof TooLargeError
      ? { status: 413, body: { detail: body.message } }
      : (faulty(fault, path) ?? (await answer(routes, method, path, body, base)))
  if (requests.length < MAX_REMEMBERED)
    requests.push({ method, path, body: scalarsIn(body), status, reply: scalarsIn(reply) })
  const bytes = Buffer.isBuffer(reply) ? reply : Buffer.from(JSON.stringify(reply))
  const type = Buffer.isBuffer(reply) ? 'application/octet-stream' : 'application/json'
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length }).end(bytes)
}

function faulty(fault: Fault | undefined, path: string): Answer | undefined {
  if (fault === 'unauthorized') return { status: 401, body: { detail: 'the API token is not valid' } }
  const works = path === '/v1/token/login' || path.startsWith('/v1/event')
  return fault === 'broken' && !works ? { status: 500, body: { detail: 'Internal Server Error' } } : undefined
}

async function answer(
  routes: readonly Route[],
  method: string,
  path: string,
  body: unknown,
  base: string,
): Promise<Answer> {
  for (const route of routes) {
    const match = route.path.exec(path)
    if (!match || route.method !== method) continue
    const checked = route.schema.safeParse(body, english)
    if (!checked.success) return { status: 422, body: { detail: problemIn(checked.error, 'body') } }
    return await route.answer(checked.data as never, match.slice(1), base)
  }
  return { status: 404, body: { detail: `the stand-in does not support ${method} ${path}` } }
}
