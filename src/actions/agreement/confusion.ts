import type { JudgedAsset } from './measure.js'

/** Human labels by the category that the person chose (rows) and that the model chose (columns). */
export interface Confusion {
  /** All categories that were chosen, the most frequent first. `undefined` means no answer. */
  categories: readonly (string | undefined)[]
  count(human: string | undefined, model: string | undefined): number
  /** The number of labels, and of those where both chose the same. */
  labels: number
  same: number
}

/** Counts the labels of a single-choice job by their categories, whether or not they have a mark. */
export function confusionOf(assets: Iterable<JudgedAsset>): Confusion {
  const counts = new Map<string | undefined, Map<string | undefined, number>>()
  const chosen = new Map<string | undefined, number>()
  let labels = 0
  let same = 0
  for (const { predicted, labels: marks } of assets) {
    const model = predicted?.[0]
    for (const { categories } of marks) {
      const human = categories?.[0]
      const row = counts.get(human) ?? new Map<string | undefined, number>()
      counts.set(human, row.set(model, (row.get(model) ?? 0) + 1))
      for (const category of [human, model]) chosen.set(category, (chosen.get(category) ?? 0) + 1)
      labels++
      if (human === model) same++
    }
  }
  const categories = [...chosen].sort((a, b) => b[1] - a[1]).map(([category]) => category)
  return { categories, count: (human, model) => counts.get(human)?.get(model) ?? 0, labels, same }
}
