import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  formatReference,
  isPathComponent,
  isTag,
  parseReference,
  registryHost,
} from '../../../src/docker/reference.js'

const digest = `sha256:${'f'.repeat(64)}`

describe('parseReference', () => {
  test.each([
    ['debian', { path: 'debian' }],
    ['org/eval', { path: 'org/eval' }],
    [
      'registry.example.com/org/eval:1.2.3',
      { domain: 'registry.example.com', path: 'org/eval', tag: '1.2.3' },
    ],
    ['localhost/eval', { domain: 'localhost', path: 'eval' }],
    ['localhost:5000/org/eval:dev', { domain: 'localhost:5000', path: 'org/eval', tag: 'dev' }],
    ['192.168.1.1:5000/repo:5050', { domain: '192.168.1.1:5000', path: 'repo', tag: '5050' }],
    ['[::1]:5000/repo:tag', { domain: '[::1]:5000', path: 'repo', tag: 'tag' }],
    ['r.io/a/b/c/d:x', { domain: 'r.io', path: 'a/b/c/d', tag: 'x' }],
    ['r.io/a__b/c---d/e.f_g', { domain: 'r.io', path: 'a__b/c---d/e.f_g' }],
    [`r.io/o/e@${digest}`, { domain: 'r.io', path: 'o/e', digest }],
    [`r.io/o/e:t@${digest}`, { domain: 'r.io', path: 'o/e', tag: 't', digest }],
    [`r.io/o/e:${'a'.repeat(128)}`, { domain: 'r.io', path: 'o/e', tag: 'a'.repeat(128) }],
    ['r.io/o/e:_x', { domain: 'r.io', path: 'o/e', tag: '_x' }],
    [`r.io/${'a'.repeat(255)}`, { domain: 'r.io', path: 'a'.repeat(255) }],
    ['Docker/docker', { domain: 'Docker', path: 'docker' }],
    ['test.com:5000', { path: 'test.com', tag: '5000' }],
    [`r.io/e@sha512:${'0'.repeat(128)}`, { domain: 'r.io', path: 'e', digest: `sha512:${'0'.repeat(128)}` }],
  ])('reads %s', (text, reference) => {
    expect(parseReference(text)).toEqual(reference)
    expect(formatReference(parseReference(text))).toBe(text)
  })

  test.each([
    ['', 'it is empty; write a name'],
    ['https://r.io/o/e', 'leave out "https://"'],
    ['r.io/Org/eval', 'write "Org/eval" in lower case: "org/eval"'],
    ['org/Eval', 'write "org/Eval" in lower case: "org/eval"'],
    ['r.io/o/e:', 'the tag after ":" is empty'],
    ['r.io/o/e:-x', 'the tag "-x" may contain'],
    [`r.io/o/e:${'a'.repeat(129)}`, 'the tag has 129 characters; at most 128'],
    ['r.io/o/e:a+b', 'the tag "a+b" may contain'],
    ['r.io/o//e', 'a slash has nothing before or after it'],
    ['r.io/o/e/', 'a slash has nothing before or after it'],
    ['/o/e', 'a slash has nothing before or after it'],
    ['r.io/o/_e', '"_e" may contain'],
    ['r.io/o/e..f', '"e..f" may contain'],
    ['r.io/o/e___f', '"e___f" may contain'],
    ['r.io/o/e@sha256:abc', 'must have 64 lower-case hexadecimal digits after "sha256:"'],
    [`r.io/o/e@sha256:${'F'.repeat(64)}`, 'must have 64 lower-case hexadecimal digits'],
    [`r.io/o/e@md5:${'f'.repeat(32)}`, 'must begin with "sha256:"'],
    ['f'.repeat(64), 'it looks like an image id'],
    [`r.io/${'a'.repeat(256)}`, 'the path has 256 characters; at most 255'],
    ['a'.repeat(250), 'the path has 258 characters'],
    ['[fe80::1%eth0]:5000/d', 'the registry "[fe80::1%eth0]:5000" must be'],
    ['-r.io/e', 'the registry "-r.io" must be'],
    ['r.io/', 'there is no name besides'],
    [':tag', 'there is no name besides'],
    ['r.io/o e', 'white space'],
    ['r.io/o/e\n', 'white space'],
  ])('refuses %j and says what to write', (text, reason) => {
    expect(() => parseReference(text)).toThrow(`${JSON.stringify(text)} is not a valid image reference: `)
    expect(() => parseReference(text)).toThrow(reason)
  })

  const characters = (text: string) => fc.constantFrom(...text)
  const component = fc
    .array(fc.string({ unit: characters('abz019'), minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 3,
    })
    .chain((words) => fc.constantFrom('.', '_', '__', '-', '---').map((joint) => words.join(joint)))
  const domain = fc.constantFrom(
    'localhost',
    'r.io',
    'Docker',
    'a-b.example.com:5000',
    '[::1]:80',
    '10.0.0.1:1',
  )
  const reference = fc
    .record({
      domain: fc.option(domain, { nil: '' }),
      path: fc.array(component, { minLength: 1, maxLength: 4 }).map((components) => components.join('/')),
      tag: fc.option(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/), { nil: '' }),
      digest: fc.constantFrom('', digest),
    })
    .filter(({ domain, path }) => domain !== '' || !/^[^/]*\./.test(path))
    .map((parts) => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== '')))
    .map((parts) => ({ path: '', ...parts }))

  test('reads back every reference that it writes', () => {
    fc.assert(
      fc.property(reference, (parts) => {
        expect(parseReference(formatReference(parts))).toEqual(parts)
      }),
    )
  })

  test('returns a reference, or throws an error that names the text, for any other text', () => {
    const noise = characters(':/@.-_[]%+ \nAa0é')
    fc.assert(
      fc.property(reference, fc.nat(), fc.string({ unit: noise, maxLength: 3 }), (parts, place, inserted) => {
        const text = formatReference(parts)
        const at = place % (text.length + 1)
        const mutated = text.slice(0, at) + inserted + text.slice(at + 1)
        try {
          expect(formatReference(parseReference(mutated))).toBe(mutated)
        } catch (error) {
          expect(String(error)).toContain(
            `Error: ${JSON.stringify(mutated)} is not a valid image reference: `,
          )
        }
      }),
    )
  })
})

test.each([
  ['debian', 'docker.io'],
  ['index.docker.io/library/debian', 'docker.io'],
  ['docker.kolena.io/org/eval', 'docker.kolena.io'],
  ['localhost:5000/eval', 'localhost:5000'],
])('reads the registry of %s as %s', (text, host) => {
  expect(registryHost(parseReference(text))).toBe(host)
})

test.each([
  ['v1.2.3', true],
  ['_x', true],
  ['', false],
  ['.x', false],
  ['a\n', false],
  ['a'.repeat(129), false],
])('isTag(%j) is %j', (text, expected) => {
  expect(isTag(text)).toBe(expected)
})

test.each([
  ['keypoint_detection', true],
  ['a--b', true],
  ['', false],
  ['a/b', false],
  ['Eval', false],
  ['a___b', false],
])('isPathComponent(%j) is %j', (text, expected) => {
  expect(isPathComponent(text)).toBe(expected)
})
