/**
 * What docker does, as tables: unit tests hold our code against them, and the compat tests hold docker itself against
 * them, so that neither can drift.
 */

const pair = (user: string) => Buffer.from(`${user}:pass:word-0123`).toString('base64')
const login = (user: string) => ({ auth: pair(user) })
const hub = 'https://index.docker.io/v1/'

/** A `config.json`, and whose login docker's client takes from it for each registry: `null` for none. */
export const loginCases: [config: Record<string, unknown>, users: Record<string, string | null>][] = [
  [{ auths: { 'ghcr.io': login('a') } }, { 'ghcr.io': 'a', 'gcr.io': null, 'docker.io': null }],
  [{ auths: { 'http://ghcr.io': login('a') } }, { 'ghcr.io': 'a' }],
  [{ auths: { 'https://ghcr.io': login('a') } }, { 'ghcr.io': 'a' }],
  [{ auths: { 'https://ghcr.io/': login('a') } }, { 'ghcr.io': 'a' }],
  [{ auths: { 'https://ghcr.io/v1/': login('a') } }, { 'ghcr.io': 'a' }],
  [{ auths: { 'https://ghcr.io/v2/': login('a') } }, { 'ghcr.io': 'a' }],
  [{ auths: { 'ghcr.io/': login('a') } }, { 'ghcr.io': 'a' }],
  [{ auths: { 'ghcr.io/v1/': login('a') } }, { 'ghcr.io': 'a' }],
  [{ auths: { 'ghcr.io/acme/evaluator': login('a') } }, { 'ghcr.io': 'a' }],
  [{ auths: { 'ghcr.io:443': login('a') } }, { 'ghcr.io': null, 'ghcr.io:443': 'a' }],
  [{ auths: { 'http://ghcr.io:80/v1/': login('a') } }, { 'ghcr.io': null, 'ghcr.io:80': 'a' }],
  [{ auths: { '127.0.0.1:5000': login('a') } }, { '127.0.0.1:5000': 'a', '127.0.0.1': null }],
  [{ auths: { 'http://127.0.0.1:5000': login('a') } }, { '127.0.0.1:5000': 'a' }],
  [{ auths: { 'xghcr.io': login('a'), 'ghcr.io.example': login('b') } }, { 'ghcr.io': null }],
  [{ auths: { 'ghcr.io': login('a'), 'https://ghcr.io/v1/': login('b') } }, { 'ghcr.io': 'a' }],
  [{ auths: { 'https://ghcr.io/v1/': login('b'), 'ghcr.io': login('a') } }, { 'ghcr.io': 'a' }],
  [{ auths: { 'ghcr.io': {}, 'https://ghcr.io': login('b') } }, { 'ghcr.io': null }],
  [{ auths: { [hub]: login('a') } }, { 'docker.io': 'a', 'index.docker.io': 'a' }],
  [{ auths: { 'docker.io': login('a') } }, { 'docker.io': null }],
  [{ auths: { 'index.docker.io': login('a') } }, { 'docker.io': null }],
  [{ auths: { 'https://index.docker.io/v1': login('a') } }, { 'docker.io': null }],
  [{ auths: { 'ghcr.io': { username: 'a', password: 'pass:word-0123' } } }, { 'ghcr.io': 'a' }],
  [{ auths: { 'ghcr.io': { ...login('a'), username: 'b', password: 'x' } } }, { 'ghcr.io': 'a' }],
  [
    { credsStore: 'recorder', auths: { 'ghcr.io': {} } },
    { 'ghcr.io': 'helper', 'docker.io': 'helper' },
  ],
  [
    { credHelpers: { 'ghcr.io': 'recorder' }, auths: { 'gcr.io': login('a') } },
    { 'ghcr.io': 'helper', 'gcr.io': 'a' },
  ],
  [{ credHelpers: { 'ghcr.io': '' }, auths: { 'ghcr.io': login('a') } }, { 'ghcr.io': 'a' }],
  [
    { credsStore: 'recorder', credHelpers: { 'ghcr.io': '' }, auths: { 'ghcr.io': login('a') } },
    { 'ghcr.io': 'a', 'gcr.io': 'helper' },
  ],
  [{ credsStore: '', auths: { 'ghcr.io': login('a') } }, { 'ghcr.io': 'a' }],
  [{ credHelpers: { 'https://ghcr.io': 'recorder' }, auths: { 'ghcr.io': login('a') } }, { 'ghcr.io': 'a' }],
  [{ credHelpers: { [hub]: 'recorder' } }, { 'docker.io': 'helper' }],
  [{ credHelpers: { 'docker.io': 'recorder' } }, { 'docker.io': null }],
]

