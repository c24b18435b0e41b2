import { sentence } from '../runtime/errors.js'

/** Node.js error codes for failures before an answer, and what to do about each. */
const remedies: [RegExp, string][] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'Check the address, and that this machine can resolve it.'],
  [
    /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/,
    'Check the address, its port, and firewalls and proxies on the way.',
  ],
  [
    /SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|^CERT_UNTRUSTED/,
    "Node.js does not trust the authority of its certificate: set the variable NODE_EXTRA_CA_CERTS to a file with that authority's certificate.",
  ],
  [
    /WRONG_VERSION_NUMBER|^EPROTO$/,
    'This port does not use https: write the port that does. Plain http is allowed only to this machine.',
  ],
  [
    /^(CERT_HAS_EXPIRED|ERR_TLS_CERT_ALTNAME_INVALID)$/,
    'Check the address; if it is right, renew the certificate.',
  ],
]

/**
 * Explains why a request got no answer, and what to do if that is known.
 * @param timeout the time limit of the request in milliseconds
 */
export function explainNetwork(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no complete answer within ${timeout / 1000} s`
  const code = 'code' in error ? String(error.code) : ''
  // If a name has several addresses and none answers, Node's error has only a code.
  const reason = error.message || code
  const remedy = remedies.find(([pattern]) => pattern.test(code))?.[1]
  return remedy === undefined ? reason : `${sentence(reason)} ${remedy}`
}
