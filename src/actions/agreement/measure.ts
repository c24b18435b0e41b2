/**
 * Agreement of a model with people: marks of human labels in, figures out. A mark that is not there is never taken
 * for 0 or for 1: its asset is not scored, and lowers the coverage instead.
 */

/** A human label as far as agreement goes. */
export interface HumanMark {
  /** 0 to 1; undefined while it is not computed, or cannot be of this prediction. */
  mark: number | undefined
  /** The categories chosen in the job, in their order; undefined when it has no categories. */
  categories: readonly string[] | undefined
}

/** An asset, the model's prediction for it, and the latest label of each person. */
export interface JudgedAsset {
  externalId: string
  assetId: string
  predicted: readonly string[] | undefined
  labels: readonly HumanMark[]
}

/** How the marks of several people become the score of an asset. */
export type Aggregation = 'mean' | 'minimum'

export interface Disagreement {
  externalId: string
  assetId: string
  /** Less than 1. */
  score: number
  predicted: readonly string[] | undefined
  /** What people chose, each choice once. */
  human: readonly (readonly string[])[]
}

export interface Agreement {
  /** Mean of the scores; undefined when no asset is scored. */
  agreement: number | undefined
  /** Scored assets over predictions. */
  coverage: number
  predictions: number
  /** Assets that somebody labeled. */
  labeled: number
  scored: number
  /** Scores by tenths, from [0, 0.1) to [0.9, 1]. */
  histogram: readonly number[]
  /** How many scored assets are below 1, and the worst of them. */
  disagreeing: number
  worst: readonly Disagreement[]
}

/** The score of an asset; undefined when none of its labels has a mark. */
export function scoreOf({ labels }: JudgedAsset, aggregation: Aggregation): number | undefined {
  const marks = labels.flatMap(({ mark }) => mark ?? [])
  if (marks.length === 0) return undefined
  return aggregation === 'minimum' ? Math.min(...marks) : mean(marks)
}

/** The figures of all assets, with at most `worst` of the disagreements, the lowest scores first. */
export function measureAgreement(
  assets: readonly JudgedAsset[],
  { aggregation, worst }: { aggregation: Aggregation; worst: number },
): Agreement {
  const histogram = new Array<number>(10).fill(0)
  const scores: number[] = []
  const disagreements: { asset: JudgedAsset; score: number }[] = []
  for (const asset of assets) {
    const score = scoreOf(asset, aggregation)
    if (score === undefined) continue
    scores.push(score)
    const bin = Math.min(9, Math.floor(score * 10))
    histogram[bin] = (histogram[bin] ?? 0) + 1
    if (score < 1) disagreements.push({ asset, score })
  }
  disagreements.sort((a, b) => a.score - b.score || compare(a.asset.externalId, b.asset.externalId))
  return {
    agreement: scores.length === 0 ? undefined : mean(scores),
    coverage: assets.length === 0 ? 0 : scores.length / assets.length,
    predictions: assets.length,
    labeled: assets.filter(({ labels }) => labels.length > 0).length,
    scored: scores.length,
    histogram,
    disagreeing: disagreements.length,
    worst: disagreements.slice(0, worst).map(({ asset, score }) => disagreement(asset, score)),
  }
}

function disagreement({ externalId, assetId, predicted, labels }: JudgedAsset, score: number): Disagreement {
  const choices = labels.flatMap(({ categories }) => (categories ? [categories] : []))
  const human = [...new Map(choices.map((choice) => [JSON.stringify(choice), choice])).values()]
  return { externalId, assetId, score, predicted, human }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** By code units, so that the order is the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
