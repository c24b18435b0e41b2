import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseInstructions } from '../../../image/dockerfile/instructions.js'
import { InputError, type PlacedProblem } from '../../../runtime/errors.js'
import type { Event } from '../../../runtime/event.js'
import { Inputs, type RawInputs } from '../../../runtime/inputs.js'
import type { Mode } from '../../../runtime/mode.js'
import { problemOfPath } from '../../../runtime/workspace.js'
import { type CommentInput, markerOf } from '../comment.js'
import { fields, type PublishValues } from '../fields.js'
import { type PublishInputs, readInputs } from '../inputs.js'
import { clashes, type LoadedEntry, placedAt } from './clashes.js'
import { notInFile } from './keys.js'
import { checkReach } from './reach.js'
import { type Entry, type EvaluatorsFile, readEvaluators } from './read.js'
import { type SharedWork, selectShard } from './shards.js'

/** What the step publishes from a file. */
export interface EvaluatorsInput {
  mode: Mode | undefined
  /** Those of this job's shard, in the order of the file. */
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
export function loadEvaluators(event: Event, step: RawInputs): EvaluatorsInput {
  const file = new Inputs(
    fields,
    {},
    { evaluators: step.evaluators ?? '', concurrency: step.concurrency ?? '', shard: step.shard ?? '' },
  )
  const { evaluators: path = '', concurrency, shard } = file.values
  file.refuse()
  const { entries, problems } = read(path)
  const ofStep = readTexts(step, event)
  const loaded = entries.map((entry) => {
    const inputs = new Inputs(fields, {}, textsOf(entry, step), new Set(Object.keys(entry.texts)))
    checkReach(inputs, ofStep.inputs.values)
    return { entry, evaluator: readInputs(inputs, event), problems: inputs.problems }
  })
  const all = [...problems, ...placeProblems(loaded, ofStep.problems, step, path), ...clashes(loaded, path)]
  // What is wrong with the step is so for every evaluator, and told once.
  if (all.length > 0) throw new InputError([...new Set(all)])
  const [first] = loaded
  const evaluators = inOneOrganization(loaded.map(({ evaluator }) => evaluator))
  return {
    mode: first?.evaluator.mode,
    evaluators: shard ? selectShard(evaluators, shard, workOf) : evaluators,
    concurrency,
    comment: first?.evaluator.comment && { ...first.evaluator.comment, marker: markerOf(event, path), shard },
  }
}

/** An entry whose Dockerfile cannot be read here, such as one of a Git context, shares work with its context's others. */
function workOf({ build }: PublishInputs): SharedWork {
  if (!build) return { base: '', dockerfile: '' }
  const { context, file } = build.options
  const dockerfile = file ?? join(context, 'Dockerfile')
  if (!build.local) return { base: context, dockerfile }
  const froms = parseInstructions(readFileSync(dockerfile, 'utf8')).filter(
    ({ keyword }) => keyword === 'FROM',
  )
  return { base: froms.at(-1)?.text ?? '', dockerfile: resolve(dockerfile) }
}

/** What is wrong with an input, and the whole sentence about it. */
type Problem = Inputs<typeof fields>['problems'][number]

function read(path: string): EvaluatorsFile {
  const problem = problemOfPath(path, 'file')
  if (problem === undefined) return readEvaluators(path)
  const text =
    problem === 'missing'
      ? 'there is no such file; write its path relative to the root of the repository'
      : problem
  throw new InputError([`evaluators "${path}": ${text}`])
}

function readTexts(texts: RawInputs, event: Event) {
  const inputs: PublishValues = new Inputs(fields, {}, texts)
  readInputs(inputs, event)
  return { inputs, problems: inputs.problems }
}

/** A secret of the entry goes before one of the step, whichever way each is given. */
function textsOf(entry: Entry, step: RawInputs): RawInputs {
  return { ...step, ...(entry.texts['secret-env'] && { secret: '' }), ...entry.texts }
}

/**
 * A problem with what an entry says, or leaves out, has its line. One with an input of the step has none, where the
 * step has it by itself and every entry has it from there; else it is what the entry says beside that input.
 */
function placeProblems(
  loaded: readonly (LoadedEntry & { problems: readonly Problem[] })[],
  ofStep: readonly Problem[],
  step: RawInputs,
  file: string,
): (string | PlacedProblem)[] {
  const isEverywhere = (text: string) =>
    loaded.every(({ problems }) => problems.some((one) => one.text === text))
  const shared = ofStep.filter(({ name, text }) => step[name] && isEverywhere(text)).map(({ text }) => text)
  return loaded.flatMap(({ entry, problems }) =>
    problems.map(({ name, text }) => {
      const unplaced = entry.lines[name] === undefined && (isOfTheStep(name) || shared.includes(text))
      return unplaced ? text : placedAt(entry, name, file, text)
    }),
  )
}

function isOfTheStep(name: string): boolean {
  return Object.hasOwn(notInFile, name)
}

/** An organization that one image names is the others', too: the token is checked against it once. */
function inOneOrganization(evaluators: readonly PublishInputs[]): PublishInputs[] {
  const organization = evaluators.find(({ platform }) => platform.organization !== undefined)?.platform
    .organization
  return evaluators.map((one) => ({ ...one, platform: { ...one.platform, organization } }))
}
