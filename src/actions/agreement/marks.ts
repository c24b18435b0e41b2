import { batches } from '../../data/batches.js'
import type { KiliProject } from '../../platforms/kili/client.js'
import { type ClassificationJob, categoriesIn } from '../../platforms/kili/jobs.js'
import type { HumanLabel } from '../../platforms/kili/schemas.js'
import * as log from '../../runtime/log.js'
import { pollUntil } from '../../util/poll.js'
import type { HumanMark, JudgedAsset } from './measure.js'
import type { Target } from './result.js'
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

/** An asset with its labels, and how many of them have no mark yet. */
interface Reading extends JudgedAsset {
  waiting: number
  /** How many labels have no answer. */
  unanswered: number
}

/**
 * Reads the marks of the latest human labels on all assets. Waits for marks that are missing, because Kili computes them
 * after it receives the inference. `unmarked` counts the labels without a mark at the end of the wait.
 */
export async function readMarks(
  targets: readonly Target[],
  options: MarkOptions,
): Promise<{ assets: JudgedAsset[]; unmarked: number; unanswered: number }> {
  const readings = new Map<string, Reading>()
  let due = targets
  const read = async () => {
    await readInto(readings, due, options)
    due = due.filter(({ assetId }) => (readings.get(assetId)?.waiting ?? 0) > 0)
    if (due.length === 0) return readings
    log.info(`${due.length} of ${targets.length} assets have labels without a mark; Kili is computing them`)
    return undefined
  }
  await pollUntil({ ...PAUSES, read, timeout: options.wait, signal: options.signal })
  const assets = targets.flatMap(({ assetId }) => readings.get(assetId) ?? [])
  const count = (key: 'waiting' | 'unanswered') => assets.reduce((sum, reading) => sum + reading[key], 0)
  return { assets, unmarked: count('waiting'), unanswered: count('unanswered') }
}

async function readInto(
  readings: Map<string, Reading>,
  targets: readonly Target[],
  { kili, job, labelTypes }: MarkOptions,
): Promise<void> {
  let read = 0
  for await (const batch of batches(targets, LOOKUP, ({ externalId }) => externalId.length)) {
    const labels = new Map<string, HumanLabel[]>()
    const externalIds = batch.map(({ externalId }) => externalId)
    const responses = job !== undefined
    for (const label of await kili.humanLabels(externalIds, labelTypes, { responses })) {
      if (!label.isLatestLabelForUser) continue
      const known = labels.get(label.labelOf.id)
      if (known) known.push(label)
      else labels.set(label.labelOf.id, [label])
    }
    for (const target of batch)
      readings.set(target.assetId, readingOf(target, labels.get(target.assetId) ?? [], job))
    read += batch.length
    if (targets.length > LOOKUP.count) log.info(`Read the labels of ${read} of ${targets.length} assets`)
  }
}

function readingOf(
  target: Target,
  labels: readonly HumanLabel[],
  job: ClassificationJob | undefined,
): Reading {
  // A label without an answer cannot be compared, so its mark has no meaning.
  const answered = labels.filter(({ jsonResponse }) => jsonResponse !== null)
  const marks = answered.map((label): HumanMark => {
    const categories = job && categoriesIn(label.jsonResponse ?? undefined, job.name)
    const mark = label.inferenceMark ?? undefined
    const knowsResponse = label.jsonResponse !== undefined
    const stale = mark !== undefined && knowsResponse && contradicts(mark, target.predicted, categories, job)
    return { mark: stale ? undefined : mark, categories }
  })
  return {
    ...target,
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
