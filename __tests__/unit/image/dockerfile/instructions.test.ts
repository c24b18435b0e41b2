// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles have variables of their own
import { describe, expect, test } from '@jest/globals'
import { parseDockerfile, readSyntax } from '../../../../src/image/dockerfile/instructions.js'

/** Returns `KEYWORD FIRST-LAST` for each instruction. */
function outline(dockerfile: string): string[] {
  return parseDockerfile(dockerfile).instructions.map(
    ({ keyword, line, lastLine }) => `${keyword} ${line}-${lastLine}`,
  )
}

// The expected values come from BuildKit 0.34's own parser.
describe('reads instructions as BuildKit does', () => {
  test.each([
    [
      'two backslashes at the end of a line do not continue it',
      'RUN one \\\\\nRUN two',
      ['RUN 1-1', 'RUN 2-2'],
    ],
    ['a backslash before trailing blanks continues the line', 'RUN one \\ \t\nRUN two', ['RUN 1-2']],
    [
      'a no-break space after the backslash ends the line',
      'RUN one \\\u00a0\nRUN two',
      ['RUN 1-1', 'RUN 2-2'],
    ],
    ['a form feed after the backslash ends the line', 'RUN one \\\f\nRUN two', ['RUN 1-1', 'RUN 2-2']],
    ['a vertical tab after the backslash ends the line', 'RUN one \\\v\nRUN two', ['RUN 1-1', 'RUN 2-2']],
    ['a backslash alone continues to the next line', '\\\nRUN one', ['RUN 1-2']],
    [
      'comments and empty lines may interrupt an instruction',
      'RUN a \\\n# c\n\n  b\nRUN c',
      ['RUN 1-4', 'RUN 5-5'],
    ],
    ['a backslash does not continue a comment', 'RUN a \\\n# c \\\nb\nRUN c', ['RUN 1-3', 'RUN 4-4']],
    [
      'a backtick continues lines if the escape directive says so',
      '# escape=`\nRUN a `\nb\nRUN C:\\\nRUN d',
      ['RUN 2-3', 'RUN 4-4', 'RUN 5-5'],
    ],
    ['the escape directive may be indented', ' # escape=`\nRUN C:\\\nRUN d', ['RUN 2-2', 'RUN 3-3']],
    [
      'the escape directive may follow other directives',
      '# syntax=a\n# check=skip=all\n# escape=`\nRUN C:\\\nRUN d',
      ['RUN 4-4', 'RUN 5-5'],
    ],
    [
      'the escape directive has no effect after an unknown directive',
      '# author=me\n# escape=`\nRUN C:\\\nd',
      ['RUN 3-4'],
    ],
    ['the escape directive has no effect after a comment', '# hello\n# escape=`\nRUN C:\\\nd', ['RUN 3-4']],
    [
      'the escape directive has no effect after a #! line',
      '#!/usr/bin/env x\n# escape=`\nRUN C:\\\nd',
      ['RUN 3-4'],
    ],
    [
      'a byte order mark is not part of the text',
      '\ufeff# escape=`\r\nRUN C:\\\r\nRUN d\r\n',
      ['RUN 2-2', 'RUN 3-3'],
    ],
    ['a here-document ends at its word', 'RUN <<EOF\nRUN a\nEOF\nRUN b', ['RUN 1-3', 'RUN 4-4']],
    [
      'a blank may come before the word of a here-document',
      "RUN cat << 'EOF' > app.py\nfrom redis import Redis\nEOF\nRUN b",
      ['RUN 1-3', 'RUN 4-4'],
    ],
    [
      'the word of a here-document may have any character',
      'RUN sh <<run.sh\nFROM a\nrun.sh\nRUN b',
      ['RUN 1-3', 'RUN 4-4'],
    ],
    ['the word of a here-document may have a hyphen', 'RUN sh <<END-X\nFROM a\nEND-X', ['RUN 1-3']],
    ['the word of a here-document may be a number', 'RUN sh <<1\nFROM a\n1', ['RUN 1-3']],
    ['a semicolon belongs to the word of a here-document', 'RUN cat <<EOF;\nFROM a\nEOF;', ['RUN 1-3']],
    [
      'text that follows without a blank belongs to the word of a here-document',
      'RUN cat <<EOF>/x\nFROM a\nEOF>/x',
      ['RUN 1-3'],
    ],
    ['the word of a here-document may be escaped', 'RUN cat <<\\EOF\nFROM a\nEOF', ['RUN 1-3']],
    [
      'the word of a here-document may have blanks in quotes',
      'RUN cat <<"E  F"\nFROM a\nE  F\nRUN b',
      ['RUN 1-3', 'RUN 4-4'],
    ],
    ['a number may come before <<', 'RUN cat 3<<EOF\nFROM a\nEOF', ['RUN 1-3']],
    [
      'tabs may come before the end of a <<- here-document',
      'RUN <<-EOF\n\tFROM a\n\tEOF\nRUN b',
      ['RUN 1-3', 'RUN 4-4'],
    ],
    [
      'tabs may not come before the end of a << here-document',
      'RUN <<EOF\n\tEOF\nEOF\nRUN b',
      ['RUN 1-3', 'RUN 4-4'],
    ],
    [
      '<<- followed by a blank does not begin a here-document',
      'RUN cat <<- EOF\nRUN b',
      ['RUN 1-1', 'RUN 2-2'],
    ],
    [
      'an instruction may begin several here-documents',
      'COPY <<a <<b /\nFROM a\na\nFROM b\nb\nRUN c',
      ['COPY 1-5', 'RUN 6-6'],
    ],
    [
      '<< is text in quotes',
      'RUN echo "see <<EOF"\nRUN a\nRUN cat <<EOF\nEOF',
      ['RUN 1-1', 'RUN 2-2', 'RUN 3-4'],
    ],
    [
      '<< is text in the JSON form',
      'RUN ["sh", "-c", "cat <<EOF"]\nRUN a\nEOF',
      ['RUN 1-1', 'RUN 2-2', 'EOF 3-3'],
    ],
    ['<< is text within a word', 'RUN cat<<EOF\nRUN a', ['RUN 1-1', 'RUN 2-2']],
    ['<< is text in arithmetic', 'RUN echo $((1<<N))\nRUN a\nN', ['RUN 1-1', 'RUN 2-2', 'N 3-3']],
    ['a here-string is not a here-document', 'RUN cat <<<EOF\nRUN a\nEOF', ['RUN 1-1', 'RUN 2-2', 'EOF 3-3']],
    [
      'an unterminated quote prevents a here-document',
      "RUN echo it's <<EOF\nRUN a\nEOF",
      ['RUN 1-1', 'RUN 2-2', 'EOF 3-3'],
    ],
    ['CMD does not begin a here-document', 'CMD cat <<EOF\nRUN a\nEOF', ['CMD 1-1', 'RUN 2-2', 'EOF 3-3']],
    [
      'ONBUILD may begin a here-document',
      'ONBUILD RUN <<EOF\nFROM a\nEOF\nRUN b',
      ['ONBUILD 1-3', 'RUN 4-4'],
    ],
    ['keywords may be in lower case and indented', '\tfrom a\n  run\tb', ['FROM 1-1', 'RUN 2-2']],
  ])('%s', (_, dockerfile, expected) => {
    expect(outline(dockerfile)).toEqual(expected)
  })

  test.each<[string, string[], string]>([
    ['COPY --from=a --link b c', ['--from=a', '--link'], 'b c'],
    ['RUN --mount=type=bind,target=/a\\ b,from=img:1 ls', ['--mount=type=bind,target=/a b,from=img:1'], 'ls'],
    ['COPY fr\\om --from=a b', [], 'fr\\om --from=a b'],
    ['COPY --fr\\om=img:1 a b', ['--from=img:1'], 'a b'],
    ['COPY --chown="${A}:${B}" a b', ['--chown=${A}:${B}'], 'a b'],
    ['COPY --chown="a b" c d', ['--chown=a b'], 'c d'],
    ["RUN --mount='type=secret,id=a' -- --b", ['--mount=type=secret,id=a'], '--b'],
  ])('reads the flags of %s without quotes and escapes', (line, flags, rest) => {
    expect(parseDockerfile(line).instructions).toMatchObject([{ flags, rest }])
  })

  test.each([
    ['FROM a AS Builder', 'builder'],
    ['FROM --platform=$BUILDPLATFORM a as b', 'b'],
    ['FROM a', undefined],
    ['FROM a AS', undefined],
    ['FROM a AS b c', undefined],
  ])('%s names the stage %s', (line, name) => {
    expect(parseDockerfile(line).instructions[0]?.stage).toEqual({ index: 0, name })
  })
})

