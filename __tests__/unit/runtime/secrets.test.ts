import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { pushTag } from '../../../sandbox/runner/events.js'
import { runAction } from '../../../sandbox/runner.js'
import { secretForms } from '../../../src/runtime/secrets.js'
import { sanitizeLine } from '../../../src/runtime/untrusted-text.js'
import { embedSource } from '../../support/node24.js'
import { writeAction } from '../../support/small-action.js'

const secret = 'p@ss/w+rd##[x] "quoted" \\ and é?&=\n-----BEGIN KEY-----\r\nMIIEvQIBADAN\n-----END KEY-----'
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
  ['as the sink for foreign text shows it', sanitizeLine],
]

describe('secretForms', () => {
  test.each(disguises)('has the secret %s', (_, disguise) => {
    expect(secretForms(secret, user)).toContain(disguise(secret))
  })

  test.each(disguises.filter(([name]) => !name.includes('user')))(
    'has each of its lines %s',
    (_, disguise) => {
      for (const line of secret.split(/\r?\n/)) expect(secretForms(secret)).toContain(disguise(line))
    },
  )

  test('has no form that would blank out ordinary text', () => {
    const short = secretForms('{\n  "key": "value"\n}\n')
    expect(short).not.toContain('{')
    expect(short).not.toContain('')
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.option(fc.string(), { nil: undefined }),
        (text, name) => {
          for (const form of secretForms(text, name)) expect(form.length).toBeGreaterThanOrEqual(4)
        },
      ),
    )
  })
})

test('the runner shows nothing of a masked secret, however it is written', async () => {
  const forms = disguises.flatMap(([name, disguise]) =>
    [secret, ...(name.includes('user') ? [] : secret.split(/\r?\n/))].map(disguise),
  )
  const main = `import('${embedSource('runtime/secrets.js')}').then(({ maskSecret }) => {
    maskSecret(${JSON.stringify(secret)}, '${user}')
    for (const form of ${JSON.stringify(forms)}) console.log('before ' + form + ' after')
  })`
  const { log, exitCode, raw } = await runAction({ action: writeAction({ main }), event: pushTag('v1') })
  expect(exitCode).toBe(0)
  expect(raw.stdout).toContain(base64(`${user}:${secret}`))
  for (const form of forms.filter((form) => form.length >= 4)) expect(log).not.toContain(form)
})
