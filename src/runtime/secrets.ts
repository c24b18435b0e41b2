import { reporter } from './reporter.js'
import { sanitizeLine } from './untrusted-text.js'

/** Shorter values would blank out ordinary words of the log; platforms' tokens are far longer. */
export const SHORTEST_SECRET = 8

/**
 * Has the host mask a secret in the log, in every form in which it may turn up: as it is, each of its lines,
 * in base64 and base64url (alone, and behind `user:` as in a registry login), URL-encoded, inside JSON, and as the sink
 * for foreign text makes a line of it harmless.
 */
export function maskSecret(secret: string, user?: string): void {
  for (const form of secretForms(secret, user)) {
    if (!masked.has(form)) reporter.setSecret(form)
    masked.add(form)
  }
  pattern = undefined
}

const masked = new Set<string>()
/** Finds what is masked; undefined while it is to be made anew. */
let pattern: RegExp | undefined

/** The text without the secrets that are masked so far, for where nobody else masks: outputs, a terminal, and what is sent elsewhere. */
export function redact(text: string): string {
  if (masked.size === 0) return text
  // Longer ones first, so that none is left of a secret in which another one stands.
  pattern ??= new RegExp(
    [...masked]
      .sort((a, b) => b.length - a.length)
      .map(literally)
      .join('|'),
    'g',
  )
  return text.replace(pattern, '***')
}

/** Where to cut a text at `at` or before, so that no masked secret is torn, whose halves nobody would mask. */
export function cutOutsideSecrets(text: string, at: number): number {
  let cut = at
  let end = at
  for (let before = -1; before !== cut; ) {
    before = cut
    for (const form of masked) {
      const found = text.indexOf(form, Math.max(0, cut - form.length + 1))
      if (found === -1 || found >= cut) continue
      end = Math.max(end, found + form.length)
      cut = found
    }
  }
  // A text that begins with it is handed over with the whole of it.
  return cut > 0 ? cut : end
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

/** The forms that `maskSecret` masks, none shorter than four characters. */
export function secretForms(secret: string, user?: string): string[] {
  const plain = [secret, ...secret.split(/\r?\n/).map((line) => line.trim())]
  const pairs = user === undefined ? [] : [`${user}:${secret}`]
  const encoded = [...plain, ...pairs].flatMap((text) => {
    const bytes = Buffer.from(text)
    return [bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')]
  })
  const written = plain.flatMap((text) => [
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
    sanitizeLine(text),
  ])
  return [...new Set([...plain, ...encoded, ...written])].filter((form) => form.length >= 4)
}

const SECRET_NAME =
  /(^|_)(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|APIKEY|(API|ACCESS|PRIVATE|SECRET)_?KEY)(_|$)/i

/** Whether a variable or build argument of this name is meant to hold a secret. */
export function namesSecret(name: string): boolean {
  return SECRET_NAME.test(name)
}

/** `user:password@` of an address, also where the password has a slash in it; `docker-image://` has a digest there. */
const USER_INFO =
  /^(?!docker-image:|oci-layout:|target:)([a-z][a-z\d+.-]*:\/\/)(?:([^/?#\s@]*)@|([^/\s:@]+:(?!\d+(?:\/|$))[^\s@]*)@)/i
/** `user:password@host:path`, as Git takes it for SSH. */
const SCP_LIKE = /^()([^\s/:@]+:[^\s/@]+)@(?=[\w.-]+:)/

/** The credentials in an address: a password, or what stands alone in its place; undefined for none. */
export function credentialsIn(address: string): string | undefined {
  const [, scheme = '', user, late] = USER_INFO.exec(address) ?? SCP_LIKE.exec(address) ?? []
  const [name, ...password] = (user ?? late ?? '').split(':')
  if (password.length > 0) return password.join(':') || undefined
  // By SSH a name alone is the account that everybody has there.
  return /ssh/i.test(scheme) ? undefined : name || undefined
}

/** A text without the credentials of addresses in it, and those of settings such as `secret_access_key=…`. */
export function withoutCredentials(text: string): string {
  const settings = /\b([\w-]*(?:token|secret|passw|key)[\w-]*)=[^,\s"]+/gi
  return text.replaceAll(settings, '$1=***').replaceAll(/\S+/g, (word) => {
    const at = word.search(/[a-z][a-z\d+.-]*:\/\//i)
    const [before, address] = at === -1 ? ['', word] : [word.slice(0, at), word.slice(at)]
    const secret = credentialsIn(address)
    return secret === undefined ? word : before + address.replace(`${secret}@`, '***@')
  })
}
