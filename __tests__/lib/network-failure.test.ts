import { expect, test } from '@jest/globals'
import { explainNetwork } from '../../src/lib/network-failure.js'
import { runNode24 } from '../node24.js'

/** What fetch throws: the reason is the cause. */
const failed = (code: string, message: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) })

test.each([
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND api.kolena.oi', 'Check the address, and that this machine'],
  ['ECONNREFUSED', 'connect ECONNREFUSED 10.0.0.1:443', 'Check the address, its port, and firewalls'],
  [
    'SELF_SIGNED_CERT_IN_CHAIN',
    'self-signed certificate in certificate chain',
    'set the variable NODE_EXTRA_CA_CERTS',
  ],
  ['CERT_HAS_EXPIRED', 'certificate has expired', 'its certificate has to be renewed'],
])('%s says what to do', (code, message, remedy) => {
  const text = explainNetwork(failed(code, message), 30_000)
  expect(text.startsWith(`${message}. `)).toBe(true)
  expect(text).toContain(remedy)
})

test('what is not known is told as it is', () => {
  expect(explainNetwork(failed('ECONNRESET', 'read ECONNRESET'), 30_000)).toBe('read ECONNRESET')
  expect(explainNetwork('odd', 30_000)).toBe('odd')
})

test.each([
  ['a name that stands for nothing', 'https://name.invalid/', 10_000, /name\.invalid\. Check the address/],
  [
    'a port that nobody listens on',
    'http://127.0.0.1:2/',
    10_000,
    /ECONNREFUSED.*\. Check the address, its port/,
  ],
])('fetching %s says so', async (_, url, timeout, expected) => {
  const { stdout } = await runNode24(`
    import { explainNetwork } from 'src/lib/network-failure.js'
    const signal = AbortSignal.timeout(${timeout})
    console.log(await fetch('${url}', { signal }).catch((error) => explainNetwork(error, ${timeout})))`)
  expect(stdout).toMatch(expected)
})
