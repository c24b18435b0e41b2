import type { Nucleus } from '../../platforms/nucleus/client.js'
import { clip } from '../../runtime/clip.js'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { type Coverage, compareWithItems } from './coverage.js'
import type { ScenarioTestInputs } from './inputs.js'
import type { Results } from './results.js'

/** How many references a message lists. */
const SHOWN = 10

/** Checks that the model and the slice exist and have the right type, and compares the results with the slice's items. */
export async function compareWithSlice(
  nucleus: Nucleus,
  inputs: ScenarioTestInputs,
  results: Results,
): Promise<Coverage> {
  await Promise.all([
    checkModel(nucleus, 'model-id', inputs.modelId),
    inputs.baselineModelId && checkModel(nucleus, 'baseline-model-id', inputs.baselineModelId),
    checkSlice(nucleus, inputs.sliceId),
  ])
  const coverage = await compareWithItems(results, itemsOf(nucleus, inputs.sliceId))
  if (coverage.items === 0)
    throw new ActionError(
      `slice-id: the slice ${inputs.sliceId} has no items. Add items to it, or use another slice.`,
    )
  if (coverage.unknown.length > 0) treatUnknown(inputs, results, coverage)
  if (coverage.missing > 0)
    log.info(
      `${coverage.missing} of the slice's ${coverage.items} items have no result: ${listed(coverage.firstMissing, coverage.missing)}`,
    )
  return coverage
}

async function checkModel(nucleus: Nucleus, input: string, id: string): Promise<void> {
  const model = await nucleus.findModel(id)
  if (model) log.info(`Model ${id}: ${model.name}`)
  else throw notFound(input, 'model', id)
}

async function checkSlice(nucleus: Nucleus, id: string): Promise<void> {
  const slice = await nucleus.findSlice(id)
  if (!slice) throw notFound('slice-id', 'slice', id)
  const { name, type, pending_job_count: pending } = slice
  if (type && type !== 'dataset_item')
    throw new ActionError(
      `slice-id: the slice ${id} ("${name}") is of the type "${type}". Results are uploaded by item, so use a slice of dataset items.`,
    )
  if (pending)
    throw new ActionError(
      `slice-id: the slice ${id} ("${name}") is still being changed by ${pending} jobs, so its items may change. Try again when they are done.`,
    )
  log.info(`Slice ${id}: ${name}`)
}

function notFound(input: string, kind: string, id: string): ActionError {
  return new ActionError(
    `${input}: the key has no access to a ${kind} ${id}. Check the id, and that the key belongs to the ${kind}'s owner.`,
  )
}

async function* itemsOf(nucleus: Nucleus, sliceId: string): AsyncGenerator<readonly string[]> {
  let count = 0
  for await (const refs of nucleus.sliceItems(sliceId)) {
    const hundredThousands = Math.floor(count / 100_000)
    count += refs.length
    if (Math.floor(count / 100_000) > hundredThousands)
      log.info(`Read ${count.toLocaleString('en')} items of the slice`)
    yield refs
  }
}

/** Leaves out results that belong to no item of the slice, or throws. */
function treatUnknown(inputs: ScenarioTestInputs, results: Results, { unknown }: Coverage): void {
  const { sliceId, results: file } = inputs
  const known = results.size - unknown.length
  const which = listed(
    unknown.slice(0, SHOWN).map((position) => {
      const { ref, line } = results.at(position)
      return `${ref} (${results.unit} ${line})`
    }),
    unknown.length,
  )
  if (!inputs.skipUnknownItems || known === 0) {
    const fix =
      known === 0
        ? 'Check slice-id, and that item_ref_id holds reference ids.'
        : 'Remove them, or set unknown-items: skip to ignore them.'
    throw new ActionError(
      `${unknown.length} of the ${results.size} results in ${file} match no item of the slice ${sliceId}: ${which}. Nothing was sent or changed. ${fix}`,
    )
  }
  for (const position of unknown) results.remove(position)
  if (results.overallMetric === undefined)
    throw new ActionError(
      `${file}: the results of items in the slice ${sliceId} all have the weight 0, so there is no overall metric. Give at least one a weight above 0.`,
    )
  log.warning(
    `${unknown.length} results match no item of the slice ${sliceId} and are ignored: ${which}`,
    file,
  )
}

function listed(shown: readonly string[], count: number): string {
  const short = shown.slice(0, SHOWN).map((text) => clip(text, 100))
  return short.join(', ') + (count > short.length ? `, and ${count - short.length} more` : '')
}
