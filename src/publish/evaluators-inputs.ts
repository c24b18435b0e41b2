import { statSync } from 'node:fs'
import { InputError, type PlacedProblem } from '../lib/errors.js'
import type { Event } from '../lib/event.js'
import { Inputs, type Texts } from '../lib/inputs.js'
import { type CommentInput, markerOf } from './comment.js'
import { notInFile } from './entry-keys.js'
import { type Entry, type EvaluatorsFile, readEvaluators } from './evaluators-file.js'
import { fields, type PublishValues } from './fields.js'
import { type PublishInputs, readInputs } from './inputs.js'

/** What the step publishes from a file. */
export interface EvaluatorsInput {
  /** In the order of the file. */
  evaluators: PublishInputs[]
  /** How many are published at a time. */
  concurrency: number
  /** One for all of them. */
  comment: CommentInput | undefined
}

/**
 * Reads the evaluators of the step's file, each on top of the step's inputs. Throws one `InputError` with all that is
 * wrong in all of them, before anything is started or sent.
 *
 * @param step the texts of the step's own inputs, `evaluators` among them
 */
export function loadEvaluators(event: Event, step: Texts): EvaluatorsInput {
  const file = new Inputs(
    fields,
    {},
    { evaluators: step.evaluators ?? '', concurrency: step.concurrency ?? '' },
  )
  const { evaluators: path = '', concurrency } = file.values
  file.refuse()
  const { entries, problems } = read(path)
  const loaded = entries.map((entry) => {
    const inputs: PublishValues = new Inputs(fields, {}, textsOf(entry, step))
    const evaluator = readInputs(inputs, event)
    return { entry, evaluator, problems: inputs.problems.map((one) => place(one, entry, step, path)) }
  })
  const all = [
    ...problems,
    ...loaded.flatMap((one) => one.problems),
    ...clashes(loaded, path),
    ...otherOrganizations(loaded, path),
  ]
  // What is wrong with an input of the step is so for every evaluator, and told once.
  if (all.length > 0) throw new InputError([...new Set(all)])
  const [first] = loaded
  return {
    evaluators: inOneOrganization(loaded.map(({ evaluator }) => evaluator)),
    concurrency,
    comment: first?.evaluator.comment && { ...first.evaluator.comment, marker: markerOf(event, path) },
  }
}

type Loaded = { entry: Entry; evaluator: PublishInputs }

function read(path: string): EvaluatorsFile {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return readEvaluators(path)
  throw new InputError([
    `evaluators "${path}": there is no such file; write its path relative to the root of the repository`,
  ])
}

/** A secret of the entry goes before one of the step, whichever way each is given. */
function textsOf(entry: Entry, step: Texts): Texts {
  return { ...step, ...(entry.texts['secret-env'] && { secret: '' }), ...entry.texts }
}

/** A problem with what the entry says, or leaves out, has its line; one with an input of the step has none. */
function place(
  { name, text }: { name: string; text: string },
  { line, lines }: Entry,
  step: Texts,
  file: string,
): string | PlacedProblem {
  const own = lines[name]
  if (own === undefined && (step[name] || isOfTheStep(name))) return text
  return { text, place: { file, line: own ?? line } }
}

function isOfTheStep(name: string): boolean {
  return Object.hasOwn(notInFile, name)
}

/** Entries that would overwrite each other: the same registration, or the same tag of the same repository. */
function clashes(loaded: readonly Loaded[], file: string): PlacedProblem[] {
  const problems: PlacedProblem[] = []
  const seen = new Map<string, Loaded>()
  const note = (one: Loaded, input: string, key: string, text: string) => {
    const first = seen.get(key)
    if (!first) seen.set(key, one)
    else if (first !== one)
      problems.push(placedAt(one.entry, input, file, `${text}, as on line ${first.entry.line}`))
  }
  for (const one of loaded) {
    const { evaluator, image, build } = one.evaluator
    if (evaluator?.workflow && evaluator.name)
      note(
        one,
        'evaluator-name',
        JSON.stringify([evaluator.workflow, evaluator.name]),
        `evaluator-name "${evaluator.name}": is registered for the workflow "${evaluator.workflow}" twice`,
      )
    // Images that exist already may be registered for several workflows.
    if (!build || !image.path) continue
    for (const tag of image.tags) {
      const reference = `${image.host ?? image.platformRegistry}/${image.path}:${tag}`
      note(one, 'image', reference, `image "${image.path}": the tag ${tag} is built and pushed twice`)
    }
  }
  return problems
}

function placedAt({ line, lines }: Entry, input: string, file: string, text: string): PlacedProblem {
  return { text, place: { file, line: lines[input] ?? line } }
}

/** One token belongs to one organization, so all images of the platform's registry do. */
function otherOrganizations(loaded: readonly Loaded[], file: string): PlacedProblem[] {
  const first = loaded.find(({ evaluator }) => evaluator.platform.organization !== undefined)
  const name = first?.evaluator.platform.organization
  return loaded.flatMap(({ entry, evaluator: { platform } }) => {
    if (platform.organization === undefined || platform.organization === name) return []
    const text = `image: is of the organization ${platform.organization}, and line ${first?.entry.line} of ${name}; one step publishes for one`
    return [placedAt(entry, 'image', file, text)]
  })
}

/** An organization that one image names is the others', too: the token is checked against it once. */
function inOneOrganization(evaluators: readonly PublishInputs[]): PublishInputs[] {
  const organization = evaluators.find(({ platform }) => platform.organization !== undefined)?.platform
    .organization
  return evaluators.map((one) => ({ ...one, platform: { ...one.platform, organization } }))
}
