import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import { type Duplex, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { ActionError } from '../runtime/errors.js'

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
  const client = await clientFor(url)
  signal.throwIfAborted()
  return await new Promise((resolve, reject) => {
    const options = {
      method,
      // Also for a proxy that is asked for a tunnel, which would else have as long as a connection is kept.
      timeout,
      headers: { 'user-agent': 'evaluator-action', 'accept-encoding': 'gzip', ...headers },
    }
    const [outgoing, connection] = client.start(url, options, (answer) => {
      // A server that refuses a body need not read it.
      answer.once('end', () => outgoing.writableFinished || outgoing.destroy())
      resolve(answer)
    })
    const fail = (error: unknown) => {
      // That to a proxy that has opened no tunnel is not ended with the request.
      connection?.destroy()
      reject(error)
    }
    const giveUp = () => {
      const { socket } = outgoing
      const isConnected = !connection || (socket !== null && !socket.connecting)
      outgoing.destroy()
      fail(isConnected ? signal.reason : new NoConnection(`no connection within ${timeout / 1000} s`))
    }
    signal.addEventListener('abort', giveUp, { once: true })
    outgoing.on('error', fail).once('close', () => {
      signal.removeEventListener('abort', giveUp)
      reject(new Error('the connection was closed'))
    })
    if (typeof body === 'function') pipeline(Readable.from(body()), outgoing).catch(fail)
    else outgoing.end(body)
  })
}

/** Node's client for one protocol, and its connections. */
class Client {
  readonly #request: typeof import('node:https').request
  readonly #agent: Agent
  #connection: Duplex | undefined

  constructor(request: typeof import('node:https').request, agent: Agent) {
    this.#request = request
    this.#agent = agent
    const connect = agent.createConnection.bind(agent)
    agent.createConnection = (...args) => {
      const connection = connect(...args)
      this.#connection = connection ?? undefined
      return connection
    }
  }

  /** Begins a request; beside it the connection that was opened for it, unless an open one is free. */
  start(
    url: URL,
    options: RequestOptions,
    take: (answer: IncomingMessage) => void,
  ): [outgoing: ClientRequest, connection: Duplex | undefined] {
    this.#connection = undefined
    const outgoing = this.#request(url, { ...options, agent: this.#agent }, take)
    return [outgoing, this.#connection]
  }
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
    return new Client(request, new Agent(options))
  }
  const { Agent, request } = await import('node:https')
  try {
    return new Client(request, new Agent({ ...options, proxyEnv: process.env }))
  } catch {
    // What is wrong with it is not told: it may hold a password.
    throw new ActionError('HTTPS_PROXY is no address of a proxy. Write http://HOST:PORT there.')
  }
}

async function readBody(answer: IncomingMessage, largest: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer) {
    size += chunk.length
    if (size > largest) throw new Error(`the answer is larger than ${largest} bytes`)
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  if (answer.headers['content-encoding'] !== 'gzip' || size === 0) return body
  const { gunzip } = await import('node:zlib')
  return await promisify(gunzip)(body, { maxOutputLength: largest })
}
