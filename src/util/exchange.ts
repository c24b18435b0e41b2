import type { Agent, IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { readAll } from './read-all.js'

/** One request, by Node's own client. */
export interface Exchange {
  method: string
  url: URL
  headers: Record<string, string>
  body: string | (() => AsyncIterable<Uint8Array>) | undefined
  /** Milliseconds until the answer has to be there, whole. */
  timeout: number
  /** Bytes. */
  largestAnswer: number
}

/** An answer as it came, whatever its status. */
export interface HttpResponse {
  status: number
  /** By their names in lower case. */
  headers: Partial<Record<string, string>>
  body: Buffer
}

/**
 * Sends a request and reads its whole answer. Throws what Node throws; the signal's reason when that ends it; and an
 * error with the code ETIMEDOUT when there was no connection within the time.
 */
export async function exchange(request: Exchange, signal: AbortSignal): Promise<HttpResponse> {
  const deadline = AbortSignal.timeout(request.timeout)
  const either = AbortSignal.any([signal, deadline])
  try {
    const answer = await open(request, either)
    const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
    const body = await readBody(answer, request.largestAnswer)
    // An answer that ends while its request is given up may lack a part.
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
      // Otherwise a connection that waits has as long as one that is kept.
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

/** The client for the protocol, loaded with the first request. */
function clientFor({ protocol }: URL): Promise<Client> {
  const client = clients.get(protocol) ?? loadClient(protocol)
  clients.set(protocol, client)
  return client
}

/**
 * Connections are kept for the next request, a little shorter than most servers do. Those with TLS go by way of
 * HTTPS_PROXY unless NO_PROXY says otherwise; plain http is for this machine alone, and no proxy gets to see it.
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
