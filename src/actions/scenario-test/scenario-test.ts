import type { Nucleus } from '../../platforms/nucleus/client.js'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { ActionContext, Recorder } from '../../runtime/run-action.js'
import { createMissing } from './creation.js'
import { awaitEvaluation, sameFigure, uploadResults } from './evaluation.js'
import { isContradicted, metricGate } from './gates.js'
import type { ScenarioTestInputs } from './inputs.js'
import type { Criterion, ScenarioTestResult } from './result.js'
import type { Results } from './results.js'
import { findFunction, findTarget, findTest, setCriterion, type Target } from './target.js'

/** Uploads the results to the scenario test, which is created if it does not exist, and waits for its verdict. */
export async function runScenarioTest(
  nucleus: Nucleus,
  inputs: ScenarioTestInputs,
  results: Results,
  context: ActionContext,
  record: Recorder<ScenarioTestResult>,
): Promise<Pick<ScenarioTestResult, 'criterion' | 'evaluation'>> {
  const { signal, runLog } = context
  const { size: count, overallMetric } = results
  const known = await runLog.phase('Look up the scenario test', () => findTarget(nucleus, inputs))
  const { criterion, ...target } = await runLog.phase('Prepare the scenario test', async () => {
    const ids = await createTarget(nucleus, inputs, known, context, record)
    const criterion = holding(inputs, await setCriterion(nucleus, inputs, ids, runLog), known)
    record({ criterion })
    return { ...ids, modelId: inputs.modelId, sliceId: inputs.sliceId, criterion }
  })
  const upload = await runLog.phase('Upload', () =>
    uploadResults(nucleus, target, results, overallMetric ?? 0, signal),
  )
  record({ uploaded: count })
  runLog.done.push(`${count} results were uploaded.`)
  const evaluation = await runLog.phase('Wait for the evaluation', () =>
    awaitEvaluation(upload, inputs.timeout, signal),
  )
  record({ evaluation })
  warnOfContradictions({ inputs, count, overallMetric, criterion, evaluation })
  return { criterion, evaluation }
}

/**
 * Returns the threshold that decides: the one of the inputs, whatever the platform answers; otherwise the platform's;
 * otherwise the baseline's score. Throws if the inputs ask for one and there is none, because a gate without one passes.
 */
function holding(
  { threshold, baselineModelId }: ScenarioTestInputs,
  criterion: Criterion,
  { baselineScore }: Target,
): Criterion {
  if (threshold !== undefined && criterion.threshold !== threshold)
    log.warning(
      `The platform reports the threshold ${criterion.threshold ?? 'not set'}, but the input threshold is ${threshold}. The input is used.`,
      'threshold',
    )
  const holds = threshold ?? criterion.threshold ?? baselineScore
  if (baselineModelId !== undefined && holds === undefined)
    throw new ActionError(
      `baseline-model-id: neither the scenario test nor the model ${baselineModelId} has a score to compare with. Run this action for that model again, or set threshold.`,
    )
  return { ...criterion, threshold: holds }
}

async function createTarget(
  nucleus: Nucleus,
  inputs: ScenarioTestInputs,
  known: Target,
  { signal, runLog }: ActionContext,
  record: Recorder<ScenarioTestResult>,
): Promise<{ functionId: string; testId: string }> {
  const { functionName, testName, sliceId } = inputs
  const evaluationFunction = await createMissing({
    what: `the evaluation function "${functionName}"`,
    existing: known.functionId,
    find: () => findFunction(nucleus, functionName),
    create: async () => (await nucleus.createExternalFunction(functionName)).id,
    signal,
    runLog,
  })
  record({ evaluationFunction })
  const { id: functionId } = evaluationFunction
  const scenarioTest = await createMissing({
    what: `the scenario test "${testName}"`,
    existing: known.testId,
    find: () => findTest(nucleus, inputs),
    create: () => nucleus.createScenarioTest(testName, sliceId, functionId),
    signal,
    runLog,
  })
  record({ scenarioTest })
  return { functionId, testId: scenarioTest.id }
}

/** Looks up what the run would find and create, and judges what it can. Changes nothing. */
export async function planScenarioTest(
  nucleus: Nucleus | undefined,
  inputs: ScenarioTestInputs,
): Promise<Pick<ScenarioTestResult, 'evaluationFunction' | 'scenarioTest' | 'criterion'>> {
  const known = nucleus && (await findTarget(nucleus, inputs))
  return {
    ...(known?.functionId && { evaluationFunction: { id: known.functionId, created: false } }),
    ...(known?.testId && { scenarioTest: { id: known.testId, created: false } }),
    criterion: {
      threshold: inputs.threshold ?? known?.baselineScore ?? known?.criterion?.threshold,
      comparison: known?.criterion?.comparison ?? 'greater_than_equal_to',
    },
  }
}

function warnOfContradictions(run: ScenarioTestResult): void {
  const { evaluation, overallMetric = 0 } = run
  if (evaluation?.result !== undefined && !sameFigure(evaluation.result, overallMetric))
    log.warning(
      `The platform reports ${evaluation.result} as the result of the evaluation ${evaluation.id}, but the uploaded results have ${overallMetric}. The platform's result is used.`,
      'Two figures',
    )
  if (isContradicted(metricGate(run), evaluation?.pass))
    log.warning(
      `The platform says that the evaluation ${evaluation?.id} ${evaluation?.pass ? 'passed' : 'did not pass'}, which contradicts its result and threshold. The gate counts it as failed.`,
      'Two verdicts',
    )
}
