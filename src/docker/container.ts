import { randomUUID } from 'node:crypto'
import { json, text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod/mini'
import * as log from '../runtime/log.js'
import { cutOutsideSecrets } from '../runtime/secrets.js'
import { LineReader } from '../runtime/untrusted-text.js'
import { type EngineCaller, getJson, readAnswer, send } from './engine.js'
import { EngineError } from './engine-error.js'
import { NAME_PREFIX, ownLabels } from './owner.js'

/** How often a container is started that a busy engine refuses. */
const ATTEMPTS = 3
/** The last lines of a container that are kept, to be shown and judged. */
const KEPT_LINES = 400
/** Characters of a line that are kept. */
const KEPT_CHARACTERS = 5000
/** Processes and threads of a container; numerical libraries start one for each processor, several times over. */
const MOST_PROCESSES = 4096
/** What an image may need that starts as root and changes to another user: files of any user, ports below 1024. */
const CAPABILITIES = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'KILL', 'NET_BIND_SERVICE', 'SETGID', 'SETUID']

/** How one container is run. */
export interface ContainerOptions {
  /** Name of a network, or `none`. */
  network: string
  environment?: Record<string, string>
  /** Name servers, and options of the resolver. */
  dns?: { servers: string[]; options: string[] }
  /** Seconds after which it is killed. */
  timeLimit: number
  /** Is told the container's id before it starts. */
  created?: (id: string) => unknown
}

/** How a container ended. */
export interface ContainerOutcome {
  /** undefined when it did not end by itself. */
  exitCode: number | undefined
  timedOut: boolean
  /** The engine's words when it could not start the container. */
  refusal: string | undefined
  /** The last lines of both streams, in the order in which they came; not yet safe to show. */
  output: string[]
  /** The same lines by stream, standard output first: the order between the streams is not reliable. */
  streams?: readonly (readonly string[])[]
  /** Whether the kernel killed a process of it for want of memory. */
  outOfMemory?: boolean
  /** Milliseconds, with the container's start. */
  duration: number
}

/**
 * Runs an image once, with nothing but the given environment, and waits for its end or for the time limit. No
 * container outlives the call: one that takes too long is killed, and one of a cancelled job too.
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
          // Also when this process was killed.
          AutoRemove: true,
          // Its output is read as it comes; the engine need not write it to the disk as well.
          LogConfig: { Type: 'none' },
          PidsLimit: MOST_PROCESSES,
          CapDrop: ['ALL'],
          CapAdd: CAPABILITIES,
          SecurityOpt: ['no-new-privileges'],
        },
      },
      (id) => runCreated(caller, id, options),
    )
    return { ...outcome, ...ended, duration: duration() }
  } catch (error) {
    // With a status, it is the engine's answer about this container.
    if (!(error instanceof EngineError && error.status !== undefined)) throw error
    return { ...outcome, refusal: error.reason, duration: duration() }
  }
}

/** Starts a container, and takes its output and its exit code. */
async function runCreated(
  caller: EngineCaller,
  id: string,
  { timeLimit, created }: ContainerOptions,
): Promise<Pick<ContainerOutcome, 'exitCode' | 'timedOut' | 'output' | 'streams' | 'outOfMemory'>> {
  created?.(id)
  const path = `/containers/${id}`
  // The time limit kills the container; this is for an engine that does not even do that.
  const minutes = timeLimit / 60 + 2
  const query = { stream: '1', stdout: '1', stderr: '1' }
  const attach = { method: 'POST', path: `${path}/attach`, query, minutes } as const
  const limit = new TimeLimit(caller, id, timeLimit)
  try {
    return await readAnswer(caller, attach, async (attached) => {
      // Asked for ahead, as the engine keeps nothing of a container that ended.
      const wait = { method: 'POST', path: `${path}/wait`, query: { condition: 'removed' }, minutes } as const
      return await readAnswer(caller, wait, async (waited) => {
        const reading = Promise.all([readOutput(attached), json(waited)])
        // Its failure is told below, after that of the start.
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

/** Whether the engine noted that the kernel killed a process of a container for want of memory. */
async function ranOutOfMemory(caller: EngineCaller, id: string): Promise<boolean> {
  // The container is gone, and its state with it; its events are kept a while.
  const filters = JSON.stringify({ type: ['container'], container: [id], event: ['oom'] })
  const until = String(Math.ceil(Date.now() / 1000))
  const call = { method: 'GET', path: '/events', query: { since: '1', until, filters } } as const
  const events = await readAnswer(caller, call, text).catch(() => '')
  caller.signal.throwIfAborted()
  return events.trim() !== ''
}

/** Does the work with a container that is not started yet, and removes it afterwards, running or not. */
export async function withContainer<T>(
  caller: EngineCaller,
  purpose: 'run' | 'layers',
  settings: Record<string, unknown>,
  work: (id: string) => Promise<T>,
): Promise<T> {
  const { engine, signal } = caller
  const name = `${NAME_PREFIX}${purpose}-${randomUUID()}`
  try {
    const body = { ...settings, Labels: ownLabels() }
    const call = { method: 'POST', path: '/containers/create', query: { name }, body } as const
    signal.throwIfAborted()
    // Not cut off by a cancellation: the engine would go on, and make the container after its removal.
    const { Id } = await getJson({ engine, signal: new AbortController().signal }, call, Created)
    signal.throwIfAborted()
    return await work(Id)
  } finally {
    // By its name, as the answer with the id may have been cut off; and in a cancelled job, too.
    const query = { force: '1', v: '1' }
    const ending = { engine, signal: AbortSignal.timeout(30_000) }
    await send(ending, { method: 'DELETE', path: `/containers/${name}`, query }).catch(() => {})
  }
}

/** The lines of both streams of a container, the last ones: in the order in which they came, and by stream. */
interface Output {
  output: string[]
  streams: string[][]
}

/**
 * Reads the lines of both streams of a container. An engine sends each piece with eight bytes in front: the number of
 * the stream, and the length in the last four.
 */
async function readOutput(attached: AsyncIterable<Buffer>): Promise<Output> {
  const kept: { stream: number; line: string }[] = []
  const keep = (stream: number) => (line: string) => {
    const length = line.length > KEPT_CHARACTERS ? cutOutsideSecrets(line, KEPT_CHARACTERS) : line.length
    kept.push({ stream, line: line.slice(0, length) })
    if (kept.length > KEPT_LINES) kept.shift()
  }
  const readers = [new LineReader(keep(0), cutOutsideSecrets), new LineReader(keep(1), cutOutsideSecrets)]
  const header = Buffer.alloc(8)
  let known = 0
  let left = 0
  for await (const chunk of attached) {
    // Pieces are passed on as they come, so that a large one is never put together.
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

/** Whether the engine's refusal is about the image itself, and not about the moment. */
function isLasting(refusal: string): boolean {
  return /exec|executable|entrypoint|no command|no such file|permission denied|image/i.test(refusal)
}

/** Kills a container at its time limit, and goes on until it is dead: it may just be starting. */
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
