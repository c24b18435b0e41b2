import { findLogin } from '../../docker/credentials.js'
import {
  formatReference,
  parseReference,
  type Reference,
  registryHost,
  repositoryPath,
} from '../../docker/reference.js'
import { openRepository, type Repository } from '../../registry/distribution.js'
import { messageOf } from '../../runtime/errors.js'
import { NotReusable } from './not-reusable.js'

/** An image that a build uses, and the digest that its registry has under that name now. */
export interface BaseImage {
  reference: string
  digest: string
}

/**
 * Reads the digests of images from their registries concurrently, with the logins of the job.
 * @throws NotReusable if a digest cannot be read, for example because only the engine has the image
 */
export async function readDigests(images: readonly string[], signal: AbortSignal): Promise<BaseImage[]> {
  const names = [...new Set(images.map((image) => formatReference(readable(image))))].sort()
  return await Promise.all(
    names.map(async (reference) => ({ reference, digest: await readDigest(reference, signal) })),
  )
}

/** @throws NotReusable if the text is not a reference */
export function readable(image: string): Reference {
  try {
    return normalized(image)
  } catch (cause) {
    throw new NotReusable(messageOf(cause), { cause })
  }
}

/** Expands a short name: `python` is `docker.io/library/python:latest`. */
export function normalized(image: string): Reference {
  const reference = parseReference(image)
  const { path, tag, digest } = reference
  const domain = registryHost(reference)
  return {
    domain,
    path: repositoryPath(domain, path),
    ...(digest === undefined ? { tag: tag ?? 'latest' } : { digest }),
  }
}

/** Opens the repository of an image for reading, with the login of the job. */
export async function openImage(reference: string, signal: AbortSignal): Promise<Repository> {
  const { domain = '', path } = normalized(reference)
  return openRepository(domain, path, await findLogin(domain, path, 'pull', signal), signal, 'pull')
}

async function readDigest(reference: string, signal: AbortSignal): Promise<string> {
  const { tag = '', digest } = parseReference(reference)
  if (digest !== undefined) return digest
  try {
    const repository = await openImage(reference, signal)
    const found = await repository.findDigest(tag)
    if (found !== undefined) return found
  } catch (cause) {
    signal.throwIfAborted()
    throw new NotReusable(
      `the digest of the base image ${reference} could not be read: ${messageOf(cause)}`,
      { cause },
    )
  }
  throw new NotReusable(`its registry has no base image ${reference}`)
}
