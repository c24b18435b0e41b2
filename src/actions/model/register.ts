import { type KolenaSession, logIn } from '../../platforms/kolena/client.js'
import { modelLink } from '../../platforms/kolena/links.js'
import type { Model } from '../../platforms/kolena/schemas.js'
import { describeFailure } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { ActionContext } from '../../runtime/run-action.js'
import { compareMetadata } from './ci-metadata.js'
import type { ModelInputs } from './inputs.js'
import { findModel, findOrCreateModel, type ModelResult } from './result.js'

/** Loads or creates the model, and records what is registered and how it differs. */
export async function registerModel(
  { platform, model: wanted }: ModelInputs,
  { signal, runLog }: ActionContext,
  registration: ModelResult,
): Promise<void> {
  const { apiUrl, apiToken = '' } = platform
  const session = await runLog.phase('Log in at the platform', () => logIn(apiUrl, apiToken, signal))
  const { model, created } = await runLog.phase('Load or create the model', () =>
    findOrCreateModel(session, wanted, signal),
  )
  note(registration, session, model)
  registration.created = created
  const id = `${model.name} of "${model.workflow}" (id ${model.id})`
  log.info(created ? `Created the model ${id}` : `Found the model ${id}`)
}

/** The dry run: looks up the model if there is a token. If that fails, the action only warns. */
export async function planModel(
  { platform, model: wanted }: ModelInputs,
  { signal, runLog }: ActionContext,
  registration: ModelResult,
): Promise<void> {
  const { apiUrl, apiToken } = platform
  if (apiToken === undefined) {
    log.info('Without api-token, the dry run does not check whether the model exists')
    return
  }
  try {
    const session = await runLog.phase('Log in at the platform', () => logIn(apiUrl, apiToken, signal))
    const model = await runLog.phase('Load the model', () => findModel(session, wanted))
    note(registration, session, model)
    log.info(
      model ? `Found the model ${model.name} (id ${model.id})` : `There is no model ${wanted.name} yet`,
    )
  } catch (error) {
    signal.throwIfAborted()
    log.warning(`The model could not be compared with the platform. ${describeFailure(error)}`, 'Dry run')
  }
}

function note(registration: ModelResult, { tenant }: KolenaSession, model: Model | undefined): void {
  registration.looked = true
  const { wanted } = registration
  if (!model || !wanted) return
  Object.assign(registration, {
    model,
    url: modelLink(tenant, model.id),
    differences: compareMetadata(model.metadata, wanted.metadata),
    missingTags: (wanted.tags ?? []).filter((tag) => !model.tags.includes(tag)),
  })
}
