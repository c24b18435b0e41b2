/** Compares the metrics of single samples between two runs. */
import { type Exact, ExactNumber, parseExact } from './exact-json.js'
import {
  identify,
  isSame,
  leavesOf,
  MAX_SAMPLE_PATH_CHARACTERS,
  MAX_SAMPLE_VALUES,
  type RunMetrics,
  type SampleGroup,
} from './metrics.js'

/** Maximum samples that are listed one by one. */
const SHOWN = 20
/** Maximum metrics that are summarized one by one, and maximum characters in their names. */
const MAX_METRICS = 1000
const MAX_NAME_CHARACTERS = 1_000_000
/** The name of all further metrics together. */
const OTHERS = '(other metrics)'

/** A metric, summarized over all samples in which it changed. */
export interface ChangedSampleMetric {
  configuration: string | null
  metric: string
  /** The number of samples in which it changed. */
  samples: number
  /** Absolute differences; undefined if it is not a number. */
  largest: number | undefined
  mean: number | undefined
}

/** A sample whose metrics changed. */
export interface ChangedSample {
  /** The sample as JSON with sorted keys. */
  sample: string
  testCase: string | null
  configuration: string | null
  /** The metric that changed most. */
  metric: string
  before: Exact | undefined
  after: Exact | undefined
  /** The number of its other metrics that changed. */
  others: number
}

export interface SampleChanges {
  /** The number of distinct samples with metrics in the later run. */
  compared: number
  /** The number of distinct samples with a metric that changed, appeared or disappeared. */
  changed: number
  metrics: ChangedSampleMetric[]
  /** The samples that changed most, at most 20. */
  worst: ChangedSample[]
}

interface Pair {
  key: string
  group: SampleGroup
  before: string | undefined
  after: string | undefined
}

interface Difference {
  metric: string
  before: Exact | undefined
  after: Exact | undefined
  /** undefined if one of them is not a finite number. */
  size: number | undefined
}

export function sampleChanges(before: RunMetrics, after: RunMetrics, tolerance: number): SampleChanges {
  const pairs = differentTexts(before, after)
  const statistics = new Statistics()
  const changed = pairs.filter((pair) => {
    const differences = differencesOf(pair, tolerance)
    for (const difference of differences) statistics.add(pair.group.configuration, difference)
    return differences.length > 0
  })
  const scale = (pair: Pair, { metric, size }: Difference) => {
    const largest = statistics.find(pair.group.configuration, metric)?.largest
    return size === undefined || !largest ? 1 : size / largest
  }
  return {
    compared: after.sampleCount,
    changed: new Set(changed.map(({ key }) => sampleOf(key))).size,
    metrics: statistics.list().sort((a, b) => b.samples - a.samples),
    worst: worstOf(changed, (pair) => {
      const differences = differencesOf(pair, tolerance).map((one) => ({ ...one, score: scale(pair, one) }))
      return differences.sort((a, b) => b.score - a.score)
    }),
  }
}

/** Summarizes the differences of each metric, in bounded memory. */
class Statistics {
  readonly #metrics = new Map<string, Omit<ChangedSampleMetric, 'mean'> & { numbers: number; sum: number }>()
  #characters = 0

  add(configuration: string | null, { metric, size }: Difference): void {
    const one = this.find(configuration, metric) ?? this.#start(configuration, metric)
    one.samples++
    if (size === undefined) return
    one.numbers++
    one.sum += size
    one.largest = Math.max(one.largest ?? 0, size)
  }

  find(configuration: string | null, metric: string) {
    return this.#metrics.get(JSON.stringify([configuration, metric]))
  }

