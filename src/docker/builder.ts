import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { messageOf } from '../runtime/errors.js'
import { readVariable } from '../runtime/inputs.js'
import { buildxDirectory, dockerConfigDirectory } from './client-config.js'

/** Maximum milliseconds for a node of a builder to accept a connection. */
const MAX_CONNECT = 5_000

const Current = z.object({ Name: z.string() })
const Node = z.object({ Name: z.string(), Endpoint: z.string() })
const Instance = z.object({ Driver: z.string(), Nodes: z.catch(z.array(Node), []) })

/** A part of a builder, which builds for its own platforms. */
export interface BuilderNode {
  name: string
  /** A URL such as `tcp://buildkit.example.com:1234` or `kubernetes:///pods?kubeconfig=…`, or a Docker context. */
  endpoint: string
}

/**
 * Returns the buildx driver of a builder: `docker` for the engine's own, otherwise `docker-container`, `remote`,
 * `kubernetes` or `cloud`. Reads buildx's files, which needs no buildx process. Does not check whether the current
 * builder belongs to this engine: a wrong answer only costs time, and the image is the same.
 *
 * @param name undefined for the current builder
 */
export function builderDriver(name: string | undefined): string {
  return readInstance(name)?.Driver || 'docker'
}

/** Returns the nodes of a builder; an empty list for the engine's own. @param name undefined for the current builder */
export function builderNodes(name: string | undefined): BuilderNode[] {
  const nodes = readInstance(name)?.Nodes ?? []
  return nodes.map(({ Name, Endpoint }) => ({ name: Name, endpoint: Endpoint }))
}

/** Returns whether buildx finds a builder with this name: one of its own, or a Docker context. */
export function isBuilder(name: string): boolean {
  const context = createHash('sha256').update(name).digest('hex')
  const files = [join(dockerConfigDirectory(), 'contexts', 'meta', context, 'meta.json'), instanceFile(name)]
  return name === 'default' || files.some((path) => path !== undefined && existsSync(path))
}

/** Returns why a node accepts no connection; undefined if it accepts one, or if its endpoint is not a TCP address. */
export async function connectionProblem(
  { endpoint }: BuilderNode,
  signal: AbortSignal,
): Promise<string | undefined> {
  const address = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  if (address?.protocol !== 'tcp:') return undefined
  const deadline = AbortSignal.timeout(MAX_CONNECT)
  const socket = connect(Number(address.port), address.hostname.replaceAll(/[[\]]/g, ''))
  try {
    await once(socket, 'connect', { signal: AbortSignal.any([signal, deadline]) })
    return undefined
  } catch (error) {
    signal.throwIfAborted()
    if (deadline.aborted) return `no answer after ${MAX_CONNECT / 1000} seconds`
    // The message is empty if several addresses were tried.
    return (error as NodeJS.ErrnoException).code ?? messageOf(error)
  } finally {
    socket.destroy()
  }
}

/** Returns what buildx has stored about a builder; undefined for the engine's own. */
function readInstance(name: string | undefined): z.infer<typeof Instance> | undefined {
  const builder =
    name ?? (readVariable('BUILDX_BUILDER') || read(Current, join(buildxDirectory(), 'current'))?.Name)
  const path = builder && instanceFile(builder)
  return path ? read(Instance, path) : undefined
}

/** Returns undefined if buildx treats the name as a Docker context, whose engine then runs the build. */
function instanceFile(builder: string): string | undefined {
  if (!/^[a-z][\w.-]*$/i.test(builder)) return undefined
  return join(buildxDirectory(), 'instances', builder.toLowerCase())
}

/** Returns undefined if the file does not exist or does not have buildx's current format. */
function read<T>(schema: z.ZodMiniType<T>, path: string): T | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}
