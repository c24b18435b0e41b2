import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { SecretSearch } from '../../../../src/image/verify/secret-search.js'

const secret = 'acme+api/token-0123456789?ü'
const search = new SecretSearch([
  { label: 'the API token', value: secret },
  { label: 'another', value: 'globex-token' },
])

describe('a secret is found', () => {
  test.each([
    ['as it is', `token=${secret}\n`],
    ['in base64', Buffer.from(secret).toString('base64')],
    ...[0, 1, 2, 3, 4].map((before) => [
      `in base64 behind ${before} bytes and before others`,
      Buffer.from(`${'u'.repeat(before)}${secret}, and more`).toString('base64'),
    ]),
    ['in base64url', Buffer.from(`user:${secret}`).toString('base64url')],
    ['URL-encoded', `https://x/?t=${encodeURIComponent(secret)}`],
    ['in JSON', JSON.stringify({ secret })],
    ['in hexadecimal', Buffer.from(secret).toString('hex')],
  ])('%s', (_, text) => {
    expect(search.findIn(`before ${text} after`)).toBe('the API token')
  })

  test('across any boundary between two chunks of a file', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 }), (before, size) => {
        const content = Buffer.from(`${'x'.repeat(before)}${secret}${'y'.repeat(30)}`)
        const next = search.stream()
        const found: (string | undefined)[] = []
        for (let at = 0; at < content.length; at += size) found.push(next(content.subarray(at, at + size)))
        return found.includes('the API token')
      }),
    )
  })
})

const long = 'github_pat_11ABCDEFG0x7Kq2Wv9Zt4LmN8pRs_3YbUeHdJfGaTcViXoQwErTyUiOpAsDfGhJkLzXcVbNm1234567890'

describe('a long secret is found in lines of', () => {
  const wrap = (text: string, width: number) =>
    (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n')
  const found = (text: string, value = long) => new SecretSearch([{ label: 'it', value }]).findIn(text)

  test.each([64, 76])('%s characters of base64, whatever is before it', (width) => {
    for (let before = 0; before < 80; before++) {
      const code = Buffer.from(`${'u'.repeat(before)}${long}\n`).toString('base64')
      expect(found(wrap(code, width))).toBe('it')
      expect(found(wrap(code, width), `${long}\n`)).toBe('it')
    }
  })

  test('60 characters of hexadecimal', () => {
    expect(found(wrap(Buffer.from(`${long}\n`).toString('hex'), 60))).toBe('it')
  })

  test.each([
    '{"type": "service_account", "key": "AbC123xyz',
    'https://packages.example.com/simple?token=AbC123xyz',
  ])('base64, but not by a beginning that other files have: %s', (value) => {
    const other = `${value.slice(0, 30)} of something else`
    expect(found(Buffer.from(other).toString('base64'), value)).toBeUndefined()
    expect(found(Buffer.from(value).toString('base64'), value)).toBe('it')
  })
})

test('finds nothing if there is no secret in the text, or none to search for', () => {
  expect(search.findIn('acme+api/token-012345678')).toBeUndefined()
  expect(new SecretSearch([]).empty).toBe(true)
  expect(new SecretSearch([]).findIn('anything')).toBeUndefined()
})
