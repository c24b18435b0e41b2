import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseMapping } from '../../../src/runtime/mapping.js'

test.each([
  ['YAML', 'framework: pytorch\nlayers: 12', { framework: 'pytorch', layers: 12 }],
  ['JSON', '{"a": [1, true, null, {"b": -0.5}], "c": "x"}', { a: [1, true, null, { b: -0.5 }], c: 'x' }],
  ['nested YAML', 'a:\n  b: [1, 2]\n  c:\n    - d: e', { a: { b: [1, 2], c: [{ d: 'e' }] } }],
  ['a date as text', 'trained: 2026-01-05', { trained: '2026-01-05' }],
  ['yes and no as text', 'a: yes\nb: off', { a: 'yes', b: 'off' }],
  ['quoted text, also with digits', 'a: "1.10"\n"1": b', { a: '1.10', '1': 'b' }],
  ['blocks of text', 'notes: |\n  one\n  two\n', { notes: 'one\ntwo\n' }],
  ['no value as null', 'a:', { a: null }],
  ['minus zero as zero', 'a: -0', { a: 0 }],
  ['an empty mapping', '{}', {}],
  ['a merge key as a key', '<<: {a: 1}', { '<<': { a: 1 } }],
])('parseMapping reads %s', (_, text, value) => {
  expect(parseMapping(text)).toEqual(value)
})

test.each([
  ['a list', '- 1', 'is not a mapping; write lines like "framework: pytorch"'],
  ['plain text', 'pytorch', 'is not a mapping'],
  ['nothing but a comment', '# todo', 'is not a mapping'],
  ['a duplicate key', 'a: 1\na: 2', 'line 2: is not valid YAML or JSON: Map keys must be unique'],
  ['a duplicate key of JSON', '{"a": 1, "a": 2}', 'Map keys must be unique'],
  ['several documents', 'a: 1\n---\nb: 2', 'multiple documents'],
  ['broken JSON', '{"a": ', 'is not valid YAML or JSON: '],
  ['tabs', 'a:\n\tb: 1\n\tc: 2', 'line 2: is indented with a tab; YAML needs spaces'],
  ['a tab after a list item', 'a:\n-\tb: 1\n\tc: 2', 'line 2: is indented with a tab; YAML needs spaces'],
  ['an equals sign for a colon', 'framework=pytorch', 'line 1: write "framework: pytorch"'],
  ['an equals sign further down', 'a: 1\nframework = pytorch', 'line 2: write "framework: pytorch"'],
  ['a colon without a space', 'framework:pytorch\nb:c', 'line 1: write "framework: pytorch"'],
  ['an unknown tag', 'a: !secret b', 'Unresolved tag: !secret'],
  ['binary', 'a: !!binary aGk=', 'a has a type that JSON does not have'],
  ['infinity', 'a: [1, .inf]', 'a.1 is a number that JSON cannot represent exactly'],
  ['NaN', 'a: .nan', 'a is a number that JSON cannot represent exactly'],
  [
    'a number too large',
    'a: {b: 12345678901234567890}',
    'a.b is a number that JSON cannot represent exactly',
  ],
  ['a key that is a number', '1: x', 'has the key 1, which is not text; write the key in quotes'],
  ['a key that is null', '~: x', 'has the key null, which is not text'],
  ['a key that is a list', '? [1, 2]\n: x', 'has the key a list or a mapping, which is not text'],
  ['an alias', 'a: &x [1]\nb: *x', 'has the alias *x; aliases are not supported, so write the value itself'],
  ['an alias of itself', 'a: &x [*x]', 'has the alias *x'],
  [
    'aliases that would fill the memory',
    [
      'a: &a [x,x,x]',
      ...'bcdefgh'.split('').map((key, at) => `${key}: &${key} [${`*${'abcdefg'[at]},`.repeat(9)}]`),
    ].join('\n'),
    'has the alias *a',
  ],
  ['deeply nested mappings', `a: ${'{"b": '.repeat(21)}1${'}'.repeat(21)}`, 'deeper than 20 levels'],
  ['endless brackets', `a: ${'['.repeat(30_000)}`, 'is not valid YAML or JSON'],
])('parseMapping refuses %s', (_, text, message) => {
  expect(() => parseMapping(text)).toThrow(message)
})

test.each([
  [
    '100,000 invalid escapes',
    `"${'\\q'.repeat(100_000)}"`,
    'line 1: is not valid YAML or JSON: Invalid escape sequence',
  ],
  [
    '60,000 anchors',
    `[${'&a &b '.repeat(30_000)}`,
    'line 1: is not valid YAML or JSON: A node can have at most one',
  ],
  [
    '100,000 keys',
    `${Array.from({ length: 100_000 }, (_, key) => `k${key}: 1\n`).join('')}k7: 2`,
    'line 100001: is not',
  ],
])('parseMapping refuses %s in seconds', (_, text, message) => {
  const start = performance.now()
  expect(() => parseMapping(text)).toThrow(message)
  expect(performance.now() - start).toBeLessThan(10_000)
})

test('parseMapping makes every key its own property, and changes no prototype', () => {
  const value = parseMapping('__proto__: {polluted: true}\nconstructor: 1')
  expect(Object.keys(value)).toEqual(['__proto__', 'constructor'])
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test('parseMapping returns JSON unchanged', () => {
  const json = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
  fc.assert(
    fc.property(json, (value) => {
      const text = JSON.stringify(value)
      fc.pre(/^[^\u0085\u2028\u2029\ufeff]*$/.test(text))
      const numbers = text.match(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi) ?? []
      fc.pre(
        numbers.every((number) => !Number.isInteger(Number(number)) || Number.isSafeInteger(Number(number))),
      )
      expect(JSON.stringify(parseMapping(text))).toBe(text)
    }),
  )
})
