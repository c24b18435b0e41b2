import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listenOnFreePort } from '../../src/util/listen.js'
import { passOn } from './pass-on.js'
import type { Registry } from './registry.js'

/** The answer of a registry that refuses to move a tag. */
export interface TagRefusal {
  status: number
  code: string
  message(path: string, tag: string): string
}

/** The messages of registries with immutable tags, and less specific answers. */
export const tagRefusals = {
  'Amazon ECR': {
    status: 400,
    code: 'TAG_INVALID',
    message: (path, tag) =>
      `The image tag '${tag}' already exists in the '${path}' repository and cannot be overwritten because the tag is immutable.`,
  },
  Harbor: {
    status: 412,
    code: 'PRECONDITION',
    message: (path, tag) => `Failed to process request due to '${path}:${tag}' configured as immutable.`,
  },
  'a registry with a conflict': { status: 409, code: 'CONFLICT', message: () => 'tag exists' },
  'a registry that denies it': { status: 403, code: 'DENIED', message: () => 'not allowed' },
} satisfies Record<string, TagRefusal>

/**
 * Starts a registry with immutable tags: it forwards requests to another registry, and refuses a manifest for a tag
 * that exists, even if the manifest is the same.
 */
export async function immutableTags(
  registry: Registry,
  refusal: TagRefusal = tagRefusals['Amazon ECR'],
): Promise<{ host: string; refused: string[]; close(): Promise<void> }> {
  const refused: string[] = []

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, path = '', tag = ''] = /^\/v2\/(.+)\/manifests\/([^:]+)$/.exec(incoming.url ?? '') ?? []
    if (incoming.method === 'PUT' && tag !== '' && (await registry.manifest(path, tag))) {
      refused.push(`${path}:${tag}`)
      incoming.resume()
      const { status, code } = refusal
      const message = refusal.message(path, tag)
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ errors: [{ code, message, detail: null }] }))
      return
    }
    passOn(incoming, response, registry.host)
  }

  const server = createServer((incoming, response) => void serve(incoming, response))
  const port = await listenOnFreePort(server)
  const close = async () => {
    await new Promise((resolve) => server.close(resolve).closeAllConnections())
  }
  return { host: `127.0.0.1:${port}`, refused, close }
}
