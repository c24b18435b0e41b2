import { randomUUID } from 'node:crypto'
import { isIP } from 'node:net'
import { z } from 'zod/mini'
import { ActionError } from '../runtime/errors.js'
import { type EngineCaller, getJson, send } from './engine.js'
import { NAME_PREFIX, ownLabels } from './owner.js'

/** A temporary network without a route to the outside. */
export interface InternalNetwork {
  name: string
  /** This machine's address in the network. */
  gateway: string
}

/** Returns whether a text is the address of a single machine: not empty, and not the wildcard address. */
function isAddress(text = ''): boolean {
  return isIP(text) !== 0 && !/^[0.:]+$/.test(text)
}

const Network = z.object({
  IPAM: z.object({ Config: z.array(z.object({ Gateway: z.optional(z.string()) })) }),
})

/**
 * Runs the work with a separate network that has no route to the outside: a container in it reaches only other
 * containers of the network and, at the gateway's address, this machine. Removes the network afterwards, even if the
 * job is cancelled.
 */
export async function withInternalNetwork<T>(
  caller: EngineCaller,
  work: (network: InternalNetwork) => Promise<T>,
): Promise<T> {
  const name = `${NAME_PREFIX}network-${randomUUID()}`
  const path = `/networks/${name}`
  const body = { Name: name, Driver: 'bridge', Internal: true, Labels: ownLabels() }
  const { engine, signal } = caller
  signal.throwIfAborted()
  try {
    // A cancellation does not interrupt this call: the engine would create the network after its removal.
    const create = { method: 'POST', path: '/networks/create', body } as const
    await send({ engine, signal: new AbortController().signal }, create)
    signal.throwIfAborted()
    const { IPAM } = await getJson(caller, { method: 'GET', path }, Network)
    const gateway = IPAM.Config.find(({ Gateway }) => isAddress(Gateway))?.Gateway
    // Without an address, a server for the network would have to listen on every address of the machine.
    if (!gateway)
      throw new ActionError(
        "verify: contract needs the address of this machine in a network of the Docker engine, and the engine reports no gateway for it. Use an engine that does, such as Docker's own on Linux, or verify: start.",
      )
    return await work({ name, gateway })
  } finally {
    await send({ engine, signal: AbortSignal.timeout(10_000) }, { method: 'DELETE', path }).catch(() => {})
  }
}
