import { describe, expect, test } from '@jest/globals'
import type { TarEntry } from '../../../../src/image/layers/tar.js'
import { holdsGitLogin } from '../../../../src/image/verify/git-config.js'
import { checkLayers } from '../../../../src/image/verify/layer-checks.js'
import { LayerScan } from '../../../../src/image/verify/layer-scan.js'
import { SecretSearch } from '../../../../src/image/verify/secret-search.js'

const search = new SecretSearch([{ label: 'the API token', value: 'acme-api-token-0123456789' }])

async function scan(files: Record<string, string>, secrets = search): Promise<LayerScan> {
  const layer = new LayerScan(secrets)
  for (const [path, content] of Object.entries(files)) {
    const body = (async function* () {
      yield Buffer.from(content)
    })()
    await layer.visit({ path, type: 'file', size: Buffer.byteLength(content), body })
  }
  return layer
}

const header = '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic eC1hY2Nlc3M=\n'
const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n'

describe('checkLayers', () => {
  test.each([
    ['the token', { 'opt/app/config': 'x=acme-api-token-0123456789' }, ['secret-in-layer']],
    ['a private key', { 'root/.ssh/deploy': key }, ['private-key']],
    ['a private key after a comment', { 'k.pem': `# our key\n${key}` }, ['private-key']],
    ['an RSA key', { 'k.pem': '-----BEGIN RSA PRIVATE KEY-----\n' }, ['private-key']],
    ['code that mentions keys', { 'opt/ssh.py': `"""${key}"""` }, []],
    ['a public key', { 'id.pub': 'ssh-ed25519 AAAA', 'cert.pem': '-----BEGIN CERTIFICATE-----' }, []],
    ['the test key of a package', { 'usr/lib/site-packages/tornado/test/test.key': key }, ['key-in-package']],
    ['.env', { 'opt/app/.env': 'A=1' }, ['credential-file']],
    ['.env.example', { 'opt/app/.env.example': 'A=1' }, []],
    ['an empty .env', { 'opt/app/.env': '' }, []],
    ['.netrc', { 'root/.netrc': 'machine x' }, ['credential-file']],
    ['AWS credentials', { 'root/.aws/credentials': '[default]' }, ['credential-file']],
    ['a Git repository', { 'opt/app/.git/HEAD': 'ref: refs/heads/main' }, ['git-directory']],
    ...[
      'opt/app/.git/config',
      'opt/app/vendor/lib/.git/config',
      'opt/app/.git/modules/lib/config',
      'opt/app/.git/modules/lib/modules/deep/config',
      'opt/app/.git/worktrees/x/config.worktree',
      'srv/lib.git/config',
      'root/.gitconfig',
      'etc/gitconfig',
      'root/.config/git/config',
      'tmp/git-credentials-1b3c.config',
    ].flatMap((path): [string, Record<string, string>, string[]][] => [
      [`a header in ${path}`, { [path]: header }, ['git-login']],
      [`no login in ${path}`, { [path]: '[remote "origin"]\n\turl = https://github.com/a/b\n' }, []],
    ]),
    ...(
      [
        ['a header on one line', '[http] extraheader = AUTHORIZATION: bearer x', true],
        ['a header in capitals', '[http]\n\tExtraHeader=AUTHORIZATION: basic eA==', true],
        ['a header after 100 KB', `${'# remark\n'.repeat(12_000)}${header}`, true],
        ['a password in a URL', 'url = https://octocat:hunter2@github.com/a/b', true],
        ['a token in a URL', 'url = https://x-access-token:ghs_abc@github.com/a/b', true],
        ['a token without a user name', 'url = https://ghp_0123456789abcdefghij@github.com/a/b', true],
        ['a GitLab token', 'url = https://oauth2:glpat-0123456789@gitlab.com/a/b', true],
        [
          'a password in a rewrite rule',
          '[url "https://u:p@github.com/"]\n\tinsteadOf = https://github.com/',
          true,
        ],
        ['an empty header', '[http]\n\textraheader =\n', false],
        ['a comment about a header', '# extraheader = x', false],
        ['an SSH address', 'url = ssh://git@github.com:22/a/b\nurl = git@github.com:a/b', false],
        ['a user without a password', 'url = https://octocat@github.com/a/b', false],
        ['a port in a URL', 'url = https://git.example.com:8443/a/b@c', false],
      ] as const
    ).map(([name, content, login]): [string, Record<string, string>, string[]] => [
      `a Git configuration with ${name}`,
      { 'opt/app/.git/config': content },
      login ? ['git-login'] : [],
    ]),
    ['GPU libraries', { 'opt/site-packages/nvidia_cudnn_cu12-9.1.dist-info/METADATA': 'x' }, ['gpu-image']],
    [
      'a CUDA build of torch',
      { 'opt/site-packages/torch-2.4.0+cu121.dist-info/METADATA': 'x' },
      ['gpu-image'],
    ],
    ['a CPU build of torch', { 'opt/site-packages/torch-2.4.0+cpu.dist-info/METADATA': 'x' }, []],
    ['nothing special', { 'opt/app/main.py': 'print(1)' }, []],
  ])('checks a layer with %s', async (_, files: Record<string, string>, ids) => {
    const findings = checkLayers(new Map([[2, await scan(files)]]), undefined, undefined)
    expect(findings.map(({ id }) => id)).toEqual(ids)
    const [path] = Object.keys(files)
    for (const { message } of findings) expect(message).toContain(`layer 3: /${path}`)
  })

  test('reports a layer that could not be read, with the reason', () => {
    const unsearched = new Map([[1, 'it is compressed with zstd']])
    expect(checkLayers(new Map(), undefined, undefined, unsearched)).toMatchObject([
      {
        id: 'not-searched',
        severity: 'error',
        message: 'layer 2 was not searched: it is compressed with zstd',
      },
    ])
  })

  test('reports many files of one kind in one finding that names some of them', async () => {
    const files = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`app/${n}/.env`, 'A=1']))
    const findings = checkLayers(new Map([[0, await scan(files)]]), undefined, undefined)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.message).toMatch(/\/app\/0\/\.env, .*\/app\/4\/\.env and 95 more$/)
  })

  test('reports large files that another layer also has, with their size', async () => {
    const content = 'weights'.repeat(1_000_000)
    const layers = new Map([
      [1, await scan({ 'opt/a/w.bin': content, 'opt/a/v.bin': content })],
      [2, await scan({ 'opt/b/w.bin': content })],
    ])
    expect(checkLayers(layers, undefined, undefined)).toMatchObject([
      { id: 'duplicated-files', message: expect.stringContaining('14 MB of the image are stored twice') },
    ])
  })
})

