import { type RecordedRequest, startServer } from './http.js'
import { kiliRoutes } from './kili/routes.js'
import { type KiliOptions, KiliState } from './kili/state.js'
import { kolenaRoutes } from './kolena/routes.js'
import { KolenaState, type Organization } from './kolena/state.js'
import { addExample } from './nucleus/example.js'
import { nucleusRoutes } from './nucleus/routes.js'
import { NucleusState } from './nucleus/state.js'
import { guardedRegistry, type Registry } from './registry/registry.js'
import { type AccessPolicy, createTokenIssuer, tokenRoute } from './registry/token-auth.js'

export { openRegistry, type Registry } from './registry/registry.js'

export interface SandboxOptions {
  organizations: readonly Organization[]
  /** The users of Kili. Defaults to none. */
  kili?: KiliOptions
  /** Port of the API on 127.0.0.1. Defaults to a free one. */
  port?: number
  /** Extra milliseconds for every API call. */
  latency?: number
  /** Path of `docker-registry`. Defaults to the one on PATH or in `.cache`. */
  registryProgram?: string | undefined
  /** A folder that keeps the pushed images. Defaults to one that is removed at the end. */
  registryStorage?: string | undefined
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT`, for `KOLENA_API_URL`. */
  url: string
  registry: Registry
  state: KolenaState
  /** Nucleus, under `/v1/nucleus`, with the example slice and model. Every organization's token is a valid key. */
  nucleus: NucleusState
  /** Kili, at `/api/label/v2/graphql`. */
  kili: KiliState
  /** Calls to the API and to the registry's token endpoint. */
  requests: readonly RecordedRequest[]
  /** Stops the API and the registry and removes the pushed images, unless they are kept. Rejects if the registry crashed. */
  close(): Promise<void>
}

/** Starts the stand-in for the platform and a real registry that accepts its tokens. Resolves when both answer. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const state = new KolenaState(options.organizations)
  const nucleus = new NucleusState(options.organizations.flatMap(({ tokens }) => tokens))
  addExample(nucleus)
  const kili = new KiliState(options.kili ?? { apiKeys: new Map() })
  const issuer = createTokenIssuer()
  const { url, routes, requests, close } = await startServer({
    port: options.port ?? 0,
    latency: options.latency ?? 0,
  })
  try {
    const realm = `${url}/token`
    const registry = await guardedRegistry(
      { issuer, realm },
      {
        program: options.registryProgram,
        storage: options.registryStorage,
      },
    )
    routes.push(tokenRoute(issuer, accessPolicy(state)), ...kolenaRoutes(state, registry))
    routes.push(...nucleusRoutes(nucleus), ...kiliRoutes(kili))
    return { url, registry, state, nucleus, kili, requests, close: () => close().then(registry.close) }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * A push requires a created repository. A pull is allowed without one, and finds nothing:
 * containerd asks to mount layers from any repository that it saw under the same host name on another port, and a
 * refusal would abort its push.
 */
function accessPolicy(state: KolenaState): AccessPolicy {
  return {
    isMember: (username, password) => state.hasToken(username, password),
    permissions(username, repository) {
      if (state.hasRepository(username, repository)) return ['pull', 'push']
      return state.repositories.some(({ name }) => name === repository) ? [] : ['pull']
    },
  }
}
