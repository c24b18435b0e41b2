import { createPrivateConfig } from '../../../docker/client-config.js'
import { type Docker, findEngine } from '../../../docker/docker.js'
import { inspectImages } from '../../../docker/image.js'
import { formatReference, type Reference, repositoryPath } from '../../../docker/reference.js'
import { readable } from '../../../image/reuse/base-images.js'
import { NotReusable } from '../../../image/reuse/not-reusable.js'
import { ActionError } from '../../../runtime/errors.js'
import type { LoadedEntry } from '../evaluators-file/clashes.js'

/** Returns the entries that build a base image, however its address is written. An image with a digest is fixed. */
export function buildersOf(image: string, all: readonly LoadedEntry[]): LoadedEntry[] {
  const reference = readable(image)
  if (reference.digest !== undefined) return []
  return all.filter(({ evaluator: { image: own, build } }) => {
    const host = canonicalHost(own.host ?? own.platformRegistry)
    if (!build || host !== canonicalHost(reference.domain)) return false
    const path = repositoryPath(host, reference.path)
    // On the platform's registry, the organization comes first, and it may be unknown.
    return own.host === undefined
      ? `/${path}`.endsWith(`/${own.path}`)
      : path === repositoryPath(host, own.path)
  })
}

function canonicalHost(domain = 'docker.io'): string {
  const host = domain.toLowerCase().replace(/:443$/, '')
  return /^(index|registry-1)\.docker\.io$|^registry\.hub\.docker\.com$/.test(host) ? 'docker.io' : host
}

/** Finds base images that an earlier step of the job may have built from the files of the commit. */
export class LocalImages {
  readonly #docker: Docker

  constructor(directory: string, anonymous: boolean, signal: AbortSignal) {
    const config = createPrivateConfig(directory, { anonymous })
    this.#docker = { config, engine: findEngine(config, signal), signal }
  }

  /**
   * @param isOfEntry whether an entry of the file builds the image
   * @throws NotReusable if an earlier step may have built the image
   */
  async refuse(image: string, isOfEntry: boolean): Promise<void> {
    const reference = readable(image)
    if (reference.digest !== undefined) return
    const name = formatReference(reference)
    const doubt = 'which an earlier step may have built; name it with its digest'
    if (!isOfEntry && isOnLocalNetwork(reference))
      throw new NotReusable(`${name} is in a registry of the local network, ${doubt}`)
    if (await this.#isInEngine(name)) throw new NotReusable(`the engine has the image ${name}, ${doubt}`)
  }

  async #isInEngine(name: string): Promise<boolean> {
    try {
      return (await inspectImages(this.#docker, [name])).length > 0
    } catch (error) {
      this.#docker.signal.throwIfAborted()
      if (error instanceof ActionError) throw new NotReusable(error.message, { cause: error })
      throw error
    }
  }
}

/** Returns whether a registry is on this machine, has an IP address, or has a name that only the local network knows. */
function isOnLocalNetwork({ domain = '' }: Reference): boolean {
  const host = domain.toLowerCase().replace(/:\d+$/, '')
  return !host.includes('.') || /^[\d.]+$|^\[|\.(localhost|local|internal)$/.test(host)
}
