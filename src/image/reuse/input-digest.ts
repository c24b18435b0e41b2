import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readVariable } from '../../runtime/inputs.js'
import { withScope } from '../../util/scope.js'
import type { BuildOptions } from '../build/arguments.js'
import { findImages } from '../dockerfile/images.js'
import { normalized, readDigests } from './base-images.js'
import type { DigestedInputs } from './confirmation.js'
import { readContext } from './context.js'
import { readIgnore } from './ignore.js'
import { NotReusable } from './not-reusable.js'

export { NotReusable } from './not-reusable.js'

/** All inputs of a build. */
export interface BuildInputs {
  options: BuildOptions
  /** Ids only: a value must not reach the image, so it is not an input. */
  secretIds: readonly string[]
}

export interface InputDigest {
  digest: string
  /** Whether the context contains the `.git` directory, which differs between any two commits. */
  hasHistory: boolean
  covers: DigestedInputs
}

/** Increase this when the code reads more or less of the inputs, so that digests of older versions no longer match. */
const VERSION = 2

/**
 * Returns the SHA-256 of everything that determines the result of a build: context, Dockerfile, arguments, target,
 * platforms, labels, and the digests of the images that it uses. Excludes caches, the builder, the values of secrets,
 * and everything that a RUN instruction downloads: as in BuildKit's own cache, only the text of the instruction counts.
 *
 * @throws NotReusable if the inputs do not determine the result
 */
export async function digestInputs(
  { options, secretIds }: BuildInputs,
  signal: AbortSignal,
): Promise<InputDigest> {
  const { context, target, platforms, buildArgs, labels, annotations, ssh, network } = options
  if (readVariable('BUILDX_GIT_LABELS'))
    throw new NotReusable('BUILDX_GIT_LABELS gives each commit an image of its own')
  const { path, dockerfile, named, images } = readSources(options)
  const [bases, contexts] = await withScope(signal, async ({ signal, start }) => {
    const bases = start(() => readDigests(images, signal))
    const contexts = [
      start(() => readContext(context, readIgnore(path, context), signal)),
      ...named.map(({ directory }) =>
        start(async () => (directory === undefined ? [] : await readContext(directory, undefined, signal))),
      ),
    ]
    return [await bases, await Promise.all(contexts)] as const
  })
  const digest = digestOf({
    version: VERSION,
    dockerfile: dockerfile.toString('base64'),
    contexts,
    named: named.map(({ name, image, layout }) => [name, image, layout]),
    bases,
    target,
    platforms,
    buildArgs: lastOfEach(buildArgs),
    labels: lastOfEach(labels),
    annotations,
    secretIds: [...secretIds].sort(),
    ssh: ssh.map((text) => text.split('=')[0]).sort(),
    network,
    addHosts: options.addHosts,
    cgroupParent: options.cgroupParent,
    shmSize: options.shmSize,
    ulimit: [...options.ulimit].sort(),
    provenance: options.provenance,
    sbom: options.sbom,
    epoch: readVariable('SOURCE_DATE_EPOCH'),
  })
  const pinned = [dockerfile.toString('utf8'), ...buildArgs].join('\n').match(/\b[0-9a-f]{40,}\b/g) ?? []
  return {
    digest,
    hasHistory: contexts[0]?.some(({ path }) => path === '.git') ?? false,
    covers: { bases, pinned, hasLayouts: named.some(({ layout }) => layout !== undefined) },
  }
}

/** Returns the SHA-256 of a value's JSON, in hexadecimal. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

/** What a build reads, according to its options and its Dockerfile. */
export interface BuildSources {
  /** The path of the Dockerfile. */
  path: string
  dockerfile: Buffer
  named: readonly NamedContext[]
  /** The images that it uses, as written. */
  images: readonly string[]
}

/**
 * Reads the Dockerfile of a build.
 * @throws NotReusable if the build uses something that can change without any change in its inputs
 */
export function readSources({
  context,
  file: path = join(context, 'Dockerfile'),
  target,
  platforms,
  buildArgs,
  buildContexts,
}: BuildOptions): BuildSources {
  const dockerfile = readFileSync(path)
  const named = buildContexts.map(namedContext)
  const found = findImages(dockerfile.toString('utf8'), {
    target,
    platforms: platforms.length > 0 ? platforms : [''],
    buildArgs,
  })
  const images = [...withoutNamed(found, named), ...named.flatMap(({ image }) => image ?? [])]
  return { path, dockerfile, named, images }
}

/** A context in addition to the main one: a directory or an image. */
export interface NamedContext {
  name: string
  directory?: string
  image?: string
  /** The whole source, which names the part of the directory that is used. */
  layout?: string
}

function namedContext(text: string): NamedContext {
  const at = text.indexOf('=')
  const [name, source] = [text.slice(0, at), text.slice(at + 1)]
  const image = /^docker-image:\/\/(.+)$/.exec(source)?.[1]
  if (image !== undefined) return { name, image }
  const [, layout] = /^oci-layout:\/\/([^:@]+)/.exec(source) ?? []
  const directory = layout ?? source
  if (/^\w+:\/\/|^git@/.test(directory) || !existsSync(directory))
    throw new NotReusable(`the build context ${name} is ${source}, which is not a local directory`)
  return { name, directory, ...(layout !== undefined && { layout: source }) }
}

/** Removes the images that have the name of a named context, which replaces them. */
function withoutNamed(images: readonly string[], named: readonly NamedContext[]): string[] {
  const full = (image: string) => {
    try {
      return JSON.stringify(normalized(image))
    } catch {
      return image
    }
  }
  const names = new Set(named.flatMap(({ name }) => [name.toLowerCase(), full(name)]))
  return images.filter((image) => !names.has(image.toLowerCase()) && !names.has(full(image)))
}

/** Sorts `NAME=value` pairs by name. Of several pairs with the same name, the last one counts. */
function lastOfEach(items: readonly string[]): string[] {
  return [...new Map(items.map((text) => [text.split('=')[0], text])).values()].sort()
}
