import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readTokens } from '../../../../../src/actions/init/python/tokens.js'

/** Returns the tokens as text. A string is its value, or `?` if only Python can compute it. */
const tokensOf = (source: string) =>
  readTokens(source)?.map(({ kind, text, value }) => (kind === 'string' ? `'${value ?? '?'}'` : text))
const stringsOf = (source: string) =>
  readTokens(source)?.flatMap(({ kind, value }) => (kind === 'string' ? [value] : []))

test.each<[string, string, (string | undefined)[]]>([
  ['plain quotes', `'a' "b" '' ""`, ['a', 'b', '', '']],
  ['three quotes over several lines', `'''a\n'b' ''c'''\n"""d"""`, [`a\n'b' ''c`, 'd']],
  ['the other kind of quotes', `'"' "'"`, ['"', "'"]],
  ['escaped quotes and backslashes', String.raw`'\'' "\"" '\\'`, ["'", '"', '\\']],
  ['control characters', String.raw`'\a\b\f\n\r\t\v'`, ['\u0007\b\f\n\r\t\u000b']],
  ['octal escapes of one to three digits', String.raw`'\0\12\1012\777'`, ['\0\nA2\u01ff']],
  ['hexadecimal escapes', String.raw`'\x41\u0042\U00000043\U0001F600'`, ['ABC😀']],
  ['unknown escapes, which keep their backslash', String.raw`'\d\8\ '`, [String.raw`\d\8\ `]],
  ['a line that continues', `'a\\\nb'`, ['ab']],
  ['raw strings', String.raw`r'\n' R"\"" r'''\''' '''`, [String.raw`\n`, String.raw`\"`, String.raw`\''' `]],
  ['the prefix u', `u'a' U"b"`, ['a', 'b']],
  ['names of characters as not known', String.raw`'\N{BULLET}'`, [undefined]],
  ['invalid escapes as not known', String.raw`'\x4' '\u12' '\UFFFFFFFF'`, [undefined, undefined, undefined]],
  ['bytes as not known', `b'a' rb"b" Br'c'`, [undefined, undefined, undefined]],
  ['f-strings and templates as not known', `f'a' F"{b}" rf'c' fR'd' t'e'`, Array(5).fill(undefined)],
  ['line breaks of Windows', `'''a\r\nb\rc'''\r\n'd'`, ['a\nb\nc', 'd']],
  ['a byte order mark', `\uFEFF'a'`, ['a']],
])('reads %s', (_, source, strings) => {
  expect(stringsOf(source)).toEqual(strings)
})

test.each([
  ['nested quotes', `f"{a["b"]}" 'end'`],
  ['nested f-strings', `f"{f"{f"{1}"}"}" 'end'`],
  ['brackets and colons', `f"{a[b:c]:>{width}}" 'end'`],
  ['doubled braces', `f"{{'{a}'}}" 'end'`],
  ['a format that has a quote', `f'{a:">3}' 'end'`],
  ['a conversion', `f"{a!r:'^9}" 'end'`],
  ['comparisons', `f"{a != b} {a == b}" 'end'`],
  ['a lambda in brackets', `f"{(lambda x: {x: '}'})}" 'end'`],
  ['line breaks in a field', `f"{\n a # }"\n}" 'end'`],
  ['three quotes', `f'''{a}\n'{b['c']}' ''' 'end'`],
  ['the name of a character', String.raw`f"\N{BULLET}{a}" 'end'`],
  ['a backslash before a brace', String.raw`f"\{a}" rf"\{'"'}" 'end'`],
])('finds the end of an f-string with %s', (_, source) => {
  expect(stringsOf(source)?.at(-1)).toBe('end')
  expect(
    stringsOf(source)
      ?.slice(0, -1)
      .every((value) => value === undefined),
  ).toBe(true)
})

test('reads names, numbers and operators, and where lines end', () => {
  expect(
    tokensOf('@a.b\ndef f(x: int = 0x1F, *y) -> "R":  # comment\n    z = 1_0e-5; x **= (1\n\n)\n'),
  ).toEqual([
    ...['@', 'a', '.', 'b', '\n', 'def', 'f', '(', 'x', ':', 'int', '=', '0x1F', ',', '*', 'y', ')'],
    ...['->', "'R'", ':', '\n', 'z', '=', '1_0e-5', ';', 'x', '**=', '(', '1', ')', '\n', '\n'],
  ])
})

test('joins lines that end in a backslash, and ignores comments with quotes and brackets', () => {
  expect(tokensOf('a \\\n  = 1 # \'(\n"""x"""')).toEqual(['a', '=', '1', '\n', "'x'", '\n'])
})

test('places each token by line and column', () => {
  const tokens = readTokens('"""a\nb""" + c\n\n  d')
  expect(tokens?.map(({ line, column }) => [line, column])).toEqual([
    ...[
      [1, 0],
      [2, 5],
      [2, 7],
      [2, 8],
    ],
    ...[
      [3, 0],
      [4, 2],
      [4, 3],
    ],
  ])
})

test('writes names in the form that Python uses', () => {
  expect(tokensOf('ﬁt = ℌ')).toEqual(['fit', '=', 'H', '\n'])
})

test.each([
  ['a string that does not end', `'a\nb'`],
  ['three quotes that do not end', `'''a''`],
  ['an f-string that does not end', `f"{a`],
  ['an f-string whose field does not end', `f"{a"`],
  ['a bracket that does not end', '(a'],
  ['a bracket that another one closes', '(a]'],
  ['a bracket that was not opened', 'a)'],
  ['text that is not Python', 'a ? b'],
])('refuses %s', (_, source) => {
  expect(readTokens(source)).toBeUndefined()
})

describe('hostile sources', () => {
  test.each([
    ['quotes', "'".repeat(200_000)],
    ['three quotes', `'''${"''\\'".repeat(50_000)}`],
    ['backslashes', `'${'\\'.repeat(200_000)}`],
    ['line continuations', '\\\n'.repeat(100_000)],
    ['brackets', '('.repeat(200_000)],
    ['nested f-strings', 'f"{'.repeat(50_000)],
    ['nested formats', `f"${'{a:'.repeat(50_000)}`],
    ['brackets within a field', `f"{${'['.repeat(200_000)}`],
    ['a long name', 'a'.repeat(200_000)],
    ['a long number', '1'.repeat(200_000)],
    ['exponents', '1e'.repeat(100_000)],
    ['blanks', ' '.repeat(200_000)],
    ['escapes', `'${'\\x41'.repeat(50_000)}'`],
    ['prefixes', 'rb'.repeat(100_000)],
  ])('are read in linear time: %s', (_, source) => {
    const started = performance.now()
    readTokens(source)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('are read without an exception', () => {
    const piece = fc.constantFrom(
      ...[
        '"',
        "'",
        '"""',
        "'''",
        '\\',
        '\n',
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        'f',
        'rb',
        'a',
        ':',
        '!',
        '=',
        '#',
        '1',
        ' ',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        for (const { line, column } of readTokens(parts.join('')) ?? [])
          expect([line >= 1, column >= 0]).toEqual([true, true])
      }),
      { numRuns: 2000 },
    )
  })
})
