import { labelKey } from '../../data/labels.js'
import { type ConfusionMatrix, sum, total } from './confusion-matrix.js'

/** Values from 0 to 1 (`mcc` from -1), or undefined for a division by zero. */
export interface ClassificationMetrics {
  /** Over all classes. */
  accuracy: number | undefined
  /** Of the positive class against all others, like the next three. */
  precision: number | undefined
  recall: number | undefined
  f1: number | undefined
  specificity: number | undefined
  /** Matthews correlation coefficient over all classes. */
  mcc: number | undefined
}

/**
 * Computes the metrics from the counts.
 *
 * @param positive label of the class that counts as positive. It may be absent only from a matrix with one class.
 * @throws Error if it is none of several classes
 */
export function classificationMetrics(matrix: ConfusionMatrix, positive: string): ClassificationMetrics {
  const { labels, counts } = matrix
  const at = labels.findIndex((label) => labelKey(label) === labelKey(positive))
  if (at === -1 && labels.length > 1)
    throw new Error(`the classes are "${labels.join('", "')}", but "${positive}" is not one of them`)
  const all = total(matrix)
  const actual = counts.map(sum)
  const predicted = labels.map((_, column) => sum(counts.map((row) => row[column] ?? 0)))
  const correct = sum(labels.map((_, index) => counts[index]?.[index] ?? 0))
  const truePositives = counts[at]?.[at] ?? 0
  const positives = actual[at] ?? 0
  const found = predicted[at] ?? 0
  const trueNegatives = all - positives - found + truePositives
  return {
    accuracy: ratio(correct, all),
    precision: ratio(truePositives, found),
    recall: ratio(truePositives, positives),
    f1: ratio(2 * truePositives, found + positives),
    specificity: ratio(trueNegatives, all - positives),
    mcc: correlation({ correct, all, actual, predicted }),
  }
}

/** Returns the correlation for any number of classes (Gorodkin 2004). For two it is the Matthews coefficient. */
function correlation(count: { correct: number; all: number; actual: number[]; predicted: number[] }) {
  const { correct, all, actual, predicted } = count
  const product = (a: readonly number[], b: readonly number[]) =>
    sum(a.map((value, at) => value * (b[at] ?? 0)))
  const spread = (values: readonly number[]) => all * all - product(values, values)
  return ratio(
    correct * all - product(actual, predicted),
    Math.sqrt(spread(actual)) * Math.sqrt(spread(predicted)),
  )
}

function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole
}
