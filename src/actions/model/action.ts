import { readEvent } from '../../runtime/event.js'
import * as log from '../../runtime/log.js'
import type { Action } from '../../runtime/run-action.js'
import { loadInputs } from './inputs.js'
import { explainMismatch } from './mismatch.js'
import { modelOutputs } from './outputs.js'
import { planModel, registerModel } from './register.js'
import type { ModelResult } from './result.js'
import { modelSummary } from './summary.js'

/** Registers the model under test: loads or creates it, and checks that its metadata has not changed. */
export const model: Action<ModelResult> = {
  begin: () => ({ gating: false, looked: false, created: false, differences: [], missingTags: [] }),
  run: async (registration, context) => {
    const inputs = loadInputs(readEvent())
    const { mode, model: wanted, onMismatch } = inputs
    Object.assign(registration, { mode, wanted, gating: onMismatch === 'fail' && !mode.dryRun })
    log.info(`${mode.dryRun ? 'Dry run' : 'Registering'}: ${mode.reason}`)
    await (mode.dryRun ? planModel : registerModel)(inputs, context, registration)
    warn(registration)
  },
  outputs: modelOutputs,
  summary: modelSummary,
  failedGate: (registration) => (registration.gating ? explainMismatch(registration) : undefined),
}

function warn(registration: ModelResult): void {
  const mismatch = registration.gating ? undefined : explainMismatch(registration)
  if (mismatch !== undefined) log.warning(mismatch, 'Different model with this name')
  const { missingTags } = registration
  if (missingTags.length > 0)
    log.warning(
      `The registered model does not have ${missingTags.length === 1 ? 'the tag' : 'the tags'} ${missingTags.join(', ')}, and the platform's API cannot add tags. Add them on the platform's Models page.`,
      'Tags',
    )
}
