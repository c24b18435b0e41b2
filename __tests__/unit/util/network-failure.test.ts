import { expect, test } from '@jest/globals'
import { explainNetwork } from '../../../src/util/network-failure.js'
import { runNode24 } from '../../support/node24.js'

const failed = (code: string, message: string) => Object.assign(new Error(message), { code })

test.each([
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND api.kolena.oi', 'Check the address, and that this machine'],
  ['ECONNREFUSED', 'connect ECONNREFUSED 10.0.0.1:443', 'Check the address, its port, and firewalls'],
  [
    'SELF_SIGNED_CERT_IN_CHAIN',
    'self-signed certificate in certificate chain',
    'set the variable NODE_EXTRA_CA_CERTS',
  ],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'wrong version number', 'This port does not use https'],
  ['EPROTO', 'write EPROTO 1408F10B', 'This port does not use https'],
  ['CERT_HAS_EXPIRED', 'certificate has expired', 'renew the certificate'],
])('says what to do about %s', (code, message, remedy) => {
  const text = explainNetwork(failed(code, message), 30_000)
  expect(text.startsWith(`${message}. `)).toBe(true)
  expect(text).toContain(remedy)
})

test('reports an unknown error unchanged', () => {
  expect(explainNetwork(failed('ECONNRESET', 'read ECONNRESET'), 30_000)).toBe('read ECONNRESET')
  expect(explainNetwork('odd', 30_000)).toBe('odd')
})

test('reports an error without a message by its code', () => {
  expect(explainNetwork(failed('ECONNREFUSED', ''), 30_000)).toMatch(/^ECONNREFUSED\. Check the address/)
})

test.each([
  ['a name that does not resolve', 'https://name.invalid/', /name\.invalid\. Check the address/],
  [
    'a closed port',
    'http://127.0.0.1:2/',
    /connect ECONNREFUSED 127\.0\.0\.1:2\. Check the address, its port/,
  ],
  [
    'a name with several addresses and a closed port',
    'http://localhost:2/',
    /ECONNREFUSED.*\. Check the address/,
  ],
])('explains why a request to %s failed', async (_, url, expected) => {
  const { stdout } = await runNode24(`
    import { send } from 'src/util/http.js'
    const { signal } = new AbortController()
    const request = { method: 'GET', url: new URL('${url}'), signal, attempts: 1 }
    console.log(await send(request).catch(({ message }) => message))`)
  expect(stdout).toMatch(expected)
})
