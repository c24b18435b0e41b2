import { randomUUID } from 'node:crypto'
import { z } from 'zod/mini'
import { type EngineCaller, getJson, send } from './engine.js'

/** A network without a way out, for as long as the work takes. */
export interface InternalNetwork {
  name: string
  /** The address of this machine in it. */
  gateway: string
}

const Network = z.object({
  IPAM: z.object({ Config: z.array(z.object({ Gateway: z.optional(z.string()) })) }),
})

/**
 * Does the work with a network of its own that has no route out: a container in it reaches only other containers of
 * the network and, at the gateway's address, this machine. The network is gone afterwards, in a cancelled job too.
 */
export async function withInternalNetwork<T>(
  caller: EngineCaller,
  work: (network: InternalNetwork) => Promise<T>,
): Promise<T> {
  const name = `evaluator-action-${randomUUID()}`
  const path = `/networks/${name}`
  const body = { Name: name, Driver: 'bridge', Internal: true }
  const { engine, signal } = caller
  signal.throwIfAborted()
  try {
    // Not cut off by a cancellation: the engine would go on, and make the network after its removal.
    const create = { method: 'POST', path: '/networks/create', body } as const
    await send({ engine, signal: new AbortController().signal }, create)
    signal.throwIfAborted()
    const { IPAM } = await getJson(caller, { method: 'GET', path }, Network)
    return await work({ name, gateway: IPAM.Config.find(({ Gateway }) => Gateway)?.Gateway ?? '' })
  } finally {
    await send({ engine, signal: AbortSignal.timeout(10_000) }, { method: 'DELETE', path }).catch(() => {})
  }
}
