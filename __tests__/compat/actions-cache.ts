import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { SignJWT } from 'jose'
import { listenOnFreePort } from '../../src/util/listen.js'

/** A stand-in for the parts of GitHub's cache service (version 2) that BuildKit's client uses. */
export interface ActionsCache {
  /** The runner's variables, with a token that can read and write. */
  env: Record<string, string>
  token: string
  /** The same for a buildx that is older than version 2. */
  attributes: string
  /** Keys of the saved entries, in order. */
  keys(): string[]
  close(): Promise<void>
}

const service = '/twirp/github.actions.results.api.v1.CacheService/'

export async function startActionsCache(): Promise<ActionsCache> {
  const entries = new Map<string, Buffer | undefined>()
  const token = await makeToken()
  let url = ''

  /** Entries never change: a key can be saved once, and lookups match a prefix, newest first. */
  const calls: Record<string, (body: { key: string }) => object | undefined> = {
    CreateCacheEntry({ key }) {
      if (entries.has(key)) return undefined
      entries.set(key, undefined)
      return { ok: true, signed_upload_url: `${url}/blobs/${encodeURIComponent(key)}` }
    },
    FinalizeCacheEntryUpload: ({ key }) => ({ ok: entries.get(key) !== undefined, entry_id: '1' }),
    GetCacheEntryDownloadURL({ key }) {
      const found = [...entries.keys()].findLast((one) => one.startsWith(key) && entries.get(one))
      if (found === undefined) return { ok: false }
      return {
        ok: true,
        signed_download_url: `${url}/blobs/${encodeURIComponent(found)}`,
        matched_key: found,
      }
    },
  }

  async function call(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const allowed = request.headers.authorization === `Bearer ${token}`
    const reply = allowed ? calls[name]?.(JSON.parse((await buffer(request)).toString())) : undefined
    response.writeHead(reply ? 200 : allowed ? 409 : 401, { 'content-type': 'application/json' })
    response.end(JSON.stringify(reply ?? { code: 'already_exists', msg: 'cache entry already exists' }))
  }

  /** Acts as Azure's blob storage, whose addresses are signed and need no token. */
  async function store(request: IncomingMessage, response: ServerResponse, key: string): Promise<void> {
    if (request.method === 'PUT') {
      entries.set(key, await buffer(request))
      response.writeHead(201, { 'x-ms-request-id': '1' }).end()
      return
    }
    const range = String(request.headers['x-ms-range'] ?? request.headers.range ?? 'bytes=0-')
    const content = entries.get(key)?.subarray(Number(/\d+/.exec(range)?.[0]))
    response.writeHead(content ? 206 : 404).end(content)
  }

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', url).pathname
    if (path.startsWith(service)) void call(request, response, path.slice(service.length))
    else void store(request, response, decodeURIComponent(path.replace('/blobs/', '')))
  })
  url = `http://127.0.0.1:${await listenOnFreePort(server)}`
  return {
    env: {
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: `${url}/`,
      ACTIONS_CACHE_URL: `${url}/`,
      ACTIONS_RUNTIME_TOKEN: token,
    },
    token,
    attributes: `version=2,url_v2=${url}/`,
    keys: () => [...entries.keys()],
    close: async () => {
      await new Promise((resolve) => server.close(resolve).closeAllConnections())
    },
  }
}

/** Returns the claims that BuildKit's client checks: the caches of the token, where 3 means read and write. */
async function makeToken(): Promise<string> {
  const ac = JSON.stringify([{ Scope: 'refs/heads/main', Permission: 3 }])
  return await new SignJWT({ ac })
    .setProtectedHeader({ alg: 'HS256' })
    .setNotBefore('-1m')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode('only the service itself would check the signature'))
}
