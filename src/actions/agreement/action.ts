import { failedGates, reportGates } from '../../data/gate.js'
import { postComment } from '../../platforms/github/report-comment.js'
import * as log from '../../runtime/log.js'
import type { Action } from '../../runtime/run-action.js'
import { assess } from './assess.js'
import { fields, variables } from './fields.js'
import { loadInputs } from './inputs.js'
import { agreementOutputs } from './outputs.js'
import type { AgreementResult } from './result.js'
import { agreementComment, agreementSummary } from './summary.js'

/** Pushes a model's predictions to Kili, reads how much people agree with them, and gates on it. */
export const agreement: Action<AgreementResult> = {
  fields,
  variables,
  begin: () => ({ gates: [], gateMode: 'fail' }),
  run: async (request, context, record) => {
    const inputs = loadInputs(request)
    const { mode, modelName, gate, comment } = inputs
    record({ mode, modelName, gateMode: gate, comment })
    log.info(`${mode.dryRun ? 'Dry run' : 'Pushing predictions'}: ${mode.reason}`)
    const gates = await assess(inputs, context, record)
    record({ gates })
    reportGates(gates, gate)
  },
  outputs: agreementOutputs,
  summary: agreementSummary,
  announce: async (assessment, { runLog, signal }, error) => {
    const { comment } = assessment
    return (
      comment && (await postComment(comment, agreementComment(assessment, comment, runLog, error), signal))
    )
  },
  failedGate: ({ gates, gateMode }) => failedGates(gates, gateMode),
}