  #start(configuration: string | null, metric: string) {
    const id = JSON.stringify([configuration, metric])
    const fits = this.#metrics.size < MAX_METRICS && this.#characters + id.length <= MAX_NAME_CHARACTERS
    const key = fits ? id : OTHERS
    const names = fits ? { configuration, metric } : { configuration: null, metric: OTHERS }
    const one = this.#metrics.get(key) ?? { ...names, samples: 0, largest: undefined, numbers: 0, sum: 0 }
    if (fits) this.#characters += id.length
    this.#metrics.set(key, one)
    return one
  }

  list(): ChangedSampleMetric[] {
    return [...this.#metrics.values()].map(({ configuration, metric, samples, largest, numbers, sum }) => ({
      ...{ configuration, metric, samples, largest },
      mean: numbers > 0 ? sum / numbers : undefined,
    }))
  }
}

function worstOf(
  changed: readonly Pair[],
  score: (pair: Pair) => (Difference & { score: number })[],
): ChangedSample[] {
  let worst: { total: number; sample: ChangedSample }[] = []
  const keepWorst = () => {
    worst = worst.sort((a, b) => b.total - a.total).slice(0, SHOWN)
  }
  for (const pair of changed) {
    const [first, ...others] = score(pair)
    if (!first) continue
    const total = others.reduce((sum, other) => sum + other.score, first.score)
    const { testCase, configuration } = pair.group
    const { metric, before, after } = first
    const names = { testCase: testCase?.name ?? null, configuration, metric }
    worst.push({
      total,
      sample: { sample: sampleOf(pair.key), ...names, before, after, others: others.length },
    })
    if (worst.length > 10 * SHOWN) keepWorst()
  }
  keepWorst()
  return worst.map(({ sample }) => sample)
}

/** Returns the samples whose metrics are not the same text in both runs. */
function differentTexts(before: RunMetrics, after: RunMetrics): Pair[] {
  const [old, current] = [identify(before.samples), identify(after.samples)]
  const pairs: Pair[] = []
  for (const id of new Set([...current.keys(), ...old.keys()])) {
    const [one, other] = [old.get(id), current.get(id)]
    const group = other ?? one
    if (!group) continue
    const texts = new Map(one?.keys.map((key, index) => [key, one.metrics[index]]))
    for (const [index, key] of (other?.keys ?? []).entries()) {
      const [earlier, later] = [texts.get(key), other?.metrics[index]]
      texts.delete(key)
      if (earlier !== later) pairs.push({ key, group, before: earlier, after: later })
    }
    for (const [key, earlier] of texts) pairs.push({ key, group, before: earlier, after: undefined })
  }
  return pairs
}

function differencesOf({ key, before, after }: Pair, tolerance: number): Difference[] {
  const [old, current] = [metricsIn(before), metricsIn(after)]
  const [, threshold] = key.split('\0')
  const nameOf = (path: string) => (threshold === undefined ? path : `${threshold}: ${path}`)
  // The texts differ, and nothing shows that their metrics are equal.
  if (!old || !current)
    return [{ metric: nameOf(UNREADABLE), before: undefined, after: undefined, size: undefined }]
  return [...new Set([...current.keys(), ...old.keys()])].flatMap((path) => {
    const [one, other] = [old.get(path), current.get(path)]
    if (one !== undefined && other !== undefined && isSame(one, other, tolerance)) return []
    const numbers = one instanceof ExactNumber && other instanceof ExactNumber
    const size = numbers ? Math.abs(other.value - one.value) : Number.NaN
    return { metric: nameOf(path), before: one, after: other, size: Number.isFinite(size) ? size : undefined }
  })
}

/** The name of metrics of a sample that are too many, or nested too deeply, to be compared one by one. */
const UNREADABLE = '(too many or nested too deeply)'

/** Reads the metrics of a sample. Returns undefined if they are too many or nested too deeply. */
function metricsIn(text: string | undefined): Map<string, Exact> | undefined {
  if (text === undefined) return new Map()
  try {
    const value = parseExact(text, { depth: 64, values: { left: MAX_SAMPLE_VALUES } })
    const leaves = leavesOf(value, { characters: MAX_SAMPLE_PATH_CHARACTERS })
    return new Map(leaves.map(({ path, value }) => [path, value]))
  } catch {
    return undefined
  }
}

function sampleOf(key: string): string {
  return key.split('\0', 1)[0] ?? ''
}
