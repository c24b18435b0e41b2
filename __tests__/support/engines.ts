import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** A Docker engine that the tests run on. */
export interface Engine {
  name: string
  /** For `DOCKER_HOST`; empty for the machine's own engine. */
  host: string
}

/**
 * The engine under test: the machine's own unless TEST_ENGINE names another one. The compat suites get a second one with
 * the containerd store beside it, because runners have either store, and digests mean different things in them.
 */
export const engines: Engine[] = [
  { name: `the ${process.env.IMAGE_STORE} image store`, host: process.env.TEST_ENGINE ?? '' },
]

const second = process.env.CONTAINERD_ENGINE
if (second) engines.push({ name: 'the containerd image store', host: second })

/**
 * Runs docker on an engine and gives what it prints. Not synchronous: the registry that docker may talk to asks the
 * sandbox, which runs in the process of the test.
 */
export async function docker(engine: Engine, ...args: string[]): Promise<string> {
  const env = { ...process.env, ...(engine.host && { DOCKER_HOST: engine.host }) }
  const { stdout } = await promisify(execFile)('docker', args, { env, timeout: 30_000 })
  return stdout.trim()
}
