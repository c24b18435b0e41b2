import { type Difference, differencesOf } from '../../data/differences.js'
import type { KolenaSession } from '../../platforms/kolena/client.js'
import type { NewModel } from '../../platforms/kolena/models.js'
import type { Model } from '../../platforms/kolena/schemas.js'
import { ActionError } from '../../runtime/errors.js'
import type { Mode } from '../../runtime/mode.js'
import { sendOnce } from '../../util/send-once.js'

/** What is known at the end of a run, successful or not. Outputs and summary use nothing else. */
export interface ModelResult {
  mode?: Mode
  wanted?: NewModel
  /** Whether a difference fails the step: with `on-mismatch: fail`, and not in a dry run. */
  gating: boolean
  /** The model on the platform, loaded or created; undefined if there is none, or if it was not checked. */
  model?: Model
  /** Whether the platform was asked; a dry run without a token cannot. */
  looked: boolean
  created: boolean
  url?: string
  /** How the model on the platform differs from the wanted one. */
  differences: Difference[]
  /** Wanted tags that the model on the platform does not have. */
  missingTags: string[]
}

/** Loads the model. A model of another workflow is an error, because the name is taken. */
export async function findModel(
  session: KolenaSession,
  { name, workflow }: NewModel,
): Promise<Model | undefined> {
  const model = await session.findModel(name)
  if (!model || model.workflow === workflow) return model
  throw new ActionError(
    `name "${name}": the platform has a model with this name in the workflow "${model.workflow}", not in "${workflow}". Model names are unique in the organization: use another name, or correct workflow.`,
  )
}

/**
 * Loads the model, or creates it. If the outcome of a creation is unknown, a model with exactly our metadata, which names
 * the run, is the one that our request created.
 */
export async function findOrCreateModel(
  session: KolenaSession,
  wanted: NewModel,
  signal: AbortSignal,
): Promise<{ model: Model; created: boolean }> {
  const find = async () => {
    const model = await findModel(session, wanted)
    return model && { model, created: false }
  }
  // Someone else may have created it since it was looked up.
  const result = (await find()) ?? (await create(session, wanted, signal)) ?? (await find())
  if (result) return result
  throw new ActionError(
    `The model "${wanted.name}" cannot be created, because its name is taken, and cannot be loaded either. Look at it on the platform, or use another name.`,
  )
}

/** Creates the model; undefined when its name is taken. */
async function create(session: KolenaSession, wanted: NewModel, signal: AbortSignal) {
  return await sendOnce({
    what: `creation of the model ${wanted.name}`,
    signal,
    send: async () => {
      const model = await session.createModel(wanted)
      return model && { model, created: true }
    },
    findSent: async () => {
      const model = await findModel(session, wanted)
      return model && { model, created: differencesOf(model.metadata, wanted.metadata).length === 0 }
    },
    explain: (cause, mayHaveArrived) => {
      const state = mayHaveArrived ? 'is not known to be created' : 'was not created'
      return new ActionError(`The model "${wanted.name}" ${state}: ${cause.message}`, { cause })
    },
  })
}
