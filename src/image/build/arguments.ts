import { type BuildOutput, csvField, outputOf } from './outputs.js'

/** The options of `docker buildx build`: the validated inputs of the build group. */
export interface BuildOptions {
  /** A directory, or a remote context that BuildKit fetches. */
  context: string
  file: string | undefined
  target: string | undefined
  platforms: string[]
  buildArgs: string[]
  buildContexts: string[]
  labels: string[]
  /** Labels that identify the commit. They differ between commits with the same inputs, so `reuse` ignores them. */
  ociLabels: string[]
  annotations: string[]
  /** The files and directories that the build writes in addition to the image. */
  outputs: BuildOutput[]
  cacheFrom: string[]
  cacheTo: string[]
  noCache: boolean
  /** Stages that are built without cache. */
  noCacheFilters: string[]
  pull: boolean
  network: string | undefined
  addHosts: string[]
  /** Privileges of the builder that the build may use, such as `network.host`. */
  allow: string[]
  cgroupParent: string | undefined
  shmSize: string | undefined
  ulimit: string[]
  ssh: string[]
  builder: string | undefined
  /** Set if the code may be unreviewed. The build then gets no credentials for cache services. */
  untrusted?: true
  provenance: string
  /** The builder that the provenance names: the URL of the workflow run. */
  builderId?: string | undefined
  sbom: string
}

/**
 * The destination of a build's result.
 *
 * - `engine`: to the image store of the engine, which can run and push it.
 * - `cache`: only to the builder's cache, because not every engine can store several platforms or attestations.
 * - `registry`: directly from the builder to the registry.
 * - `outputs`: to the files and directories of `outputs`.
 */
export type BuildDestination = 'engine' | 'cache' | 'registry' | 'outputs'

/** Returns whether every engine can store the image, because it has one platform and no attestations. */
export function fitsEngine({ platforms, provenance, sbom }: BuildOptions): boolean {
  return platforms.length <= 1 && provenance === 'false' && sbom === 'false'
}

/** Returns the options for building a single image of the result, which every engine can store. */
export function fitToEngine(options: BuildOptions): BuildOptions {
  const { platforms } = options
  const first = platforms.includes('linux/amd64') ? ['linux/amd64'] : platforms.slice(0, 1)
  return { ...options, platforms: first, provenance: 'false', sbom: 'false' }
}

/** Returns the arguments of buildx. They contain no secret. */
export function buildArguments(
  options: BuildOptions,
  references: readonly string[],
  destination: BuildDestination,
  files: { metadata: string; imageId: string; secrets: readonly { id: string; file: string }[] },
): string[] {
  const each = (flag: string, values: readonly string[]) => values.flatMap((value) => [flag, value])
  const maybe = (flag: string, value: string | undefined) => (value === undefined ? [] : [flag, value])
  const output = {
    engine: ['--load'],
    cache: ['--output', 'type=cacheonly'],
    registry: ['--push'],
    outputs: each('--output', options.outputs.map(outputOf)),
  }[destination]
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
    ...each('--label', [...options.ociLabels, ...options.labels]),
    ...each('--annotation', options.annotations),
    ...each('--cache-from', options.cacheFrom),
    ...each('--cache-to', options.cacheTo),
    // buildx refuses both flags together, and --no-cache already applies to every stage.
    ...(options.noCache ? ['--no-cache'] : each('--no-cache-filter', options.noCacheFilters)),
    ...(options.pull ? ['--pull'] : []),
    ...maybe('--network', options.network),
    ...each('--add-host', options.addHosts),
    ...each('--allow', options.allow),
    ...maybe('--cgroup-parent', options.cgroupParent),
    ...maybe('--shm-size', options.shmSize),
    ...each('--ulimit', options.ulimit),
    `--provenance=${provenanceOf(options)}`,
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

/** Adds the run to the provenance, unless the inputs already name a builder. */
function provenanceOf({ provenance, builderId }: BuildOptions): string {
  if (provenance === 'false' || builderId === undefined || /(^|,)builder-id=/.test(provenance))
    return provenance
  return `${provenance === 'true' ? '' : `${provenance},`}builder-id=${builderId}`
}

/** Returns a shell command that builds the same image elsewhere, with secrets from variables of the same name. */
export function buildCommand(options: BuildOptions, reference: string, secretIds: readonly string[]): string {
  const files = { metadata: '', imageId: '', secrets: [] }
  const elsewhere = { ...options, builder: undefined, builderId: undefined, cacheTo: [] }
  const args = buildArguments(elsewhere, [reference], 'engine', files)
  const secrets = secretIds.flatMap((id) => ['--secret', `id=${id},env=${id}`])
  const drop = new Set(['--metadata-file', '--iidfile', ''])
  const kept = args.filter((arg) => !drop.has(arg))
  return ['docker', 'buildx', ...kept.slice(0, -2), ...secrets, ...kept.slice(-2)].map(shellWord).join(' ')
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
