import { failedGates, reportGates } from '../../data/gate.js'
import { openNucleus } from '../../platforms/nucleus/client.js'
import * as log from '../../runtime/log.js'
import type { Action, Shell } from '../../runtime/run-action.js'
import { gatesOf } from './gates.js'
import { loadInputs } from './inputs.js'
import { scenarioTestOutputs } from './outputs.js'
import { compareWithSlice } from './preflight.js'
import type { ScenarioTestRun } from './result.js'
import { readResults } from './results-file.js'
import { rehearseScenarioTest, runScenarioTest } from './scenario-test.js'
import { scenarioTestSummary } from './summary.js'

/** Uploads the results of an external evaluation function to a scenario test, and gates on what comes of them. */
export const scenarioTest: Action<ScenarioTestRun> = {
  begin: () => ({}),
  run: async (run, shell) => {
    const inputs = loadInputs()
    run.inputs = inputs
    await evaluateResults(inputs, run, shell)
    reportGates(gatesOf(run), inputs.gate)
  },
  outputs: scenarioTestOutputs,
  summary: scenarioTestSummary,
  failedGate: (run) => failedGates(gatesOf(run), run.inputs?.gate ?? 'fail'),
}

async function evaluateResults(
  inputs: NonNullable<ScenarioTestRun['inputs']>,
  run: ScenarioTestRun,
  shell: Shell,
) {
  const { signal, journal } = shell
  const results = await journal.phase('Read the results', () => readResults(inputs.results, inputs))
  const nucleus = inputs.key && openNucleus(inputs.apiUrl, inputs.key, signal)
  if (nucleus) {
    run.coverage = await journal.phase('Compare with the slice', () =>
      compareWithSlice(nucleus, inputs, results),
    )
  }
  Object.assign(run, { count: results.size, overallMetric: results.overallMetric })
  log.info(`${results.size} results, overall metric ${run.overallMetric}`)
  if (inputs.dryRun) return await rehearseScenarioTest(nucleus, inputs, run)
  if (failedGates(gatesOf(run), inputs.gate)) return log.info('Nothing is uploaded: the coverage is too low')
  if (nucleus) await runScenarioTest(nucleus, inputs, results, shell, run)
}
