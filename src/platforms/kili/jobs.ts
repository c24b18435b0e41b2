/** Jobs of a project's interface, and the answers to them. All functions are pure. */
import { labelKey } from '../../data/labels.js'
import { ActionError } from '../../runtime/errors.js'
import type { Job, Project, Response } from './schemas.js'

const SINGLE = ['radio', 'singleDropdown']

/** The job that predictions by category answer, and whose categories are compared. */
export interface ClassificationJob {
  name: string
  /** Names of the categories, as responses use them. */
  categories: ReadonlySet<string>
  /** Whether an answer is exactly one category. */
  single: boolean
  /** Whether the project has no other job, so that a mark refers to this one. */
  alone: boolean
}

/**
 * Returns the job with that name; without a name, the project's only classification job. Throws `ActionError` if there
 * is no job with that name; returns undefined if there is none to choose.
 */
export function chooseJob(
  { jsonInterface: { jobs } }: Project,
  name?: string,
): ClassificationJob | undefined {
  const candidates = Object.entries(jobs).filter(
    ([, { mlTask, isChild }]) => mlTask === 'CLASSIFICATION' && !isChild,
  )
  const found = name === undefined ? candidates : Object.entries(jobs).filter(([job]) => job === name)
  const [first] = found
  if (name !== undefined && first?.[1].mlTask !== 'CLASSIFICATION')
    throw noSuchJob(name, first?.[1], candidates)
  if (!first || found.length > 1) return undefined
  const [job, { content }] = first
  return {
    name: job,
    categories: new Set(Object.keys(content?.categories ?? {})),
    single: SINGLE.includes(content?.input ?? ''),
    alone: Object.keys(jobs).length === 1,
  }
}

function noSuchJob(name: string, job: Job | undefined, candidates: [string, Job][]): ActionError {
  const what = job
    ? `is a ${job.mlTask} job of the project, which has no categories to compare`
    : 'is not a job of the project'
  const names = candidates.map(([candidate]) => candidate).join(', ')
  const advice =
    names === '' ? 'it has no classification job: leave job out' : `its classification jobs are ${names}`
  return new ActionError(`job "${name}": ${what}; ${advice}.`)
}

/** Returns the response for a list of categories, each under the name that the job gives it. */
export function respond(
  { name, categories: known }: ClassificationJob,
  categories: readonly string[],
): Response {
  const nameOf = (category: string) =>
    known.has(category)
      ? category
      : ([...known].find((other) => labelKey(other) === labelKey(category)) ?? category)
  return { [name]: { categories: categories.map((category) => ({ name: nameOf(category) })) } }
}

/** Returns the categories that a response chose in a job; undefined if it has no answer there. */
export function categoriesIn(response: Response | undefined, job: string): string[] | undefined {
  const answer = response && Object.hasOwn(response, job) ? response[job] : undefined
  const { categories } = (answer ?? {}) as { categories?: unknown }
  if (!Array.isArray(categories) || categories.length === 0) return undefined
  return categories.map((category) => String(category?.name))
}

/** Returns what is wrong with a response for this project: a job or a category that its interface does not have. */
export function problemWith(response: Response, { jsonInterface: { jobs } }: Project): string | undefined {
  for (const name of Object.keys(response)) {
    const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined
    if (!job) return `the project has no job ${JSON.stringify(name)}; it has ${Object.keys(jobs).join(', ')}`
    if (job.mlTask !== 'CLASSIFICATION') continue
    const chosen = categoriesIn(response, name)
    const known = Object.keys(job.content?.categories ?? {})
    const unknown = chosen?.find((category) => !known.includes(category))
    if (unknown !== undefined)
      return `the job ${name} has no category ${JSON.stringify(unknown)}; it has ${listed(known)}`
    if (!chosen)
      return `the answer in ${name} has no categories; write {"categories": [{"name": "${known[0]}"}]}`
    if (chosen.length > 1 && SINGLE.includes(job.content?.input ?? ''))
      return `the job ${name} accepts one category, but there are ${chosen.length}`
  }
  return undefined
}

function listed(names: readonly string[]): string {
  return names.length > 20
    ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more`
    : names.join(', ')
}
