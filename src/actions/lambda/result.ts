import { type Gate, judge, passedOutput } from '../../data/gate.js'
import { total } from './confusion-matrix.js'
import type { Evaluation } from './evaluate.js'
import type { LambdaInputs } from './inputs.js'

/** The result of the lambda action: outputs and summary come from it, even if the run fails. */
export interface LambdaResult {
  inputs?: LambdaInputs
  dryRun?: boolean
  /** Why it is a dry run or not. */
  reason?: string
  /** The image that the function ran before. */
  previousImage?: string
  /** Whether the function got the image. In a dry run, whether it would. */
  updated?: boolean
  /** The version that was published and evaluated; `$LATEST` if none was published. */
  version?: string
  evaluation?: Evaluation
  gates: Gate[]
}

const names = { accuracy: 'Accuracy', precision: 'Precision', recall: 'Recall', f1: 'F1' } as const

/** Returns a gate for each threshold. A metric without a value, such as the precision if nothing was found, fails it. */
export function metricGates({ matrix, metrics }: Evaluation, thresholds: LambdaInputs['thresholds']): Gate[] {
  return Object.entries(names).flatMap(([metric, name]) => {
    const threshold = thresholds[metric as keyof typeof names]
    if (threshold === undefined) return []
    const observed = metrics[metric as keyof typeof names]
    return [judge({ name, observed, threshold, n: total(matrix), of: 'samples' })]
  })
}

/** Returns the outputs by their names in action.yml. An output without a value is an empty string. */
export function lambdaOutputs({ evaluation, version, gates, dryRun }: LambdaResult): Record<string, string> {
  const { matrix, metrics } = evaluation ?? {}
  const figure = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    'confusion-matrix': matrix ? JSON.stringify(matrix) : '',
    accuracy: figure(metrics?.accuracy),
    precision: figure(metrics?.precision),
    recall: figure(metrics?.recall),
    f1: figure(metrics?.f1),
    specificity: figure(metrics?.specificity),
    mcc: figure(metrics?.mcc),
    'function-version': version ?? '',
    passed: passedOutput(gates),
    'dry-run': dryRun === undefined ? '' : String(dryRun),
  }
}
