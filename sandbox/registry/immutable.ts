import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { passOn } from './pass-on.js'
import type { Registry } from './registry.js'

/**
 * A registry whose tags cannot be moved, as Amazon ECR's can be set up: it passes everything on to another registry,
 * and refuses a manifest for a tag that exists, in ECR's words, also when it is the same manifest.
 */
export async function immutableTags(
  registry: Registry,
): Promise<{ host: string; refused: string[]; close(): Promise<void> }> {
  const refused: string[] = []

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, path = '', tag = ''] = /^\/v2\/(.+)\/manifests\/([^:]+)$/.exec(incoming.url ?? '') ?? []
    if (incoming.method === 'PUT' && tag !== '' && (await registry.manifest(path, tag))) {
      refused.push(`${path}:${tag}`)
      incoming.resume()
      const message = `The image tag '${tag}' already exists in the '${path}' repository and cannot be overwritten because the tag is immutable.`
      response.writeHead(400, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ errors: [{ code: 'TAG_INVALID', message, detail: null }] }))
      return
    }
    passOn(incoming, response, registry.host)
  }

  const server = createServer((incoming, response) => void serve(incoming, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    await new Promise((resolve) => server.close(resolve).closeAllConnections())
  }
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, refused, close }
}
