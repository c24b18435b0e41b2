import { failedGates, reportGates } from '../../data/gate.js'
import { readEvent } from '../../runtime/event.js'
import * as log from '../../runtime/log.js'
import type { Action } from '../../runtime/run-action.js'
import { assess } from './assess.js'
import { loadInputs } from './inputs.js'
import { agreementOutputs } from './outputs.js'
import type { AgreementResult } from './result.js'
import { agreementSummary } from './summary.js'

/** Pushes a model's predictions to Kili, reads how far people agree with them, and gates on it. */
export const agreement: Action<AgreementResult> = {
  begin: () => ({ gates: [], gateMode: 'fail' }),
  run: async (assessment, context) => {
    const inputs = loadInputs(readEvent())
    const { mode, modelName, gate } = inputs
    Object.assign(assessment, { mode, modelName, gateMode: gate })
    log.info(`${mode.dryRun ? 'Dry run' : 'Pushing predictions'}: ${mode.reason}`)
    await assess(inputs, context, assessment)
    reportGates(assessment.gates, gate)
  },
  outputs: agreementOutputs,
  summary: agreementSummary,
  failedGate: ({ gates, gateMode }) => failedGates(gates, gateMode),
}
