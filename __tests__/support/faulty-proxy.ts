import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { listenOnFreePort } from '../../src/util/listen.js'

/**
 * What happens to a request. Before it reaches the service: a status or a complete answer from the proxy, `reset`
 * or `hang`. After the service handled it: the answer is `lost`, truncated, too slow, or malformed.
 */
export type Fault =
  | undefined
  | number
  | { status: number; headers?: Record<string, string>; body?: string }
  | 'reset'
  | 'hang'
  | 'delay'
  | 'lost'
  | 'truncate'
  | 'wrong length'
  | 'trickle'
  | 'garbage'
  | 'half JSON'
  | 'wrong type'

export interface FaultyProxy {
  /** `http://127.0.0.1:PORT`, to use instead of the service's own URL. */
  url: string
  /** `127.0.0.1:PORT`. */
  host: string
  /** The requests received, as `METHOD /path`. */
  requests: string[]
  close(): Promise<void>
}

/** A proxy that breaks requests to a service. `faultOf` receives the request and how many times it has arrived. */
export async function startFaultyProxy(
  service: string,
  faultOf: (request: string, count: number) => Fault,
): Promise<FaultyProxy> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const name = `${request.method} ${request.url}`
    requests.push(name)
    const fault = faultOf(name, requests.filter((earlier) => earlier === name).length)
    if (!answerAlone(fault, request, response)) pass(service, request, response, fault)
  })
  const host = `127.0.0.1:${await listenOnFreePort(server)}`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://${host}`, host, requests, close }
}

/** Answers, or breaks the connection, without calling the service. */
function answerAlone(fault: Fault, request: IncomingMessage, response: ServerResponse): boolean {
  if (fault === 'hang') return true
  if (fault === 'reset') {
    request.socket.resetAndDestroy()
    return true
  }
  const answer = typeof fault === 'number' ? { status: fault } : typeof fault === 'object' ? fault : undefined
  if (!answer) return false
  const { status, headers = {}, body = '{"detail":"broken on purpose"}' } = answer
  request.resume().once('end', () => response.writeHead(status, headers).end(body))
  return true
}

/** Forwards the request unchanged, including Host, from which a registry builds the addresses in its answers. */
function pass(service: string, request: IncomingMessage, response: ServerResponse, fault: Fault): void {
  const { method, url = '', headers } = request
  const passed = forward(service + url, { ...(method && { method }), headers }, (answer) => {
    const chunks: Buffer[] = []
    answer.on('data', (chunk: Buffer) => chunks.push(chunk))
    answer.once('end', () => void reply(response, answer, Buffer.concat(chunks), fault))
  })
  passed.once('error', () => response.destroy())
  request.pipe(passed)
}

async function reply(
  response: ServerResponse,
  { statusCode = 500, headers }: IncomingMessage,
  body: Buffer,
  fault: Fault,
): Promise<void> {
  const half = body.subarray(0, body.length >> 1)
  if (fault === 'lost') return void response.destroy()
  if (fault === 'delay') await sleep(700)
  if (fault === 'garbage')
    return void response
      .writeHead(statusCode, { 'content-type': 'text/html' })
      .end('<html>a page of a proxy</html>')
  if (fault === 'half JSON')
    return void response.writeHead(statusCode, { 'content-type': 'application/json' }).end(half)
  if (fault === 'wrong type')
    return void response.writeHead(statusCode, { ...headers, 'content-type': 'text/plain' }).end(body)
  if (fault === 'wrong length') {
    response.writeHead(statusCode, { ...headers, 'content-length': String(body.length + 100) }).write(body)
    return void setTimeout(() => response.destroy(), 50)
  }
  response.writeHead(statusCode, headers)
  if (fault === 'truncate') {
    response.write(half)
    return void setTimeout(() => response.destroy(), 50)
  }
  if (fault !== 'trickle') return void response.end(body)
  for (const byte of body) {
    response.write(Buffer.from([byte]))
    await sleep(200)
    if (response.destroyed) return
  }
  response.end()
}
