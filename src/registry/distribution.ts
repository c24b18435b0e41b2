/**
 * A client for the part of the registry protocol (OCI Distribution) that needs no engine: manifests, tags,
 * configurations.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod/mini'
import { type Access, type Credentials, type Login, logInFirst } from '../docker/credentials.js'
import type { ImageFacts } from '../docker/image.js'
import { repositoryPath } from '../docker/reference.js'
import { ActionError } from '../runtime/errors.js'
import { type HttpResponse, isLoopback, leadsToThisMachine, readJson, send } from '../util/http.js'
import { authorized, isRefusal } from './token.js'

const MANIFEST_TYPES = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]

const Descriptor = z.object({ digest: z.string(), size: z.number(), mediaType: z.string() })

const ManifestContent = z.object({
  config: z.optional(Descriptor),
  layers: z.optional(z.array(Descriptor)),
  annotations: z.optional(z.record(z.string(), z.string())),
  manifests: z.optional(
    z.array(
      z.extend(Descriptor, { platform: z.optional(z.object({ os: z.string(), architecture: z.string() })) }),
    ),
  ),
})

const Configuration = z.object({
  created: z.optional(z.string()),
  rootfs: z.optional(z.object({ diff_ids: z.array(z.string()) })),
  os: z.string(),
  architecture: z.string(),
  config: z.nullish(
    z.object({
      Entrypoint: z.nullish(z.array(z.string())),
      Cmd: z.nullish(z.array(z.string())),
      User: z.nullish(z.string()),
    }),
  ),
})

/** A manifest or an index as a registry stores it. */
export interface Manifest {
  /** SHA-256 of `body`, computed here and not taken from the registry's headers. */
  digest: string
  mediaType: string
  body: Buffer
  /** The digest of the image's configuration; undefined for an index. */
  configDigest: string | undefined
  content: z.output<typeof ManifestContent>
}

/** One repository of one registry. Each method throws `HttpError`, after retries. */
export interface Repository {
  /**
   * Gets the authorization for the other methods in advance, so that the first one need not wait for it. Throws
   * `ActionError` if the registry does not accept the login.
   */
  logIn(): Promise<void>
  /** Returns undefined if the registry does not have the tag or digest. */
  findManifest(tagOrDigest: string): Promise<Manifest | undefined>
  /**
   * Returns the digest of a tag, without its manifest: Docker Hub does not count that as a pull. Returns undefined if
   * the tag does not exist.
   */
  findDigest(tag: string): Promise<string | undefined>
  /** Adds a tag to a manifest of the repository. No layer is transferred. */
  tagManifest(manifest: Manifest, tag: string): Promise<void>
  /** Returns the facts about a single-platform image; undefined for an index. */
  readFacts(manifest: Manifest): Promise<ImageFacts | undefined>
}

/**
 * @param host as in references, `docker.io` for Docker Hub
 * @param path such as `acme/keypoint_detection_evaluator`
 * @param setting the inputs that name the registry, for an error if nothing answers there
 */
