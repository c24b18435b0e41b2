/** One authentication method that a registry offers. */
export interface Challenge {
  /** In lower case: `bearer`, `basic`. */
  scheme: string
  /** Parameters by their lower-case names. */
  parameters: Partial<Record<string, string>>
}

const token = String.raw`[\w!#$%&'*+.^\`|~-]+`
/** Matches a scheme, or a parameter with its value. The token of a scheme such as Negotiate looks like a scheme too. */
const item = new RegExp(String.raw`(${token})(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+)))?`, 'g')

/**
 * Reads `WWW-Authenticate` (RFC 9110, 11.6.1), which may contain several challenges: each in its own header, which
 * arrive here joined by commas, or all in one.
 */
export function parseChallenges(header: string): Challenge[] {
  const challenges: Challenge[] = []
  for (const [, name = '', quoted, plain] of header.matchAll(item)) {
    const value = quoted?.replaceAll(/\\(.)/g, '$1') ?? plain
    if (value === undefined) challenges.push({ scheme: name.toLowerCase(), parameters: {} })
    else Object.assign(challenges.at(-1)?.parameters ?? {}, { [name.toLowerCase()]: value })
  }
  return challenges
}
