import { describe, expect, test } from '@jest/globals'
import { contextOf, copiedPaths } from '../../../../src/actions/init/context.js'

describe('the paths that a Dockerfile copies', () => {
  test.each([
    ['COPY', 'COPY a.txt ./b/ /c /target', ['a.txt', 'b', 'c']],
    ['ADD', 'ADD --chown=1:1 a.tar /', ['a.tar']],
    ['JSON', 'COPY ["a b", "c", "/"]', ['a b', 'c']],
    ['quotes', 'COPY "a b" /', ['a b']],
    ['the whole context', 'COPY . /app\nCOPY / /app', ['.']],
    ['bind mounts', 'RUN --mount=type=bind,source=r.txt,target=/r --mount=src=s,dst=/s true', ['r.txt', 's']],
    ['other mounts', 'RUN --mount=type=cache,target=/c --mount=type=bind,from=a,source=b,target=/b true', []],
    ['other stages', 'COPY --from=builder /a /a', []],
    ['addresses', 'ADD https://example.com/a git@example.com:b /', []],
    ['variables and patterns', 'COPY $A req*.txt [ab].py /', []],
    ['here-documents', 'COPY <<END /a\nCOPY b /b\nEND', []],
    ['paths out of the context', 'COPY ../a /', []],
    ['paths that no file has', `COPY ${'a/'.repeat(500)}b c /`, ['c']],
  ])('are read from %s', (_, text, paths) => {
    expect(copiedPaths(`FROM scratch\n${text}\n`)).toEqual(paths)
  })
})

describe('the build context', () => {
  test.each<[string, string, string, string[], string]>([
    ['the root for a Dockerfile there', 'Dockerfile', 'COPY . .', ['Dockerfile', 'a.py'], '.'],
    [
      'the root that has what is copied',
      'docker/Dockerfile',
      'COPY pkg /pkg',
      ['docker/Dockerfile', 'pkg/a.py'],
      '.',
    ],
    [
      'its own folder',
      'e/one/Dockerfile',
      'COPY a.py r.txt /',
      ['e/one/a.py', 'e/one/r.txt', 'e/one/Dockerfile'],
      'e/one',
    ],
    [
      'a folder between',
      'e/one/docker/Dockerfile',
      'COPY pkg /',
      ['e/one/pkg/a.py', 'e/one/docker/Dockerfile'],
      'e/one',
    ],
    ['its own folder with a project', 'e/Dockerfile', 'COPY . .', ['e/Dockerfile', 'e/pyproject.toml'], 'e'],
    [
      'the root if nothing decides',
      'docker/Dockerfile',
      'COPY . .',
      ['docker/Dockerfile', 'pyproject.toml'],
      '.',
    ],
    ['the folder with most files', 'e/Dockerfile', 'COPY a b /', ['a', 'e/a', 'e/b', 'e/Dockerfile'], 'e'],
  ])('is %s', (_, dockerfile, text, paths, context) => {
    expect(contextOf(dockerfile, `FROM scratch\n${text}\n`, paths)).toBe(context)
  })

  test('is found in linear time', () => {
    const folder = 'a/'.repeat(1000)
    const started = performance.now()
    contextOf(`${folder}Dockerfile`, `FROM scratch\n${'COPY b c /\n'.repeat(20_000)}`, [
      ...Array.from({ length: 2000 }, (_, at) => `${folder}${at}`),
    ])
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
