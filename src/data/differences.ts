import { isDeepStrictEqual } from 'node:util'
import type { Json } from '../runtime/mapping.js'

/** A key whose value differs. A value is undefined if the key is absent. */
export interface Difference {
  key: string
  registered: Json | undefined
  given: Json | undefined
}

type Metadata = Readonly<Record<string, Json>>

/** Returns the keys, among those that count, whose values differ as JSON. The order of keys in a mapping is ignored. */
export function differencesOf(
  registered: Metadata,
  given: Metadata,
  counts: (key: string) => boolean = () => true,
): Difference[] {
  const keys = [...new Set([...Object.keys(given), ...Object.keys(registered)])].filter(counts)
  return keys
    .map((key) => ({ key, registered: own(registered, key), given: own(given, key) }))
    .filter(({ registered, given }) => !isDeepStrictEqual(registered, given))
}

/** Returns the object's own value for a key, not an inherited one. */
function own(metadata: Metadata, key: string): Json | undefined {
  return Object.hasOwn(metadata, key) ? metadata[key] : undefined
}
