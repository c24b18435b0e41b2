/** One way in which a registry lets itself be logged in to. */
export interface Challenge {
  /** In lower case: `bearer`, `basic`. */
  scheme: string
  /** By their names in lower case. */
  parameters: Partial<Record<string, string>>
}

const token = String.raw`[\w!#$%&'*+.^\`|~-]+`
/** A scheme, or a parameter with its value; what a scheme such as Negotiate may have in place of parameters looks like one of them. */
const item = new RegExp(String.raw`(${token})(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+)))?`, 'g')

/**
 * Reads `WWW-Authenticate` (RFC 9110, 11.6.1), which may have several challenges: each in a header of its own, which
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
