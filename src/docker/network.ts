import { randomUUID } from 'node:crypto'
import { run } from '../lib/exec.js'
import { type Docker, docker } from './docker.js'

/** A network without a way out, for as long as the work takes. */
export interface InternalNetwork {
  name: string
  /** The address of this machine in it. */
  gateway: string
}

/**
 * Does the work with a network of its own that has no route out: a container in it reaches only other containers of
 * the network and, at the gateway's address, this machine. The network is gone afterwards, in a cancelled job too.
 */
export async function withInternalNetwork<T>(
  engine: Docker,
  work: (network: InternalNetwork) => Promise<T>,
): Promise<T> {
  const name = `evaluator-action-${randomUUID()}`
  await docker(engine, ['network', 'create', '--internal', name])
  try {
    const format = '{{(index .IPAM.Config 0).Gateway}}'
    const { stdout } = await docker(engine, ['network', 'inspect', '--format', format, name])
    return await work({ name, gateway: stdout.trim() })
  } finally {
    const signal = AbortSignal.timeout(10_000)
    await run('docker', ['network', 'rm', name], { env: engine.config.env, signal, timeout: 30_000 }).catch(
      () => {},
    )
  }
}
