import { isMap, parseDocument, visit } from 'yaml'
import { parsed } from './fields.js'

/** A value that JSON can say. */
export type Json = null | boolean | number | string | Json[] | JsonMapping
export interface JsonMapping {
  [key: string]: Json
}

/** Levels of lists and mappings; what people write has a handful, and recursion has an end. */
const DEEPEST = 20

/**
 * Reads a mapping of JSON values that is written as YAML or JSON. Refused is what would be lost or blown up on the
 * way: duplicate keys, keys that are no text, numbers that JSON or a double cannot hold, tags and aliases.
 */
export function parseMapping(text: string): JsonMapping {
  const document = parseDocument(text, { logLevel: 'error' })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem) throw new Error(`is no YAML or JSON: ${problem.message.split('\n', 1)[0]?.replace(/:$/, '')}`)
  visit(document, {
    Alias: (_, { source }) => {
      throw new Error(`has the alias *${source}; aliases are not taken, write its value out`)
    },
  })
  if (!isMap(document.contents)) throw new Error('is no mapping; write lines like "framework: pytorch"')
  return toJson(document.toJS({ mapAsMap: true }), []) as JsonMapping
}

/** An input that holds a mapping. */
export const mapping = parsed(parseMapping)

function toJson(value: unknown, path: readonly string[]): Json {
  const at = path.join('.')
  if (path.length > DEEPEST) throw new Error(`is nested deeper than ${DEEPEST} levels; make it flatter`)
  if (value instanceof Map) return Object.fromEntries([...value].map((entry) => toEntry(entry, path)))
  if (Array.isArray(value)) return value.map((item, index) => toJson(item, [...path, String(index)]))
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value !== 'number')
    throw new Error(`${at} is of a type that JSON does not have; write it as text in quotes`)
  // JSON has no -0.
  if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) return value + 0
  throw new Error(`${at} is a number that JSON cannot carry exactly; write it as text in quotes`)
}

function toEntry([key, value]: [unknown, unknown], path: readonly string[]): [string, Json] {
  if (typeof key === 'string') return [key, toJson(value, [...path, key])]
  const shown = key === null || typeof key !== 'object' ? String(key) : 'a list or a mapping'
  throw new Error(`has the key ${shown}, which is no text; write the key in quotes`)
}
