import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { builderDriver } from '../../docker/builder.js'
import { runBuild } from '../../docker/buildx.js'
import type { Docker } from '../../docker/docker.js'
import { inspectImages, type LocalImage } from '../../docker/image.js'
import { kubernetesVariables } from '../../docker/kubernetes.js'
import { BuildLog } from './build-log.js'

/** What goes into `docker buildx build`: the inputs of the build group, checked. */
export interface BuildOptions {
  /** A directory, or a remote context that BuildKit fetches. */
  context: string
  file: string | undefined
  target: string | undefined
  platforms: string[]
  buildArgs: string[]
  buildContexts: string[]
  labels: string[]
  annotations: string[]
  cacheFrom: string[]
  cacheTo: string[]
  noCache: boolean
  /** Stages that are built without cache. */
  noCacheFilters: string[]
  pull: boolean
  network: string | undefined
  addHosts: string[]
  /** Rights of the builder that the build may use, such as `network.host`. */
  allow: string[]
  cgroupParent: string | undefined
  shmSize: string | undefined
  ulimit: string[]
  ssh: string[]
  builder: string | undefined
  provenance: string
  sbom: string
}

/** A secret for the build, by id: its value, written to a file of this run, or a file that exists already. */
export type BuildSecret = { id: string } & ({ value: string } | { file: string })

/**
 * Where a build's result goes.
 *
 * - `engine`: the image store of the engine, from where it can be run and pushed.
 * - `cache`: nowhere; several platforms, or attestations, do not fit into every engine's store.
 * - `registry`: straight from the builder to the registry.
 */
export type BuildDestination = 'engine' | 'cache' | 'registry'

/** What a build made, from the files that BuildKit writes about it, never from its log. */
export interface BuildResult {
  /** The content of BuildKit's metadata file. */
  metadata: Record<string, unknown>
  /** The image id: the digest of the image's configuration (of the index, for several platforms). */
  imageId: string
  /** The digest by which the engine knows the image: of its configuration, or of its manifest in the containerd store. */
  engineId: string
  /** Digest of the manifest or index, where the builder made one; the classic store makes it only at the push. */
  manifestDigest: string | undefined
  /**
   * Every digest by which the result may be known: the classic image store knows an image by its configuration,
   * the containerd one by its manifest or index.
   */
  digests: string[]
  record: BuildRecord
}

/** What is known of how a build went. */
export interface BuildRecord {
  log: BuildLog
  /** What the engine had under the names of the base images while it built upon them. */
  bases: ReadonlyMap<string, LocalImage>
}

/** Variables that BuildKit needs to reach a cache service: credentials, so only for caches that are asked for. */
function cacheVariables({ cacheFrom, cacheTo }: BuildOptions): RegExp[] {
  const uses = (type: string) =>
    [...cacheFrom, ...cacheTo].some((cache) => cache.split(',').includes(`type=${type}`))
  return [
    ...(uses('gha') ? [/^ACTIONS_(CACHE_URL|CACHE_SERVICE_V2|RESULTS_URL|RUNTIME_TOKEN)$/] : []),
    ...(uses('s3') ? [/^AWS_\w+$/] : []),
    ...(uses('azblob') ? [/^AZURE_\w+$/] : []),
  ]
}

/** Whether the image fits into every engine's image store: one platform and no attestations. */
export function fitsEngine({ platforms, provenance, sbom }: BuildOptions): boolean {
  return platforms.length <= 1 && provenance === 'false' && sbom === 'false'
}

