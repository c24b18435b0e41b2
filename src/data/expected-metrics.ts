/** Compares computed metrics with expected ones. */
import { type Exact, ExactNumber, type ExactObject } from './exact-json.js'
import { isClose, leavesOf } from './metrics.js'

/** A metric that differs from what is expected. */
export interface Mismatch {
  metric: string
  /** In words, such as "0.9 ± 0.01" or "at least 0.8". */
  expected: string
  computed: Exact | undefined
}

/** A number with its own absolute tolerance. */
interface Tolerated {
  value: number
  tolerance?: number
}

interface Bounds {
  minimum?: number
  maximum?: number
}

/** Returns the reason why a value cannot be expected of a metric, or undefined if it can. */
export function problemInExpected(expected: unknown): string | undefined {
  if (isTolerated(expected) && (typeof expected.value !== 'number' || !isSize(expected.tolerance ?? 0)))
    return 'write {"value": number, "tolerance": number}'
  if (isBounds(expected) && Object.values(expected).some((bound) => typeof bound !== 'number'))
    return 'write {"minimum": number, "maximum": number}, or one of them'
  if (typeof expected !== 'object' || expected === null) return undefined
  for (const item of Object.values(expected)) {
    const problem = problemInExpected(item)
    if (problem !== undefined) return problem
  }
  return undefined
}

/** Compares the listed metrics. Others may have any value. */
export function mismatches(
  expected: Readonly<Record<string, unknown>>,
  computed: ExactObject,
  tolerance: number,
): Mismatch[] {
  return compareObject(expected, computed, '', tolerance)
}

function compareObject(
  expected: Readonly<Record<string, unknown>>,
  computed: ExactObject,
  path: string,
  tolerance: number,
): Mismatch[] {
  const leaves = new Map(leavesOf(computed).map((leaf) => [leaf.path, leaf.value]))
  return Object.entries(expected).flatMap(([key, value]) =>
    compare(value, computed.get(key) ?? leaves.get(key), path === '' ? key : `${path}.${key}`, tolerance),
  )
}

function compare(
  expected: unknown,
  computed: Exact | undefined,
  metric: string,
  tolerance: number,
): Mismatch[] {
  if (
    computed instanceof Map &&
    typeof expected === 'object' &&
    expected !== null &&
    !Array.isArray(expected)
  )
    return compareObject(expected as Record<string, unknown>, computed, metric, tolerance)
  if (Array.isArray(expected) && Array.isArray(computed) && expected.length === computed.length)
    return expected.flatMap((item, index) => compare(item, computed[index], `${metric}[${index}]`, tolerance))
  return fits(expected, computed, tolerance) ? [] : [{ metric, expected: inWords(expected), computed }]
}

function fits(expected: unknown, computed: Exact | undefined, tolerance: number): boolean {
  if (!(computed instanceof ExactNumber)) return computed !== undefined && computed === expected
  const { value, text } = computed
  if (typeof expected === 'number') return isClose(value, expected, tolerance)
  // JSON has no NaN and no infinities, so they are written as text.
  if (typeof expected === 'string') return !Number.isFinite(value) && text === expected
  if (isTolerated(expected)) {
    if (expected.tolerance === undefined) return isClose(value, expected.value, tolerance)
    // 0.91 - 0.9 is a little more than 0.01.
    const rounding = 4 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(expected.value))
    return Math.abs(value - expected.value) <= expected.tolerance + rounding
  }
  if (!isBounds(expected)) return false
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = expected
  return value >= minimum && value <= maximum
}

function inWords(expected: unknown): string {
  if (isTolerated(expected))
    return expected.tolerance === undefined
      ? String(expected.value)
      : `${expected.value} ± ${expected.tolerance}`
  if (!isBounds(expected)) return JSON.stringify(expected)
  const { minimum, maximum } = expected
  const parts = [
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
  ]
  return parts.join(' and ')
}

export function isTolerated(expected: unknown): expected is Tolerated {
  return hasOnly(expected, ['value', 'tolerance']) && Object.hasOwn(expected, 'value')
}

export function isBounds(expected: unknown): expected is Bounds {
  return hasOnly(expected, ['minimum', 'maximum'])
}

function hasOnly(expected: unknown, keys: readonly string[]): expected is object {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) return false
  const own = Object.keys(expected)
  return own.length > 0 && own.every((key) => keys.includes(key))
}

function isSize(value: unknown): boolean {
  return typeof value === 'number' && value >= 0
}
