/** What results are uploaded to: the evaluation function, the scenario test, and what the metric is compared with. */

import type { Nucleus } from '../../platforms/nucleus/client.js'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { RunLog } from '../../runtime/run-log.js'
import type { ScenarioTestInputs } from './inputs.js'
import type { Criterion } from './result.js'

/** What exists and fits together. */
export interface Target {
  functionId: string | undefined
  testId: string | undefined
  /** undefined if there is no scenario test. */
  criterion: Criterion | undefined
  /** The score of the baseline model, if there is one in the inputs. */
  baselineScore: number | undefined
}

/** Looks up the function and the scenario test before anything is created. Throws if they cannot be used. */
export async function findTarget(nucleus: Nucleus, inputs: ScenarioTestInputs): Promise<Target> {
  const { functionName, baselineModelId } = inputs
  const [functionId, testId] = await Promise.all([
    findFunction(nucleus, functionName),
    findTest(nucleus, inputs),
  ])
  const criterion =
    testId === undefined ? undefined : await readCriterion(nucleus, inputs, testId, functionId)
  const baselineScore =
    baselineModelId === undefined
      ? undefined
      : await findBaselineScore(nucleus, baselineModelId, { testId, functionId })
  return { functionId, testId, criterion, baselineScore }
}

/** Returns the id of the external evaluation function with this name, or undefined if there is none. */
export async function findFunction(nucleus: Nucleus, name: string): Promise<string | undefined> {
  const named = (await nucleus.evaluationFunctions()).filter((known) => known.name === name)
  const [first, second] = named.filter((known) => known.is_external_function)
  if (first && second)
    throw new ActionError(
      `evaluation-function: there are several external evaluation functions "${name}" (${first.id}, ${second.id}). Remove all but one, or use another name.`,
    )
  if (!first && named[0])
    throw new ActionError(
      `evaluation-function: "${name}" (${named[0].id}) is run by the platform itself and takes no results. Name another one.`,
    )
  return first?.id
}

/** Returns the id of the scenario test with this name, or undefined if there is none. Throws if it has another slice. */
export async function findTest(nucleus: Nucleus, inputs: ScenarioTestInputs): Promise<string | undefined> {
  const { testName, sliceId } = inputs
  const [test, second] = (await nucleus.scenarioTests()).filter(({ name }) => name === testName)
  if (test && second)
    throw new ActionError(
      `scenario-test: there are several scenario tests "${testName}" (${test.id}, ${second.id}). Remove all but one, or use another name.`,
    )
  if (test && test.slice_id !== sliceId)
    throw new ActionError(
      `scenario-test: "${testName}" (${test.id}) is on the slice ${test.slice_id}, and slice-id is ${sliceId}. Set slice-id to that one, or name another scenario test.`,
    )
  return test?.id
}

/** Returns what a scenario test compares the function's metric with. Throws if the test lacks the function. */
export async function readCriterion(
  nucleus: Nucleus,
  { testName, functionName }: ScenarioTestInputs,
  testId: string,
  functionId: string | undefined,
): Promise<Criterion> {
  const criteria = await nucleus.criteria(testId)
  const ours = criteria.find(({ eval_function_id: id }) => id === functionId)
  if (!ours)
    throw new ActionError(
      `scenario-test: "${testName}" (${testId}) does not use the evaluation function "${functionName}"; it uses ${criteria.map(({ eval_function_id: id }) => id).join(', ') || 'none'}. Name another scenario test, and it is created.`,
    )
  return {
    threshold: ours.threshold ?? undefined,
    comparison: ours.threshold_comparison ?? 'greater_than_equal_to',
  }
}

/** Sets the threshold, or the baseline that determines it, if it differs. Returns what then applies. */
export async function setCriterion(
  nucleus: Nucleus,
  inputs: ScenarioTestInputs,
  { testId, functionId }: { testId: string; functionId: string },
  runLog: RunLog,
): Promise<Criterion> {
  const { threshold, baselineModelId } = inputs
  const now = await readCriterion(nucleus, inputs, testId, functionId)
  if (baselineModelId !== undefined) {
    await nucleus.setBaseline(testId, baselineModelId)
    log.info(`The baseline of ${testId} is the model ${baselineModelId}`)
  } else if (threshold === undefined || threshold === now.threshold) return now
  else {
    await nucleus.setThreshold(testId, functionId, threshold)
    const before = now.threshold === undefined ? '' : `, before it was ${now.threshold}`
    runLog.done.push(`The threshold was set to ${threshold}${before}.`)
  }
  return await readCriterion(nucleus, inputs, testId, functionId)
}

/** Returns the latest score of the baseline model. Throws if it was never evaluated on the scenario test. */
async function findBaselineScore(
  nucleus: Nucleus,
  modelId: string,
  { testId, functionId }: { testId: string | undefined; functionId: string | undefined },
): Promise<number | undefined> {
  const evaluations = testId === undefined ? [] : await nucleus.evaluations(testId)
  const own = evaluations.findLast(
    ({ model_id, eval_function_id, status }) =>
      model_id === modelId && eval_function_id === functionId && status === 'completed',
  )
  if (own) return own.result
  throw new ActionError(
    `baseline-model-id: the model ${modelId} was never evaluated on the scenario test, so it has no score to compare with. Run this action for it first, with it as model-id.`,
  )
}
