import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram, startProcess } from './process.js'
import type { Access, TokenIssuer } from './token-auth.js'

export interface Manifest {
  digest: string
  mediaType: string
  content: string
}

export interface Registry {
  /** `127.0.0.1:PORT`, the first part of an image reference. */
  host: string
  /** The folder with the pushed data, for inspection. */
  storage: string
  /** Returns the manifest of a tag or digest, or `undefined` if it does not exist. */
  manifest(repository: string, reference: string): Promise<Manifest | undefined>
  /** Returns the names of repositories with pushed content. */
  repositories(): Promise<string[]>
  /** Resolves when the registry was closed. Rejects with the end of its log if it exits on its own. */
  stopped: Promise<void>
  close(): Promise<void>
}

export interface RegistryOptions {
  /** Path of Debian's `docker-registry` (distribution 2.8). Defaults to the one on PATH or in `.cache`. */
  program?: string | undefined
  /** A folder that keeps the pushed data. Defaults to one that is removed when the registry closes. */
  storage?: string | undefined
}

interface TokenAuthentication {
  issuer: TokenIssuer
  /** URL of the token endpoint for clients. */
  realm: string
}

const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ')

/** Starts a registry that allows anonymous pushes, like one on a private network. */
export function openRegistry(options: RegistryOptions = {}): Promise<Registry> {
  return startRegistry(options)
}

/** Starts a registry that accepts only tokens of the issuer. */
export function guardedRegistry(
  authentication: TokenAuthentication,
  options: RegistryOptions = {},
): Promise<Registry> {
  return startRegistry(options, authentication)
}

async function startRegistry(
  { program = findProgram(), storage: kept }: RegistryOptions,
  authentication?: TokenAuthentication,
): Promise<Registry> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-registry-'))
  const storage = kept ?? join(folder, 'data')
  const removeFolder = () => rm(folder, { recursive: true, force: true })
  try {
    const config = join(folder, 'config.yml')
    await writeFile(config, JSON.stringify(configuration(folder, storage, authentication)))
    await writeFile(join(folder, 'certificate.pem'), authentication?.issuer.certificate ?? '')
    const { host, stopped, stop } = await startProcess(program, config)
    const read = reader(host, authentication?.issuer)
    const close = () => stop().finally(removeFolder)
    return { host, storage, stopped, close, ...read }
  } catch (error) {
    await removeFolder()
    throw error
  }
}

/** Returns a configuration to write as JSON, which is valid YAML. With port 0, the registry logs its free port. */
function configuration(folder: string, storage: string, authentication?: TokenAuthentication): object {
  const token = authentication && {
    realm: authentication.realm,
    service: authentication.issuer.service,
    issuer: authentication.issuer.issuer,
    rootcertbundle: join(folder, 'certificate.pem'),
  }
  return {
    version: '0.1',
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: storage } },
    http: { addr: '127.0.0.1:0' },
    ...(token && { auth: { token } }),
  }
}

function reader(host: string, issuer?: TokenIssuer): Pick<Registry, 'manifest' | 'repositories'> {
  async function get(path: string, access: Access): Promise<Response> {
    const headers = new Headers({ accept: MANIFEST_TYPES })
    if (issuer) headers.set('authorization', `Bearer ${await issuer.issue('sandbox', [access])}`)
    const response = await fetch(`http://${host}/v2/${path}`, { headers })
    if (response.ok || response.status === 404) return response
    throw new Error(`the registry answered ${response.status} to ${path}: ${await response.text()}`)
  }
  return {
    async manifest(repository, reference) {
      const access = { type: 'repository', name: repository, actions: ['pull'] }
      const response = await get(`${repository}/manifests/${reference}`, access)
      if (response.status === 404) return undefined
      return {
        digest: response.headers.get('docker-content-digest') ?? '',
        mediaType: response.headers.get('content-type') ?? '',
        content: await response.text(),
      }
    },
    async repositories() {
      const response = await get('_catalog?n=1000', { type: 'registry', name: 'catalog', actions: ['*'] })
      const { repositories } = (await response.json()) as { repositories: string[] }
      return repositories
    },
  }
}
