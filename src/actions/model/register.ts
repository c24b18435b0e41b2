import { type KolenaSession, logIn } from '../../platforms/kolena/client.js'
import { modelLink } from '../../platforms/kolena/links.js'
import type { NewModel } from '../../platforms/kolena/models.js'
import type { Model } from '../../platforms/kolena/schemas.js'
import { readDuringDryRun } from '../../runtime/dry-run.js'
import * as log from '../../runtime/log.js'
import type { ActionContext } from '../../runtime/run-action.js'
import { compareMetadata } from './ci-metadata.js'
import type { ModelInputs } from './inputs.js'
import { findModel, findOrCreateModel, type ModelResult } from './result.js'

/** Loads or creates the model, and returns what is there and how it differs. */
export async function registerModel(
  { platform, model: wanted }: ModelInputs,
  { signal, runLog }: ActionContext,
): Promise<Partial<ModelResult>> {
  const { apiUrl, apiToken = '' } = platform
  const session = await runLog.phase('Log in at the platform', () => logIn(apiUrl, apiToken, signal))
  const { model, created } = await runLog.phase('Load or create the model', () =>
    findOrCreateModel(session, wanted, signal),
  )
  const id = `${model.name} of "${model.workflow}" (id ${model.id})`
  log.info(created ? `Created the model ${id}` : `Found the model ${id}`)
  return { ...compare(wanted, model, session), created }
}

/** Looks up the model for a dry run, if there is a token. */
export async function planModel(
  { platform, model: wanted }: ModelInputs,
  { signal, runLog }: ActionContext,
): Promise<Partial<ModelResult>> {
  const { apiUrl, apiToken } = platform
  if (apiToken === undefined) {
    log.info('Without api-token, the dry run does not check whether the model exists')
    return {}
  }
  const found = await readDuringDryRun(
    'The model could not be compared with the platform.',
    signal,
    async () => {
      const session = await runLog.phase('Log in at the platform', () => logIn(apiUrl, apiToken, signal))
      const model = await runLog.phase('Load the model', () => findModel(session, wanted))
      log.info(
        model ? `Found the model ${model.name} (id ${model.id})` : `There is no model ${wanted.name} yet`,
      )
      return compare(wanted, model, session)
    },
  )
  return found ?? {}
}

function compare(
  { metadata, tags }: NewModel,
  model: Model | undefined,
  { tenant }: KolenaSession,
): Partial<ModelResult> {
  if (!model) return { looked: true }
  return {
    looked: true,
    model,
    url: modelLink(tenant, model.id),
    differences: compareMetadata(model.metadata, metadata),
    missingTags: (tags ?? []).filter((tag) => !model.tags.includes(tag)),
  }
}
