import { join, relative, resolve } from 'node:path'
import { isIgnored, readIgnore } from '../../../image/reuse/ignore.js'
import { NotReusable } from '../../../image/reuse/not-reusable.js'
import type { PlacedProblem } from '../../../runtime/errors.js'
import { groupBy } from '../../../util/group-by.js'
import { fields } from '../fields.js'
import type { ImageInput, PublishInputs } from '../inputs.js'
import { imageInputs, imageKey } from '../shared-image.js'
import type { Entry } from './read.js'

/** An entry of the evaluators file, and its inputs including those inherited from the step. */
export interface LoadedEntry {
  entry: Entry
  evaluator: PublishInputs
}

/** Returns conflicts between entries that may each be valid on their own. */
export function clashes(loaded: readonly LoadedEntry[], file: string): (string | PlacedProblem)[] {
  return [
    ...sameRegistrations(loaded, file),
    ...sameTags(loaded, file),
    ...otherOrganizations(loaded, file),
    ...loginForSeveral(loaded),
    ...sharedDestinations(loaded, file),
  ]
}

/** @param input the input whose line the problem gets; if the entry does not set it, the line of the entry */
export function placedAt({ line, lines }: Entry, input: string, file: string, text: string): PlacedProblem {
  return { text, place: { file, line: lines[input] ?? line } }
}

function sameRegistrations(loaded: readonly LoadedEntry[], file: string): PlacedProblem[] {
  const named = loaded.flatMap(({ entry, evaluator: { evaluator } }) =>
    evaluator?.workflow && evaluator.name ? { entry, ...evaluator } : [],
  )
  const groups = groupBy(named, ({ workflow, name }) => JSON.stringify([workflow, name]))
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map(({ entry, workflow, name }) => {
      const text = `evaluator-name "${name}": is registered for the workflow "${workflow}" twice, as on line ${first?.entry.line}`
      return placedAt(entry, 'evaluator-name', file, text)
    }),
  )
}

/**
 * Refuses a tag that entries build from different inputs, or that one builds and another expects to exist. Evaluators
 * with the same inputs share one image, and existing images may be registered repeatedly.
 */
function sameTags(loaded: readonly LoadedEntry[], file: string): PlacedProblem[] {
  const tagged = loaded.flatMap(({ entry, evaluator }) => {
    const { image, build } = evaluator
    return image.path ? image.tags.map((tag) => ({ entry, evaluator, image, build, tag })) : []
  })
  const groups = groupBy(tagged, ({ image, tag }) => `${hostOf(image)}/${image.path}:${tag}`)
  return [...groups.values()].flatMap((group) => {
    const first = group.find(({ build }) => build)
    if (!first) return []
    const { line } = first.entry
    const key = imageKey(first.evaluator)
    const others = group.filter(({ evaluator }) => imageKey(evaluator) !== key)
    return others.map(({ entry, evaluator, image, build, tag }) => {
      const text = build
        ? `the tag ${tag} is built and pushed twice, as on line ${line}, but with a different ${differences(first.evaluator, evaluator)}; use the same inputs to share one image, or give each its own tags or image`
        : `the tag ${tag} must already exist (build: false), but line ${line} builds it; build it in one run, and register it in a later run with build: false`
      return placedAt(entry, 'image', file, `image "${image.path}": ${text}`)
    })
  })
}

/** Returns the names of the inputs that make two images different. */
function differences(one: PublishInputs, other: PublishInputs): string {
  const [a, b] = [imageInputs(one), imageInputs(other)]
  const names = Object.keys({ ...a, ...b }).filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
  return names
    .map((key) => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
    .filter((name) => Object.hasOwn(fields, name))
    .join(', ')
}

/** Refuses images of several organizations in the platform's registry: a token belongs to one organization. */
function otherOrganizations(loaded: readonly LoadedEntry[], file: string): PlacedProblem[] {
  const first = loaded.find(({ evaluator }) => evaluator.platform.organization !== undefined)
  const name = first?.evaluator.platform.organization
  return loaded.flatMap(({ entry, evaluator: { platform } }) => {
    if (platform.organization === undefined || platform.organization === name) return []
    const text = `image: belongs to the organization ${platform.organization}, but line ${first?.entry.line} belongs to ${name}; one run publishes for one organization`
    return [placedAt(entry, 'image', file, text)]
  })
}

/** Refuses a login of the step for several registries, because only one of them may get the password. */
function loginForSeveral(loaded: readonly LoadedEntry[]): string[] {
  const images = loaded.flatMap(({ entry: { line }, evaluator: { image } }) =>
    image.path && image.credentials ? { line, host: hostOf(image), ...image.credentials } : [],
  )
  const hosts = [...groupBy(images, ({ host }) => host).values()].flatMap(([first]) => first ?? [])
  const [first] = hosts
  if (!first || hosts.length === 1) return []
  const list = hosts.map(({ host, line }) => `${host} (line ${line})`).join(', ')
  return [
    `registry-username "${first.username}": is a single login, but the evaluators go to ${hosts.length} registries: ${list}. Leave registry-username and registry-password out, and log in to each first (docker login; in a workflow, docker/login-action); the platform's registry takes the API token, and ECR the AWS credentials`,
  ]
}

/**
 * Refuses an output that an entry with another image also writes, or may have in its context, because the images are
 * built at the same time.
 */
function sharedDestinations(loaded: readonly LoadedEntry[], file: string): PlacedProblem[] {
  const keyed = loaded.map((one) => ({ ...one, key: imageKey(one.evaluator) }))
  const written = keyed.flatMap(({ entry, key, evaluator: { build } }) =>
    (build?.options.outputs ?? []).map(({ destination }) => ({ entry, key, destination })),
  )
  const place = (entry: Entry, text: string) => placedAt(entry, 'outputs', file, text)
  const groups = groupBy(written, ({ destination }) => resolve(destination))
  const twice = [...groups.values()].flatMap(([first, ...others]) =>
    others
      .filter(({ key }) => key !== first?.key)
      .map(({ entry, destination }) =>
        place(
          entry,
          `outputs "${destination}": is also written by the entry on line ${first?.entry.line}; give each its own dest`,
        ),
      ),
  )
  const read = written.flatMap(({ entry, key, destination }) => {
    const reader = keyed.find((one) => one.key !== key && sees(one.evaluator.build, destination))
    if (!reader) return []
    const text = `outputs "${destination}": is in the context of the entry on line ${reader.entry.line}, which may be built at the same time; add it to .dockerignore, or write it outside of that context`
    return [place(entry, text)]
  })
  return [...twice, ...read]
}

/** Returns whether a build may receive a path as part of its context. */
function sees(build: PublishInputs['build'], path: string): boolean {
  if (!build?.local) return false
  const { context, file = join(context, 'Dockerfile') } = build.options
  const inContext = relative(context, path)
  if (inContext === '..' || inContext.startsWith('../')) return false
  try {
    const ignore = readIgnore(file, context)
    return !(ignore && isIgnored(ignore, inContext))
  } catch (error) {
    if (error instanceof NotReusable) return true
    throw error
  }
}

function hostOf({ host, platformRegistry }: ImageInput): string {
  return host ?? platformRegistry
}
