import { failedGates, reportGates } from '../../data/gate.js'
import { postComment } from '../../platforms/github/report-comment.js'
import { openNucleus } from '../../platforms/nucleus/client.js'
import * as log from '../../runtime/log.js'
import type { Action, ActionContext, Recorder } from '../../runtime/run-action.js'
import { fields, variables } from './fields.js'
import { gatesOf } from './gates.js'
import { loadInputs, type ScenarioTestInputs } from './inputs.js'
import { scenarioTestOutputs } from './outputs.js'
import { compareWithSlice } from './preflight.js'
import type { ScenarioTestResult } from './result.js'
import { readResults } from './results-file.js'
import { planScenarioTest, runScenarioTest } from './scenario-test.js'
import { scenarioTestComment, scenarioTestSummary } from './summary.js'

/** Uploads the results of an external evaluation function to a scenario test, and gates on the overall metric. */
export const scenarioTest: Action<ScenarioTestResult> = {
  fields,
  variables,
  begin: () => ({}),
  run: async (request, context, record) => {
    const inputs = loadInputs(request)
    log.info(`${inputs.dryRun ? 'Dry run' : 'Uploading'}: ${inputs.reason}`)
    record({ inputs })
    const gates = gatesOf(await evaluateResults(inputs, context, record))
    reportGates(gates, inputs.gate)
  },
  outputs: scenarioTestOutputs,
  summary: scenarioTestSummary,
  announce: async (run, { runLog, signal }, error) => {
    const { comment } = run.inputs ?? {}
    return comment && (await postComment(comment, scenarioTestComment(run, comment, runLog, error), signal))
  },
  failedGate: (run) => failedGates(gatesOf(run), run.inputs?.gate ?? 'fail'),
}

async function evaluateResults(
  inputs: ScenarioTestInputs,
  context: ActionContext,
  record: Recorder<ScenarioTestResult>,
): Promise<ScenarioTestResult> {
  const { signal, runLog } = context
  const results = await runLog.phase('Read the results', () => readResults(inputs.results, inputs))
  const nucleus = inputs.key && openNucleus(inputs.apiUrl, inputs.key, signal)
  const coverage =
    nucleus &&
    (await runLog.phase('Compare with the slice', () => compareWithSlice(nucleus, inputs, results)))
  const read = {
    inputs,
    count: results.size,
    overallMetric: results.overallMetric,
    ...(coverage && { coverage }),
  }
  record(read)
  log.info(`${results.size} results, overall metric ${results.overallMetric}`)
  if (inputs.dryRun) {
    const planned = await planScenarioTest(nucleus, inputs)
    record(planned)
    return { ...read, ...planned }
  }
  if (failedGates(gatesOf(read), inputs.gate)) log.info('Nothing is uploaded: the coverage is too low')
  else if (nucleus) return { ...read, ...(await runScenarioTest(nucleus, inputs, results, context, record)) }
  return read
}
