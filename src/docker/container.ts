import { randomUUID } from 'node:crypto'
import { json, text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod/mini'
import * as log from '../runtime/log.js'
import { cutOutsideSecrets, wholeSecrets } from '../runtime/secrets.js'
import { LineReader } from '../runtime/untrusted-text.js'
import { type EngineCaller, getJson, readAnswer, send } from './engine.js'
import { EngineError } from './engine-error.js'
import { NAME_PREFIX, ownLabels } from './owner.js'

/** Maximum attempts to start a container that a busy engine refuses. */
const ATTEMPTS = 3
/** Maximum number of a container's last lines to keep, for display and for checks. */
const KEPT_LINES = 400
/** Maximum characters of a line to keep. */
const KEPT_CHARACTERS = 5000
/** Maximum number of processes and threads of a container. Numerical libraries start several threads per processor. */
const MAX_PROCESSES = 4096
/**
 * Capabilities that an image may need if it starts as root and changes to another user: files of any user, ports below
 * 1024.
 */
const CAPABILITIES = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'KILL', 'NET_BIND_SERVICE', 'SETGID', 'SETUID']

/** Options for running one container. */
export interface ContainerOptions {
  /** The name of a network, or `none`. */
  network: string
  environment?: Record<string, string>
  /** Name servers and resolver options. */
  dns?: { servers: string[]; options: string[] }
  /** Seconds until the container is killed. */
  timeLimit: number
  /** Called with the container's id before it starts. */
  created?: (id: string) => unknown
}

/** The outcome of running a container. */
export interface ContainerOutcome {
  /** undefined if it did not end by itself. */
  exitCode: number | undefined
  timedOut: boolean
  /** The engine's message if it could not start the container. */
  refusal: string | undefined
  /** The last lines of both streams, in the order in which they arrived. Not sanitized. */
  output: string[]
  /** The same lines by stream, standard output first, because the order between the streams is not reliable. */
  streams?: readonly (readonly string[])[]
  /** Whether the kernel killed one of its processes because it ran out of memory. */
  outOfMemory?: boolean
  /** Milliseconds, including the container's start. */
  duration: number
}

/**
 * Runs an image once, with only the given environment, and waits until it ends or the time limit is over. No process of
 * it outlives the call: it is killed if it takes too long or the job is cancelled. Afterwards, the engine removes the
 * container.
 */
export async function runContainer(
  caller: EngineCaller,
  image: string,
  options: ContainerOptions,
): Promise<ContainerOutcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await runOnce(caller, image, options)
    if (outcome.refusal === undefined || isLasting(outcome.refusal) || attempt === ATTEMPTS) return outcome
    log.info(`The engine did not start a container (${outcome.refusal}); trying again`)
  }
}

async function runOnce(
  caller: EngineCaller,
  image: string,
  options: ContainerOptions,
): Promise<ContainerOutcome> {
  const start = performance.now()
  const outcome = { exitCode: undefined, timedOut: false, refusal: undefined, output: [] }
  const duration = () => Math.round(performance.now() - start)
  try {
    const { network, environment = {}, dns } = options
    const ended = await withContainer(
      caller,
      'run',
      {
        Image: image,
        Env: Object.entries(environment).map(([name, value]) => `${name}=${value}`),
        HostConfig: {
          NetworkMode: network,
          Dns: dns?.servers ?? [],
          DnsOptions: dns?.options ?? [],
          // The engine removes the container even if this process is killed.
          AutoRemove: true,
          // The output is read as it arrives, so the engine need not write it to disk as well.
          LogConfig: { Type: 'none' },
          PidsLimit: MAX_PROCESSES,
          CapDrop: ['ALL'],
          CapAdd: CAPABILITIES,
          SecurityOpt: ['no-new-privileges'],
        },
      },
      (id) => runCreated(caller, id, options),
    )
    return { ...outcome, ...ended, duration: duration() }
  } catch (error) {
    // With a status, this is the engine's answer about this container.
    if (!(error instanceof EngineError && error.status !== undefined)) throw error
    return { ...outcome, refusal: error.reason, duration: duration() }
  }
}

/** Starts a container, and collects its output and its exit code. */
async function runCreated(
  caller: EngineCaller,
  id: string,
  { network, timeLimit, created }: ContainerOptions,
): Promise<Pick<ContainerOutcome, 'exitCode' | 'timedOut' | 'output' | 'streams' | 'outOfMemory'>> {
  created?.(id)
  const path = `/containers/${id}`
  // The time limit kills the container. This limit applies if the engine fails to do even that.
  const minutes = timeLimit / 60 + 2
  const query = { stream: '1', stdout: '1', stderr: '1' }
  const attach = { method: 'POST', path: `${path}/attach`, query, minutes } as const
  const limit = new TimeLimit(caller, id, timeLimit)
  try {
    return await readAnswer(caller, attach, async (attached) => {
      // Send this request before the start: the engine keeps nothing of a container that has ended.
      // Wait for the removal, which is slow, only with a network: it cannot be removed before its containers.
      const condition = network === 'none' ? 'next-exit' : 'removed'
      const wait = { method: 'POST', path: `${path}/wait`, query: { condition }, minutes } as const
      return await readAnswer(caller, wait, async (waited) => {
        const reading = Promise.all([readOutput(attached), json(waited)])
        // Its failure is reported below, after a failure of the start.
        reading.catch(() => {})
        await send(caller, { method: 'POST', path: `${path}/start`, minutes })
        const [output, ended] = await reading
        const { StatusCode } = Ended.parse(ended)
        if (limit.passed) return { exitCode: undefined, timedOut: true, ...output }
        const outOfMemory = StatusCode === 137 && (await ranOutOfMemory(caller, id))
        return { exitCode: StatusCode, timedOut: false, ...output, outOfMemory }
      })
    })
  } finally {
    await limit.end()
  }
}

