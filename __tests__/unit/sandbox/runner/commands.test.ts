import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { commandNames, parseCommand } from '../../../../sandbox/runner/commands.js'
import { LineSplitter } from '../../../../sandbox/runner/lines.js'

const known = new Set<string>(commandNames)

test.each([
  ['V2', '::error::boom', 'v2', 'error', {}, 'boom'],
  ['V2 after white space', '\t  ::group::Build', 'v2', 'group', {}, 'Build'],
  ['V2 without data', '::endgroup::', 'v2', 'endgroup', {}, ''],
  ['V2 in upper case', '::ERROR::boom', 'v2', 'ERROR', {}, 'boom'],
  ['V2 with properties', '::error file=a.py,Line=3::x', 'v2', 'error', { file: 'a.py', line: '3' }, 'x'],
  ['V2 with an empty property', '::error file=,title=b::x', 'v2', 'error', { title: 'b' }, 'x'],
  ['V2 with `=` in a value', '::notice title=a=b::x', 'v2', 'notice', { title: 'a=b' }, 'x'],
  ['V2 with `::` in the data', '::debug::a::b', 'v2', 'debug', {}, 'a::b'],
  ['V2 with escaped data', '::error::a%0Ab%0D%25%3A', 'v2', 'error', {}, 'a\nb\r%%3A'],
  ['V2 with a doubly escaped percent', '::error::%250A', 'v2', 'error', {}, '%0A'],
  ['V2 with escapes in lower case', '::error::%0a', 'v2', 'error', {}, '%0a'],
  ['V2 with escaped properties', '::error title=a%2Cb%3Ac%0Ad::x', 'v2', 'error', { title: 'a,b:c\nd' }, 'x'],
  ['V1', '##[error]boom', 'v1', 'error', {}, 'boom'],
  ['V1 in the middle', '#5 0.203 ##[warning]boom', 'v1', 'warning', {}, 'boom'],
  ['V1 with properties', 'x##[set-output name=a;b=c]1', 'v1', 'set-output', { name: 'a', b: 'c' }, '1'],
  ['V1 with escapes', '##[error title=a%3Bb%5Dc]%0A%5D', 'v1', 'error', { title: 'a;b]c' }, '\n]'],
  ['V1 in a V2 line with an unknown name', '::foo::##[debug]x', 'v1', 'debug', {}, 'x'],
])('parseCommand reads %s', (_, line, grammar, name, properties, data) => {
  expect(parseCommand(line, known)).toEqual({ grammar, name, properties, data })
})

test.each([
  ['an unknown name', '::foo::x'],
  ['V2 after other text', '#5 0.2 ::error::x'],
  ['V2 with one colon', ':error::x'],
  ['V2 without its end', '::error'],
  ['V2 with a blank before the name', ':: error::x'],
  ['V1 without its end', '##[error'],
  ['V1 with an unknown name before a known one', '##[foo]##[error]x'],
  ['V1 with a blank before the name', '##[ error]x'],
  ['a broken prefix', '#\\#[error]x'],
  ['an empty command', '::::'],
])('parseCommand treats %s as text', (_, line) => {
  expect(parseCommand(line, known)).toBeUndefined()
})

test('any resume token is a command name while it is known', () => {
  expect(parseCommand('::Token-1::', new Set(['token-1']))?.name).toBe('Token-1')
})

test('lines end at LF, CRLF and a bare CR, however the text is split into chunks', () => {
  const piece = fc.constantFrom('\r', '\n', '\r\n', 'a', '::b::', 'é')
  fc.assert(
    fc.property(fc.array(fc.array(piece).map((pieces) => pieces.join(''))), (chunks) => {
      const lines: string[] = []
      const splitter = new LineSplitter((line) => lines.push(line))
      for (const chunk of chunks) splitter.write(chunk)
      splitter.end()
      const expected = chunks.join('').split(/\r\n|\r|\n/)
      if (expected.at(-1) === '') expected.pop()
      expect(lines).toEqual(expected)
    }),
  )
})
