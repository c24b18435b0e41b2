import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import type { Engine } from './engines.js'

/** A call that reached the engine. */
export interface Call {
  /** For example `POST /images/x/push?tag=v1`, without the API version. */
  name: string
  headers: IncomingHttpHeaders
  body: string
}

/** A test's reaction to a call. A call that should hang waits forever. */
export interface Hook {
  call: RegExp
  before?: () => unknown
  after?: () => unknown
}

/** A proxy for the real engine that records calls and runs a test's hooks on some of them. */
export class EngineProxy {
  readonly calls: Call[] = []
  readonly #folder = mkdtempSync(join(tmpdir(), 'engine-proxy-'))
  readonly #target: string
  readonly #hooks: readonly Hook[]
  readonly #sockets = new Set<Duplex>()
  readonly #server = createServer((incoming, outgoing) => {
    this.#pass(incoming, outgoing).catch(() => outgoing.destroy())
  })

  static async start({ host }: Engine, hooks: readonly Hook[] = []): Promise<EngineProxy> {
    const proxy = new EngineProxy(host.replace(/^unix:\/\//, '') || '/var/run/docker.sock', hooks)
    await new Promise<void>((resolve) => proxy.#server.listen(proxy.#socket, resolve))
    return proxy
  }

  private constructor(target: string, hooks: readonly Hook[]) {
    this.#target = target
    this.#hooks = hooks
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.once('close', () => this.#sockets.delete(socket))
    })
    this.#server.on('upgrade', (incoming, socket, head) => this.#tunnel(incoming, socket as Socket, head))
  }

  /** A value for `DOCKER_HOST`. */
  get host(): string {
    return `unix://${this.#socket}`
  }

  get #socket(): string {
    return join(this.#folder, 'docker.sock')
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
    rmSync(this.#folder, { recursive: true })
  }

  async #pass(incoming: IncomingMessage, outgoing: import('node:http').ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = incoming
    const call = { name: `${method} ${url.replace(/^\/v[\d.]+(?=\/)/, '')}`, headers, body: '' }
    const hook = this.#hooks.find((one) => one.call.test(call.name))
    this.calls.push(call)
    await hook?.before?.()
    // The engine must not close the connection when it has answered: Node.js ends a body with an empty write, which would
    // then fail with EPIPE before the answer is read. No connection is used twice.
    const onward = request({
      socketPath: this.#target,
      method,
      path: url,
      headers: { ...headers, connection: 'keep-alive' },
      agent: false,
    })
    outgoing.once('close', () => onward.destroy())
    incoming.on('data', (chunk: Buffer) => {
      // Large bodies are build contexts, which tests do not inspect.
      if (call.body.length < 1e6) call.body += chunk.toString('latin1')
      onward.write(chunk)
    })
    incoming.once('end', () => onward.end())
    const answer = await new Promise<IncomingMessage>((resolve, reject) =>
      onward.once('response', resolve).once('error', reject),
    )
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
    // Some calls, such as waiting for a container, send the body much later.
    outgoing.flushHeaders()
    for await (const chunk of answer) outgoing.write(chunk)
    await hook?.after?.()
    outgoing.end()
  }

  /** Forwards BuildKit's session, in which both sides speak gRPC. */
  #tunnel({ method, url, rawHeaders }: IncomingMessage, socket: Socket, head: Buffer): void {
    const target = connect(this.#target)
    const lines = [`${method} ${url} HTTP/1.1`]
    for (let at = 0; at < rawHeaders.length; at += 2) lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`)
    target.write(`${lines.join('\r\n')}\r\n\r\n`)
    target.write(head)
    target.pipe(socket)
    socket.pipe(target)
    for (const [one, other] of [
      [target, socket],
      [socket, target],
    ] as const)
      one.on('error', () => other.destroy()).once('close', () => other.destroy())
    this.#sockets.add(target)
  }
}
