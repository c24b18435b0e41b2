/**
 * Tables of docker's behavior. Unit tests compare our code with them, and compat tests compare docker itself with
 * them, so that neither can drift.
 */

const pair = (user: string) => Buffer.from(`${user}:pass:word-0123`).toString('base64')
const login = (user: string) => ({ auth: pair(user) })
const hub = 'https://index.docker.io/v1/'

/** A `config.json`, and the user of the login that docker's client uses for each registry. `null` means none. */
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

/**
 * Logins of docker/login-action with `scope`, as buildx configuration directories with the registry and user of each,
 * plus a general login to GHCR; and the user of the login that buildx 0.31 uses to push an image. undefined means none.
 */
export const scopedCases: [
  what: string,
  logins: [directory: string, registry: string, user: string][],
  image: string,
  user: string | undefined,
][] = [
  ['of a repository', [['ghcr.io/acme/evaluator', 'ghcr.io', 'a']], 'ghcr.io/acme/evaluator', 'a'],
  ['of another repository', [['ghcr.io/acme/other', 'ghcr.io', 'a']], 'ghcr.io/acme/evaluator', 'general'],
  ['of a part of the path', [['ghcr.io/acme', 'ghcr.io', 'a']], 'ghcr.io/acme/evaluator', 'general'],
  ['of another registry', [['gcr.io/acme/evaluator', 'gcr.io', 'a']], 'ghcr.io/acme/evaluator', 'general'],
  ['for pushing', [['ghcr.io@push', 'ghcr.io', 'a']], 'ghcr.io/acme/evaluator', 'a'],
  ['for pushing one', [['ghcr.io/acme/evaluator@push', 'ghcr.io', 'a']], 'ghcr.io/acme/evaluator', 'a'],
  ['for both', [['ghcr.io/acme/evaluator@pull,push', 'ghcr.io', 'a']], 'ghcr.io/acme/evaluator', 'a'],
  ['for deleting', [['ghcr.io@delete', 'ghcr.io', 'a']], 'ghcr.io/acme/evaluator', 'general'],
  [
    'on Docker Hub',
    [['registry-1.docker.io/acme/evaluator@push', hub, 'a']],
    'docker.io/acme/evaluator',
    'a',
  ],
  [
    'on Docker Hub, short',
    [['registry-1.docker.io/library/evaluator', hub, 'a']],
    'docker.io/evaluator',
    'a',
  ],
  [
    'with a port',
    [['127.0.0.1:5000/acme/evaluator', '127.0.0.1:5000', 'a']],
    '127.0.0.1:5000/acme/evaluator',
    'a',
  ],
  [
    'of the registry and of the repository',
    [
      ['ghcr.io@pull,push', 'ghcr.io', 'a'],
      ['ghcr.io/acme/evaluator', 'ghcr.io', 'b'],
    ],
    'ghcr.io/acme/evaluator',
    'b',
  ],
  [
    'of the repository, with and without what it is for',
    [
      ['ghcr.io/acme/evaluator', 'ghcr.io', 'a'],
      ['ghcr.io/acme/evaluator@push', 'ghcr.io', 'b'],
    ],
    'ghcr.io/acme/evaluator',
    'b',
  ],
  ['without a login in it', [['ghcr.io/acme/evaluator', 'gcr.io', 'a']], 'ghcr.io/acme/evaluator', undefined],
]