const Created = z.object({ Id: z.string() })
const Ended = z.object({ StatusCode: z.number() })

/** Returns whether the engine recorded that the kernel killed a process of a container because it ran out of memory. */
async function ranOutOfMemory(caller: EngineCaller, id: string): Promise<boolean> {
  // The container and its state are gone, but the engine keeps its events for a while.
  const filters = JSON.stringify({ type: ['container'], container: [id], event: ['oom'] })
  const until = String(Math.ceil(Date.now() / 1000))
  const call = { method: 'GET', path: '/events', query: { since: '1', until, filters } } as const
  const events = await readAnswer(caller, call, text).catch(() => '')
  caller.signal.throwIfAborted()
  return events.trim() !== ''
}

/**
 * Runs the work with a container that is not started yet, and removes the container afterwards. The engine itself
 * removes a container that has run.
 */
export async function withContainer<T>(
  caller: EngineCaller,
  purpose: 'run' | 'layers',
  settings: Record<string, unknown>,
  work: (id: string) => Promise<T>,
): Promise<T> {
  const { engine, signal } = caller
  const name = `${NAME_PREFIX}${purpose}-${randomUUID()}`
  let hasRun = false
  try {
    const body = { ...settings, Labels: ownLabels() }
    const call = { method: 'POST', path: '/containers/create', query: { name }, body } as const
    signal.throwIfAborted()
    // A cancellation does not interrupt this call: the engine would create the container after its removal.
    const { Id } = await getJson({ engine, signal: new AbortController().signal }, call, Created)
    signal.throwIfAborted()
    const result = await work(Id)
    hasRun = purpose === 'run'
    return result
  } finally {
    // Remove it by its name, because the answer with its id may be lost, and even if the job is cancelled.
    const call = { method: 'DELETE', path: `/containers/${name}`, query: { force: '1', v: '1' } } as const
    const ending = { engine, signal: AbortSignal.timeout(30_000) }
    if (!hasRun) await send(ending, call).catch(() => {})
  }
}

/** The last lines of both streams of a container, in the order in which they arrived, and by stream. */
interface Output {
  output: string[]
  streams: string[][]
}

/**
 * Reads the lines of both streams of a container. The engine puts eight bytes before each piece: the number of the
 * stream, and the length in the last four bytes.
 */
async function readOutput(attached: AsyncIterable<Buffer>): Promise<Output> {
  const kept: { stream: number; line: string }[] = []
  const keep = (stream: number) => (line: string) => {
    const length = line.length > KEPT_CHARACTERS ? cutOutsideSecrets(line, KEPT_CHARACTERS) : line.length
    kept.push({ stream, line: line.slice(0, length) })
    if (kept.length > KEPT_LINES) kept.shift()
  }
  const readers = [new LineReader(keep(0), wholeSecrets), new LineReader(keep(1), wholeSecrets)]
  const header = Buffer.alloc(8)
  let known = 0
  let left = 0
  for await (const chunk of attached) {
    // Pieces are passed on as they arrive, so that a large one is never held in memory.
    for (let at = 0; at < chunk.length; ) {
      if (known < 8) {
        const length = chunk.copy(header, known, at, at + 8 - known)
        known += length
        at += length
        if (known === 8) left = header.readUInt32BE(4)
      } else {
        const piece = chunk.subarray(at, at + left)
        readers[header[0] === 2 ? 1 : 0]?.write(piece)
        left -= piece.length
        at += piece.length
      }
      if (known === 8 && left === 0) known = 0
    }
  }
  for (const reader of readers) reader.end()
  return {
    output: kept.map(({ line }) => line),
    streams: [0, 1].map((wanted) => kept.filter(({ stream }) => stream === wanted).map(({ line }) => line)),
  }
}

/** Returns whether the engine's refusal is about the image itself and not temporary. */
function isLasting(refusal: string): boolean {
  return /exec|executable|entrypoint|no command|no such file|permission denied|image/i.test(refusal)
}

/** Kills a container at its time limit. Repeats this until it is dead, because it may still be starting. */
class TimeLimit {
  passed = false
  readonly #ended = new AbortController()
  readonly #watch: Promise<void>

  constructor(caller: EngineCaller, id: string, seconds: number) {
    this.#watch = this.#kill(caller, id, seconds).catch(() => {})
  }

  async end(): Promise<void> {
    this.#ended.abort()
    await this.#watch
  }

  async #kill(caller: EngineCaller, id: string, seconds: number): Promise<void> {
    const { signal } = this.#ended
    await sleep(seconds * 1000, undefined, { signal })
    for (this.passed = true; !signal.aborted; await sleep(1000, undefined, { signal }))
      await send(caller, { method: 'POST', path: `/containers/${id}/kill` }).catch(() => {})
  }
}
