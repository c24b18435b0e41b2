import { isMap, visit } from 'yaml'
import { parsed } from './fields.js'
import { asYaml, parseYaml, problemOfYaml } from './yaml.js'

/** A value that JSON can represent. */
export type Json = null | boolean | number | string | Json[] | JsonMapping
export interface JsonMapping {
  [key: string]: Json
}

/** Maximum nesting of lists and mappings. People write a few levels; the limit bounds the recursion. */
const MAX_DEPTH = 20

/**
 * Reads a mapping of JSON values written as YAML or JSON. Refuses whatever cannot be represented exactly or could
 * exhaust memory: duplicate keys, keys that are not text, numbers that JSON or a double cannot hold, tags and aliases.
 */
export function parseMapping(text: string): JsonMapping {
  const document = parseYaml(text)
  const problem = problemOfYaml(document, text)
  if (problem) throw new Error(`line ${problem.line}: ${problem.text}`)
  visit(document, {
    Alias: (_, { source }) => {
      throw new Error(`has the alias *${source}; aliases are not supported, so write the value itself`)
    },
  })
  if (!isMap(document.contents)) {
    const [first = ''] = text.split('\n', 1)
    const written = asYaml(first)
    throw new Error(
      written === undefined
        ? 'is not a mapping; write lines like "framework: pytorch"'
        : `line 1: write ${written}`,
    )
  }
  return toJson(document.toJS({ mapAsMap: true }), []) as JsonMapping
}

/** An input that contains a mapping. */
export const mapping = parsed(parseMapping)

function toJson(value: unknown, path: readonly string[]): Json {
  const at = path.join('.')
  if (path.length > MAX_DEPTH) throw new Error(`is nested deeper than ${MAX_DEPTH} levels; make it flatter`)
  if (value instanceof Map) return Object.fromEntries([...value].map((entry) => toEntry(entry, path)))
  if (Array.isArray(value)) return value.map((item, index) => toJson(item, [...path, String(index)]))
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value !== 'number')
    throw new Error(`${at} has a type that JSON does not have; write it as text in quotes`)
  // JSON has no -0.
  if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) return value + 0
  throw new Error(`${at} is a number that JSON cannot represent exactly; write it as text in quotes`)
}

function toEntry([key, value]: [unknown, unknown], path: readonly string[]): [string, Json] {
  if (typeof key === 'string') return [key, toJson(value, [...path, key])]
  const shown = key === null || typeof key !== 'object' ? String(key) : 'a list or a mapping'
  throw new Error(`has the key ${shown}, which is not text; write the key in quotes`)
}
