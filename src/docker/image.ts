import { z } from 'zod/mini'
import { retry } from '../util/retry.js'
import { type EngineCaller, findJson, send } from './engine.js'
import { EngineError } from './engine-error.js'
import { formatReference, parseReference } from './reference.js'

/** The facts about an image, the same for an image in the engine and in a registry. */
export interface ImageFacts {
  platform: string
  entrypoint: string[]
  command: string[]
  user: string
  /** The size of the layers in bytes: compressed in a registry, as stored in an engine. */
  size: number
  layers: number
  /** When the last layer was created, according to the image's configuration. Only for an image in a registry. */
  created?: string
  /** The diff id of each layer, lowest first. Only for an image in a registry. */
  layerDigests?: string[]
}

const Strings = z.pipe(
  z.nullish(z.array(z.string())),
  z.transform((list): string[] => list ?? []),
)

/** The fields of an inspection that are used here. Engines omit missing values or set them to null. */
const Inspection = z.object({
  Id: z.string(),
  RepoDigests: Strings,
  Os: z.string(),
  Architecture: z.string(),
  Size: z.number(),
  Config: z.nullish(
    z.object({
      Entrypoint: z.optional(Strings),
      Cmd: z.optional(Strings),
      User: z.nullish(z.string()),
      Env: z.optional(Strings),
      Labels: z.nullish(z.record(z.string(), z.string())),
    }),
  ),
  RootFS: z.object({ Layers: z.optional(Strings) }),
  GraphDriver: z.nullish(z.object({ Data: z.nullish(z.record(z.string(), z.string())) })),
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
  /**
   * The digest of each layer's uncompressed content (its diff id), lowest first. It is the same in every store and
   * registry.
   */
  layerDigests: string[]
  /**
   * The directory of each layer, lowest first; empty if the engine does not report it. The overlay drivers of the
   * classic store do; the containerd store does not.
   */
  layerDirectories: string[]
}

/** Finds images in the engine by name or id. Missing images are left out. */
export async function inspectImages(caller: EngineCaller, names: readonly string[]): Promise<LocalImage[]> {
  const inspect = (name: string) =>
    findJson(caller, { method: 'GET', path: `/images/${name}/json` }, Inspection)
  const found = await Promise.all([...new Set(names)].map(inspect))
  return found.filter((image) => image !== undefined).map(localImage)
}

/** Adds a name to an image of the engine. Another image may have had the name before. */
export async function tagImage(caller: EngineCaller, source: string, reference: string): Promise<void> {
  const { tag = 'latest', ...name } = parseReference(reference)
  const query = { repo: formatReference(name), tag }
  await retry(() => send(caller, { method: 'POST', path: `/images/${source}/tag`, query }), {
    what: `naming the image ${reference}`,
    signal: caller.signal,
    transient: isNameTaken,
  })
}

/** Returns whether the containerd store failed because two jobs set the same name at the same moment. */
function isNameTaken(error: unknown): boolean {
  return error instanceof EngineError && /already exists/.test(error.reason)
}

/** Removes a name from an image, which keeps its other names. Also works in a cancelled job. */
export async function removeTag({ engine }: EngineCaller, reference: string): Promise<void> {
  const caller = { engine, signal: AbortSignal.timeout(5_000) }
  const call = { method: 'DELETE', path: `/images/${reference}`, query: { noprune: '1' } } as const
  await send(caller, call).catch(() => {})
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
  const { Layers: layers = [] } = RootFS
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
      layers: layers.length,
    },
    environment: Config?.Env ?? [],
    labels: Config?.Labels ?? {},
    layerDigests: layers,
    layerDirectories: directories.length === layers.length ? directories.toReversed() : [],
  }
}