export function openRepository(
  host: string,
  path: string,
  login: Login,
  signal: AbortSignal,
  access: Access = 'pull,push',
  setting?: string,
): Repository {
  const root = `${isLoopback(host) ? 'http' : 'https'}://${host === 'docker.io' ? 'registry-1.docker.io' : host}/v2/`
  const name = repositoryPath(host, path)
  const base = root + name
  const call = authorized(login, name, access, signal, setting)
  const headers = { accept: MANIFEST_TYPES.join(', ') }
  const findManifest: Repository['findManifest'] = async (tagOrDigest) => {
    const url = new URL(`${base}/manifests/${tagOrDigest}`)
    const answer = await call({ method: 'GET', url, headers, expect: [404] })
    return answer.status === 404 ? undefined : readManifest(answer, tagOrDigest, url)
  }
  return {
    logIn: async () => {
      await call({ method: 'GET', url: new URL(root) }).catch(explainLogin(host, login.credentials))
    },
    findManifest,
    findDigest: async (tag) => {
      const url = new URL(`${base}/manifests/${tag}`)
      const answer = await call({ method: 'HEAD', url, headers, expect: [404] })
      if (answer.status === 404) return undefined
      const digest = answer.headers['docker-content-digest'] ?? ''
      return /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : (await findManifest(tag))?.digest
    },
    tagManifest: async ({ mediaType, body }, tag) => {
      const headers = { 'content-type': mediaType }
      await call({
        method: 'PUT',
        url: new URL(`${base}/manifests/${tag}`),
        headers,
        body: body.toString('utf8'),
      })
    },
    readFacts: async ({ content, configDigest }) => {
      if (configDigest === undefined) return undefined
      const url = new URL(`${base}/blobs/${configDigest}`)
      const answer = await call({ method: 'GET', url, expect: REDIRECTS })
      const configuration = await followToStorage(answer, url, signal)
      checkDigest('configuration', configDigest, configuration.body, url)
      return factsOf(readJson(Configuration, configuration, url), content.layers ?? [])
    },
  }
}

function explainLogin(host: string, credentials: Credentials | undefined) {
  return (cause: unknown): never => {
    if (!isRefusal(cause)) throw cause
    const message = credentials
      ? `The registry ${host} does not accept the login of ${credentials.username}. Check registry-username and registry-password; on the platform's registry they are the organization and the API token.`
      : `The registry ${host} requires a login. ${logInFirst}`
    throw new ActionError(`${message} ${cause.message}`, { cause })
  }
}

const REDIRECTS = [301, 302, 303, 307, 308]

/** Follows a registry's redirect to a storage host, at a signed address that must not get our token. */
async function followToStorage(answer: HttpResponse, from: URL, signal: AbortSignal): Promise<HttpResponse> {
  if (!REDIRECTS.includes(answer.status)) return answer
  const url = new URL(answer.headers.location ?? '', from)
  if (leadsToThisMachine(url) && !leadsToThisMachine(from)) {
    throw new ActionError(
      `The registry ${from.host} redirects to ${url.origin}, which is this machine; only a registry on this machine may do that.`,
    )
  }
  return await send({ method: 'GET', url, signal })
}

function readManifest(answer: HttpResponse, tagOrDigest: string, url: URL): Manifest {
  const { headers, body } = answer
  if (tagOrDigest.includes(':')) checkDigest('manifest', tagOrDigest, body, url)
  const digest = tagOrDigest.includes(':') ? tagOrDigest : digestOf(body)
  const content = readJson(ManifestContent, answer, url)
  const mediaType = headers['content-type']?.split(';')[0]?.trim() ?? ''
  return { digest, mediaType, body, configDigest: content.config?.digest, content }
}

/** @param algorithm the algorithm of the requested digest */
function digestOf(body: Buffer, algorithm = 'sha256'): string {
  return `${algorithm}:${createHash(algorithm).update(body).digest('hex')}`
}

/** Refuses content that does not match its digest. */
function checkDigest(what: string, asked: string, body: Buffer, { host }: URL): void {
  const [, algorithm = ''] = /^(sha256|sha384|sha512):/.exec(asked) ?? []
  const digest = algorithm && digestOf(body, algorithm)
  if (digest === asked) return
  throw new ActionError(
    `${host} sent a ${what} with the digest ${digest || 'of an unknown kind'} when asked for ${asked}: it is damaged or tampered with.`,
  )
}

function factsOf(
  { os, architecture, config, created, rootfs }: z.output<typeof Configuration>,
  layers: { size: number }[],
): ImageFacts {
  return {
    platform: `${os}/${architecture}`,
    entrypoint: config?.Entrypoint ?? [],
    command: config?.Cmd ?? [],
    user: config?.User || 'root',
    size: layers.reduce((sum, layer) => sum + layer.size, 0),
    layers: layers.length,
    ...(created !== undefined && { created }),
    ...(rootfs && { layerDigests: rootfs.diff_ids }),
  }
}
