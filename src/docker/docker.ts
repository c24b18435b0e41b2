import { Agent } from 'node:http'
import { readVariable } from '../runtime/inputs.js'
import { memoize } from '../util/memoize.js'
import type { PrivateConfig } from './client-config.js'
import { DialingAgent } from './dialing-agent.js'
import { type Engine, type EngineCaller, readApiVersion } from './engine.js'

/** How Docker is used in this run. */
export interface Docker extends EngineCaller {
  config: PrivateConfig
}

const DEFAULT_SOCKET = '/var/run/docker.sock'

/**
 * The engine that the docker command of the job would talk to: that of DOCKER_HOST, of the Docker context, or of this
 * machine. One that is not behind a socket of this machine is reached by way of the docker command, which knows
 * contexts, TLS and SSH.
 * @param lifetime ends the question for its version, which callers share
 */
export function findEngine(config: PrivateConfig, lifetime: AbortSignal): Engine {
  const socketPath = findSocket(config)
  const connection =
    socketPath === undefined ? { agent: new DialingAgent(config) } : { agent: new Agent(), socketPath }
  return { connection, version: memoize(() => readApiVersion(connection, lifetime)) }
}

/** undefined where the docker command has to find the way. */
function findSocket({ env, context }: PrivateConfig): string | undefined {
  // An empty variable says nothing, to docker too.
  const host = env.DOCKER_HOST || readVariable('DOCKER_HOST')
  if (host) return /^unix:\/\/(\/.+)$/.exec(host)?.[1]
  const current = readVariable('DOCKER_CONTEXT') || context || 'default'
  return current === 'default' ? DEFAULT_SOCKET : undefined
}
