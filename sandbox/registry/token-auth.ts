import { execFileSync } from 'node:child_process'
import { createPrivateKey, type KeyObject, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { Refusal, type Reply, type Route } from '../http.js'

/** One entry of a registry token's `access` claim. */
export interface Access {
  type: string
  name: string
  actions: string[]
}

/** Signs registry tokens. The registry verifies them with the certificate. */
export interface TokenIssuer {
  service: string
  issuer: string
  /** PEM, self-signed. */
  certificate: string
  /** A JSON web token, valid for five minutes. */
  issue(subject: string, access: Access[]): Promise<string>
}

/** Decides who can push where. */
export interface AccessPolicy {
  isMember(username: string, password: string): boolean
  /** Returns which of `pull` and `push` the user may do in the repository. */
  permissions(username: string, repository: string): readonly string[]
}

const LIFETIME_SECONDS = 300

/** Throws if `openssl`, which creates the certificate, is missing. */
export function createTokenIssuer(): TokenIssuer {
  const { privateKey, certificate } = createKeyPair()
  const x5c = [certificate.replace(/-----[^-]+-----|\s/g, '')]
  const [service, issuer] = ['sandbox-registry', 'sandbox']
  return {
    service,
    issuer,
    certificate,
    issue: (name, access) =>
      new SignJWT({ access })
        .setProtectedHeader({ alg: 'ES256', typ: 'JWT', x5c })
        .setIssuer(issuer)
        .setAudience(service)
        .setSubject(name)
        .setJti(randomUUID())
        .setIssuedAt()
        .setNotBefore('0s')
        .setExpirationTime(`${LIFETIME_SECONDS}s`)
        .sign(privateKey),
  }
}

/** `-keyout -` writes both to stdout, so that the key is never in a file. */
function createKeyPair(): { privateKey: KeyObject; certificate: string } {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', '-']
  const subject = ['-subj', '/CN=evaluator sandbox', '-days', '365']
  const pem = execFileSync('openssl', ['req', '-x509', ...key, ...subject], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [certificate = ''] = /-----BEGIN CERTIFICATE-----.+/s.exec(pem) ?? []
  return { privateKey: createPrivateKey(pem), certificate }
}

/**
 * The token endpoint to which the registry sends its clients, with the token protocol of the distribution specification.
 * Supports only GET: BuildKit tries POST first and falls back on 405.
 */
export function tokenRoute(issuer: TokenIssuer, policy: AccessPolicy): Route {
  return {
    method: 'GET',
    path: '/token',
    async answer({ headers, query }): Promise<Reply> {
      const { username, password } = parseBasic(headers.authorization)
      if (!policy.isMember(username, password)) {
        throw new Refusal(401, 'the user is not an organization, or the password none of its tokens', {
          'www-authenticate': 'Basic realm="sandbox"',
        })
      }
      const access = query.getAll('scope').flatMap((scope) => grant(scope, username, policy))
      const token = await issuer.issue(username, access)
      const issued_at = new Date().toISOString()
      return { status: 200, body: { token, access_token: token, expires_in: LIFETIME_SECONDS, issued_at } }
    },
  }
}

/** Returns the granted part of the scopes (`repository:acme/model:pull,push`, separated by spaces). */
function grant(scopes: string, username: string, policy: AccessPolicy): Access[] {
  return scopes.split(' ').flatMap((scope) => {
    const [, name = '', wanted = ''] = /^repository:([^:]+):(.+)$/.exec(scope) ?? []
    const permitted = policy.permissions(username, name)
    const actions = wanted.split(',').filter((action) => permitted.includes(action))
    return actions.length > 0 ? [{ type: 'repository', name, actions }] : []
  })
}

function parseBasic(header = ''): { username: string; password: string } {
  const encoded = /^Basic (\S+)$/i.exec(header)?.[1] ?? ''
  const [, username = '', password = ''] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? []
  return { username, password }
}