test('finds keys and credentials even if there are no secrets to search for', async () => {
  const layer = await scan({ 'root/.ssh/id_rsa': key, 'root/.netrc': 'x' }, new SecretSearch([]))
  expect(layer.fileFindings.map(({ kind }) => kind)).toEqual(['private-key', 'credential-file'])
})

describe('a secret in a name', () => {
  const token = 'acme-api-token-0123456789'
  const encoded = Buffer.from(`user:${token}`).toString('base64')
  test.each<[string, Partial<TarEntry>, string]>([
    ['a file', { path: `opt/${token}.txt`, type: 'file', size: 1 }, 'opt/***'],
    ['an empty file', { path: `opt/x-${token}`, type: 'file' }, 'opt/***'],
    ['a removed file', { path: `opt/.wh.${token}`, type: 'file' }, 'opt/***'],
    ['a directory', { path: `opt/${token}/`, type: 'directory' }, 'opt/***/'],
    ['a file below a directory', { path: `${token}/a.txt`, type: 'file', size: 1 }, '***/a.txt'],
    ['a device', { path: `dev/${token}`, type: 'other' }, 'dev/***'],
    ['a link', { path: `opt/${token}`, type: 'link', linkname: 'a' }, 'opt/***'],
    ['the target of a link', { path: 'opt/a', type: 'link', linkname: `../${token}/b` }, 'opt/a'],
    ['both ends of a link', { path: `opt/${token}`, type: 'link', linkname: token }, 'opt/***'],
    ['a name in base64', { path: `opt/${encoded}`, type: 'directory' }, 'opt/***'],
  ])('is found once in %s, and not repeated', async (_, entry, path) => {
    const layer = new LayerScan(search)
    const body = (async function* () {
      yield Buffer.from(token)
    })()
    await layer.visit({ path: 'a', type: 'file', size: 0, body, ...entry })
    expect(layer.fileFindings).toEqual([{ kind: 'secret-in-layer', path, secret: 'the API token' }])
  })

  test('is not repeated if it contains a slash', async () => {
    const layer = await scan(
      { 'opt/acme/api-token/x': '' },
      new SecretSearch([{ label: 'it', value: 'acme/api-token' }]),
    )
    expect(layer.fileFindings).toEqual([{ kind: 'secret-in-layer', path: '***', secret: 'it' }])
  })
})

test('a Git configuration of any content is searched in a short time', () => {
  const begin = process.cpuUsage()
  for (const text of ['a'.repeat(1_000_000), 'a://a:'.repeat(200_000), 'extraheader '.repeat(100_000)])
    expect(holdsGitLogin(text)).toBe(false)
  expect(process.cpuUsage(begin).user).toBeLessThan(4_000_000)
})
