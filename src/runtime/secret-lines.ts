/**
 * Finds the lines of a secret that are secret by themselves. The other lines also occur in files that contain no
 * secret.
 */

/** The first and last line of a PEM block, and of SSH's own format. */
const FRAME = /^-{4,5} ?(BEGIN|END) ([A-Z0-9 ]+?) ?-{4,5}$/
/** Blocks that are public. */
const PUBLIC =
  /^((TRUSTED |X509 |NEW )?CERTIFICATE( REQUEST)?|X509 CRL|(\w+ )?PUBLIC KEY( BLOCK)?|(DH|EC|DSA) PARAMETERS)$/
/** Minimum bits of entropy of a secret line. Eight random letters have more, an ordinary word has less. */
const LITTLE_ENTROPY = 30
const MAX_LINES = 1000

/**
 * Returns the lines of a multi-line secret, without the frames of PEM blocks, the content of public blocks, lines with
 * little entropy, and lines of ordinary words.
 */
export function secretLines(secret: string): string[] {
  const all = secret.split(/\r?\n/).map((line) => line.trim())
  const lines = all.filter((line) => line !== '')
  // A file with one line usually ends with a line break, which is not a part of the secret.
  if (lines.length === 1) return lines
  return privateLines(lines).filter(isSecretAlone).slice(0, MAX_LINES)
}

/** Returns whether a text contains only certificates, public keys and comments. */
export function isPublic(secret: string): boolean {
  const lines = secret.split(/\r?\n/).map((line) => line.trim())
  if (!lines.some((line) => FRAME.test(line))) return false
  return !privateLines(lines).some((line) => !line.startsWith('#') && isSecretAlone(line))
}

function privateLines(lines: readonly string[]): string[] {
  let open = false
  return lines.filter((line) => {
    const [, edge, kind = ''] = FRAME.exec(line) ?? []
    if (edge === undefined) return !open
    open = edge === 'BEGIN' && PUBLIC.test(kind)
    return false
  })
}

/**
 * Returns whether a line differs from ordinary text: it has high entropy, and either no words or a run of mixed
 * characters.
 */
function isSecretAlone(line: string): boolean {
  if (line.length < 8 || entropy(line) < LITTLE_ENTROPY) return false
  if (!/[\s"']/.test(line)) return true
  return (line.match(/[A-Za-z0-9]{8,}/g) ?? []).some(isMixed)
}

function isMixed(run: string): boolean {
  return [/[a-z]/, /[A-Z]/, /[0-9]/].filter((kind) => kind.test(run)).length >= 2
}

/** Returns the Shannon entropy of the whole text, in bits. */
export function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  const length = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [...counts.values()].reduce((bits, count) => bits - count * Math.log2(count / length), 0)
}
