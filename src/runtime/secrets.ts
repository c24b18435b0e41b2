import { groupBy } from '../util/group-by.js'
import * as log from './log.js'
import { reporter } from './reporter.js'
import { base64Within, inLines } from './secret-encodings.js'
import { isPublic, secretLines } from './secret-lines.js'
import { sanitizeLine, type Whole } from './untrusted-text.js'

/**
 * Minimum characters of a secret that is masked. Masking shorter values would hide ordinary words in the log, and an
 * image may contain them by chance. Tokens of platforms are much longer.
 */
export const MIN_SECRET_LENGTH = 8

/**
 * Asks the host to mask a secret in the log, in every form in which it may appear: as it is, each of its lines, in
 * base64 and base64url (alone, and after `user:` as in a registry login, also in lines), URL-encoded, in JSON, and
 * sanitized. A short secret is not masked; a warning says so.
 *
 * @param what names the secret in that warning
 */
export function maskSecret(secret: string, user?: string, what = 'A secret'): void {
  if (secret.length < MIN_SECRET_LENGTH) warnOfShort(secret, what)
  for (const form of secretForms(secret, user)) {
    if (!masked.has(form)) reporter.setSecret(form)
    masked.add(form)
    longest = Math.max(longest, form.length)
  }
  beginnings = undefined
}

const short = new Set<string>()

function warnOfShort(secret: string, what: string): void {
  if (secret.trim() === '' || short.has(what)) return
  short.add(what)
  log.warning(
    `${what} has fewer than ${MIN_SECRET_LENGTH} characters. It is not masked in the log and not searched for in the image, because ordinary words would be. If it is a secret, use a longer one; if not, it need not be passed as one.`,
    'Short secret',
  )
}

const masked = new Set<string>()
/** Number of characters of the longest masked form. */
let longest = 0
/** The masked forms by their first characters, longest first; undefined if they must be rebuilt. */
let beginnings: Map<string, string[]> | undefined

/**
 * Returns the text without the secrets that are masked so far. Use it where the runner does not mask: outputs, a
 * terminal, and data sent to other services.
 */
