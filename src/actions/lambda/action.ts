import { failedGates, reportGates } from '../../data/gate.js'
import { checkLambdaImage } from '../../platforms/aws/ecr-manifest.js'
import { callerIdentity } from '../../platforms/aws/identity.js'
import { postComment } from '../../platforms/github/report-comment.js'
import { readDuringDryRun } from '../../runtime/dry-run.js'
import * as log from '../../runtime/log.js'
import { decideMode } from '../../runtime/mode.js'
import type { Action, ActionContext, Recorder } from '../../runtime/run-action.js'
import { checkArchitecture, checkPackage, deployImage, publishVersion, runsImage } from './deploy.js'
import { type Evaluation, evaluate } from './evaluate.js'
import { fields, variables } from './fields.js'
import { type LambdaFunction, openFunction } from './function.js'
import { type EvaluationInput, type LambdaInputs, loadInputs } from './inputs.js'
import { type LambdaResult, lambdaOutputs, metricGates } from './result.js'
import { openResultFiles } from './result-file.js'
import { lambdaComment, lambdaSummary } from './summary.js'

/** Deploys an image to a Lambda evaluator, runs it on test data, and gates on the confusion matrix that it writes. */
export const lambda: Action<LambdaResult> = {
  fields,
  variables,
  begin: () => ({ gates: [] }),
  run: async (request, context, record) => {
    const inputs = loadInputs(request)
    const { dryRun, reason } = decideMode(inputs.dryRun, request.event)
    record({ inputs, dryRun, reason })
    log.info(`${dryRun ? 'Dry run' : 'Evaluating on Lambda'}: ${reason}`)
    const open = () => openTarget(inputs, context, record)
    if (dryRun) await readDuringDryRun(onlyInputs, context.signal, open)
    else await deployAndEvaluate(await open(), inputs, context, record)
  },
  outputs: lambdaOutputs,
  summary: lambdaSummary,
  announce: async (run, { runLog, signal }, error) => {
    const { comment } = run.inputs ?? {}
    return comment && (await postComment(comment, lambdaComment(run, comment, runLog, error), signal))
  },
  failedGate: ({ gates, inputs }) => failedGates(gates, inputs?.gate ?? 'fail'),
}

const onlyInputs = 'Not everything could be read, so this shows only the inputs.'

/** A function and whether it needs the image. */
interface Target {
  target: LambdaFunction
  updated: boolean
}

async function deployAndEvaluate(
  { target, updated }: Target,
  inputs: LambdaInputs,
  context: ActionContext,
  record: Recorder<LambdaResult>,
): Promise<void> {
  const { image, evaluation: wanted } = inputs
  const { signal, runLog } = context
  if (image && updated) {
    await runLog.phase('Update the function', () => deployImage(target, image, signal))
    runLog.done.push(`${target.name} was updated to ${image.uri}.`)
  }
  record({ version: '$LATEST' })
  const version = inputs.publishVersion ? await publish(target, context) : '$LATEST'
  record({ version })
  if (!wanted) return
  const evaluation = await evaluateVersion(target, version, wanted, inputs, context)
  const gates = metricGates(evaluation, inputs.thresholds)
  record({ evaluation, gates })
  log.info(`The confusion matrix is ${evaluation.file}`)
  reportGates(gates, inputs.gate)
}

/** Checks the credentials, the image and what the function runs now. Changes nothing. */
async function openTarget(
  inputs: LambdaInputs,
  { signal, runLog }: ActionContext,
  record: Recorder<LambdaResult>,
): Promise<Target> {
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
  const updated = image !== undefined && !runsImage(state, image)
  record({ previousImage: state.ResolvedImageUri || state.ImageUri, updated })
  if (image && !updated) log.info(`${functionName} runs ${image.uri} already`)
  return { target, updated }
}

async function publish(target: LambdaFunction, { signal, runLog }: ActionContext): Promise<string> {
  const state = await target.read()
  const version = await runLog.phase('Publish a version', () => publishVersion(target, state, signal))
  runLog.done.push(`The version ${version} of ${target.name} was published.`)
  return version
}

async function evaluateVersion(
  target: LambdaFunction,
  version: string,
  wanted: EvaluationInput,
  { aws }: LambdaInputs,
  { signal, runLog }: ActionContext,
): Promise<Evaluation> {
  const { Timeout: timeout, FunctionArn } = await target.read()
  const files = await openResultFiles(wanted.resultsBucket, aws, signal)
  const qualifier = version === '$LATEST' ? undefined : version
  const run = { region: FunctionArn.split(':')[3] ?? '', qualifier, timeout, signal }
  return await runLog.phase('Evaluate', () => evaluate(target, files, wanted, run))
}
