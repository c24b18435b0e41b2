/** An image reference as written: `[domain/]path[:tag][@digest]`. Without a domain it refers to Docker Hub. */
export interface Reference {
  domain?: string
  path: string
  tag?: string
  digest?: string
}

const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?'
const domainName = new RegExp(String.raw`^(?:${label}(?:\.${label})*|\[[A-Fa-f0-9:]+\])(?::[0-9]+)?$`)
const hexLengths: Record<string, number> = { sha256: 64, sha384: 96, sha512: 128 }
const pathLimit = 255

/**
 * Reads an image reference by the grammar of distribution/reference. The first segment is a registry if it is
 * `localhost` or contains a dot, a colon or a capital letter: `Docker/docker` has the host `Docker`, `test.com:5000`
 * has the tag `5000`.
 *
 * @throws Error that says what is wrong with the text and what to write instead
 */
export function parseReference(text: string): Reference {
  const refuse = (reason: string): Error =>
    new Error(`${JSON.stringify(text)} is not a valid image reference: ${reason}`)
  if (text === '') throw refuse('it is empty; write a name such as "registry.example.com/team/evaluator"')
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.exec(text)?.[0]
  if (scheme) throw refuse(`leave out "${scheme}"`)
  if (/\s/.test(text)) throw refuse('it contains white space; remove it')

  const { domain, path, tag, digest } = splitReference(text)
  const problem =
    (digest !== undefined && problemOfDigest(digest)) ||
    (tag !== undefined && problemOfTag(tag)) ||
    (domain !== undefined && problemOfDomain(domain)) ||
    problemOfPath(domain, path)
  if (problem) throw refuse(problem)
  return {
    ...(domain !== undefined && { domain }),
    path,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  }
}

/** Writes a reference so that parseReference can read it. */
export function formatReference({ domain, path, tag, digest }: Reference): string {
  const host = domain === undefined ? '' : `${domain}/`
  return host + path + (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`)
}

/** Returns the registry that the engine contacts for this reference: `docker.io` if none is written. */
export function registryHost({ domain }: Pick<Reference, 'domain'>): string {
  return domain === undefined || domain === 'index.docker.io' ? 'docker.io' : domain
}

/**
 * Returns the path under which the registry stores a repository: Docker Hub puts names with one part under `library`.
 */
export function repositoryPath(host: string, path: string): string {
  return host === 'docker.io' && !path.includes('/') ? `library/${path}` : path
}

export function isTag(text: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(text)
}

/**
 * Returns whether the text is one segment of a path: lower-case letters and digits, joined by `.`, `_`, `__` or
 * hyphens.
 */
export function isPathComponent(text: string): boolean {
  return component.test(text)
}

function splitReference(text: string): Reference {
  const [named, digest] = splitAt(text, text.indexOf('@'))
  const colon = named.lastIndexOf(':')
  const [name, tag] = splitAt(named, colon > named.lastIndexOf('/') ? colon : -1)
  const [first, rest] = splitAt(name, name.indexOf('/'))
  const isDomain = rest !== undefined && (first === 'localhost' || /[.:A-Z]/.test(first))
  return {
    ...(isDomain && { domain: first }),
    path: isDomain ? rest : name,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  }
}

function splitAt(text: string, index: number): [before: string, after?: string] {
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}

function problemOfDigest(digest: string): string | undefined {
  const [algorithm, hex = ''] = splitAt(digest, digest.indexOf(':'))
  const length = hexLengths[algorithm]
  if (length === undefined) return `the digest "${digest}" must begin with "sha256:"`
  if (/^[0-9a-f]+$/.test(hex) && hex.length === length) return undefined
  return `the digest "${digest}" must have ${length} lower-case hexadecimal digits after "${algorithm}:"`
}

function problemOfTag(tag: string): string | undefined {
  if (isTag(tag)) return undefined
  if (tag === '') return 'the tag after ":" is empty; write one, or leave out the ":"'
  if (tag.length > 128) return `the tag has ${tag.length} characters; at most 128 are allowed`
  return `the tag "${tag}" may contain only letters, digits, "_", "." and "-", and must not begin with "." or "-"`
}

function problemOfDomain(domain: string): string | undefined {
  if (domainName.test(domain)) return undefined
  return `the registry "${domain}" must be a host name or address with an optional port, such as "registry.example.com:5000"`
}

function problemOfPath(domain: string | undefined, path: string): string | undefined {
  if (path === '')
    return 'there is no name besides the registry, tag and digest; write one, such as "team/evaluator"'
  if (domain === undefined && /^[0-9a-f]{64}$/.test(path)) {
    return 'it looks like an image id; write a name, or "name@sha256:…"'
  }
  const stored = repositoryPath(registryHost({ ...(domain !== undefined && { domain }) }), path)
  if (stored.length > pathLimit) {
    return `the path has ${stored.length} characters; at most ${pathLimit} are allowed`
  }
  const bad = path.split('/').find((segment) => !isPathComponent(segment))
  if (bad === undefined) return undefined
  if (bad === '') return 'a slash has nothing before or after it; remove it'
  if (isPathComponent(bad.toLowerCase())) return `write "${path}" in lower case: "${path.toLowerCase()}"`
  return `"${bad}" may contain only lower-case letters and digits, joined by one ".", one or two "_", or "-"`
}
