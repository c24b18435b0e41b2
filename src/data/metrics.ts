/** Metrics that an evaluator computed in one run, and when two of their values count as equal. */
import { type Exact, ExactNumber, type ExactObject } from './exact-json.js'

/** Metrics of one test case and configuration, or of the whole test suite. */
export interface MetricGroup {
  /** null for the test suite. Names may repeat, so the place in the suite counts, from 0. */
  testCase: { index: number; name: string } | null
  /** Display name; null without configurations. */
  configuration: string | null
  metrics: ExactObject
}

/** Metrics of single samples, in the same order in both lists; as JSON text, since most are never looked at. */
export interface SampleGroup {
  /** null where samples are not evaluated for each test case. */
  testCase: MetricGroup['testCase']
  configuration: string | null
  /** The sample as JSON with sorted keys; for thresholded metrics followed by NUL, name and threshold. */
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
  /** Distinct samples that have metrics. */
  sampleCount: number
}

/** A metric that is not an object of further ones, by its path: `classes[0].precision`. */
export interface Leaf {
  path: string
  value: Exact
}

/** The metrics of an object with their paths. A list of plain values is one metric. */
export function leavesOf(value: Exact, path = ''): Leaf[] {
  if (value instanceof Map && value.size > 0)
    return [...value].flatMap(([key, item]) => leavesOf(item, path === '' ? key : `${path}.${key}`))
  if (Array.isArray(value) && value.some((item) => item instanceof Map || Array.isArray(item)))
    return value.flatMap((item, index) => leavesOf(item, `${path}[${index}]`))
  return [{ path, value }]
}

/** Pairs each group with a text that the same group has in another run: where two have the same name, their order decides. */
export function identify<T extends Pick<MetricGroup, 'testCase' | 'configuration'>>(
  groups: readonly T[],
): Map<string, T> {
  const identified = new Map<string, T>()
  for (const group of groups) {
    const name = JSON.stringify([group.testCase?.index, group.configuration])
    let occurrence = 0
    while (identified.has(`${name}${occurrence}`)) occurrence++
    identified.set(`${name}${occurrence}`, group)
  }
  return identified
}

/** Values below it are compared as if they were as large as this: near zero a relative tolerance means nothing. */
const SMALL = 1e-3

/** Whether two numbers are equal within a tolerance relative to the larger one. NaN equals NaN. */
export function isClose(a: number, b: number, tolerance: number): boolean {
  if (Object.is(a, b) || a === b) return true
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), SMALL)
}

/** Whether two values are equal: numbers within the tolerance, objects whatever the order of their keys. */
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
