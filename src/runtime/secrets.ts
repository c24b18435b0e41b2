import { groupBy } from '../util/group-by.js'
import * as log from './log.js'
import { reporter } from './reporter.js'
import { isPublic, secretLines } from './secret-lines.js'
import { sanitizeLine } from './untrusted-text.js'

/** Shorter values would blank out ordinary words of the log, and are found in an image by chance; platforms' tokens are far longer. */
export const SHORTEST_SECRET = 8

/**
 * Has the host mask a secret in the log, in every form in which it may turn up: as it is, each of its lines,
 * in base64 and base64url (alone, and behind `user:` as in a registry login), URL-encoded, inside JSON, and as the sink
 * for foreign text makes a line of it harmless. A short one is not masked; a warning says so.
 *
 * @param what it is called in that warning
 */
export function maskSecret(secret: string, user?: string, what = 'A secret'): void {
  if (secret.length < SHORTEST_SECRET) warnOfShort(secret, what)
  for (const form of secretForms(secret, user)) {
    if (!masked.has(form)) reporter.setSecret(form)
    masked.add(form)
  }
  beginnings = undefined
}

const short = new Set<string>()

function warnOfShort(secret: string, what: string): void {
  if (secret.trim() === '' || short.has(what)) return
  short.add(what)
  log.warning(
    `${what} has fewer than ${SHORTEST_SECRET} characters. It is not masked in the log and not searched for in the image, because ordinary words would be. If it is a secret, use a longer one; if not, it need not be passed as one.`,
    'Short secret',
  )
}

const masked = new Set<string>()
/** What is masked by its beginning, longer forms first; undefined when it is to be made anew. */
let beginnings: Map<string, string[]> | undefined

/** The text without the secrets that are masked so far, for where nobody else masks: outputs, a terminal, and what is sent elsewhere. */
export function redact(text: string): string {
  if (masked.size === 0) return text
  // A regular expression of thousands of alternatives, as a file of keys has lines, takes more memory than there is.
  beginnings ??= groupBy(
    [...masked].sort((a, b) => b.length - a.length),
    (form) => form.slice(0, SHORTEST_SECRET),
  )
  let result = ''
  let shown = 0
  for (let at = 0; at + SHORTEST_SECRET <= text.length; ) {
    const forms = beginnings.get(text.slice(at, at + SHORTEST_SECRET))
    // Longer ones first, so that none is left of a secret in which another one stands.
    const form = forms?.find((one) => text.startsWith(one, at))
    if (form === undefined) {
      at++
      continue
    }
    result += `${text.slice(shown, at)}***`
    at += form.length
    shown = at
  }
  return result + text.slice(shown)
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

/**
 * The forms that `maskSecret` masks, none shorter than `SHORTEST_SECRET`. Of a secret with several lines, each line that
 * is a secret by itself is one. Certificates and public keys have none.
 */
export function secretForms(secret: string, user?: string): string[] {
  if (isPublic(secret)) return []
  const plain = [secret, ...secretLines(secret)].filter((text) => text.length >= SHORTEST_SECRET)
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
  return [...new Set([...plain, ...encoded, ...written])].filter((form) => form.length >= SHORTEST_SECRET)
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

/** Names of what describes a secret, or of the special words of a tokenizer. */
const DESCRIPTION =
  /_(FILE|PATH|DIR|DIRECTORY|COUNT|LENGTH|LEN|SIZE|LIMIT|MAX|MIN|TYPE|TTL|EXPIRY|SECONDS|NAME|ID|URL|ENDPOINT|ENABLED|REQUIRED|INDEX|POSITION|PREFIX|SUFFIX|HEADER|FORMAT|VERSION)$|(^|_)(PAD|EOS|BOS|MASK|UNK|SEP|CLS|STOP|START|END|SPECIAL|IMAGE|TEXT|NEXT)_TOKEN$/i
const NUMBER = /^[-+]?\d{1,12}([._,:-]\d{1,6}){0,4} ?(ms|s|m|h|d|w|k|kb|mb|gb|ki|mi|gi|%)?$/i
const SWITCH = /^(true|false|yes|no|on|off|none|null|auto|default|enabled|disabled)$/i
const PATH = /^(~|\.{1,2}|[A-Za-z]:)?[\\/]/
/** `[PAD]`, `<|endoftext|>`, `${NAME}`, `{{ name }}`. */
const PLACEHOLDER = /^(\[[^[\]]{1,24}\]|<[^<>]{1,24}>|\$\{?\w+\}?|\{\{?[^{}]{1,24}\}?\})$/
/** A run of characters as generated tokens and keys have it. */
const RANDOM = /(?=[A-Za-z0-9+/=_-]*[0-9])(?=[A-Za-z0-9+/=_-]*[A-Za-z])[A-Za-z0-9+/=_-]{16,}|[0-9A-Fa-f]{24,}/

/**
 * Whether a value may be a secret, given a name that is meant to hold one. Only what plainly is none counts as such:
 * nothing, a number, a switch, a path, a placeholder, and what stands under a name that describes a secret.
 */
export function maybeSecret(name: string, value: string): boolean {
  const text = value.trim()
  if (text === '' || NUMBER.test(text) || SWITCH.test(text) || PLACEHOLDER.test(text)) return false
  if (credentialsIn(text) !== undefined) return true
  const random = text.split(/[\\/]/).some((part) => RANDOM.test(part))
  if (PATH.test(text)) return random && !/\.\w{1,10}$/.test(text)
  return random || !DESCRIPTION.test(name)
}
