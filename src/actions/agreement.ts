import { assess } from '../agreement/assess.js'
import type { Assessment } from '../agreement/assessment.js'
import { loadInputs } from '../agreement/inputs.js'
import { agreementOutputs } from '../agreement/outputs.js'
import { readEvent } from '../lib/event.js'
import * as log from '../lib/log.js'
import type { Action } from '../lib/shell.js'
import { agreementSummary } from '../report/agreement-summary.js'
import { failedGates, reportGates } from '../results/gate.js'

/** Pushes a model's predictions to Kili, reads how far people agree with them, and gates on it. */
export const agreement: Action<Assessment> = {
  begin: () => ({ gates: [], gateMode: 'fail' }),
  run: async (assessment, shell) => {
    const inputs = loadInputs(readEvent())
    const { mode, modelName, gate } = inputs
    Object.assign(assessment, { mode, modelName, gateMode: gate })
    log.info(`${mode.dryRun ? 'Dry run' : 'Pushing predictions'}: ${mode.reason}`)
    await assess(inputs, shell, assessment)
    reportGates(assessment.gates, gate)
  },
  outputs: agreementOutputs,
  summary: agreementSummary,
  failedGate: ({ gates, gateMode }) => failedGates(gates, gateMode),
}
