import type { GateMode } from '../../data/gate.js'
import type { AwsOptions } from '../../platforms/aws/client.js'
import { loadComment, type ReportComment } from '../../platforms/github/report-comment.js'
import { Inputs } from '../../runtime/inputs.js'
import type { ActionRequest } from '../../runtime/run-action.js'
import { type EcrImage, fields, variables } from './fields.js'

/** A run of an evaluator on test data. */
export interface EvaluationInput {
  endpointName: string
  testData: { bucket: string; key: string }
  resultsBucket: string
  positiveClass: string
}

export interface LambdaInputs {
  functionName: string
  /** undefined leaves the function unchanged. */
  image: EcrImage | undefined
  publishVersion: boolean
  /** undefined only updates the function. */
  evaluation: EvaluationInput | undefined
  thresholds: Record<'accuracy' | 'precision' | 'recall' | 'f1', number | undefined>
  gate: GateMode
  aws: AwsOptions
  dryRun: 'auto' | 'true' | 'false'
  /** undefined if there is no pull request, or comments are off. */
  comment: ReportComment | undefined
}

type LambdaValues = Inputs<typeof fields>

/** Reads all inputs. Throws one `InputError` with every problem before anything is sent. */
export function loadInputs({ event, rawInputs }: ActionRequest): LambdaInputs {
  const inputs: LambdaValues = new Inputs(fields, variables, rawInputs)
  const { values } = inputs
  const { image } = values
  const name = values['function-name']
  inputs.missing('function-name', 'is required; write the name or the ARN of the function')
  const region = values.region ?? name?.region ?? image?.region
  if (image && region !== image.region)
    inputs.problem(
      'image',
      image.uri,
      `is in ${image.region}, but the function is in ${region}; Lambda accepts only images in its own region`,
    )
  const loaded = {
    functionName: name?.name ?? '',
    image,
    publishVersion: values['publish-version'],
    evaluation: loadEvaluation(inputs),
    thresholds: {
      accuracy: values['minimum-accuracy'],
      precision: values['minimum-precision'],
      recall: values['minimum-recall'],
      f1: values['minimum-f1'],
    },
    gate: values.gate,
    aws: { region, endpoint: values['api-url'] },
    dryRun: values['dry-run'],
    comment: loadComment(values, event, 'lambda', commentSubject(values, name?.name, region)),
  }
  checkPurpose(inputs, loaded)
  inputs.refuse()
  return loaded
}

/** Returns what distinguishes the comment of an evaluation from others of the same job. */
function commentSubject(
  { 'api-url': apiUrl, 'endpoint-name': endpointName, 'test-data': testData }: LambdaValues['values'],
  functionName: string | undefined,
  region: string | undefined,
): (string | undefined)[] {
  return [apiUrl?.href, functionName, region, endpointName, testData?.bucket, testData?.key]
}

const ofEvaluation = ['endpoint-name', 'test-data', 'results-bucket'] as const

/** Reads the three inputs of an evaluation, which belong together. Returns undefined if none is set. */
function loadEvaluation(inputs: LambdaValues): EvaluationInput | undefined {
  const {
    'endpoint-name': endpointName,
    'test-data': testData,
    'results-bucket': resultsBucket,
    'positive-class': positiveClass,
  } = inputs.values
  if (endpointName && testData && resultsBucket)
    return { endpointName, testData, resultsBucket, positiveClass }
  const given = ofEvaluation.filter((name) => inputs.isGiven(name))
  if (given.length === 0) return undefined
  for (const name of ofEvaluation)
    inputs.missing(name, `is missing although ${given.join(' and ')} is set; an evaluation needs all three`)
  return undefined
}

function checkPurpose(
  inputs: LambdaValues,
  { evaluation, publishVersion, thresholds }: Omit<LambdaInputs, 'functionName'>,
): void {
  if (evaluation || ofEvaluation.some((name) => inputs.isGiven(name))) return
  if (!publishVersion)
    inputs.missing(
      'image',
      'is missing, and there is no evaluation either; set image to update the function, or endpoint-name, test-data and results-bucket to run it',
    )
  for (const [metric, threshold] of Object.entries(thresholds)) {
    if (threshold !== undefined)
      inputs.problem(
        `minimum-${metric as keyof typeof thresholds}`,
        String(threshold),
        'has nothing to judge; set endpoint-name, test-data and results-bucket to run the evaluator',
      )
  }
}
