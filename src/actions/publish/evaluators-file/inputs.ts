import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseInstructions } from '../../../image/dockerfile/instructions.js'
import { markerOf, type ReportComment } from '../../../platforms/github/report-comment.js'
import { InputError, type PlacedProblem } from '../../../runtime/errors.js'
import type { Event } from '../../../runtime/event.js'
import { type InputProblem, Inputs, type RawInputs } from '../../../runtime/inputs.js'
import type { Mode } from '../../../runtime/mode.js'
import { noSuchFile, problemOfPath } from '../../../runtime/workspace.js'
import { groupBy } from '../../../util/group-by.js'
import { fields, type PublishValues } from '../fields.js'
import { readInputs } from '../inputs.js'
import { imageKey } from '../shared-image.js'
import { clashes, type LoadedEntry, placedAt } from './clashes.js'
import { notInFile } from './keys.js'
import { checkReach } from './reach.js'
import { type Entry, type EvaluatorsFile, readEvaluators } from './read.js'
import { type SharedWork, selectShard } from './shards.js'

/** The evaluators that the step publishes from a file. */
export interface EvaluatorsInput {
  mode: Mode | undefined
  /** The path of the file. */
  file: string
  /** All entries, in the order of the file. */
  all: LoadedEntry[]
  /** The entries of this job's shard, in the order of the file. */
  entries: LoadedEntry[]
  /** Whether entries that are equal in the base commit are left out. */
  onlyChanged: boolean
  /** The token of the job for reading the repository. */
  token: string | undefined
  /** Maximum number of evaluators to publish at the same time. */
  concurrency: number
  /** The comment that all evaluators share. */
  comment: ReportComment | undefined
}

/** Inputs of the step that are about the file as a whole. */
const OF_THE_FILE = ['evaluators', 'concurrency', 'shard', 'only'] as const

/**
 * Reads the evaluators of the step's file, which inherit the step's inputs. Throws one `InputError` with all problems
 * of all evaluators, before anything is started or sent.
 *
 * @param step the step's own raw inputs, including `evaluators`
 */
export function loadEvaluators(event: Event, step: RawInputs): EvaluatorsInput {
  const file = new Inputs(fields, {}, Object.fromEntries(OF_THE_FILE.map((name) => [name, step[name] ?? ''])))
  const { evaluators: path = '', concurrency, shard, only } = file.values
  file.refuse()
  const { entries, problems } = read(path)
  const ofStep = readTexts(step, event)
  const loaded = entries.map((entry) => {
    const inputs = new Inputs(fields, {}, textsOf(entry, step), new Set(Object.keys(entry.texts)))
    checkReach(inputs, ofStep.inputs.values)
    const evaluator = readInputs(inputs, event)
    // An input that could not be read counts as given, so its absence is no further problem.
    return { entry, evaluator, problems: inputs.problems.filter(({ name }) => !entry.refused.has(name)) }
  })
  const all = [...problems, ...placeProblems(loaded, ofStep.problems, step, path), ...clashes(loaded, path)]
  if (all.length > 0) throw new InputError(inOrder(all))
  const [first] = loaded
  const complete = inOneStore(inOneOrganization(loaded))
  return {
    mode: first?.evaluator.mode,
    file: path,
    all: complete,
    entries: shard ? selectShard(complete, shard, workOf) : complete,
    onlyChanged: only === 'changed',
    token: ofStep.inputs.values['github-token'],
    concurrency,
    comment: first?.evaluator.comment && {
      ...first.evaluator.comment,
      marker: markerOf(event, 'evaluators', [path]),
      section: shard && { title: '## Evaluators', ...shard },
    },
  }
}

/**
 * Returns the work that an entry shares with others. An entry whose Dockerfile cannot be read, such as in a Git
 * context, shares work with others of that context.
 */
