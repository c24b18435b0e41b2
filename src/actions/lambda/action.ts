import { failedGates, reportGates } from '../../data/gate.js'
import { checkLambdaImage } from '../../platforms/aws/ecr-manifest.js'
import { callerIdentity } from '../../platforms/aws/identity.js'
import { describeFailure } from '../../runtime/errors.js'
import { readEvent } from '../../runtime/event.js'
import * as log from '../../runtime/log.js'
import { decideMode } from '../../runtime/mode.js'
import type { Action, ActionContext } from '../../runtime/run-action.js'
import { checkArchitecture, checkPackage, deployImage, publishVersion, runsImage } from './deploy.js'
import { evaluate } from './evaluate.js'
import { type LambdaFunction, openFunction } from './function.js'
import { type LambdaInputs, loadInputs } from './inputs.js'
import { type LambdaResult, lambdaOutputs, metricGates } from './result.js'
import { openResultFiles } from './result-file.js'
import { lambdaSummary } from './summary.js'

/** Puts an image on a Lambda evaluator, runs it on test data, and judges the confusion matrix that it writes. */
export const lambda: Action<LambdaResult> = {
  begin: () => ({ gates: [] }),
  run: async (result, context) => {
    const inputs = loadInputs()
    const { dryRun, reason } = decideMode(inputs.dryRun, readEvent())
    Object.assign(result, { inputs, dryRun, reason })
    log.info(`${dryRun ? 'Dry run' : 'Evaluating on Lambda'}: ${reason}`)
    if (dryRun) await rehearse(inputs, context, result)
    else await deployAndEvaluate(inputs, context, result)
  },
  outputs: lambdaOutputs,
  summary: lambdaSummary,
  failedGate: ({ gates, inputs }) => failedGates(gates, inputs?.gate ?? 'fail'),
}

async function deployAndEvaluate(
  inputs: LambdaInputs,
  context: ActionContext,
  result: LambdaResult,
): Promise<void> {
  const target = await open(inputs, context, result)
  await deploy(target, inputs, context, result)
  if (inputs.evaluation) await runEvaluation(target, inputs, context, result)
}

/** Sees whose credentials there are, that the image can be used, and what the function runs: nothing is changed. */
async function open(
  inputs: LambdaInputs,
  { signal, runLog }: ActionContext,
  result: LambdaResult,
): Promise<LambdaFunction> {
  const { aws, image, functionName } = inputs
  const { arn } = await runLog.phase('Log in', () => callerIdentity(aws, signal))
  log.info(`AWS: ${arn}`)
  const architecture =
    image && (await runLog.phase('Check the image', () => checkLambdaImage(image, aws, signal)))
  const target = await openFunction(functionName, aws, signal)
  const state = await runLog.phase('Read the function', () => target.read())
  if (image) {
    checkPackage(state, functionName)
    checkArchitecture(state, image, architecture)
  }
  result.previousImage = state.ResolvedImageUri || state.ImageUri
  result.updated = image !== undefined && !runsImage(state, image)
  if (image && !result.updated) log.info(`${functionName} runs ${image.uri} already`)
  return target
}

async function deploy(
  target: LambdaFunction,
  { image, publishVersion: wanted }: LambdaInputs,
  { signal, runLog }: ActionContext,
  result: LambdaResult,
): Promise<void> {
  if (image && result.updated) {
    await runLog.phase('Update the function', () => deployImage(target, image, signal))
    runLog.done.push(`${target.name} was updated to ${image.uri}.`)
  }
  result.version = '$LATEST'
  if (!wanted) return
  const state = await target.read()
  result.version = await runLog.phase('Publish a version', () => publishVersion(target, state, signal))
  runLog.done.push(`The version ${result.version} of ${target.name} was published.`)
}

async function runEvaluation(
  target: LambdaFunction,
  { evaluation: input, thresholds, gate, aws }: LambdaInputs,
  { signal, runLog }: ActionContext,
  result: LambdaResult,
): Promise<void> {
  if (!input) return
  const { Timeout: timeout, FunctionArn } = await target.read()
  const files = await openResultFiles(input.resultsBucket, aws, signal)
  const qualifier = result.version === '$LATEST' ? undefined : result.version
  const run = { region: FunctionArn.split(':')[3] ?? '', qualifier, timeout, signal }
  result.evaluation = await runLog.phase('Evaluate', () => evaluate(target, files, input, run))
  result.gates = metricGates(result.evaluation, thresholds)
  log.info(`The confusion matrix is ${result.evaluation.file}`)
  reportGates(result.gates, gate)
}

/** A dry run reads where it may, and a pull request without credentials must not fail for it. */
async function rehearse(inputs: LambdaInputs, context: ActionContext, result: LambdaResult): Promise<void> {
  try {
    await open(inputs, context, result)
  } catch (error) {
    context.signal.throwIfAborted()
    log.warning(
      `Not everything could be read or used, so this shows the inputs only. ${describeFailure(error)}`,
      'Dry run',
    )
  }
}
