import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

/** A Docker engine that the tests run on. */
export interface Engine {
  name: string
  /** A value for `DOCKER_HOST`. Empty for the machine's own engine. */
  host: string
}

/**
 * The engines under test: the machine's own unless TEST_ENGINE names another one. Compat suites use a second one with
 * the containerd store, because runners have either store, and digests mean different things in them.
 */
export const engines: [Engine, ...Engine[]] = [
  { name: `the ${process.env.IMAGE_STORE} image store`, host: process.env.TEST_ENGINE ?? '' },
]

const second = process.env.CONTAINERD_ENGINE
if (second) engines.push({ name: 'the containerd image store', host: second })

/**
 * Runs docker on an engine and returns its output. Asynchronous, because the registry that docker may contact asks the
 * sandbox, which runs in the test's process.
 */
export async function docker(engine: Engine, ...args: string[]): Promise<string> {
  const env = { ...process.env, ...(engine.host && { DOCKER_HOST: engine.host }) }
  const { stdout } = await promisify(execFile)('docker', args, { env, timeout: 120_000 })
  return stdout.trim()
}

/**
 * Waits until the text is empty, such as a list of containers: the engine removes them soon after they have ended, and the
 * runs of other suites may be removing the same leftovers.
 */
export async function untilEmpty(read: () => Promise<string>): Promise<void> {
  while ((await read()) !== '') await sleep(100)
}