/** The arguments of buildx; everything that varies stands in the options, and no secret does. */
export function buildArguments(
  options: BuildOptions,
  references: readonly string[],
  destination: BuildDestination,
  files: { metadata: string; imageId: string; secrets: readonly { id: string; file: string }[] },
): string[] {
  const each = (flag: string, values: readonly string[]) => values.flatMap((value) => [flag, value])
  const maybe = (flag: string, value: string | undefined) => (value === undefined ? [] : [flag, value])
  const output = { engine: ['--load'], cache: ['--output', 'type=cacheonly'], registry: ['--push'] }[
    destination
  ]
  return [
    'build',
    '--progress=plain',
    ...maybe('--builder', options.builder),
    ...maybe('--file', options.file),
    ...maybe('--target', options.target),
    ...(options.platforms.length > 0 ? ['--platform', options.platforms.join(',')] : []),
    ...each('--build-arg', options.buildArgs),
    ...each('--build-context', options.buildContexts),
    ...each(
      '--secret',
      files.secrets.map(({ id, file }) => `id=${id},${csvField(`src=${file}`)}`),
    ),
    ...each('--ssh', options.ssh),
    ...each('--label', options.labels),
    ...each('--annotation', options.annotations),
    ...each('--cache-from', options.cacheFrom),
    ...each('--cache-to', options.cacheTo),
    // buildx refuses both together, and no cache at all includes that of every stage.
    ...(options.noCache ? ['--no-cache'] : each('--no-cache-filter', options.noCacheFilters)),
    ...(options.pull ? ['--pull'] : []),
    ...maybe('--network', options.network),
    ...each('--add-host', options.addHosts),
    ...each('--allow', options.allow),
    ...maybe('--cgroup-parent', options.cgroupParent),
    ...maybe('--shm-size', options.shmSize),
    ...each('--ulimit', options.ulimit),
    `--provenance=${options.provenance}`,
    `--sbom=${options.sbom}`,
    '--metadata-file',
    files.metadata,
    ...(destination === 'engine' ? ['--iidfile', files.imageId] : []),
    ...output,
    ...(destination === 'cache' ? [] : each('--tag', references)),
    '--',
    options.context,
  ]
}

/**
 * Builds, showing BuildKit's log as it comes. Throws `CommandError` with the last lines of the log.
 * @param directory a private directory, for the secrets' files and what BuildKit writes about the result
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
  const forBuilder = (await kubernetesVariables(options.builder)).map((name) => new RegExp(`^${name}$`))
  const passOn = [...cacheVariables(options), ...forBuilder]
  await runBuild(docker, args, passOn, (line) => recorder.read(line))
  return { ...readResult(files, destination), record: await recorder.finish() }
}

/** Follows a build by its log. */
class BuildRecorder {
  readonly #log = new BuildLog()
  readonly #docker: Docker
  readonly #usesEngine: boolean
  readonly #bases = new Map<string, Promise<LocalImage | undefined>>()

  /** @param usesEngine whether the build may take images that only the engine has */
  constructor(docker: Docker, usesEngine: boolean) {
    this.#docker = docker
    this.#usesEngine = usesEngine
  }

  read(line: string): void {
    this.#log.read(line)
    if (!this.#usesEngine) return
    // Now, as another image may have the name when the build is done: the one that it makes.
    for (const name of this.#log.lookups)
      if (!this.#bases.has(name)) this.#bases.set(name, this.#inspect(name))
  }

  async #inspect(name: string): Promise<LocalImage | undefined> {
    // What the engine does not tell is asked of the registry.
    const found = await inspectImages(this.#docker, [name]).catch(() => [])
    return found[0]
  }

  async finish(): Promise<BuildRecord> {
    const bases = new Map<string, LocalImage>()
    for (const [name, inspection] of this.#bases) {
      const image = await inspection
      if (image) bases.set(name, image)
    }
    return { log: this.#log, bases }
  }
}

/** A command for a shell that builds the same image elsewhere; secrets come from variables of the same name. */
export function buildCommand(options: BuildOptions, reference: string, secretIds: readonly string[]): string {
  const files = { metadata: '', imageId: '', secrets: [] }
  const args = buildArguments({ ...options, builder: undefined, cacheTo: [] }, [reference], 'engine', files)
  const secrets = secretIds.flatMap((id) => ['--secret', `id=${id},env=${id}`])
  const drop = new Set(['--metadata-file', '--iidfile', ''])
  const kept = args.filter((arg) => !drop.has(arg))
  return ['docker', 'buildx', ...kept.slice(0, -2), ...secrets, ...kept.slice(-2)].map(shellWord).join(' ')
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

/** BuildKit reads the value of `--secret` as CSV. */
function csvField(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
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
): Omit<BuildResult, 'record'> {
  const metadata: Record<string, unknown> = JSON.parse(readFileSync(files.metadata, 'utf8'))
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
  }
}
