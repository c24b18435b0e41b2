import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** A Docker engine that the tests run on. */
export interface Engine {
  name: string
  /** For `DOCKER_HOST`; empty for the machine's own engine. */
  host: string
}

/**
 * The machine's engine, and beside it, when that one keeps images the classic way, one with the containerd store:
 * runners have either, and digests mean different things in them. See `scripts/jest-engines.js`.
 */
export const engines: Engine[] = [{ name: `the ${process.env.IMAGE_STORE} image store`, host: '' }]

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
