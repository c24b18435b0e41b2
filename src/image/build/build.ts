import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { builderDriver } from '../../docker/builder.js'
import { runBuild } from '../../docker/buildx.js'
import type { Docker } from '../../docker/docker.js'
import { inspectImages, type LocalImage } from '../../docker/image.js'
import { kubernetesVariables } from '../../docker/kubernetes.js'
import * as log from '../../runtime/log.js'
import { type BuildDestination, type BuildOptions, buildArguments } from './arguments.js'
import { BuildLog } from './build-log.js'
import { type BuildWarning, readWarnings } from './lint.js'

/** A secret for the build: an id with a value, which is written to a file of this run, or with an existing file. */
export type BuildSecret = { id: string } & ({ value: string } | { file: string })

/** The result of a build, read from the files that BuildKit writes, never from the log. */
export interface BuildResult {
  /** The content of BuildKit's metadata file. */
  metadata: Record<string, unknown>
  /** The image id: the digest of the image's configuration, or of the index for several platforms. */
  imageId: string
  /** The engine's id of the image: the digest of its configuration, or of its manifest in the containerd store. */
  engineId: string
  /** The digest of the manifest or index, if the builder made one; the classic store creates it only for a push. */
  manifestDigest: string | undefined
  /**
   * Every digest that may identify the result: the classic image store uses the digest of the configuration, the
   * containerd store that of the manifest or index.
   */
  digests: string[]
  record: BuildRecord
}

/** The facts recorded during a build. */
export interface BuildRecord {
  log: BuildLog
  /** The images that the engine had under the names of the base images during the build. */
  bases: ReadonlyMap<string, LocalImage>
  /** The digests of all images that this process has built. They may not have been searched yet. */
  ownImages: ReadonlySet<string>
  /** BuildKit's warnings; empty if buildx or BuildKit is too old. */
  warnings: readonly BuildWarning[]
}

const ownImages = new Set<string>()

/** Returns the variables for the cache services of this step. They are credentials, so other steps do not get them. */
function cacheVariables({ cacheFrom, cacheTo, untrusted }: BuildOptions): RegExp[] {
  if (untrusted) return []
  const uses = (type: string) =>
    [...cacheFrom, ...cacheTo].some((cache) => cache.split(',').includes(`type=${type}`))
  return [
    ...(uses('gha') ? [/^ACTIONS_(CACHE_URL|CACHE_SERVICE_V2|RESULTS_URL|RUNTIME_TOKEN)$/] : []),
    ...(uses('s3') ? [/^AWS_\w+$/] : []),
    ...(uses('azblob') ? [/^AZURE_\w+$/] : []),
  ]
}

/**
 * Runs the build and shows BuildKit's log while it runs. Throws `CommandError` with the last lines of the log.
 * @param directory a private directory for the files of the secrets and of BuildKit's results
 */
export async function buildImage(
  docker: Docker,
  options: BuildOptions,
  references: readonly string[],
  destination: BuildDestination,
  secrets: readonly BuildSecret[],
  directory: string,
): Promise<BuildResult> {
  const files = {
    metadata: join(directory, 'metadata.json'),
    imageId: join(directory, 'image-id'),
    secrets: writeSecrets(secrets, join(directory, 'secrets')),
  }
  const args = buildArguments(options, references, destination, files)
  const recorder = new BuildRecorder(docker, builderDriver(options.builder) === 'docker')
  log.progress(() => recorder.running)
  const forBuilder = (await kubernetesVariables(options.builder)).map((name) => new RegExp(`^${name}$`))
  const passOn = [...cacheVariables(options), ...forBuilder]
  const { builder } = options
  await runBuild(docker, args, { builder, passOn, onLine: (line) => recorder.read(line) })
  const { warnings, ...result } = readResult(files, destination)
  const record = await recorder.finish()
  // A Dockerfile that adds nothing results in its base image, which existed before.
  const existing = [...record.bases.values()].map(({ id }) => id)
  for (const digest of result.digests) if (!existing.includes(digest)) ownImages.add(digest)
  return { ...result, record: { ...record, warnings } }
}

/** Records a build from its log. */
class BuildRecorder {
  readonly #log = new BuildLog()
  readonly #docker: Docker
  readonly #usesEngine: boolean
  readonly #bases = new Map<string, Promise<LocalImage | undefined>>()

  /** @param usesEngine whether the build may use images that only the engine has */
  constructor(docker: Docker, usesEngine: boolean) {
    this.#docker = docker
    this.#usesEngine = usesEngine
  }

  read(line: string): void {
    this.#log.read(line)
    if (!this.#usesEngine) return
    // Read now, because the build's own result may take over the name.
    for (const name of this.#log.lookups)
      if (!this.#bases.has(name)) this.#bases.set(name, this.#inspect(name))
  }

  /** Describes what BuildKit is doing. */
  get running(): string {
    return this.#log.running
  }

  async #inspect(name: string): Promise<LocalImage | undefined> {
    // If the engine does not answer, the registry is queried later.
    const found = await inspectImages(this.#docker, [name]).catch(() => [])
    return found[0]
  }

  async finish(): Promise<Omit<BuildRecord, 'warnings'>> {
    const bases = new Map<string, LocalImage>()
    for (const [name, inspection] of this.#bases) {
      const image = await inspection
      if (image) bases.set(name, image)
    }
    return { log: this.#log, bases, ownImages }
  }
}

function writeSecrets(secrets: readonly BuildSecret[], directory: string): { id: string; file: string }[] {
  mkdirSync(directory, { mode: 0o700, recursive: true })
  return secrets.map((secret, index) => {
    if ('file' in secret) return secret
    const file = join(directory, String(index))
    writeFileSync(file, secret.value, { mode: 0o600 })
    return { id: secret.id, file }
  })
}

const Descriptor = z.object({ digest: z.string() })

function readResult(
  files: { metadata: string; imageId: string },
  destination: BuildDestination,
): Omit<BuildResult, 'record'> & Pick<BuildRecord, 'warnings'> {
  // Each warning contains a copy of the Dockerfile, which is too large for an output.
  const { 'buildx.build.warnings': warnings, ...metadata } = readMetadata(files.metadata)
  const named = ['containerimage.config.digest', 'containerimage.digest'].map((key) => metadata[key])
  const written = destination === 'engine' ? [readFileSync(files.imageId, 'utf8').trim()] : []
  const digests = [...new Set([...written, ...named])].filter((digest) => typeof digest === 'string')
  const imageId = digests[0] ?? ''
  const { data: descriptor } = Descriptor.safeParse(metadata['containerimage.descriptor'])
  return {
    metadata,
    imageId,
    engineId: digests.at(-1) ?? imageId,
    manifestDigest: descriptor?.digest,
    digests,
    warnings: readWarnings(warnings),
  }
}

function readMetadata(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8'))
}
