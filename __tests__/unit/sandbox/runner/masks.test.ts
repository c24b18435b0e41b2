import { expect, test } from '@jest/globals'
import { encoders, Masks } from '../../../../sandbox/runner/masks.js'

const secret = `k"é<&'(7)\\`

test.each([
  ['base64 from byte 0', Buffer.from(secret).toString('base64')],
  ['base64 from byte 1', Buffer.from(secret).subarray(1).toString('base64')],
  ['base64 from byte 2', Buffer.from(secret).subarray(2).toString('base64')],
  ['command line argument', `k\\"é<&'(7)\\`],
  ['expression string', `k"é<&''(7)\\`],
  ['JSON', `k\\"é<&'(7)\\\\`],
  ['URI', 'k%22%C3%A9%3C%26%27%287%29%5C'],
  ['XML', `k&quot;é&lt;&amp;&apos;(7)\\`],
] as const)('masks a secret as %s', (encoder, encoded) => {
  expect(encoders[encoder](secret)).toBe(encoded)
  expect(maskWith([secret], `a ${encoded} b`)).toBe('a *** b')
})

test.each([
  ['a quoted secret without its quotes', ['"quoted value"'], 'a quoted value b', 'a *** b'],
  ['a short quoted secret only with its quotes', ['"quoted"'], 'a quoted b', 'a quoted b'],
  ['the text that PowerShell prints before &', ['secret&first&second'], 'secret&first& x', '*** x'],
  ['the text that PowerShell prints after &', ['first&second'], 'x second', 'x ***'],
  ['the text that PowerShell prints around &+', ['first&+second&third'], 'first&+ econd&third', '*** ***'],
  ['each line of a secret', ['one\r\ntwo\n'], 'x one two', 'x *** ***'],
  ['a secret of one character', ['7'], 'v1.7', 'v1.***'],
  ['overlapping secrets as one', ['abcd', 'cdef'], 'xabcdefx', 'x***x'],
  ['adjacent secrets as one', ['ab', 'cd'], 'abcd', '***'],
  ['a secret that overlaps itself', ['aba'], 'ababa', '***'],
  ['no text in another case', ['Token'], 'token', 'token'],
  ['nothing for an empty secret', ['', '\n'], 'abc', 'abc'],
])('masks %s', (_, values, text, masked) => {
  expect(maskWith(values, text)).toBe(masked)
})

test('masks a secret at the end of base64-encoded text, wherever it starts, but not in the middle', () => {
  const encode = (text: string) => Buffer.from(text).toString('base64')
  const found = ['', 'a', 'ab', 'abc'].map((prefix) =>
    maskWith(['secret-value'], encode(`${prefix}secret-value`)),
  )
  expect(found.every((text) => text.includes('***'))).toBe(true)
  expect(maskWith(['secret-values'], encode('secret-values tail'))).not.toContain('***')
})

function maskWith(values: string[], text: string): string {
  const masks = new Masks()
  for (const value of values) masks.add(value)
  return masks.mask(text)
}
