import { type RecordedRequest, startServer } from '../http.js'
import { addExample } from './example.js'
import { type Fault, NUCLEUS_BASE, nucleusRoutes } from './routes.js'
import { NucleusState } from './state.js'

export interface NucleusSandbox {
  /** `http://127.0.0.1:PORT/v1/nucleus`: what `NUCLEUS_ENDPOINT` takes. */
  url: string
  state: NucleusState
  requests: readonly RecordedRequest[]
  /** Faults that are still to strike. */
  faults: Fault[]
  close(): Promise<void>
}

/** Starts the stand-in for Nucleus alone, with the example slice and model in it. */
export async function startNucleus(
  apiKeys: readonly string[],
  limitedAccessKeys: readonly string[] = [],
): Promise<NucleusSandbox> {
  const state = new NucleusState(apiKeys, limitedAccessKeys)
  addExample(state)
  const faults: Fault[] = []
  const { url, routes, requests, close } = await startServer({ port: 0, latency: 0 })
  routes.push(...nucleusRoutes(state, faults))
  return { url: url + NUCLEUS_BASE, state, requests, faults, close }
}
