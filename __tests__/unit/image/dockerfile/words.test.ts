// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles have variables of their own
import { describe, expect, test } from '@jest/globals'
import { readText, splitWords } from '../../../../src/image/dockerfile/words.js'

const values: Record<string, string> = { A: '1', B: '', STAGE: 's1' }
const options = { escapeToken: '\\', variable: (name: string) => values[name] }

// The expected values come from BuildKit 0.34's own lexer.
describe('the text of a word', () => {
  test.each([
    ['base', 'base'],
    ['"base"', 'base'],
    ["'base'", 'base'],
    ['ba"se"', 'base'],
    ['b\\ase', 'base'],
    ['base\\', 'base'],
    ['"b\\ase"', 'b\\ase'],
    ['"b\\"se"', 'b"se'],
    ["'$A'", '$A'],
    ['"$A"', '1'],
    ['a$A', 'a1'],
    ['a${A}b', 'a1b'],
    ['a\\$A', 'a$A'],
    ['$C', ''],
    ['$', '$'],
    ['$(A)', '$(A)'],
    ['$$A', 'A'],
    ['$1a', 'a'],
    ['${C:-x}', 'x'],
    ['${B:-x}', 'x'],
    ['${B-x}', ''],
    ['${C:-$A}', '1'],
    ['${C:-${STAGE}}', 's1'],
    ['${C:-"x y"}', 'x y'],
    ['${A:+x}', 'x'],
    ['${B:+x}', ''],
    ['${B+x}', 'x'],
    ['${A:?no}', '1'],
    ['s<<x', 's<<x'],
  ])('of %j is %j', (word, text) => {
    expect(readText(word, options)).toBe(text)
  })

  test.each(['"a', "'a", '${A', '${', '${}', '${A#1}', '${A%1}', '${A/1/2}', '${C:?no}', '${A:=x}'])(
    'of %s cannot be determined',
    (word) => {
      expect(() => readText(word, options)).toThrow(expect.objectContaining({ name: 'WordError' }))
    },
  )

  test('uses the escape character that the Dockerfile sets', () => {
    expect(readText('a`$A\\b', { ...options, escapeToken: '`' })).toBe('a$A\\b')
  })
})

test.each<[string, string[], boolean?]>([
  ['a  b\tc', ['a', 'b', 'c']],
  ['a "b c" d', ['a', 'b c', 'd']],
  ['a "b c"', ['a', '"b c"'], true],
  ['a\\ b c', ['a b', 'c']],
  ['a\\ b c', ['a\\ b', 'c'], true],
  ['a << EOF b', ['a', '<< EOF', 'b'], true],
  ['${A} $B', ['${A}', '$B'], true],
  ['it"s', [], true],
])('splits %j into the words %j', (text, words, raw = false) => {
  expect(splitWords(text, { escapeToken: '\\', raw })).toEqual(words)
})

describe('substitutions within each other', () => {
  const nested = (depth: number) => `${'${C:-'.repeat(depth)}x${'}'.repeat(depth)}`

  test('are read up to a depth of 20', () => {
    expect(readText(nested(20), options)).toBe('x')
    expect(() => readText(nested(21), options)).toThrow('more than 20 substitutions within each other')
  })

  test('are refused at any depth', () => {
    expect(splitWords(nested(100_000), options)).toEqual([])
    expect(splitWords('"${C:-'.repeat(100_000), options)).toEqual([])
  })

  test('may follow each other in any number', () => {
    expect(readText('${C:-x}'.repeat(100), options)).toBe('x'.repeat(100))
  })
})
