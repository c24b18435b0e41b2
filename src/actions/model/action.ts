import type { NewModel } from '../../platforms/kolena/models.js'
import * as log from '../../runtime/log.js'
import type { Action } from '../../runtime/run-action.js'
import { fields, loadInputs, variables } from './inputs.js'
import { explainMismatch } from './mismatch.js'
import { modelOutputs } from './outputs.js'
import { planModel, registerModel } from './register.js'
import type { ModelResult } from './result.js'
import { modelSummary } from './summary.js'

/** Registers the model under test: loads or creates it, and checks that it has not changed. */
export const model: Action<ModelResult> = {
  fields,
  variables,
  begin: () => ({ gating: false, looked: false, created: false, differences: [], missingTags: [] }),
  run: async (request, context, record) => {
    const inputs = loadInputs(request)
    const { mode, model: wanted, onMismatch } = inputs
    const gating = onMismatch === 'fail' && !mode.dryRun
    record({ mode, wanted, gating })
    log.info(`${mode.dryRun ? 'Dry run' : 'Registering'}: ${mode.reason}`)
    const found = await (mode.dryRun ? planModel : registerModel)(inputs, context)
    record(found)
    if (!gating) warnOfMismatch(wanted, found)
    warnOfTags(found)
  },
  outputs: modelOutputs,
  summary: modelSummary,
  failedGate: ({ gating, wanted, differences }) =>
    gating ? explainMismatch(wanted, differences) : undefined,
}

function warnOfMismatch(wanted: NewModel, { differences = [] }: Partial<ModelResult>): void {
  const mismatch = explainMismatch(wanted, differences)
  if (mismatch !== undefined) log.warning(mismatch, 'Different model with this name')
}

function warnOfTags({ missingTags = [] }: Partial<ModelResult>): void {
  if (missingTags.length > 0)
    log.warning(
      `The registered model does not have ${missingTags.length === 1 ? 'the tag' : 'the tags'} ${missingTags.join(', ')}, and the platform's API cannot add tags. Add them on the platform's Models page.`,
      'Tags',
    )
}
