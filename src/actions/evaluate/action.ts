import * as log from '../../runtime/log.js'
import type { Action } from '../../runtime/run-action.js'
import { evaluateModels } from './evaluate.js'
import { fields, loadInputs, variables } from './inputs.js'
import { evaluateOutputs } from './outputs.js'
import type { EvaluateResult } from './result.js'
import { evaluateSummary } from './summary.js'

/** Triggers the evaluation of models on test suites by the registered evaluator. */
export const evaluate: Action<EvaluateResult> = {
  fields,
  variables,
  begin: () => ({ evaluators: [], runs: [], problems: [] }),
  run: async (request, context, record) => {
    const inputs = loadInputs(request)
    const { mode, workflow } = inputs
    record({ mode, workflow })
    log.info(`${mode.dryRun ? 'Dry run' : 'Evaluating'}: ${mode.reason}`)
    await evaluateModels(inputs, context, record)
    if (!mode.dryRun) log.info(triggeredIsNotFinished)
  },
  outputs: evaluateOutputs,
  summary: evaluateSummary,
}

const triggeredIsNotFinished =
  'The platform now computes the metrics. Its API does not report progress, so this run ends here: the results pages show whether an evaluation has finished or failed.'
