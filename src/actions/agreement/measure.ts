/**
 * Computes the agreement of a model with people from the marks of human labels. A missing mark never counts as 0 or 1: its
 * asset gets no score and lowers the coverage.
 */

/** The relevant parts of a human label. */
export interface HumanMark {
  /** From 0 to 1; undefined if it is not computed yet or cannot belong to this prediction. */
  mark: number | undefined
  /** The chosen categories of the job in their order; undefined if it has no categories. */
  categories: readonly string[] | undefined
}

/** An asset with the model's prediction and the latest label of each person. */
export interface JudgedAsset {
  externalId: string
  assetId: string
  predicted: readonly string[] | undefined
  labels: readonly HumanMark[]
}

/** How to compute the score of an asset from the marks of several people. */
export type Aggregation = 'mean' | 'minimum'

export interface Disagreement {
  externalId: string
  assetId: string
  /** Less than 1. */
  score: number
  predicted: readonly string[] | undefined
  /** The different choices of people. */
  human: readonly (readonly string[])[]
}

export interface Agreement {
  /** Mean of the scores; undefined if no asset has a score. */
  agreement: number | undefined
  /** Assets with a score, as a share of the predictions. */
  coverage: number
  predictions: number
  /** Assets with a label of a person. */
  labeled: number
  scored: number
  /** Histogram of the scores in tenths, from [0, 0.1) to [0.9, 1]. */
  histogram: readonly number[]
  /** How many assets have a score below 1, and the worst of them. */
  disagreeing: number
  worst: readonly Disagreement[]
}

/** Returns the score of an asset, or undefined if none of its labels has a mark. */
export function scoreOf({ labels }: JudgedAsset, aggregation: Aggregation): number | undefined {
  const marks = labels.flatMap(({ mark }) => mark ?? [])
  if (marks.length === 0) return undefined
  return aggregation === 'minimum' ? Math.min(...marks) : mean(marks)
}

/** Returns the figures over all assets, and at most `worst` disagreements with the lowest scores first. */
export function measureAgreement(
  assets: Iterable<JudgedAsset>,
  { aggregation, worst }: { aggregation: Aggregation; worst: number },
): Agreement {
  const histogram = new Array<number>(10).fill(0)
  let [predictions, labeled, scored, sum, disagreeing] = [0, 0, 0, 0, 0]
  let lowest: Scored[] = []
  for (const asset of assets) {
    predictions++
    if (asset.labels.length > 0) labeled++
    const score = scoreOf(asset, aggregation)
    if (score === undefined) continue
    scored++
    sum += score
    const bin = Math.min(9, Math.floor(score * 10))
    histogram[bin] = (histogram[bin] ?? 0) + 1
    if (score >= 1) continue
    disagreeing++
    lowest.push({ asset, score })
    // Not all are kept, because there may be a million.
    if (lowest.length > 2 * worst + 1000) lowest = lowestOf(lowest, worst)
  }
  return {
    agreement: scored === 0 ? undefined : sum / scored,
    coverage: predictions === 0 ? 0 : scored / predictions,
    predictions,
    labeled,
    scored,
    histogram,
    disagreeing,
    worst: lowestOf(lowest, worst).map(({ asset, score }) => disagreement(asset, score)),
  }
}

interface Scored {
  asset: JudgedAsset
  score: number
}

function lowestOf(scored: readonly Scored[], count: number): Scored[] {
  const byScore = (a: Scored, b: Scored) =>
    a.score - b.score || compare(a.asset.externalId, b.asset.externalId)
  return scored.toSorted(byScore).slice(0, count)
}

function disagreement({ externalId, assetId, predicted, labels }: JudgedAsset, score: number): Disagreement {
  const choices = labels.flatMap(({ categories }) => (categories ? [categories] : []))
  const human = [...new Map(choices.map((choice) => [JSON.stringify(choice), choice])).values()]
  return { externalId, assetId, score, predicted, human }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Compares by code units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
