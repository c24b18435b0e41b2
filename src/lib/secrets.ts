import { host } from './host.js'

/** Shorter values would blank out ordinary words of the log; platforms' tokens are far longer. */
export const SHORTEST_SECRET = 8

/**
 * Has the host mask a secret in the log, in every form in which it may turn up: as it is, each of its lines,
 * in base64 and base64url (alone, and behind `user:` as in a registry login), URL-encoded and inside JSON.
 */
export function maskSecret(secret: string, user?: string): void {
  for (const form of secretForms(secret, user)) {
    if (!masked.has(form)) host.setSecret(form)
    masked.add(form)
  }
}

const masked = new Set<string>()

/** The text without the secrets that are masked so far, for where the runner masks nothing: outputs, and what is sent elsewhere. */
export function redact(text: string): string {
  // Longer ones first, so that none is left of a secret in which another one stands.
  const forms = [...masked].sort((a, b) => b.length - a.length)
  return forms.reduce((rest, form) => rest.replaceAll(form, '***'), text)
}

/** The forms that `maskSecret` masks, none shorter than four characters. */
export function secretForms(secret: string, user?: string): string[] {
  const plain = [secret, ...secret.split(/\r?\n/).map((line) => line.trim())]
  const pairs = user === undefined ? [] : [`${user}:${secret}`]
  const encoded = [...plain, ...pairs].flatMap((text) => {
    const bytes = Buffer.from(text)
    return [bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')]
  })
  const written = plain.flatMap((text) => [encodeURIComponent(text), JSON.stringify(text).slice(1, -1)])
  return [...new Set([...plain, ...encoded, ...written])].filter((form) => form.length >= 4)
}

const SECRET_NAME =
  /(^|_)(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|APIKEY|(API|ACCESS|PRIVATE|SECRET)_?KEY)(_|$)/i

/** Whether a variable or build argument of this name is meant to hold a secret. */
export function namesSecret(name: string): boolean {
  return SECRET_NAME.test(name)
}
