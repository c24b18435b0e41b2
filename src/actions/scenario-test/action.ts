import { failedGates, reportGates } from '../../data/gate.js'
import { openNucleus } from '../../platforms/nucleus/client.js'
import * as log from '../../runtime/log.js'
import type { Action, ActionContext } from '../../runtime/run-action.js'
import { gatesOf } from './gates.js'
import { loadInputs } from './inputs.js'
import { scenarioTestOutputs } from './outputs.js'
import { compareWithSlice } from './preflight.js'
import type { ScenarioTestResult } from './result.js'
import { readResults } from './results-file.js'
import { planScenarioTest, runScenarioTest } from './scenario-test.js'
import { scenarioTestSummary } from './summary.js'

/** Uploads the results of an external evaluation function to a scenario test, and gates on what comes of them. */
export const scenarioTest: Action<ScenarioTestResult> = {
  begin: () => ({}),
  run: async (run, context) => {
    const inputs = loadInputs()
    run.inputs = inputs
    await evaluateResults(inputs, run, context)
    reportGates(gatesOf(run), inputs.gate)
  },
  outputs: scenarioTestOutputs,
  summary: scenarioTestSummary,
  failedGate: (run) => failedGates(gatesOf(run), run.inputs?.gate ?? 'fail'),
}

async function evaluateResults(
  inputs: NonNullable<ScenarioTestResult['inputs']>,
  run: ScenarioTestResult,
  context: ActionContext,
) {
  const { signal, runLog } = context
  const results = await runLog.phase('Read the results', () => readResults(inputs.results, inputs))
  const nucleus = inputs.key && openNucleus(inputs.apiUrl, inputs.key, signal)
  if (nucleus) {
    run.coverage = await runLog.phase('Compare with the slice', () =>
      compareWithSlice(nucleus, inputs, results),
    )
  }
  Object.assign(run, { count: results.size, overallMetric: results.overallMetric })
  log.info(`${results.size} results, overall metric ${run.overallMetric}`)
  if (inputs.dryRun) return await planScenarioTest(nucleus, inputs, run)
  if (failedGates(gatesOf(run), inputs.gate)) return log.info('Nothing is uploaded: the coverage is too low')
  if (nucleus) await runScenarioTest(nucleus, inputs, results, context, run)
}
