import { Readable } from 'node:stream'
import { expect, test } from '@jest/globals'
import { readAll } from '../../../src/util/read-all.js'

const stream = (...parts: string[]) => Readable.from(parts.map((part) => Buffer.from(part)))

test.each([
  ['nothing', [], ''],
  ['one piece', ['a'], 'a'],
  ['several pieces', ['ab', '', 'c'], 'abc'],
])('reads a stream of %s to its end', async (_, parts, text) => {
  expect((await readAll(stream(...parts))).toString()).toBe(text)
})

test('accepts exactly as many bytes as allowed', async () => {
  expect((await readAll(stream('ab', 'c'), 3)).toString()).toBe('abc')
  await expect(readAll(stream('ab', 'cd'), 3)).rejects.toThrow('the stream is longer than 3 bytes')
  const tooLarge = () => new Error('too large')
  await expect(readAll(stream('abcd'), 3, tooLarge)).rejects.toThrow('too large')
})
