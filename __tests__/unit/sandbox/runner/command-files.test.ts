import { expect, test } from '@jest/globals'
import { readPairs } from '../../../../sandbox/runner/command-files.js'

function read(text: string): Record<string, string> {
  const pairs: Record<string, string> = {}
  readPairs(text, (name, value) => {
    pairs[name] = value
  })
  return pairs
}

test.each([
  ['an empty file', '', {}],
  ['a pair', 'a=1', { a: '1' }],
  ['blank lines between', '\na=1\n\n\nb=2\n', { a: '1', b: '2' }],
  ['an empty value', 'a=\n', { a: '' }],
  ['`=` in a value', 'a=b=c', { a: 'b=c' }],
  ['`<<` after `=`', 'a=b<<c', { a: 'b<<c' }],
  ['a block', 'a<<END\n1\n\n2\nEND\n', { a: '1\n\n2' }],
  ['`=` in a delimiter', 'a<<E=D\n1\nE=D', { a: '1' }],
  ['an empty block', 'a<<END\nEND\n', { a: '' }],
  ['a block with lines that contain the delimiter and more', 'a<<END\n END\nENDE\nEND', { a: ' END\nENDE' }],
  ['CR, which does not end a line', 'a=1\r\n', { a: '1\r' }],
  ['blanks, which belong to the name and the value', ' a = 1 ', { ' a ': ' 1 ' }],
  ['only the last of two values', 'a=1\na=2', { a: '2' }],
])('reads %s', (_, text, pairs) => {
  expect(read(text)).toEqual(pairs)
})

test.each([
  ['a line that is neither a pair nor a block', 'a', "Invalid format 'a'"],
  ['an empty name', '=1', 'Name must not be empty'],
  ['an empty name of a block', '<<END\nEND', 'Name must not be empty'],
  ['an empty delimiter', 'a<<\n', 'Delimiter must not be empty'],
  ['a block without end', 'a<<END\n1\n', "delimiter not found 'END'"],
  ['a CR at the delimiter', 'a<<END\n1\nEND\r\n', "delimiter not found 'END'"],
])('refuses %s', (_, text, message) => {
  expect(() => read(text)).toThrow(message)
})
