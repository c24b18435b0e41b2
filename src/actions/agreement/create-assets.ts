import { randomUUID } from 'node:crypto'
import { batches } from '../../data/batches.js'
import { BATCH, type KiliProject, type NewAsset, SYNCHRONOUS } from '../../platforms/kili/client.js'
import { isOutcomeUnknown, isTransient } from '../../platforms/kili/graphql.js'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { pollUntil } from '../../util/poll.js'
import { sendOnce } from '../../util/send-once.js'
import { openPredictions } from './predictions.js'
import type { Targets } from './target-list.js'

/** Maximum characters of content addresses and metadata in one request. */
const LARGEST_BATCH = 4 * 1024 * 1024
/** Milliseconds: the maximum wait until new assets are visible, and the pause between two requests. */
const LONGEST_WAIT = 60_000
const PAUSE = 1_000

/** Throws if Kili does not create assets of this project synchronously. */
export function checkCreation({ project: { id, inputType } }: KiliProject): void {
  if (SYNCHRONOUS.includes(inputType)) return
  throw new ActionError(
    `create-assets: the project ${id} is of the type ${inputType}, and assets can be created in projects of the types ${SYNCHRONOUS.join(', ')} only. Import the assets in another way, and leave out create-assets. Nothing was sent.`,
  )
}

/** Returns an id like Kili's own: 25 characters that start with a letter. */
export function newAssetId(): string {
  return `c${randomUUID().replaceAll('-', '').slice(0, 24)}`
}

/** Creates the assets of new targets in batches. Calls `created` with the size of each batch. */
export async function createAssets(
  kili: KiliProject,
  file: string,
  targets: Targets,
  signal: AbortSignal,
  created: (count: number) => void,
): Promise<void> {
  const size = { count: BATCH, characters: LARGEST_BATCH }
  for await (const batch of batches(newAssets(file, targets), size, lengthOf)) {
    await createBatch(kili, batch, signal).catch(explain(batch))
    created(batch.length)
  }
}

/** Returns the new assets in the order of the file. */
async function* newAssets(file: string, targets: Targets): AsyncGenerator<NewAsset> {
  let index = 0
  for await (const batch of (await openPredictions(file, { isChecked: true })).batches) {
    for (const { externalId, content = '', metadata = {} } of batch) {
      const target = targets.at(index++)
      if (target.isNew && target.externalId === externalId)
        yield { id: target.assetId, externalId, content, metadata }
    }
  }
}

function lengthOf({ externalId, content, metadata }: NewAsset): number {
  return externalId.length + content.length + JSON.stringify(metadata).length
}

/** Creates a batch. If the outcome is unknown, reads what the server has and sends only the rest again. */
async function createBatch(
  kili: KiliProject,
  batch: readonly NewAsset[],
  signal: AbortSignal,
): Promise<void> {
  const ids = batch.map(({ id }) => id)
  let missing = batch
  await sendOnce({
    what: `creation of ${batch.length} assets`,
    signal,
    transient: isTransient,
    mayHaveArrived: isOutcomeUnknown,
    send: async () => {
      await kili.createAssets(missing)
      return true
    },
    findSent: async () => {
      const existing = await kili.existingAssets(ids)
      missing = batch.filter(({ id }) => !existing.has(id))
      return missing.length === 0 || undefined
    },
  })
  await untilVisible(kili, ids, signal)
}

/** Waits until Kili shows the new assets, because it accepts labels only then. */
async function untilVisible(kili: KiliProject, ids: readonly string[], signal: AbortSignal): Promise<void> {
  const read = async () => {
    const { size } = await kili.existingAssets(ids)
    if (size === ids.length) return true
    log.info(`Kili shows ${size} of ${ids.length} new assets; waiting for the others`)
    return undefined
  }
  if (await pollUntil({ read, pause: PAUSE, timeout: LONGEST_WAIT, signal })) return
  throw new ActionError(
    `Kili accepted ${ids.length} assets, and after ${LONGEST_WAIT / 1000} s does not show all of them. Look at them in the project, and try again: what exists is not created twice.`,
  )
}

/** Adds to the error of a failed batch which assets it contains. */
function explain(batch: readonly NewAsset[]) {
  return (cause: unknown): never => {
    if (!(isTransient(cause) || isOutcomeUnknown(cause) || cause instanceof ActionError)) throw cause
    const range = `${JSON.stringify(batch[0]?.externalId)} to ${JSON.stringify(batch.at(-1)?.externalId)}`
    const state = isOutcomeUnknown(cause) ? 'may or may not have been created' : 'were not created'
    throw new ActionError(
      `A batch of ${batch.length} assets (${range}) ${state}: ${cause instanceof Error ? cause.message : cause}\nTry again: what exists is not created twice.`,
      { cause },
    )
  }
}
