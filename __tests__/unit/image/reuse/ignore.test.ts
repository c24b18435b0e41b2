import { describe, expect, test } from '@jest/globals'
import { parseIgnoreFile } from '../../../../src/image/reuse/ignore.js'

/** Reports whether a walk from the top of the context leaves out a path. */
function isIgnored(content: string, path: string): boolean {
  const ignore = parseIgnoreFile(content)
  let parent: boolean[] | undefined
  let result = false
  const segments = path.split('/')
  for (const index of segments.keys()) {
    const { ignored, matched } = ignore.match(segments.slice(0, index + 1).join('/'), parent)
    parent = matched
    result = ignored
  }
  return result
}

describe.each([
  ['a name, which matches only at the top', 'a', ['a', 'a/b', 'a/b/c'], ['b/a', 'ab', 'b']],
  ['a path', 'a/b', ['a/b', 'a/b/c'], ['a', 'a/c', 'x/a/b']],
  ['slashes at both ends', '/a/', ['a', 'a/b'], ['b/a']],
  ['a path that is not in its shortest form', './a//b/../c', ['a/c'], ['a/b', 'a']],
  ['a star in a segment', '*.py', ['x.py', '.py'], ['a/x.py', 'xpy', 'x.pyc']],
  ['a star for a segment', 'a/*/c', ['a/b/c'], ['a/c', 'a/b/b/c']],
  ['two stars at the beginning', '**/x.py', ['x.py', 'a/x.py', 'a/b/x.py'], ['ax.py', 'x.pyc']],
  ['two stars and no slash', '**.py', ['x.py', 'a/x.py', 'a/.py'], ['x.pyc']],
  ['two stars and another', '**/*.py', ['x.py', 'a/b/x.py'], ['xpy']],
  ['two stars in the middle', 'a/**/c', ['a/c', 'a/b/c', 'a/b/b/c'], ['c', 'a/bc']],
  ['two stars at the end', 'a/**', ['a/b', 'a/b/c'], ['a', 'ab']],
  ['two stars and an exception', '**\n!b', ['a', 'a/b'], ['b']],
  ['a question mark', 'a?', ['ab', 'aé', 'a😀'], ['a', 'abc', 'a/']],
  ['a set', '[ab]c', ['ac', 'bc'], ['cc', '[ab]c']],
  ['a range and its opposite', '[^a-c]x', ['dx'], ['ax', 'bx']],
  ['a set with an escaped character', '[a\\-]x', ['ax', '-x'], ['bx', '\\x']],
  ['two stars around a name', '**/b/**/d*', ['b/d', 'a/b/c/d', 'b/c/dx/e'], ['b/c', 'ab/d', 'd']],
  ['a star beside two stars', 'a*/**/b?', ['a/bx', 'ax/y/bx'], ['a/b', 'b/bx']],
  ['an escaped star', 'a\\*', ['a*'], ['ab']],
  ['characters that are special in regular expressions', 'a+(b).{c}|$', ['a+(b).{c}|$'], ['aab.c']],
  ['a dot and a star', 'a.b*', ['a.b', 'a.bc'], ['aab']],
  ['an exception', '*\n!a', ['b'], ['a', 'a/b']],
  ['an exception below a directory', 'a\n!a/b', ['a', 'a/c'], ['a/b', 'a/b/c']],
  ['several patterns, of which the last match wins', '!a\na\n!a\na\nb\n!b', ['a'], ['b']],
  ['an exception between blanks', '  a  \n ! a/b ', ['a', 'a/c'], ['a/b']],
  ['comments, empty lines and a byte order mark', '\uFEFF# a\n\nb\r\n#c', ['b'], ['a', '#c', '# a']],
])('an ignore file with %s', (_, content, ignored, kept) => {
  test.each(ignored)('leaves out %s', (path) => {
    expect(isIgnored(content, path)).toBe(true)
  })
  test.each(kept)('keeps %s', (path) => {
    expect(isIgnored(content, path)).toBe(false)
  })
})

test.each([
  '[',
  '[]',
  '[^]',
  'a[',
  'a\\',
  '!',
  '!/',
  '^a*',
  '\\d*',
  // Go refuses these.
  '\\é*',
  '[a-]',
  '[-a]',
  '[^-a]',
  '[a-c-e]',
  '[*]',
  // If a pattern has a wildcard, Go interprets these as regular expressions.
  '*a{2}',
  'x/*|b',
  'a}?',
  '**/{a,b}',
])('refuses the pattern %s', (pattern) => {
  expect(() => parseIgnoreFile(`fine\n${pattern}`)).toThrow(`the pattern ${JSON.stringify(pattern)}`)
})

test('refuses an exception that Go interprets as a regular expression', () => {
  expect(() => parseIgnoreFile('*\n!*a{2}')).toThrow('the pattern "*a{2}" cannot be read with certainty')
})

test.each(['a{b', 'a}', 'a|b'])('reads the pattern %s, which has no wildcard, literally', (path) => {
  expect(parseIgnoreFile(path).match(path).ignored).toBe(true)
})

test.each([
  ['a\n!a/b', 'a', true],
  ['a\n!a/b/**', 'a/b', true],
  ['a\n!a/b', 'a/c', false],
  ['a\n!**/b', 'a/c', true],
  ['a', 'a', false],
])('with the ignore file %j, a file below %s may be kept: %s', (content, directory, expected) => {
  expect(parseIgnoreFile(content).mayKeepBelow(directory)).toBe(expected)
})

test('matches 100,000 paths against twenty wildcards in seconds', () => {
  const ignore = parseIgnoreFile(Array.from({ length: 20 }, (_, number) => `**/*.x${number}`).join('\n'))
  const start = performance.now()
  const paths = Array.from({ length: 100_000 }, (_, number) => `data/images/some_longer_name_${number}.json`)
  expect(paths.filter((path) => ignore.match(path).ignored)).toEqual([])
  expect(performance.now() - start).toBeLessThan(3000)
})

test('matches a pattern with twenty stars in an instant', () => {
  const ignore = parseIgnoreFile(`${'*a'.repeat(20)}b\n${'**/a'.repeat(20)}b\n!${'a**'.repeat(20)}b`)
  const start = performance.now()
  expect(ignore.match('a'.repeat(250)).ignored).toBe(false)
  expect(ignore.match('a/'.repeat(1000).slice(0, -1)).ignored).toBe(false)
  expect(ignore.match(`${'a'.repeat(249)}b`).ignored).toBe(true)
  expect(performance.now() - start).toBeLessThan(1000)
})
