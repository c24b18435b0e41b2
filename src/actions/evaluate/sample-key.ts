import { canonicalJson } from '../../data/python-json.js'
import type { Json, JsonMapping } from '../../runtime/mapping.js'

/** Fields that do not tell one test sample from another. */
const ignored = ['data_type', 'metadata']

/** The fields of a test sample that tell it from others. */
export function identifyingFields(sample: JsonMapping): string[] {
  return Object.keys(sample).filter(isIdentifying).sort()
}

/**
 * A text that is equal for a row's test sample and for the platform's, when they agree in the fields. Of a field that is
 * an object all of its fields count, but for its type; numbers are as good as their text.
 */
export function keyOf(sample: JsonMapping, fields: readonly string[]): string {
  return JSON.stringify(valuesOf(sample, fields))
}

/** Returns the values of the fields in a form that can be compared; null for a field without a value. */
export function valuesOf(sample: JsonMapping, fields: readonly string[]): Json[] {
  return fields.map((name) => (Object.hasOwn(sample, name) ? comparable(sample[name]) : null))
}

/** Returns whether a field tells a test sample from others. */
export function isIdentifying(field: string): boolean {
  return !ignored.includes(field)
}

function comparable(value: Json | undefined): Json {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return String(value)
  return canonicalJson(withoutTypes(value))
}

function withoutTypes(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutTypes)
  if (value === null || typeof value !== 'object') return value === null ? null : String(value)
  const entries = Object.entries(value).filter(([name, item]) => !ignored.includes(name) && item !== null)
  return Object.fromEntries(entries.map(([name, item]) => [name, withoutTypes(item)]))
}

/** The test sample behind a key, for a message: its locator, or all of its fields. */
export function describeKey(key: string, fields: readonly string[]): string {
  const values: unknown = JSON.parse(key)
  const pairs = fields.map((name, index) => [name, (values as Json[])[index]])
  const [only] = pairs
  return pairs.length === 1 && typeof only?.[1] === 'string'
    ? only[1]
    : JSON.stringify(Object.fromEntries(pairs))
}
