import { z } from 'zod'
import { type Docker, docker, tryDocker } from './docker.js'

/** What an image is, as far as people ask: the same for one in the engine and one in a registry. */
export interface ImageFacts {
  platform: string
  entrypoint: string[]
  command: string[]
  user: string
  /** Bytes: of the layers, compressed in a registry, as stored in an engine. */
  size: number
  layers: number
  /** When the last of its layers was made, as the image's configuration has it; of one in a registry. */
  created?: string
}

const Strings = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? [])

/** The fields of `docker image inspect` that are used; what an image has not, engines leave out or set to null. */
const Inspection = z.object({
  Id: z.string(),
  RepoDigests: Strings,
  Os: z.string(),
  Architecture: z.string(),
  Size: z.number(),
  Config: z
    .object({
      Entrypoint: Strings,
      Cmd: Strings,
      User: z.string().nullish(),
      Env: Strings,
      Labels: z.record(z.string(), z.string()).nullish(),
    })
    .nullish(),
  RootFS: z.object({ Layers: Strings }),
  GraphDriver: z.object({ Data: z.record(z.string(), z.string()).nullish() }).nullish(),
})

/** An image in the engine's store. */
export interface LocalImage {
  id: string
  /** `name@digest` for each registry that it was pushed to or pulled from. */
  repoDigests: string[]
  facts: ImageFacts
  /** `NAME=value`. */
  environment: string[]
  labels: Record<string, string>
  /** The digest of each layer's uncompressed content, the lowest first: its diff id, whatever store or registry it is in. */
  layerDigests: string[]
  /**
   * Where the engine keeps each layer, the lowest first; empty where it does not say. The overlay drivers of the
   * classic store do, the containerd store does not.
   */
  layerDirectories: string[]
}

/** Looks images up in the engine by name or id; one that is not there is left out. */
export async function inspectImages(engine: Docker, names: readonly string[]): Promise<LocalImage[]> {
  const { stdout } = await tryDocker(engine, ['image', 'inspect', ...names])
  return z
    .array(Inspection)
    .parse(JSON.parse(stdout.trim() || '[]'))
    .map(localImage)
}

export async function tagImage(engine: Docker, source: string, reference: string): Promise<void> {
  await docker(engine, ['tag', source, reference])
}

/** Takes a name from an image, which stays under its other names. Works in a cancelled job too. */
export async function removeTag({ config }: Docker, reference: string): Promise<void> {
  const signal = AbortSignal.timeout(5_000)
  await tryDocker({ config, signal }, ['rmi', '--no-prune', reference]).catch(() => {})
}

function localImage({
  Id,
  RepoDigests,
  Os,
  Architecture,
  Size,
  Config,
  RootFS,
  GraphDriver,
}: z.output<typeof Inspection>): LocalImage {
  const { UpperDir, LowerDir } = GraphDriver?.Data ?? {}
  const directories = UpperDir === undefined ? [] : [UpperDir, ...(LowerDir ?? '').split(':').filter(Boolean)]
  return {
    id: Id,
    repoDigests: RepoDigests,
    facts: {
      platform: `${Os}/${Architecture}`,
      entrypoint: Config?.Entrypoint ?? [],
      command: Config?.Cmd ?? [],
      user: Config?.User || 'root',
      size: Size,
      layers: RootFS.Layers.length,
    },
    environment: Config?.Env ?? [],
    labels: Config?.Labels ?? {},
    layerDigests: RootFS.Layers,
    layerDirectories: directories.length === RootFS.Layers.length ? directories.toReversed() : [],
  }
}
