import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod/mini'
import { listenOnFreePort } from '../../util/listen.js'
import { readAll } from '../../util/read-all.js'

/** Maximum bytes of a manifest. Engines write a few kilobytes. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024

const Descriptor = z.object({ digest: z.string() })
const Manifest = z.union([
  z.object({ config: Descriptor, layers: z.array(Descriptor) }),
  z.object({ manifests: z.array(Descriptor) }),
])

/** A manifest that was pushed. Its digest was computed from the received bytes. */
export type PushedManifest = { digest: string } & (
  | { config: string; layers: string[] }
  /** An index of several manifests. */
  | { manifests: string[] }
)

/** Reads one blob. Its result is used only if the blob matches its digest. */
export type BlobReader<T> = (digest: string, body: AsyncIterable<Buffer>) => Promise<T>

/**
 * A registry on this machine that receives only some blobs of an image. An engine checks for each blob whether the
 * registry has it, and sends only the missing ones, so unwanted layers are never transferred. Other users of the
 * machine do not know the path of its only repository, and cannot write to it.
 */
export interface LayerRegistry<T> {
  /** `127.0.0.1:PORT/PATH`. */
  repository: string
  /** The manifests pushed so far. */
  manifests: readonly PushedManifest[]
  /** The results of the reader, by the digest of the blob. */
  blobs: ReadonlyMap<string, T>
  /** Reports these blobs as missing from now on, and passes them to the reader. Before that, no blob is missing. */
  want(digests: readonly string[], reader: BlobReader<T>): void
  close(): Promise<void>
}

export async function startLayerRegistry<T>(): Promise<LayerRegistry<T>> {
  const path = `evaluator-action/${randomBytes(16).toString('hex')}`
  const manifests: PushedManifest[] = []
  const blobs = new Map<string, T>()
  const wanted = new Map<string, BlobReader<T>>()
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const [, kind = '', name = ''] =
      /^\/(blobs|manifests)\/(?:.*\/)?([^/]*)$/.exec(
        pathname.startsWith(`/v2/${path}/`) ? pathname.slice(`/v2/${path}`.length) : '',
      ) ?? []
    const digest = searchParams.get('digest') ?? name
    const reply = (status: number, headers: Record<string, string> = {}) => {
      request.resume()
      response.writeHead(status, headers).end()
    }
    const has = () => kind === 'blobs' && !wanted.has(digest)
    if (pathname === '/v2/') return reply(200)
    if (kind === '') return reply(404)
    if (request.method === 'POST') return reply(202, { location: pathname })
    if (request.method !== 'PUT')
      return reply(has() ? 200 : 404, has() ? { 'docker-content-digest': digest } : {})
    const read = kind === 'blobs' ? takeBlob : takeManifest
    const taken = await read(digest, request)
    return taken === undefined ? reply(400) : reply(201, { 'docker-content-digest': taken })
  }

  async function takeBlob(digest: string, body: IncomingMessage): Promise<string | undefined> {
    const read = wanted.get(digest)
    if (!read) return digest
    const hash = createHash('sha256')
    const source = body[Symbol.asyncIterator]()
    const next = async () => {
      const chunk = await source.next()
      if (!chunk.done) hash.update(chunk.value)
      return chunk
    }
    // The stream must stay open, because the part that the reader leaves unread is hashed as well.
    const content = await read(digest, { [Symbol.asyncIterator]: () => ({ next }) })
    while (!(await next()).done);
    if (`sha256:${hash.digest('hex')}` !== digest) return undefined
    blobs.set(digest, content)
    return digest
  }

  async function takeManifest(name: string, body: IncomingMessage): Promise<string | undefined> {
    const content = await readAll(body, MAX_MANIFEST_BYTES, () => new Error('the manifest is too large'))
    const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`
    if (name.includes(':') && name !== digest) return undefined
    const { data } = Manifest.safeParse(JSON.parse(content.toString('utf8')))
    const digests = (descriptors: { digest: string }[]) => descriptors.map((one) => one.digest)
    if (data && 'manifests' in data) manifests.push({ digest, manifests: digests(data.manifests) })
    else if (data) manifests.push({ digest, config: data.config.digest, layers: digests(data.layers) })
    return digest
  }

  const port = await listenOnFreePort(server)
  return {
    repository: `127.0.0.1:${port}/${path}`,
    manifests,
    blobs,
    want(digests, reader) {
      for (const digest of digests) wanted.set(digest, reader)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/**
 * Finds the manifest of an image among those that an engine pushed for it.
 *
 * @param id the engine's id of the image: the digest of its configuration, its manifest or its index
 * @param layers the number of its layers
 */
export function findManifest(manifests: readonly PushedManifest[], id: string, layers: number) {
  const indexed = manifests.flatMap((one) => (one.digest === id && 'manifests' in one ? one.manifests : []))
  return manifests
    .filter((one) => 'layers' in one)
    .find(
      (one) =>
        one.layers.length === layers &&
        (one.config === id || one.digest === id || indexed.includes(one.digest)),
    )
}
