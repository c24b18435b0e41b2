import type { Difference } from '../../data/differences.js'
import type { NewModel } from '../../platforms/kolena/models.js'
import { clip } from '../../runtime/clip.js'
import type { Json } from '../../runtime/mapping.js'

/** Characters of a value in a message; the summary shows more. */
const MAX_VALUE_LENGTH = 100

/** Explains how the registered model differs from the given one, and what to do; undefined if it does not. */
export function explainMismatch(
  wanted: NewModel | undefined,
  differences: readonly Difference[],
): string | undefined {
  if (differences.length === 0) return undefined
  const lines = differences.map(
    ({ key, registered, given }) => `- ${key}: registered ${show(registered)}, given ${show(given)}`,
  )
  return [
    `The model "${wanted?.name}" exists with different metadata, which the platform's API cannot change.`,
    'A model is deterministic. If it has changed, register it under another name that contains the version or the commit. If it is the same model, make metadata equal to what is registered, or set on-mismatch: warn.',
    ...lines,
  ].join('\n')
}

/** A value as JSON, shortened. */
function show(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  return clip(JSON.stringify(value), MAX_VALUE_LENGTH)
}