export function redact(text: string): string {
  if (masked.size === 0) return text
  // A regular expression with thousands of alternatives, one for each line of a key file, would need too much memory.
  beginnings ??= groupBy(
    [...masked].sort((a, b) => b.length - a.length),
    (form) => form.slice(0, MIN_SECRET_LENGTH),
  )
  let result = ''
  let shown = 0
  for (let at = 0; at + MIN_SECRET_LENGTH <= text.length; ) {
    const forms = beginnings.get(text.slice(at, at + MIN_SECRET_LENGTH))
    // Longer forms first, so that no part is left of a secret that contains another one.
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

/**
 * Returns where to cut a text, at `at` or before, so that the cut splits no masked secret: the halves would not be
 * masked. A secret that continues after the end of the text is not recognized.
 */
export function cutOutsideSecrets(text: string, at: number): number {
  let cut = at
  for (let form = findAcross(text, cut); form; form = findAcross(text, cut)) cut = form.start
  if (cut > 0) return cut
  // The text begins with a secret, so keep the whole secret.
  cut = at
  for (let form = findAcross(text, cut); form; form = findAcross(text, cut)) cut = form.end
  return cut
}

/** Finds a masked secret that begins before a place and ends after it. */
function findAcross(text: string, at: number): { start: number; end: number } | undefined {
  for (const form of masked) {
    const from = Math.max(0, at - form.length + 1)
    const found = text.slice(from, at + form.length - 1).indexOf(form)
    if (found !== -1) return { start: from + found, end: from + found + form.length }
  }
  return undefined
}

/** Keeps masked secrets whole where a long line is split, whatever their size. */
export const wholeSecrets: Whole = { longest: () => longest, cut: cutOutsideSecrets }

/**
 * Returns the forms that `maskSecret` masks, none shorter than `MIN_SECRET_LENGTH`. For a multi-line secret, they include
 * each line that is secret by itself. Certificates and public keys have no forms.
 */
export function secretForms(secret: string, user?: string): string[] {
  if (isPublic(secret)) return []
  const plain = [secret, ...secretLines(secret)].filter((text) => text.length >= MIN_SECRET_LENGTH)
  const pairs = user === undefined ? [] : [`${user}:${secret}`]
  const encoded = [...plain, ...pairs].flatMap((text) => {
    const bytes = Buffer.from(text)
    return [bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')]
  })
  const printed = [secret.trim(), ...pairs].flatMap((text) => [
    ...base64Within(text, 0).flatMap((code) => [
      code,
      ...inLines(code, 76, text),
      ...inLines(code, 64, text),
    ]),
    ...inLines(Buffer.from(text).toString('hex'), 60, text),
  ])
  const written = plain.flatMap((text) => [
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
    sanitizeLine(text),
  ])
  return [...new Set([...plain, ...encoded, ...printed, ...written])].filter(
    (form) => form.length >= MIN_SECRET_LENGTH,
  )
}

const SECRET_NAME =
  /(^|_)(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|APIKEY|(API|ACCESS|PRIVATE|SECRET)_?KEY)(_|$)/i

/** Returns whether a variable or build argument with this name is meant to hold a secret. */
export function namesSecret(name: string): boolean {
  return SECRET_NAME.test(name)
}

/**
 * Matches `user:password@` in an address, even if the password contains a slash. In `docker-image://` addresses, a
 * digest follows the `@`.
 */
const USER_INFO =
  /^(?!docker-image:|oci-layout:|target:)([a-z][a-z\d+.-]*:\/\/)(?:([^/?#\s@]*)@|([^/\s:@]+:(?!\d+(?:\/|$))[^\s@]*)@)/i
/** Matches `user:password@host:path`, which Git accepts for SSH. */
const SCP_LIKE = /^()([^\s/:@]+:[^\s/@]+)@(?=[\w.-]+:)/

/**
 * Returns the credentials in an address: the password, or the user if there is no password; undefined if there are
 * none.
 */
export function credentialsIn(address: string): string | undefined {
  const [, scheme = '', user, late] = USER_INFO.exec(address) ?? SCP_LIKE.exec(address) ?? []
  const [name, ...password] = (user ?? late ?? '').split(':')
  if (password.length > 0) return password.join(':') || undefined
  // In an SSH address, a user without a password is a public account name.
  return /ssh/i.test(scheme) ? undefined : name || undefined
}

/** Returns the text without the credentials in its addresses and in settings such as `secret_access_key=…`. */
export function withoutCredentials(text: string): string {
  const settings = /(?<![\w-])([\w-]*(?:token|secret|passw|key)[\w-]*)=[^,\s"]+/gi
  return text.replaceAll(settings, '$1=***').replaceAll(/\S+/g, (word) => {
    const at = word.search(/[a-z][a-z\d+.-]*:\/\//i)
    const [before, address] = at === -1 ? ['', word] : [word.slice(0, at), word.slice(at)]
    const secret = credentialsIn(address)
    return secret === undefined ? word : before + address.replace(`${secret}@`, '***@')
  })
}

/** Names of settings that describe a secret, and of special tokens of a tokenizer. */
const DESCRIPTION =
  /_(FILE|PATH|DIR|DIRECTORY|COUNT|LENGTH|LEN|SIZE|LIMIT|MAX|MIN|TYPE|TTL|EXPIRY|SECONDS|NAME|ID|URL|ENDPOINT|ENABLED|REQUIRED|INDEX|POSITION|PREFIX|SUFFIX|HEADER|FORMAT|VERSION)$|(^|_)(PAD|EOS|BOS|MASK|UNK|SEP|CLS|STOP|START|END|SPECIAL|IMAGE|TEXT|NEXT)_TOKEN$/i
const NUMBER = /^[-+]?\d{1,12}([._,:-]\d{1,6}){0,4} ?(ms|s|m|h|d|w|k|kb|mb|gb|ki|mi|gi|%)?$/i
const SWITCH = /^(true|false|yes|no|on|off|none|null|auto|default|enabled|disabled)$/i
const PATH = /^(~|\.{1,2}|[A-Za-z]:)?[\\/]/
/** `[PAD]`, `<|endoftext|>`, `${NAME}`, `{{ name }}`. */
const PLACEHOLDER = /^(\[[^[\]]{1,24}\]|<[^<>]{1,24}>|\$\{?\w+\}?|\{\{?[^{}]{1,24}\}?\})$/
/** A run of characters that is typical of generated tokens and keys. */
const RANDOM = /(?=[A-Za-z0-9+/=_-]*[0-9])(?=[A-Za-z0-9+/=_-]*[A-Za-z])[A-Za-z0-9+/=_-]{16,}|[0-9A-Fa-f]{24,}/

/**
 * Returns whether a value may be a secret if its name says that it holds one. Values that clearly are not secrets are
 * excluded: an empty value, a number, a boolean, a path, a placeholder, and the value of a setting that describes a
 * secret.
 */
export function maybeSecret(name: string, value: string): boolean {
  const text = value.trim()
  if (text === '' || NUMBER.test(text) || SWITCH.test(text) || PLACEHOLDER.test(text)) return false
  if (credentialsIn(text) !== undefined) return true
  const random = text.split(/[\\/]/).some((part) => RANDOM.test(part))
  if (PATH.test(text)) return random && !/\.\w{1,10}$/.test(text)
  return random || !DESCRIPTION.test(name)
}