test.each([
  ['many here-documents without an end', Array.from({ length: 30_000 }, (_, n) => `RUN <<a${n}\n`).join('')],
  [
    'one instruction with many here-documents',
    `RUN ${Array.from({ length: 30_000 }, (_, n) => `<<a${n} `).join('')}${'\n'.repeat(100_000)}`,
  ],
])('reads %s in linear time', (_, text) => {
  const started = performance.now()
  expect(parseDockerfile(text).instructions[0]).toMatchObject({ keyword: 'RUN', line: 1, lastLine: 1 })
  expect(performance.now() - started).toBeLessThan(5000)
})

test('ends here-documents at the first line that has their word', () => {
  const text = 'RUN <<a <<-b\na\n\tb\nUSER x\na\nb\n'
  expect(parseDockerfile(text).instructions.slice(0, 2)).toMatchObject([
    { keyword: 'RUN', lastLine: 3 },
    { keyword: 'USER', lastLine: 4 },
  ])
})

describe('the syntax image', () => {
  test.each([
    ['# syntax=docker/dockerfile:1\nFROM a', 'docker/dockerfile:1'],
    ['#syntax = docker/dockerfile:1 with options', 'docker/dockerfile:1'],
    ['#!/usr/bin/env -S docker build -f\n# syntax=docker/dockerfile:1', 'docker/dockerfile:1'],
    ['\ufeff# syntax=docker/dockerfile:1\r\nFROM a', 'docker/dockerfile:1'],
    ['# escape=`\n# syntax=docker/dockerfile:1', 'docker/dockerfile:1'],
    ['// syntax=docker/dockerfile:1', 'docker/dockerfile:1'],
    [' # syntax=docker/dockerfile:1\nFROM a', undefined],
    ['# hello\n# syntax=docker/dockerfile:1', undefined],
    ['# author=me\n# syntax=docker/dockerfile:1', undefined],
    ['FROM a\n# syntax=docker/dockerfile:1', undefined],
  ])('of %j is %s', (dockerfile, image) => {
    expect(readSyntax(dockerfile)).toBe(image)
  })
})
