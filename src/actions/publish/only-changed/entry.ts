import { readSources } from '../../../image/reuse/input-digest.js'
import { NotReusable } from '../../../image/reuse/not-reusable.js'
import { readVariable } from '../../../runtime/inputs.js'
import type { BuildInput } from '../build-inputs.js'
import type { LoadedEntry } from '../evaluators-file/clashes.js'
import type { Entry } from '../evaluators-file/read.js'
import { type Comparison, isOutside } from './comparison.js'
import { hasEffect, type StepInputs } from './workflow-files.js'

/** What an entry is compared with. */
export interface BaseEntries {
  /** The entries of the base commit's evaluators file. */
  entries: readonly Entry[]
  /** The path of that file. */
  file: string
  step: StepInputs
  comparison: Comparison
}

/** The images that an entry's build uses, and how its inputs differ from the base commit. */
export interface ComparedEntry {
  images: readonly string[]
  /** In words that follow "because"; undefined if nothing differs. */
  difference: string | undefined
}

/**
 * Compares the inputs of an entry with the base commit. What cannot be compared counts as a difference.
 * @param checkImage throws NotReusable for an image that may have changed under the same name
 */
export async function compareEntry(
  { entry, evaluator: { build, image, verify } }: LoadedEntry,
  base: BaseEntries,
  checkImage: (image: string) => Promise<void>,
): Promise<ComparedEntry> {
  const { comparison, entries, file } = base
  try {
    if (!entries.some((one) => keyOf(one) === keyOf(entry)))
      return differs(`the entry is new or changed in ${file}`)
    const [variable] = [...base.step.variable].filter(
      (name) => (hasEffect(name) || (name === 'image' && !build)) && !Object.hasOwn(entry.texts, name),
    )
    if (variable !== undefined)
      throw new NotReusable(`an expression sets ${variable}, and its value for the base commit is unknown`)
    if (!build && image.digest === undefined)
      throw new NotReusable('the image is built elsewhere, and its tag may have moved')
    const { fixturePath } = verify ?? {}
    const fixture = fixturePath === undefined ? undefined : await comparison.file(fixturePath)
    if (fixture !== undefined) return differs(fixture)
    if (!build) return { images: [], difference: undefined }
    const compared = await compareBuild(build, comparison)
    if (compared.difference === undefined) for (const one of compared.images) await checkImage(one)
    return compared
  } catch (error) {
    return differs(`its inputs cannot be compared: ${reasonOf(error)}`)
  }
}

async function compareBuild(
  { options, secrets, local }: BuildInput,
  comparison: Comparison,
): Promise<ComparedEntry> {
  const { context, noCache, noCacheFilters, ssh, pull } = options
  if (!local) throw new NotReusable(`the context ${context} is not in the workspace`)
  if (noCache || noCacheFilters.length > 0)
    throw new NotReusable('no-cache asks for a new build in every run')
  if (ssh.length > 0) throw new NotReusable('the build may read repositories by SSH')
  for (const name of ['SOURCE_DATE_EPOCH', 'BUILDX_GIT_LABELS'])
    if (readVariable(name)) throw new NotReusable(`the variable ${name} is set`)
  const { path, named, images } = readSources(options)
  const moving = images.find((one) => !one.includes('@'))
  if (pull && moving !== undefined)
    throw new NotReusable(`pull asks for the newest ${moving}; name it with its digest`)
  const compared = [
    () => comparison.file(path),
    () => comparison.context(context, path),
    ...named.map(
      ({ directory }) =>
        async () =>
          directory === undefined ? undefined : await comparison.context(directory, undefined),
    ),
    // A secret from outside of the repository is like one from a variable, whose value is not compared.
    ...secrets.map(
      (secret) => async () =>
        'file' in secret && !isOutside(secret.file) ? await comparison.file(secret.file) : undefined,
    ),
  ]
  for (const compare of compared) {
    const difference = await compare()
    if (difference !== undefined) return { images, difference }
  }
  return { images, difference: undefined }
}

function differs(difference: string): ComparedEntry {
  return { images: [], difference }
}

/** Returns the same text for entries that set the same inputs, wherever they are in the file. */
function keyOf({ texts }: Entry): string {
  return JSON.stringify(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Returns why something cannot be compared or read. Throws any other error. */
export function reasonOf(error: unknown): string {
  const isExpected = error instanceof NotReusable || (error as NodeJS.ErrnoException).syscall !== undefined
  if (error instanceof Error && isExpected) return error.message
  throw error
}
