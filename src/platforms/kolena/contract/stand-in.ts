import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { ActionError } from '../../../runtime/errors.js'
import { listenOnFreePort } from '../../../util/listen.js'
import { readAll } from '../../../util/read-all.js'
import { type Answer, type Route, routesFor } from './answers.js'
import type { Fixture } from './fixture.js'
import { english, problemIn } from './problem.js'
import type { Scenario } from './scenario.js'
import { Uploads } from './uploads.js'

/** A request that the evaluator sent, and how it was answered. */
export interface Recorded {
  method: string
  path: string
  /** The parsed JSON; undefined for none, or for a batch of data. */
  body: unknown
  status: number
  reply: unknown
}

/** What goes wrong at the platform: nobody may log in, or everything after the login fails. */
export type Fault = 'unauthorized' | 'broken'

export interface StandIn {
  /** For `KOLENA_API_URL`. */
  url: string
  requests: readonly Recorded[]
  uploads: Uploads
  close(): Promise<void>
}

/** Bytes; a batch of metrics is far smaller. */
const LARGEST_BODY = 256 * 1024 * 1024

/**
 * Starts a server that answers an evaluator as the platform does, and remembers what it was asked.
 * @param host the address to listen on: only whoever can reach it can talk to the stand-in
 */
export async function startStandIn(
  host: string,
  scenario: Scenario,
  fixture: Fixture,
  fault?: Fault,
): Promise<StandIn> {
  const uploads = new Uploads()
  const routes = routesFor(scenario, fixture, uploads)
  const requests: Recorded[] = []
  const server = createServer((request, response) => {
    respond(request, response, routes, requests, fault).catch(() => response.destroy())
  })
  const port = await listenOnFreePort(server, host).catch((cause: Error) => {
    throw new ActionError(
      `verify: contract needs the Docker engine on the machine of the job: the stand-in for the platform cannot listen on the address of the engine's network (${cause.message}). Run the job on the machine itself and not in a container, or use verify: start.`,
      { cause },
    )
  })
  return {
    url: `http://${host}:${port}`,
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
  const content = await readAll(request, LARGEST_BODY)
  const body = parse(content, request.headers['content-type'])
  const base = `http://${request.headers.host}`
  const { status, body: reply } = faulty(fault, path) ?? (await answer(routes, method, path, body, base))
  requests.push({
    method,
    path,
    body: Buffer.isBuffer(body) ? undefined : body,
    status,
    reply: Buffer.isBuffer(reply) ? undefined : reply,
  })
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
  return { status: 404, body: { detail: `the stand-in knows no ${method} ${path}` } }
}

/** The client sends some JSON without saying so; a batch says that it is binary. */
function parse(content: Buffer, type = ''): unknown {
  if (content.length === 0) return undefined
  if (type.startsWith('application/octet-stream')) return content
  try {
    return JSON.parse(content.toString('utf8'))
  } catch {
    return content
  }
}
