import { isDeepStrictEqual } from 'node:util'
import { batches } from '../../data/batches.js'
import { BATCH, type KiliProject } from '../../platforms/kili/client.js'
import { isOutcomeUnknown, isTransient } from '../../platforms/kili/graphql.js'
import type { ClassificationJob } from '../../platforms/kili/jobs.js'
import type { Inference, Response } from '../../platforms/kili/schemas.js'
import { ActionError, messageOf } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { sendOnce } from '../../util/send-once.js'
import { changedFile, openPredictions } from './predictions.js'
import type { Pushed } from './result.js'
import type { Targets } from './target-list.js'
import { LOOKUP, responseOf } from './targets.js'

/** Maximum characters of responses in one request. */
const LARGEST_BATCH = 4 * 1024 * 1024

export interface PushOptions {
  kili: KiliProject
  modelName: string
  /** Whether only to count what would be sent. */
  dryRun: boolean
  signal: AbortSignal
}

/** What was pushed so far. Updated after each batch, so that a failure loses nothing. */
export interface PushProgress extends Pushed {
  /** Assets that also have inferences of other models. */
  shared: number
}

/** A prediction to send to its asset. */
interface Parcel {
  externalId: string
  assetId: string
  response: Response
}

/**
 * Pushes the predictions as inference labels in batches. Skips a prediction that Kili already has as the model's latest
 * inference, so that a run after a failure continues where that one stopped.
 */
export async function pushPredictions(
  file: string,
  targets: Targets,
  job: ClassificationJob | undefined,
  options: PushOptions,
  progress: PushProgress,
): Promise<void> {
  const { kili } = options
  log.progress(() => `${progress.sent + progress.already} of ${targets.length}`)
  const parcels = addressed(file, targets, job)
  const lookups = batches(parcels, { ...LOOKUP, characters: LARGEST_BATCH }, lengthOf)
  for await (const lookup of lookups) {
    const latest = await latestInferences(options, lookup, progress)
    const fresh = await notThere(kili, lookup, latest)
    progress.already += lookup.length - fresh.length
    for await (const batch of batches(fresh, { count: BATCH, characters: LARGEST_BATCH }, lengthOf)) {
      if (!options.dryRun)
        await deliver(batch, latest, options).catch(explain(batch, targets.length, progress))
      progress.sent += batch.length
    }
    if (targets.length > LOOKUP.count)
      log.info(`Predictions: ${progress.sent + progress.already} of ${targets.length}`)
  }
}

/** Returns the predictions in the order of the file, each with its asset. */
async function* addressed(
  file: string,
  targets: Targets,
  job: ClassificationJob | undefined,
): AsyncGenerator<Parcel> {
  let index = 0
  for await (const batch of (await openPredictions(file, { isChecked: true })).batches) {
    for (const prediction of batch) {
      const target = targets.at(index++)
      if (target.externalId !== prediction.externalId) throw changedFile(file)
      yield { ...target, response: responseOf(prediction, job) }
    }
  }
}

function lengthOf({ externalId, response }: Parcel): number {
  return externalId.length + JSON.stringify(response).length
}

/** Returns the model's latest inference on each asset. */
async function latestInferences(
  { kili, modelName }: PushOptions,
  parcels: readonly Parcel[],
  progress?: PushProgress,
): Promise<Map<string, Inference>> {
  const latest = new Map<string, Inference>()
  const shared = new Set<string>()
  for (const inference of await kili.inferences(parcels.map(({ externalId }) => externalId))) {
    const asset = inference.labelOf.id
    const known = latest.get(asset)
    if (inference.modelName !== modelName) shared.add(asset)
    else if (!known || Date.parse(inference.createdAt) >= Date.parse(known.createdAt))
      latest.set(asset, inference)
  }
  if (progress) progress.shared += shared.size
  return latest
}

async function isThere(
  kili: KiliProject,
  { response }: Parcel,
  inference: Inference | undefined,
): Promise<boolean> {
  return inference !== undefined && isDeepStrictEqual(await kili.responseOf(inference), response)
}

/** How many files with responses are downloaded at a time. */
const DOWNLOADS = 10

/** Returns the parcels that Kili does not have yet. */
async function notThere(
  kili: KiliProject,
  parcels: readonly Parcel[],
  latest: ReadonlyMap<string, Inference>,
): Promise<Parcel[]> {
  const there: boolean[] = []
  for (let at = 0; at < parcels.length; at += DOWNLOADS) {
    const some = parcels.slice(at, at + DOWNLOADS)
    there.push(
      ...(await Promise.all(some.map((parcel) => isThere(kili, parcel, latest.get(parcel.assetId))))),
    )
  }
  return parcels.filter((_, index) => !there[index])
}

/**
 * Appends a batch. If the outcome is unknown, reads what the server has and sends only the rest again.
 */
async function deliver(
  batch: readonly Parcel[],
  before: ReadonlyMap<string, Inference>,
  options: PushOptions,
): Promise<void> {
  const { kili, modelName, signal } = options
  let missing = batch
  await sendOnce({
    what: `push of ${batch.length} predictions`,
    signal,
    transient: isTransient,
    mayHaveArrived: isOutcomeUnknown,
    send: async () => {
      const inferences = missing.map(({ assetId, response }) => ({
        assetId,
        jsonResponse: JSON.stringify(response),
      }))
      await kili.append(modelName, inferences)
      return true
    },
    findSent: async () => {
      const now = await latestInferences(options, missing)
      // A new inference is ours, even if its response has not been written to a file yet.
      const unchanged = missing.filter(({ assetId }) => now.get(assetId)?.id === before.get(assetId)?.id)
      missing = kili.hasResponses ? await notThere(kili, missing, now) : unchanged
      return missing.length === 0 || undefined
    },
  })
}

/** Adds to the error of a failed batch what is done and what remains. */
function explain(batch: readonly Parcel[], total: number, { sent, already }: PushProgress) {
  return (cause: unknown): never => {
    if (!(isTransient(cause) || isOutcomeUnknown(cause) || cause instanceof ActionError)) throw cause
    const range = `${JSON.stringify(batch[0]?.externalId)} to ${JSON.stringify(batch.at(-1)?.externalId)}`
    const state = isOutcomeUnknown(cause) ? 'may or may not have arrived' : 'were not accepted'
    throw new ActionError(
      `A batch of ${batch.length} predictions (${range}) ${state}: ${messageOf(cause)}\n${sent + already} of ${total} predictions are in Kili, and ${total - sent - already} remain; run again to push those: what is there is recognised and left alone.`,
      { cause },
    )
  }
}
