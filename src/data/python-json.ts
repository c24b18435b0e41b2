import type { Json } from '../runtime/mapping.js'

/** Reads JSON as Python writes it. NaN and the infinities, which JSON does not have, become null. */
export function parsePythonJson(text: string): Json {
  if (!/NaN|Infinity/.test(text)) return JSON.parse(text)
  return JSON.parse(
    text.replaceAll(/"(?:[^"\\]|\\.)*"|NaN|-?Infinity/g, (token) => (token[0] === '"' ? token : 'null')),
  )
}

/** Returns the same text for equal values, in any order of their keys. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(value, (_, part: Json) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