/** How a registry lets itself be logged in to, and who gets in. */
export interface ChallengeCase {
  /** Headers `WWW-Authenticate`; REALM is the address of its token service. */
  headers: string[]
  /** By what our client gets in with a login, and without one. */
  ours: { login: 'Bearer' | 'Basic' | undefined; anonymous: 'Bearer' | undefined }
  /** Whether docker gets in, with the classic image store or with the containerd one. */
  docker: { login: boolean; anonymous: boolean }
}

const bearer = 'Bearer realm="REALM",service="s"'
const basic = 'Basic realm="r"'
const both = { login: true, anonymous: true }
const onlyLogin = { login: true, anonymous: false }
const nobody = { login: false, anonymous: false }

function gettingIn(
  by: 'Bearer' | 'Basic' | undefined,
  docker: ChallengeCase['docker'],
  ...headers: string[]
): ChallengeCase {
  return { headers, ours: { login: by, anonymous: by === 'Bearer' ? by : undefined }, docker }
}

export const challengeCases: ChallengeCase[] = [
  gettingIn('Basic', onlyLogin, basic),
  gettingIn('Basic', onlyLogin, 'BASIC realm=r'),
  gettingIn('Basic', onlyLogin, 'Basic'),
  gettingIn('Bearer', both, bearer),
  gettingIn('Bearer', both, 'bearer Realm="REALM", Service="s"'),
  gettingIn('Bearer', both, 'Bearer realm="REALM" ,service="s"'),
  gettingIn('Bearer', both, 'Bearer service="s,t",realm="REALM"'),
  gettingIn(
    'Bearer',
    both,
    String.raw`Bearer service="a \"quoted\" s",realm="REALM"`.replaceAll('\\\\', '\\'),
  ),
  gettingIn('Bearer', both, 'Bearer realm="REALM",error="invalid_token"'),
  gettingIn('Bearer', both, bearer, basic),
  gettingIn('Bearer', both, basic, bearer),
  gettingIn('Bearer', both, `${bearer}, ${basic}`),
  gettingIn('Basic', onlyLogin, 'Negotiate', basic),
  gettingIn('Basic', onlyLogin, basic, 'Negotiate'),
  gettingIn('Basic', onlyLogin, `${basic}, Negotiate`),
  gettingIn('Basic', onlyLogin, 'NTLM', 'Negotiate', basic),
  gettingIn('Basic', onlyLogin, 'Digest realm="r", nonce="n"', basic),
  gettingIn('Bearer', both, 'Negotiate', bearer),
  // Docker reads one challenge a header, and no further.
  gettingIn('Bearer', onlyLogin, `${basic}, ${bearer}`),
  gettingIn('Basic', nobody, `Negotiate, ${basic}`),
  gettingIn('Basic', nobody, `Negotiate YWJj==, ${basic}`),
  gettingIn('Bearer', nobody, 'Bearer   realm = "REALM" , service="s"'),
  gettingIn('Bearer', nobody, 'Bearer realm=REALM,service=s'),
  gettingIn('Basic', nobody, 'Bearer service="s"', basic),
  gettingIn(undefined, nobody, 'Negotiate'),
  gettingIn(undefined, nobody, 'Bearer'),
  gettingIn(undefined, nobody, ''),
]
