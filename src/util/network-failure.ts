/** Codes of Node.js for what comes before an answer, and what to do about each. */
const remedies: [RegExp, string][] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'Check the address, and that this machine can resolve it.'],
  [
    /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/,
    'Check the address, its port, and firewalls and proxies on the way.',
  ],
  [
    /SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|^CERT_UNTRUSTED/,
    'Its certificate is of an authority that Node.js does not know: set the variable NODE_EXTRA_CA_CERTS to a file with it.',
  ],
  [
    /WRONG_VERSION_NUMBER|^EPROTO$/,
    'It speaks plain http on this port, or no http at all: write the port that speaks https. Plain http is for this machine alone.',
  ],
  [
    /^(CERT_HAS_EXPIRED|ERR_TLS_CERT_ALTNAME_INVALID)$/,
    'Check the address; if it is right, its certificate has to be renewed.',
  ],
]

/**
 * Why a request got no answer, and what to do as far as that can be told.
 * @param timeout milliseconds that the request was given
 */
export function explainNetwork(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no whole answer within ${timeout / 1000} s`
  const code = 'code' in error ? String(error.code) : ''
  // Where a name has several addresses, none of which answers, Node says no more than the code.
  const reason = error.message || code
  const remedy = remedies.find(([pattern]) => pattern.test(code))?.[1]
  return remedy === undefined ? reason : `${reason}. ${remedy}`
}
