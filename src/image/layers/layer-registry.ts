import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod/mini'

const Manifest = z.object({ layers: z.array(z.object({ digest: z.string() })) })

/** Takes the bytes of one blob. */
export type BlobReader = (digest: string, body: AsyncIterable<Buffer>) => Promise<unknown>

/**
 * A registry on this machine that wants only some layers of an image. An engine asks for each blob whether the
 * registry has it, and sends what it has not: so layers that are not wanted are never moved.
 */
export interface LayerRegistry {
  /** `127.0.0.1:PORT`. */
  host: string
  /** Digests of the layers of the manifests that were pushed so far, the lowest first. */
  manifests: readonly string[][]
  /** From now on these blobs are missing, and go to the reader. At first none is. */
  want(digests: readonly string[], reader: BlobReader): void
  close(): Promise<void>
}

export async function startLayerRegistry(): Promise<LayerRegistry> {
  const manifests: string[][] = []
  const wanted = new Set<string>()
  let read: BlobReader = async () => {}
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const digest = searchParams.get('digest') ?? pathname.split('/').at(-1) ?? ''
    const reply = (status: number, headers: Record<string, string> = {}) =>
      response.writeHead(status, headers).end()
    const isBlob = pathname.includes('/blobs/')
    if (request.method === 'POST') return void reply(202, { location: pathname })
    if (request.method === 'PUT' && isBlob) {
      if (wanted.has(digest)) await read(digest, request)
      request.resume()
      return void reply(201, { 'docker-content-digest': digest })
    }
    if (request.method === 'PUT') {
      const content = await readAll(request)
      const manifest = Manifest.safeParse(JSON.parse(content.toString('utf8')))
      if (manifest.success) manifests.push(manifest.data.layers.map((layer) => layer.digest))
      const hash = createHash('sha256').update(content).digest('hex')
      return void reply(201, { 'docker-content-digest': `sha256:${hash}` })
    }
    const there = pathname === '/v2/' || (isBlob && !wanted.has(digest))
    return void reply(there ? 200 : 404, there && isBlob ? { 'docker-content-digest': digest } : {})
  }

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    manifests,
    want(digests, reader) {
      for (const digest of digests) wanted.add(digest)
      read = reader
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
