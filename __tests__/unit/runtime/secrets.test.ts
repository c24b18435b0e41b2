import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { pushTag } from '../../../sandbox/runner/events.js'
import { runAction } from '../../../sandbox/runner.js'
import { maskSecret, maybeSecret, redact, secretForms } from '../../../src/runtime/secrets.js'
import { sanitizeLine } from '../../../src/runtime/untrusted-text.js'
import { captureOutput } from '../../support/captured-output.js'
import { embedSource } from '../../support/node24.js'
import { writeAction } from '../../support/small-action.js'

const lines = ['p@ss/w0rdLong##[x] "quoted" \\ and é?&=', 'MIIEvQIBADAN', 'BgkqhkiG9w0B']
const secret = `${lines[0]}\n-----BEGIN KEY-----\r\n${lines[1]}\n${lines[2]}\n-----END KEY-----`
const user = 'acme'
const base64 = (text: string) => Buffer.from(text).toString('base64')

/** What a secret may look like in a log. */
const disguises: [name: string, (text: string) => string][] = [
  ['as it is', (text) => text],
  ['in base64', base64],
  ['in base64 behind a user name, as in a login', (text) => base64(`${user}:${text}`)],
  ['in base64url', (text) => Buffer.from(text).toString('base64url')],
  ['in base64url behind a user name', (text) => Buffer.from(`${user}:${text}`).toString('base64url')],
  ['in hexadecimal digits', (text) => Buffer.from(text).toString('hex')],
  ['in an address', encodeURIComponent],
  ['in JSON', (text) => JSON.stringify(text).slice(1, -1)],
  ['as the sanitizer for untrusted text shows it', sanitizeLine],
]

describe('secretForms', () => {
  test.each(disguises)('contains the secret %s', (_, disguise) => {
    expect(secretForms(secret, user)).toContain(disguise(secret))
  })

  test.each(disguises.filter(([name]) => !name.includes('user')))(
    'contains each of its lines %s',
    (_, disguise) => {
      for (const line of lines) expect(secretForms(secret)).toContain(disguise(line))
    },
  )

  test.each(['hunter22', 'Summer2024!'])(
    'contains the only line of a file, %s, without its line break',
    (line) => {
      for (const text of [`${line}\n`, `${line}\r\n`, `\n${line}\n\n`]) {
        expect(secretForms(text)).toEqual(expect.arrayContaining([line, base64(line)]))
      }
    },
  )

  const long = 'github_pat_11ABCDEFG0x7Kq2Wv9Zt4LmN8pRs_3YbUeHdJfGaTcViXoQwErTyUiOpAsDfGhJkLzXcVbNm1234567890'
  const wrap = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []

  test.each([
    ['base64', [long]],
    ['base64', [`${long}\n`]],
    ['base64', [`acme:${long}\n`]],
    ['base64 in lines of 76 characters', wrap(base64(`${long}\n`), 76)],
    ['base64 in lines of 64 characters, as openssl prints it', wrap(base64(`${long}\n`), 64)],
    [
      'hexadecimal in lines of 60 characters, as xxd prints it',
      wrap(Buffer.from(`${long}\n`).toString('hex'), 60),
    ],
  ])('leaves at most the line break of a long secret that is printed as %s', (name, printed) => {
    maskSecret(long, 'acme')
    const text = name === 'base64' ? printed.map(base64).join('') : printed.join('\n')
    expect(redact(text)).toMatch(/^(\*\*\*[A-Za-z0-9+/=]{0,12}\n?)+[0-9a-f]{0,15}$/)
  })

  test('contains no form that would mask ordinary text', () => {
    const short = secretForms('{\n  "key": "value"\n}\n')
    expect(short).not.toContain('{')
    expect(short).not.toContain('')
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.option(fc.string(), { nil: undefined }),
        (text, name) => {
          for (const form of secretForms(text, name)) expect(form.length).toBeGreaterThanOrEqual(8)
        },
      ),
    )
  })
})

test('the runner shows nothing of a masked secret, however it is written', async () => {
  const forms = disguises.flatMap(([name, disguise]) =>
    [secret, ...(name.includes('user') ? [] : lines)].map(disguise),
  )
  const main = `import('${embedSource('runtime/secrets.js')}').then(({ maskSecret }) => {
    maskSecret(${JSON.stringify(secret)}, '${user}')
    for (const form of ${JSON.stringify(forms)}) console.log('before ' + form + ' after')
  })`
  const { log, exitCode, raw } = await runAction({ action: writeAction({ main }), event: pushTag('v1') })
  expect(exitCode).toBe(0)
  expect(raw.stdout).toContain(base64(`${user}:${secret}`))
  for (const form of forms) expect(log).not.toContain(form)
})

const body = [
  'MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ',
  'RTESMBAGA1UEChMJQmFsdGltb3JlMRMwEQYDVQQLEwpDeWJlclRydXN0MSIwIAYD',
]
const block = (kind: string) => [`-----BEGIN ${kind}-----`, ...body, `-----END ${kind}-----`, ''].join('\n')

