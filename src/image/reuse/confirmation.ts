import { formatReference, parseReference } from '../../docker/reference.js'
import type { BuildResult } from '../build/build.js'
import { type BaseImage, normalized } from './base-images.js'

/** The inputs that a digest covers in addition to the options of the build. */
export interface DigestedInputs {
  bases: readonly BaseImage[]
  /** Checksums and commits in the Dockerfile or in a build argument. */
  pinned: readonly string[]
  /** Whether a build context is an OCI layout, whose images are digested as files. */
  hasLayouts: boolean
}

/**
 * Finds what a build used that the digest of its inputs does not cover, according to its log and its provenance. The
 * digest relies on our own reading of the Dockerfile; this check compares it with what BuildKit did.
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
  // BuildKit looks up an image without using it if it has no layers, or if another stage already uses it.
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

/** Returns whether an image only generates the SBOM and adds nothing to the result. */
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

/** Returns the materials of all platforms from the provenance, which newer buildx writes into the metadata file. */
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
