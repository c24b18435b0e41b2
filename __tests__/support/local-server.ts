import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach } from '@jest/globals'
import { listenOnFreePort } from '../../src/util/listen.js'

export interface Seen {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
}

export interface LocalServer {
  /** `http://127.0.0.1:PORT`. */
  url: string
  host: string
  /** The requests received, including unanswered ones. */
  requests: Seen[]
}

/** Answers a request. `count` starts at 1. */
export type Answer = (request: Seen, response: ServerResponse, count: number) => void

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** Starts a real server on a free port, which closes after the test. */
export async function serve(answer: Answer): Promise<LocalServer> {
  const requests: Seen[] = []
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '', headers } = request
    const seen = { method, path: url, headers, body: await text(request) }
    requests.push(seen)
    answer(seen, response, requests.length)
  })
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  return { ...(await listen(server)), requests }
}

/** Starts a server that sends raw bytes, such as invalid HTTP. */
export async function serveBytes(answer: (socket: Socket, count: number) => void) {
  let connections = 0
  const sockets: Socket[] = []
  const server = createTcpServer((socket) => {
    sockets.push(socket.on('error', () => {}))
    connections++
    const count = connections
    socket.once('data', () => answer(socket, count))
  })
  closing.push(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const address = await listen(server)
  return {
    ...address,
    get connections() {
      return connections
    },
  }
}

/** Sends a JSON answer. */
export function reply(
  response: ServerResponse,
  status: number,
  body: unknown = {},
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

async function listen(server: ReturnType<typeof createTcpServer>): Promise<{ url: string; host: string }> {
  const host = `127.0.0.1:${await listenOnFreePort(server)}`
  return { url: `http://${host}`, host }
}
