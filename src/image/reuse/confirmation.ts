import { formatReference, parseReference } from '../../docker/reference.js'
import type { BuildResult } from '../build/build.js'
import { type BaseImage, normalized } from './base-images.js'

/** What a digest of inputs covers, besides what the build was given. */
export interface DigestedInputs {
  bases: readonly BaseImage[]
  /** Checksums and commits that the Dockerfile or an argument has. */
  pinned: readonly string[]
  /** Whether a build context is an OCI layout, whose images are digested as files. */
  hasLayouts: boolean
}

/**
 * Finds what a build took that the digest of its inputs does not cover, as its log and its provenance tell. The Dockerfile
 * was read before the build; here BuildKit says what it means.
 */
export function findUncovered(
  { record: { log }, metadata }: Pick<BuildResult, 'record' | 'metadata'>,
  { bases, pinned, hasLayouts }: DigestedInputs,
): string[] {
  const names = new Set(bases.map(({ reference }) => reference))
  const digests = new Set(bases.map(({ digest }) => digest))
  const uncoveredImages = [...log.images].filter((image) => {
    const { digest } = parseReference(image)
    return !isScanner(image) && !(digest !== undefined && digests.has(digest))
  })
  // What is looked up and not taken is a base without layers, or one that another stage has too.
  const uncoveredNames = [...log.lookups].filter((image) => !isScanner(image) && !names.has(fullName(image)))
  const scanners = [...log.images].filter(isScanner).map((image) => parseReference(image).digest)
  const known = new Set(
    [...digests, ...scanners].map((digest) => digest?.replace(/^\w+:/, '')).concat(pinned),
  )
  const uncoveredMaterials = materialsIn(metadata).filter(
    ({ uri, digest }) =>
      !(hasLayouts && uri.startsWith('pkg:oci/')) && !Object.values(digest).some((one) => known.has(one)),
  )
  return [
    ...new Set([
      ...uncoveredImages,
      ...uncoveredNames,
      ...log.unfixed,
      ...uncoveredMaterials.map(({ uri }) => uri),
    ]),
  ]
}

/** The image that makes an SBOM puts nothing into the image. */
function isScanner(image: string): boolean {
  return /\/buildkit-syft-scanner[:@]/.test(image)
}

function fullName(image: string): string {
  return formatReference(normalized(image))
}

interface Material {
  uri: string
  digest: Record<string, string>
}

/** The materials in the provenance that newer buildx writes into the metadata file, of each platform. */
function materialsIn(metadata: Record<string, unknown>): Material[] {
  const found: Material[] = []
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, part] of Object.entries(value)) {
      if ((key === 'materials' || key === 'resolvedDependencies') && Array.isArray(part))
        found.push(...part.map(({ uri, digest }) => ({ uri: String(uri), digest: digest ?? {} })))
      else visit(part)
    }
  }
  for (const [key, value] of Object.entries(metadata))
    if (key.startsWith('buildx.build.provenance')) visit(value)
  return found
}
