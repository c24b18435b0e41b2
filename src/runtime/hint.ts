import { closestMatch } from 'leven'

/** Maximum edits between a name and the one that was probably meant. */
const MAX_EDITS = 3

/** Returns the candidate that was probably meant, or undefined. Capitals and punctuation make no difference. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const same = candidates.find((candidate) => plain(candidate) === plain(name))
  // In a short name, a few edits make any other name.
  const maxDistance = Math.min(MAX_EDITS, Math.ceil(name.length / 3))
  return same ?? closestMatch(name, [...candidates], { maxDistance })
}

/** Returns the end of a message that suggests a name: "; did you mean score?" */
export function hint(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates)
  return near === undefined ? '' : `; did you mean ${near}?`
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