/** The challenges of a registry, and which clients get access. */
export interface ChallengeCase {
  /** `WWW-Authenticate` headers, in which REALM is replaced by the address of the token service. */
  headers: string[]
  /** How our client gets access with a login, and without one. */
  ours: { login: 'Bearer' | 'Basic' | undefined; anonymous: 'Bearer' | undefined }
  /** Whether docker gets access, with the classic image store or with the containerd one. */
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
  // Docker reads only the first challenge of a header.
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

/**
 * Variables of a job, and whether Go programs such as docker use the proxy `proxy.example:3128` for each address.
 */
export const proxyCases: [env: Record<string, string>, ways: Record<string, boolean>][] = [
  [{}, { 'https://example.com': false }],
  [{ HTTPS_PROXY: '' }, { 'https://example.com': false }],
  [{ HTTP_PROXY: 'http://proxy.example:3128' }, { 'https://example.com': false }],
  [{ ALL_PROXY: 'http://proxy.example:3128' }, { 'https://example.com': false }],
  ...[
    { HTTPS_PROXY: 'http://proxy.example:3128' },
    { https_proxy: 'http://proxy.example:3128' },
    { HTTPS_PROXY: 'proxy.example:3128' },
    { HTTPS_PROXY: 'http://proxy.example:3128/' },
    { HTTPS_PROXY: 'HTTP://proxy.example:3128' },
    { HTTPS_PROXY: '', https_proxy: 'proxy.example:3128' },
    { HTTPS_PROXY: 'proxy.example:3128', https_proxy: 'http://other.example:1' },
  ].map((env): [Record<string, string>, Record<string, boolean>] => [
    env,
    {
      'https://example.com': true,
      'https://example.com:8443': true,
      'https://10.0.0.1': true,
      'https://[2001:db8::1]': true,
      'https://localhost': false,
      'https://localhost:8443': false,
      'https://127.0.0.1': false,
      'https://127.8.8.8': false,
      'https://[::1]': false,
      'https://[::ffff:127.0.0.1]': false,
      'https://127.0.0.1.example.com': true,
      'https://sub.localhost': true,
    },
  ]),
  ...[
    { NO_PROXY: 'example.com' },
    { no_proxy: 'example.com' },
    { NO_PROXY: '', no_proxy: 'example.com' },
    { NO_PROXY: 'example.com', no_proxy: 'example.net' },
    { NO_PROXY: ' EXAMPLE.com , ' },
    { NO_PROXY: 'example.com:' },
    { NO_PROXY: 'a.test,example.com,b.test' },
  ].map((env): [Record<string, string>, Record<string, boolean>] => [
    { HTTPS_PROXY: 'proxy.example:3128', ...env },
    {
      'https://example.com': false,
      'https://EXAMPLE.com': false,
      'https://example.com:8443': false,
      'https://sub.example.com': false,
      'https://a.sub.example.com': false,
      'https://notexample.com': true,
      'https://example.com.evil.test': true,
      'https://example.net': true,
    },
  ]),
  ...[{ NO_PROXY: '.example.com' }, { NO_PROXY: '*.example.com' }].map(
    (env): [Record<string, string>, Record<string, boolean>] => [
      { HTTPS_PROXY: 'proxy.example:3128', ...env },
      {
        'https://example.com': true,
        'https://sub.example.com': false,
        'https://a.sub.example.com': false,
        'https://notexample.com': true,
      },
    ],
  ),
  [
    { HTTPS_PROXY: 'proxy.example:3128', NO_PROXY: 'example.com:443,.example.net:8443,*.example.org:443' },
    {
      'https://example.com': false,
      'https://sub.example.com': false,
      'https://example.com:8443': true,
      'https://sub.example.net': true,
      'https://sub.example.net:8443': false,
      'https://example.net:8443': true,
      'https://sub.example.org': false,
      'https://example.org': true,
    },
  ],
  [
    { HTTPS_PROXY: 'proxy.example:3128', NO_PROXY: '10.0.0.0/8,192.168.1.0/24,2001:db8::/32' },
    {
      'https://10.255.0.1': false,
      'https://[::ffff:10.1.1.1]': false,
      'https://11.0.0.1': true,
      'https://192.168.1.77': false,
      'https://192.168.2.1': true,
      'https://[2001:db8:1::1]': false,
      'https://[2001:db9::1]': true,
      'https://10.example.com': true,
    },
  ],
  [
    { HTTPS_PROXY: 'proxy.example:3128', NO_PROXY: '10.0.0.1,10.0.0.2:8443,[2001:db8::1]:443,2001:db8::2' },
    {
      'https://10.0.0.1': false,
      'https://10.0.0.1:8443': false,
      'https://10.0.0.2': true,
      'https://10.0.0.2:8443': false,
      'https://[2001:db8::1]': false,
      'https://[2001:db8::1]:8443': true,
      'https://[2001:db8:0:0::2]': false,
      'https://10.0.0.10': true,
    },
  ],
  [
    { HTTPS_PROXY: 'proxy.example:3128', NO_PROXY: '*' },
    { 'https://example.com': false, 'https://10.0.0.1': false },
  ],
  [{ HTTPS_PROXY: 'proxy.example:3128', NO_PROXY: 'a.test,*' }, { 'https://example.com': false }],
  [
    {
      HTTPS_PROXY: 'proxy.example:3128',
      NO_PROXY: '*example.com,exa*,10.*,10.0.0.0/99,:443,https://example.com',
    },
    { 'https://example.com': true, 'https://sub.example.com': true, 'https://10.0.0.1': true },
  ],
  [
    { HTTPS_PROXY: 'proxy.example:3128', NO_PROXY: 'bücher.example' },
    { 'https://xn--bcher-kva.example': false, 'https://www.bücher.example': false },
  ],
  [
    { HTTPS_PROXY: 'proxy.example:3128', NO_PROXY: 'example.com example.net' },
    { 'https://example.com': true, 'https://example.net': true },
  ],
]
