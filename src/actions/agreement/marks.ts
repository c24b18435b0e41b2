import { batches } from '../../data/batches.js'
import type { KiliProject } from '../../platforms/kili/client.js'
import { type ClassificationJob, categoriesIn } from '../../platforms/kili/jobs.js'
import type { HumanLabel } from '../../platforms/kili/schemas.js'
import * as log from '../../runtime/log.js'
import { pollUntil } from '../../util/poll.js'
import type { HumanMark, JudgedAsset } from './measure.js'
import type { Target } from './result.js'
import type { Targets } from './target-list.js'
import { LOOKUP } from './targets.js'

/** Milliseconds between two requests for marks. */
const PAUSES = { pause: 1000, growth: 2, longestPause: 30_000 }

export interface MarkOptions {
  kili: KiliProject
  job: ClassificationJob | undefined
  labelTypes: readonly string[]
  /** Maximum milliseconds to wait for marks that Kili has not computed yet. */
  wait: number
  signal: AbortSignal
}

/** The labels of an asset. */
interface Reading extends Pick<JudgedAsset, 'labels'> {
  /** How many labels have no mark yet. */
  waiting: number
  /** How many labels have no answer. */
  unanswered: number
}

/**
 * Reads the marks of the latest human labels on all assets. Waits for marks that are missing, because Kili computes them
 * after it receives the inference. `unmarked` counts the labels without a mark at the end of the wait.
 */
export async function readMarks(
  targets: Targets,
  options: MarkOptions,
): Promise<{ assets: Iterable<JudgedAsset>; unmarked: number; unanswered: number }> {
  const readings: Reading[] = []
  const interned = new Interned()
  let due = Array.from({ length: targets.length }, (_, index) => index)
  const read = async () => {
    for await (const [index, reading] of readLabels(targets, due, options))
      readings[index] = interned.get(reading)
    due = due.filter((index) => (readings[index]?.waiting ?? 0) > 0)
    if (due.length === 0) return readings
    log.info(`${due.length} of ${targets.length} assets have labels without a mark; Kili is computing them`)
    return undefined
  }
  await pollUntil({ ...PAUSES, read, timeout: options.wait, signal: options.signal })
  const count = (key: 'waiting' | 'unanswered') => readings.reduce((sum, reading) => sum + reading[key], 0)
  const assets = { [Symbol.iterator]: () => judgedAssets(targets, readings) }
  return { assets, unmarked: count('waiting'), unanswered: count('unanswered') }
}

/** Returns assets one by one, because a million of them at once would take hundreds of megabytes. */
function* judgedAssets(targets: Targets, readings: readonly Reading[]): Generator<JudgedAsset> {
  for (const [index, { labels }] of readings.entries()) yield { ...targets.at(index), labels }
}

/** The most different readings that are kept only once. */
const MAX_INTERNED = 10_000

/** Keeps equal readings only once: most assets have one label with one of a few marks and categories. */
class Interned {
  readonly #known = new Map<string, Reading>()

  get(reading: Reading): Reading {
    const key = JSON.stringify(reading.labels) + reading.unanswered
    const known = this.#known.get(key)
    if (known) return known
    if (this.#known.size < MAX_INTERNED) this.#known.set(key, reading)
    return reading
  }
}

/** Reads the labels of the targets at these positions. */
async function* readLabels(
  targets: Targets,
  due: readonly number[],
  { kili, job, labelTypes }: MarkOptions,
): AsyncGenerator<[index: number, Reading]> {
  let read = 0
  const idAt = (index: number) => targets.at(index).externalId
  for await (const batch of batches(due, LOOKUP, (index) => idAt(index).length)) {
    const labels = new Map<string, HumanLabel[]>()
    const responses = job !== undefined
    for (const label of await kili.humanLabels(batch.map(idAt), labelTypes, { responses })) {
      if (!label.isLatestLabelForUser) continue
      const known = labels.get(label.labelOf.id)
      if (known) known.push(label)
      else labels.set(label.labelOf.id, [label])
    }
    for (const index of batch) {
      const target = targets.at(index)
      yield [index, readingOf(target, labels.get(target.assetId) ?? [], job)]
    }
    read += batch.length
    if (due.length > LOOKUP.count) log.info(`Read the labels of ${read} of ${due.length} assets`)
  }
}

function readingOf(
  { predicted }: Target,
  labels: readonly HumanLabel[],
  job: ClassificationJob | undefined,
): Reading {
  // A label without an answer cannot be compared, so its mark has no meaning.
  const answered = labels.filter(({ jsonResponse }) => jsonResponse !== null)
  const marks = answered.map((label): HumanMark => {
    const categories = job && categoriesIn(label.jsonResponse ?? undefined, job.name)
    const mark = label.inferenceMark ?? undefined
    const knowsResponse = label.jsonResponse !== undefined
    const stale = mark !== undefined && knowsResponse && contradicts(mark, predicted, categories, job)
    return { mark: stale ? undefined : mark, categories }
  })
  return {
    labels: marks,
    waiting: marks.filter(({ mark }) => mark === undefined).length,
    unanswered: labels.length - answered.length,
  }
}

/**
 * Returns whether a mark cannot belong to this prediction but to an earlier one or another model's. That is visible only
 * in a project with one single-choice job and nothing else, where the mark is 1 exactly if both chose the same.
 */
export function contradicts(
  mark: number,
  predicted: readonly string[] | undefined,
  human: readonly string[] | undefined,
  job: ClassificationJob | undefined,
): boolean {
  if (!job?.alone || !job.single || !predicted || !human) return false
  return (predicted[0] === human[0]) !== (mark === 1)
}
