import { type RecordedRequest, startServer } from '../http.js'
import { addExample } from './example.js'
import { type Fault, NUCLEUS_BASE, nucleusRoutes } from './routes.js'
import { NucleusState } from './state.js'

export interface NucleusSandbox {
  /** `http://127.0.0.1:PORT/v1/nucleus`, for `NUCLEUS_ENDPOINT`. */
  url: string
  state: NucleusState
  requests: readonly RecordedRequest[]
  /** Faults that have not occurred yet. */
  faults: Fault[]
  close(): Promise<void>
}

/** Starts only the stand-in for Nucleus, with the example slice and model. */
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
