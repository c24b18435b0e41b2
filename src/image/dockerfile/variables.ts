import { NotReusable } from '../reuse/not-reusable.js'

/**
 * Replaces the variables of a word as a Dockerfile's `FROM` does: `$NAME`, `${NAME}`, and `${NAME:-word}`, `${NAME:+word}`
 * with and without the colon. One that is not set is empty.
 * @throws NotReusable for what goes beyond that
 */
export function expand(word: string, variables: ReadonlyMap<string, string>): string {
  if (/[\\`]|\$(?![A-Za-z_{])/.test(word)) throw unreadable(word)
  const text = word.replaceAll(/^(["'])(.*)\1$/gs, '$2')
  let rest = text
  let result = ''
  for (let at = rest.indexOf('$'); at !== -1; at = rest.indexOf('$')) {
    result += rest.slice(0, at)
    const [matched, plain, braced, operator, alternative = ''] =
      /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+])((?:[^{}$]|\$[A-Za-z_]\w*|\$\{\w+\})*))?\})/.exec(
        rest.slice(at),
      ) ?? []
    if (matched === undefined) throw unreadable(word)
    result += resolve(plain ?? braced ?? '', operator, () => expand(alternative, variables), variables)
    rest = rest.slice(at + matched.length)
  }
  return result + rest
}

function resolve(
  name: string,
  operator: string | undefined,
  alternative: () => string,
  variables: ReadonlyMap<string, string>,
): string {
  const value = variables.get(name)
  if (value === undefined && /^BUILD(?:PLATFORM|OS|ARCH|VARIANT)$/.test(name))
    throw new NotReusable(`a base image depends on ${name}, which the builder decides`)
  const isSet = operator?.startsWith(':') ? value !== undefined && value !== '' : value !== undefined
  if (operator?.endsWith('-') && !isSet) return alternative()
  if (operator?.endsWith('+')) return isSet ? alternative() : ''
  return value ?? ''
}

function unreadable(word: string): NotReusable {
  return new NotReusable(`"${word}" in the Dockerfile cannot be read with certainty`)
}
