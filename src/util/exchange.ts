import type { Agent, IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { readAll } from './read-all.js'

/** One request, sent by Node's own client. */
export interface Exchange {
  method: string
  url: URL
  headers: Record<string, string>
  body: string | (() => AsyncIterable<Uint8Array>) | undefined
  /** Maximum milliseconds until the complete answer has arrived. */
  timeout: number
  /** Maximum bytes of the answer. */
  largestAnswer: number
}

/** An answer with any status. */
export interface HttpResponse {
  status: number
  /** Headers by their lower-case names. */
  headers: Partial<Record<string, string>>
  body: Buffer
}

/**
 * Sends a request and reads its whole answer. Throws the error of Node, or the signal's reason if the signal ended the
 * request, or an error with the code ETIMEDOUT if no connection was made in time.
 */
export async function exchange(request: Exchange, signal: AbortSignal): Promise<HttpResponse> {
  const deadline = AbortSignal.timeout(request.timeout)
  const either = AbortSignal.any([signal, deadline])
  try {
    const answer = await open(request, either)
    const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
    const body = await readBody(answer, request.largestAnswer)
    // An answer that ends because its request was aborted may be incomplete.
    either.throwIfAborted()
    return { status: answer.statusCode ?? 0, headers: Object.fromEntries(headers), body }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof NoConnection) throw error
    throw deadline.aborted ? deadline.reason : error
  }
}

class NoConnection extends Error {
  readonly code = 'ETIMEDOUT'
}

async function open(exchange: Exchange, signal: AbortSignal): Promise<IncomingMessage> {
  const { method, url, headers, body, timeout } = exchange
  const { request, agent } = await clientFor(url)
  signal.throwIfAborted()
  return await new Promise((resolve, reject) => {
    const options = {
      agent,
      method,
      signal,
      until: signal,
      // Otherwise a connection that is being made would have the timeout of one that is kept.
      timeout,
      headers: { 'user-agent': 'evaluator-action', 'accept-encoding': 'gzip', ...headers },
    }
    let isConnected = false
    const outgoing = request(url, options, (answer) => {
      // A server that refuses a body need not read it.
      answer.once('end', () => outgoing.writableFinished || outgoing.destroy())
      resolve(answer)
    })
    outgoing.once('socket', (socket) => {
      const connected = () => {
        isConnected = true
      }
      if (socket.connecting) socket.once('connect', connected)
      else connected()
    })
    const fail = (error: unknown) =>
      reject(
        signal.aborted && !isConnected
          ? new NoConnection(`no connection within ${timeout / 1000} s`, { cause: error })
          : error,
      )
    outgoing.on('error', fail).once('close', () => reject(new Error('the connection was closed')))
    if (typeof body === 'function') pipeline(Readable.from(body()), outgoing).catch(fail)
    else outgoing.end(body)
  })
}

/** Node's client for one protocol, and its connections. */
interface Client {
  request: typeof import('node:http').request
  agent: Agent
}

const clients = new Map<string, Promise<Client>>()

/** Returns the client for the protocol, loaded with the first request. */
function clientFor({ protocol }: URL): Promise<Client> {
  const client = clients.get(protocol) ?? loadClient(protocol)
  clients.set(protocol, client)
  return client
}

/**
 * Keeps connections open for the next request, slightly shorter than most servers do. TLS connections go through
 * HTTPS_PROXY unless NO_PROXY excludes the host. Plain http is only for this machine and never goes through a proxy.
 */
async function loadClient(protocol: string): Promise<Client> {
  const options = { keepAlive: true, timeout: 4_000 }
  if (protocol === 'http:') {
    const { Agent, request } = await import('node:http')
    return { request, agent: new Agent(options) }
  }
  const [{ request }, { TunnelAgent }] = await Promise.all([
    import('node:https'),
    import('./tunnel-agent.js'),
  ])
  return { request, agent: new TunnelAgent(options) }
}

async function readBody(answer: IncomingMessage, largest: number): Promise<Buffer> {
  const tooLarge = () => new Error(`the answer is larger than ${largest} bytes`)
  const body = await readAll(answer, largest, tooLarge)
  if (answer.headers['content-encoding'] !== 'gzip' || body.length === 0) return body
  const { gunzip } = await import('node:zlib')
  return await promisify(gunzip)(body, { maxOutputLength: largest })
}
