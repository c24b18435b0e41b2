import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { Agent } from 'node:http'
import { Duplex } from 'node:stream'
import { commandEnvironment } from '../runtime/environment.js'
import { sanitizeLine } from '../runtime/untrusted-text.js'
import type { PrivateConfig } from './client-config.js'

/** Maximum number of open connections. Each one is a process. */
const MAX_CONNECTIONS = 8
/** Maximum characters of docker's message to keep for the error. */
const KEPT = 4096

/**
 * Connects to the engine of the job's Docker context or DOCKER_HOST through `docker system dial-stdio`, which passes
 * the bytes of one connection through its standard input and output.
 */
export class DialingAgent extends Agent {
  readonly #env: Record<string, string>

  constructor({ env }: PrivateConfig) {
    super({ keepAlive: true, maxSockets: MAX_CONNECTIONS })
    this.#env = commandEnvironment(env)
  }

  override createConnection(): Duplex {
    return new Dialed(
      spawn('docker', ['system', 'dial-stdio'], { env: this.#env, stdio: ['pipe', 'pipe', 'pipe'] }),
    )
  }
}

/** Wraps the process as a connection, with the methods that Node's client requires. */
class Dialed extends Duplex {
  readonly #child: ChildProcessWithoutNullStreams

  constructor(child: ChildProcessWithoutNullStreams) {
    super({ allowHalfOpen: false })
    this.#child = child
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-KEPT)
    })
    child.stdout.on('data', (chunk: Buffer) => {
      if (!this.push(chunk)) child.stdout.pause()
    })
    // The exit code and the last line show what went wrong.
    child.stdin.on('error', () => {})
    child.once('error', (error) => this.destroy(error))
    child.once('close', (code) => {
      if (code === 0) this.push(null)
      else this.destroy(new DialError(said, code))
    })
  }

  override _read(): void {
    this.#child.stdout.resume()
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    // If the process has ended, its end gives the reason; "write EPIPE" gives none.
    this.#child.stdin.write(chunk, () => done())
  }

  override _final(done: () => void): void {
    this.#child.stdin.end(done)
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#child.kill()
    done(error)
  }

  /** Lets this process exit although the connection is open and idle. */
  unref(): this {
    this.#each((one) => one.unref())
    return this
  }

  ref(): this {
    this.#each((one) => one.ref())
    return this
  }

  setKeepAlive(): this {
    return this
  }

  setNoDelay(): this {
    return this
  }

  setTimeout(): this {
    return this
  }

  #each(work: (one: { ref(): void; unref(): void }) => void): void {
    const { stdin, stdout, stderr } = this.#child
    for (const one of [this.#child, stdin, stdout, stderr]) if ('unref' in one) work(one as never)
  }
}

/** Docker's message about an engine that it cannot reach. */
export class DialError extends Error {
  constructor(said: string, code: number | null) {
    const lines = said.split('\n').filter((line) => line.trim() !== '')
    super(sanitizeLine(lines.at(-1) ?? `docker system dial-stdio ended with exit code ${code}`))
  }
}
