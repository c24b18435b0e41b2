import type { Json } from '../runtime/mapping.js'

/** Reads JSON as Python writes it, where numbers may be NaN or infinite: JavaScript has no JSON for those, and null stands for them. */
export function parsePythonJson(text: string): Json {
  if (!/NaN|Infinity/.test(text)) return JSON.parse(text)
  return JSON.parse(
    text.replaceAll(/"(?:[^"\\]|\\.)*"|NaN|-?Infinity/g, (token) => (token[0] === '"' ? token : 'null')),
  )
}

/** Returns the same text for the same value, whatever the order of its keys. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(value, (_, part: Json) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
