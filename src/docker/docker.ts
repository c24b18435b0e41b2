import { Agent } from 'node:http'
import { readVariable } from '../runtime/inputs.js'
import { memoize } from '../util/memoize.js'
import type { PrivateConfig } from './client-config.js'
import { DialingAgent } from './dialing-agent.js'
import { type Engine, type EngineCaller, readApiVersion } from './engine.js'

/** The engine and the Docker client configuration of this run. */
export interface Docker extends EngineCaller {
  config: PrivateConfig
}

const DEFAULT_SOCKET = '/var/run/docker.sock'

/**
 * Connects to the engine that the job's docker command would use: that of DOCKER_HOST, of the Docker context, or of
 * this machine. An engine that is not behind a local socket is reached through the docker command, which supports
 * contexts, TLS and SSH.
 * @param lifetime aborts the request for the engine's version, which callers share
 */
export function findEngine(config: PrivateConfig, lifetime: AbortSignal): Engine {
  const socketPath = findSocket(config)
  const connection =
    socketPath === undefined ? { agent: new DialingAgent(config) } : { agent: new Agent(), socketPath }
  return { connection, version: memoize(() => readApiVersion(connection, lifetime)) }
}

/** Returns the path of the engine's socket; undefined if only the docker command can find the engine. */
function findSocket({ env, context }: PrivateConfig): string | undefined {
  // docker also ignores an empty variable.
  const host = env.DOCKER_HOST || readVariable('DOCKER_HOST')
  if (host) return /^unix:\/\/(\/.+)$/.exec(host)?.[1]
  const current = readVariable('DOCKER_CONTEXT') || context || 'default'
  return current === 'default' ? DEFAULT_SOCKET : undefined
}
