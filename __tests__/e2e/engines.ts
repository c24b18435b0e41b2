import { execFileSync } from 'node:child_process'

/** A Docker engine that the tests run on. */
export interface Engine {
  name: string
  /** For `DOCKER_HOST`; empty for the machine's own engine. */
  host: string
}

/**
 * The machine's engine, and beside it, when that one keeps images the classic way, one with the containerd store:
 * runners have either, and digests mean different things in them.
 */
export const engines: Engine[] = process.env.CONTAINERD_ENGINE
  ? [
      { name: 'the classic image store', host: '' },
      { name: 'the containerd image store', host: process.env.CONTAINERD_ENGINE },
    ]
  : [{ name: 'the containerd image store', host: '' }]

/** Runs docker on an engine and gives what it prints. */
export function docker(engine: Engine, ...args: string[]): string {
  const env = { ...process.env, ...(engine.host && { DOCKER_HOST: engine.host }) }
  return execFileSync('docker', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}
