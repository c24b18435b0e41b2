/** The metrics of one run of an evaluator, and the equality of their values. */
import { type Exact, ExactNumber, type ExactObject, TooManyValues } from './exact-json.js'

/** The metrics of one test case and configuration, or of the whole test suite. */
export interface MetricGroup {
  /** null for the test suite. Names may repeat, so the position in the suite, from 0, identifies it. */
  testCase: { index: number; name: string } | null
  /** The display name; null without configurations. */
  configuration: string | null
  metrics: ExactObject
}

/** The metrics of single samples, in the same order in both lists; as JSON text, because most are never read. */
export interface SampleGroup {
  /** null if samples are not evaluated per test case. */
  testCase: MetricGroup['testCase']
  configuration: string | null
  /** The samples as JSON with sorted keys; for thresholded metrics followed by NUL, name and threshold. */
  keys: string[]
  metrics: string[]
}

export interface Plot {
  testCase: MetricGroup['testCase']
  configuration: string | null
  title: string
  /** JSON. */
  content: string
}

export interface RunMetrics {
  testCases: MetricGroup[]
  testSuite: MetricGroup[]
  plots: Plot[]
  samples: SampleGroup[]
  /** The number of distinct samples with metrics. */
  sampleCount: number
}

/** A metric that contains no further metrics, with its path, such as `classes[0].precision`. */
export interface Leaf {
  path: string
  value: Exact
}

/** Maximum characters in the paths of all metrics of a run. */
export const MAX_PATH_CHARACTERS = 10_000_000
/** Maximum characters in the paths of the metrics of one sample. */
export const MAX_SAMPLE_PATH_CHARACTERS = 1_000_000

/**
 * Returns the metrics of an object with their paths. A list of plain values is one metric.
 * @param left the characters that the paths may have, counted down; throws `TooManyValues` if there are more
 */
export function leavesOf(value: Exact, left?: { characters: number }, path = ''): Leaf[] {
  if (value instanceof Map && value.size > 0)
    return [...value].flatMap(([key, item]) => leavesOf(item, left, path === '' ? key : `${path}.${key}`))
  if (Array.isArray(value) && value.some((item) => item instanceof Map || Array.isArray(item)))
    return value.flatMap((item, index) => leavesOf(item, left, `${path}[${index}]`))
  if (left) left.characters -= path.length
  if (left && left.characters < 0)
    throw new TooManyValues(`${MAX_PATH_CHARACTERS} characters in the names of metrics`)
  return [{ path, value }]
}

/** Maximum values in the metrics of one sample. */
export const MAX_SAMPLE_VALUES = 100_000

/** Returns the groups by an id that is the same in every run. Groups with the same name are numbered in order. */
export function identify<T extends Pick<MetricGroup, 'testCase' | 'configuration'>>(
  groups: readonly T[],
): Map<string, T> {
  const identified = new Map<string, T>()
  const occurrences = new Map<string, number>()
  for (const group of groups) {
    const name = JSON.stringify([group.testCase?.index, group.configuration])
    const occurrence = occurrences.get(name) ?? 0
    occurrences.set(name, occurrence + 1)
    identified.set(`${name}${occurrence}`, group)
  }
  return identified
}

/** Smaller values are compared as if they were this large: near zero, a relative tolerance is meaningless. */
const SMALL = 1e-3

/** Reports whether two numbers are equal within a tolerance relative to the larger one. NaN equals NaN. */
export function isClose(a: number, b: number, tolerance: number): boolean {
  if (Object.is(a, b) || a === b) return true
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), SMALL)
}

/** Reports whether two values are equal: numbers within the tolerance, objects in any order of their keys. */
export function isSame(a: Exact, b: Exact, tolerance: number): boolean {
  if (a instanceof ExactNumber)
    return b instanceof ExactNumber && (a.text === b.text || isClose(a.value, b.value, tolerance))
  if (Array.isArray(a))
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isSame(item, b[index] ?? null, tolerance))
    )
  if (a instanceof Map)
    return (
      b instanceof Map &&
      a.size === b.size &&
      [...a].every(([key, item]) => {
        const other = b.get(key)
        return other !== undefined && isSame(item, other, tolerance)
      })
    )
  return a === b
}
