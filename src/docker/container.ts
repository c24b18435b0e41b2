import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { run } from '../lib/exec.js'
import * as log from '../lib/log.js'
import type { Docker } from './docker.js'

/** How often a container is started that a busy engine refuses. */
const ATTEMPTS = 3

/** How one container is run. */
export interface ContainerOptions {
  /** Name of a network, or `none`. */
  network: string
  environment?: Record<string, string>
  /** Further arguments of `docker run`. */
  args?: readonly string[]
  /** Seconds after which it is killed. */
  timeLimit: number
  /** Where docker writes the container's id. */
  idFile?: string
}

/** How a container ended. */
export interface ContainerOutcome {
  /** undefined when it did not end by itself. */
  exitCode: number | undefined
  timedOut: boolean
  /** The engine's words when it could not start the container. */
  refusal: string | undefined
  /** The last lines of both streams, in order; not yet safe to show. */
  output: string[]
  /** Milliseconds, with the container's start. */
  duration: number
}

/**
 * Runs an image once, with nothing but the given environment, and waits for its end or for the time limit. No
 * container outlives the call: one that takes too long is killed, and one of a cancelled job too.
 */
export async function runContainer(
  engine: Docker,
  image: string,
  options: ContainerOptions,
): Promise<ContainerOutcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await runOnce(engine, image, options)
    if (outcome.refusal === undefined || isLasting(outcome.refusal) || attempt === ATTEMPTS) return outcome
    log.info(`The engine did not start a container (${outcome.refusal}); trying again`)
    if (options.idFile !== undefined) rmSync(options.idFile, { force: true })
  }
}

async function runOnce(
  engine: Docker,
  image: string,
  { network, environment = {}, args = [], timeLimit, idFile }: ContainerOptions,
): Promise<ContainerOutcome> {
  const name = `evaluator-action-run-${randomUUID()}`
  const variables = Object.entries(environment).flatMap(([key, value]) => ['--env', `${key}=${value}`])
  const ids = idFile === undefined ? [] : ['--cidfile', idFile]
  const start = performance.now()
  const limit = new TimeLimit(engine, name, timeLimit)
  // `docker run` would hand a signal on to a program that may ignore it, and wait.
  const remove = () => void removeContainer(engine, name)
  engine.signal.addEventListener('abort', remove, { once: true })
  try {
    const command = ['run', '--rm', '--name', name, '--network', network, ...ids, ...args, ...variables]
    const { exitCode, output } = await run('docker', [...command, image], {
      env: engine.config.env,
      signal: engine.signal,
      // Taken line by line, so that an image that prints without end does not fill the memory.
      onLine: () => undefined,
      // The time limit kills the container; this is for an engine that does not even do that.
      timeout: (timeLimit + 120) * 1000,
    })
    const refusal = exitCode === 125 || exitCode === 126 || exitCode === 127 ? refusalIn(output) : undefined
    return {
      exitCode: limit.passed || refusal !== undefined ? undefined : exitCode,
      timedOut: limit.passed,
      refusal,
      output,
      duration: Math.round(performance.now() - start),
    }
  } finally {
    engine.signal.removeEventListener('abort', remove)
    await limit.end()
    if (engine.signal.aborted) await removeContainer(engine, name)
  }
}

/** Removes a container, running or not; that there is none is fine. Works in a cancelled job too. */
export async function removeContainer({ config }: Docker, name: string): Promise<void> {
  const signal = AbortSignal.timeout(5_000)
  await run('docker', ['rm', '--force', '--volumes', name], {
    env: config.env,
    signal,
    timeout: 30_000,
  }).catch(() => {})
}

/** Whether the engine's refusal is about the image itself, and not about the moment. */
function isLasting(refusal: string): boolean {
  return /exec|executable|entrypoint|no command|no such file|permission denied|image/i.test(refusal)
}

/** The engine's own line about a container that it could not start. */
function refusalIn(output: readonly string[]): string | undefined {
  return output.findLast((line) => /^docker: |Error response from daemon/.test(line))
}

/** Kills a container at its time limit, and goes on until it is dead: it may just be starting. */
class TimeLimit {
  passed = false
  readonly #ended = new AbortController()
  readonly #watch: Promise<void>

  constructor(engine: Docker, name: string, seconds: number) {
    this.#watch = this.#kill(engine, name, seconds).catch(() => {})
  }

  async end(): Promise<void> {
    this.#ended.abort()
    await this.#watch
  }

  async #kill(engine: Docker, name: string, seconds: number): Promise<void> {
    const { signal } = this.#ended
    await sleep(seconds * 1000, undefined, { signal })
    for (this.passed = true; !signal.aborted; await sleep(1000, undefined, { signal }))
      await run('docker', ['kill', name], { env: engine.config.env, signal: engine.signal, timeout: 30_000 })
  }
}
