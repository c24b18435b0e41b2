import { isDeepStrictEqual } from 'node:util'
import type { Json } from '../runtime/mapping.js'

/** A key whose value differs; undefined where it is absent. */
export interface Difference {
  key: string
  registered: Json | undefined
  given: Json | undefined
}

type Metadata = Readonly<Record<string, Json>>

/** The keys, of those that count, whose values are not equal as JSON: the order of keys in a mapping is none. */
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

/** The value of a key itself, not what every object inherits. */
function own(metadata: Metadata, key: string): Json | undefined {
  return Object.hasOwn(metadata, key) ? metadata[key] : undefined
}
