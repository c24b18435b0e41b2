import type { Nucleus } from '../../platforms/nucleus/client.js'
import * as log from '../../runtime/log.js'
import type { ActionContext } from '../../runtime/run-action.js'
import { createMissing } from './creation.js'
import { awaitEvaluation, sameFigure, uploadResults } from './evaluation.js'
import { isContradicted, metricGate } from './gates.js'
import type { ScenarioTestInputs } from './inputs.js'
import type { ScenarioTestResult } from './result.js'
import type { Results } from './results.js'
import { findFunction, findTarget, findTest, setCriterion, type Target } from './target.js'

/** Brings the results to the scenario test, which is created when it is missing, and has them judged there. */
export async function runScenarioTest(
  nucleus: Nucleus,
  inputs: ScenarioTestInputs,
  results: Results,
  { signal, runLog }: ActionContext,
  run: ScenarioTestResult,
): Promise<void> {
  const known = await runLog.phase('Look up the scenario test', () => findTarget(nucleus, inputs))
  const target = await runLog.phase('Prepare the scenario test', async () => {
    const ids = await createTarget(nucleus, inputs, known, { signal, runLog }, run)
    run.criterion = await setCriterion(nucleus, inputs, ids, runLog)
    return { ...ids, modelId: inputs.modelId, sliceId: inputs.sliceId }
  })
  const upload = await runLog.phase('Upload', () =>
    uploadResults(nucleus, target, results, run.overallMetric ?? 0, signal),
  )
  run.uploaded = results.size
  runLog.done.push(`${results.size} results were uploaded.`)
  run.evaluation = await runLog.phase('Wait for the evaluation', () =>
    awaitEvaluation(upload, inputs.timeout, signal),
  )
  warnOfContradictions(run)
}

async function createTarget(
  nucleus: Nucleus,
  inputs: ScenarioTestInputs,
  known: Target,
  context: Pick<ActionContext, 'signal' | 'runLog'>,
  run: ScenarioTestResult,
): Promise<{ functionId: string; testId: string }> {
  const { functionName, testName, sliceId } = inputs
  run.evaluationFunction = await createMissing({
    what: `the evaluation function "${functionName}"`,
    existing: known.functionId,
    find: () => findFunction(nucleus, functionName),
    create: async () => (await nucleus.createExternalFunction(functionName)).id,
    ...context,
  })
  const { id: functionId } = run.evaluationFunction
  run.scenarioTest = await createMissing({
    what: `the scenario test "${testName}"`,
    existing: known.testId,
    find: () => findTest(nucleus, inputs),
    create: () => nucleus.createScenarioTest(testName, sliceId, functionId),
    ...context,
  })
  return { functionId, testId: run.scenarioTest.id }
}

/** Looks up what the run would find and create, and judges as far as that goes. Changes nothing. */
export async function planScenarioTest(
  nucleus: Nucleus | undefined,
  inputs: ScenarioTestInputs,
  run: ScenarioTestResult,
): Promise<void> {
  const known = nucleus && (await findTarget(nucleus, inputs))
  if (known?.functionId) run.evaluationFunction = { id: known.functionId, created: false }
  if (known?.testId) run.scenarioTest = { id: known.testId, created: false }
  run.criterion = {
    threshold: inputs.threshold ?? known?.baselineScore ?? known?.criterion?.threshold,
    comparison: known?.criterion?.comparison ?? 'greater_than_equal_to',
  }
}

function warnOfContradictions(run: ScenarioTestResult): void {
  const { evaluation, overallMetric = 0 } = run
  if (evaluation?.result !== undefined && !sameFigure(evaluation.result, overallMetric))
    log.warning(
      `The platform gives ${evaluation.result} as the result of the evaluation ${evaluation.id}, and the uploaded results give ${overallMetric}. The platform's figure counts.`,
      'Two figures',
    )
  if (isContradicted(metricGate(run), evaluation?.pass))
    log.warning(
      `The platform says that the evaluation ${evaluation?.id} ${evaluation?.pass ? 'passed' : 'did not pass'}, which its figure and threshold do not give. The gate takes it as failed.`,
      'Two verdicts',
    )
}