function workOf({ evaluator }: LoadedEntry): SharedWork {
  const { build } = evaluator
  if (!build) return { base: '', dockerfile: '' }
  const { context, file } = build.options
  const dockerfile = file ?? join(context, 'Dockerfile')
  const image = imageKey(evaluator)
  if (!build.local) return { base: context, dockerfile, image }
  const froms = parseInstructions(readFileSync(dockerfile, 'utf8')).filter(
    ({ keyword }) => keyword === 'FROM',
  )
  return { base: froms.at(-1)?.text ?? '', dockerfile: resolve(dockerfile), image }
}

function read(path: string): EvaluatorsFile {
  const problem = problemOfPath(path, 'file')
  if (problem === undefined) return readEvaluators(path)
  const text = problem === 'missing' ? noSuchFile : problem
  throw new InputError([`evaluators "${path}": ${text}`])
}

function readTexts(texts: RawInputs, event: Event) {
  const inputs: PublishValues = new Inputs(fields, {}, texts)
  readInputs(inputs, event)
  return { inputs, problems: inputs.problems }
}

/**
 * Returns the inputs of an entry and of the step. A secret of the entry takes precedence over one of the step, no
 * matter which inputs set them.
 */
function textsOf(entry: Entry, step: RawInputs): RawInputs {
  return { ...step, ...(entry.texts['secret-env'] && { secret: '' }), ...entry.texts }
}

/**
 * Returns problems with the lines of their entries. A problem with an input of the step, or with a default, gets no line
 * if the step alone, and therefore every entry, has it. Otherwise, other inputs of the entry cause it.
 */
function placeProblems(
  loaded: readonly (LoadedEntry & { problems: readonly InputProblem[] })[],
  ofStep: readonly InputProblem[],
  step: RawInputs,
  file: string,
): (string | PlacedProblem)[] {
  const isEverywhere = (text: string) =>
    loaded.every(({ problems }) => problems.some((one) => one.text === text))
  const shared = ofStep
    .filter(({ name, value, text }) => (step[name] || value !== undefined) && isEverywhere(text))
    .map(({ text }) => text)
  return loaded.flatMap(({ entry, problems }) =>
    problems.map(({ name, text }) => {
      const unplaced = entry.lines[name] === undefined && (isOfTheStep(name) || shared.includes(text))
      return unplaced ? text : placedAt(entry, name, file, text)
    }),
  )
}

/**
 * Returns the problems of the step, which affect every evaluator and are reported once, and then those of the file in
 * the order of its lines.
 */
function inOrder(problems: readonly (string | PlacedProblem)[]): (string | PlacedProblem)[] {
  const ofStep = problems.filter((problem) => typeof problem === 'string')
  const placed = problems.filter((problem) => typeof problem !== 'string')
  const distinct = groupBy(placed, ({ text, place }) => `${place.line} ${text}`)
  const ofFile = [...distinct.values()].flatMap(([first]) => first ?? [])
  return [...new Set(ofStep), ...ofFile.sort((a, b) => a.place.line - b.place.line)]
}

function isOfTheStep(name: string): boolean {
  return Object.hasOwn(notInFile, name)
}

/** Applies the organization that one image names to all images, so that the token is checked against it once. */
function inOneOrganization(loaded: readonly LoadedEntry[]): LoadedEntry[] {
  const organization = loaded.find(({ evaluator }) => evaluator.platform.organization !== undefined)
    ?.evaluator.platform.organization
  return loaded.map(({ entry, evaluator }) => {
    const platform = { ...evaluator.platform, organization }
    return { entry, evaluator: { ...evaluator, platform } }
  })
}

/** Keeps an image that several evaluators share in the engine if one of them needs it there. */
function inOneStore(loaded: readonly LoadedEntry[]): LoadedEntry[] {
  const images = groupBy(loaded, ({ evaluator }) => imageKey(evaluator))
  return loaded.map((one) => {
    const { entry, evaluator } = one
    const sharing = images.get(imageKey(evaluator)) ?? []
    const store = sharing.some(({ evaluator }) => evaluator.build?.store === 'engine') ? 'engine' : 'builder'
    return evaluator.build
      ? { entry, evaluator: { ...evaluator, build: { ...evaluator.build, store } } }
      : one
  })
}