describe('text in many files is neither masked nor searched for:', () => {
  test.each([
    ...['PRIVATE KEY', 'RSA PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'PGP PRIVATE KEY BLOCK'].map((kind) => [
      `the frame of ${kind}`,
      block(kind),
      [`-----BEGIN ${kind}-----`, `-----END ${kind}-----`],
      body,
    ]),
    [
      'the frame of SSH',
      `---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n${body[0]}`,
      ['---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----'],
      [body[0]],
    ],
    [
      'a certificate next to a key',
      block('CERTIFICATE') + block('PRIVATE KEY').replaceAll('MIID', 'MIIE'),
      ['-----END CERTIFICATE-----', body[0]],
      ['MIIEdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ'],
    ],
    [
      'lines with little entropy',
      `==========\naaaaaaaaaaaaaaaaaaaa\n${body[0]}`,
      ['==========', 'aaaaaaaaaaaaaaaaaaaa'],
      [body[0]],
    ],
    [
      'words of JSON',
      `{\n  "type": "service_account",\n  "private_key_id": "9f86d081884c7d65"\n}`,
      ['"type": "service_account",', '}'],
      ['"private_key_id": "9f86d081884c7d65"'],
    ],
    [
      'headings of an INI file',
      `[default]\nregion = eu-west-1\naws_secret_access_key = wJalrXUtnFEMIK7MDENGbPxRfiCY`,
      ['[default]', 'region = eu-west-1'],
      ['aws_secret_access_key = wJalrXUtnFEMIK7MDENGbPxRfiCY'],
    ],
  ] as [string, string, string[], string[]][])('%s', (_, text, ordinary, secrets) => {
    const forms = secretForms(text)
    for (const line of ordinary) expect(forms).not.toContain(line)
    for (const line of secrets) expect(forms).toContain(line)
  })

  test.each(['CERTIFICATE', 'TRUSTED CERTIFICATE', 'PUBLIC KEY', 'X509 CRL', 'PGP PUBLIC KEY BLOCK'])(
    'all of a file that contains only %s',
    (kind) => {
      expect(secretForms(`# our own authority\n${block(kind)}${block(kind)}`)).toEqual([])
    },
  )
})

describe('whether a value with the name of a secret may be one:', () => {
  test.each([
    ['PAD_TOKEN', '[PAD]'],
    ['PAD_TOKEN', '<pad>'],
    ['EOS_TOKEN', '<|endoftext|>'],
    ['STOP_TOKEN', 'endoftext'],
    ['MAX_TOKEN_COUNT', '4096'],
    ['TOKEN', '4096'],
    ['TOKEN_LIMIT', '1e6tokens'],
    ['TOKEN_TTL', '15m'],
    ['SESSION_SECRET_FILE', '/run/x'],
    ['SESSION_SECRET_FILE', 'secrets/session.txt'],
    ['API_KEY', '/run/secrets/api_key'],
    ['API_TOKEN_URL', 'https://login.example.com/oauth/token'],
    ['SECRET_NAME', 'prod-evaluator'],
    ['TOKEN_TYPE', 'bearer'],
    ['USE_TOKEN', 'true'],
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', '$PASSWORD'],
    ['SECRET_VERSION', '2'],
  ])('%s=%s is not a secret', (name, value) => {
    expect(maybeSecret(name, value)).toBe(false)
  })

  test.each([
    ['TOKEN', 'x'],
    ['PIP_TOKEN', 'abc'],
    ['DB_PASSWORD', 'letmein'],
    ['PAD_TOKEN', 'ghp_0123456789abcdefghij'],
    ['TOKEN_FILE', 'ghp_0123456789abcdefghij'],
    ['TOKEN_COUNT', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['SECRET_NAME', 'AKIAIOSFODNN7EXAMPLE'],
    ['SECRET_URL', 'https://user:pass@example.com'],
    ['TOKEN_URL', 'https://hooks.example.com/services/T00000000/B00000000/a1b2c3d4e5f6a7b8c9d0'],
    ['API_KEY', '/9j4AAQSkZJRgABAQEAYABgAAD2wBDAAMCAgMCAgMDAw'],
    ['API_KEY', '123456789012345678901234567890'],
    ['JWT_TOKEN', 'eyJhbGciOiJIUzI1NiJ9.e30.x'],
  ])('%s=%s may be a secret', (name, value) => {
    expect(maybeSecret(name, value)).toBe(true)
  })
})

describe('a secret with fewer than eight characters', () => {
  const output = captureOutput()

  test('is not masked, and a warning says so once without showing it', () => {
    for (const _ of [1, 2]) maskSecret('main', undefined, 'The build secret ENVIRONMENT')
    expect(redact('main and mainland')).toBe('main and mainland')
    const { text } = output
    expect(text.match(/The build secret ENVIRONMENT has fewer than 8 characters/g)).toHaveLength(1)
    expect(text).not.toMatch(/\bmain\b/)
  })

  test('is masked if it is half of a login', () => {
    maskSecret('pw', 'acme', 'The password for registry.example.com')
    expect(redact(`Basic ${base64('acme:pw')}`)).toBe('Basic ***')
  })
})
