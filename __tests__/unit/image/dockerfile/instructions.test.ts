// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles have variables of their own
import { describe, expect, test } from '@jest/globals'
import { parseDockerfile, readSyntax } from '../../../../src/image/dockerfile/instructions.js'

/** `KEYWORD FIRST-LAST` of each instruction. */
function outline(dockerfile: string): string[] {
  return parseDockerfile(dockerfile).instructions.map(
    ({ keyword, line, lastLine }) => `${keyword} ${line}-${lastLine}`,
  )
}

// What BuildKit 0.34's own parser says of each.
describe('the instructions of a Dockerfile are those that BuildKit sees', () => {
  test.each([
    ['two backslashes at the end continue no line', 'RUN one \\\\\nRUN two', ['RUN 1-1', 'RUN 2-2']],
    ['one backslash with blanks after it does', 'RUN one \\ \t\nRUN two', ['RUN 1-2']],
    [
      'a no-break space after the backslash ends the line',
      'RUN one \\\u00a0\nRUN two',
      ['RUN 1-1', 'RUN 2-2'],
    ],
    ['so does a form feed', 'RUN one \\\f\nRUN two', ['RUN 1-1', 'RUN 2-2']],
    ['so does a vertical tab', 'RUN one \\\v\nRUN two', ['RUN 1-1', 'RUN 2-2']],
    ['a backslash alone continues to the next line', '\\\nRUN one', ['RUN 1-2']],
    [
      'comments and empty lines stand within an instruction',
      'RUN a \\\n# c\n\n  b\nRUN c',
      ['RUN 1-4', 'RUN 5-5'],
    ],
    ['a comment does not continue', 'RUN a \\\n# c \\\nb\nRUN c', ['RUN 1-3', 'RUN 4-4']],
    [
      'a backtick continues lines when asked for',
      '# escape=`\nRUN a `\nb\nRUN C:\\\nRUN d',
      ['RUN 2-3', 'RUN 4-4', 'RUN 5-5'],
    ],
    ['the directive may be indented', ' # escape=`\nRUN C:\\\nRUN d', ['RUN 2-2', 'RUN 3-3']],
    [
      'the directive may follow others',
      '# syntax=a\n# check=skip=all\n# escape=`\nRUN C:\\\nRUN d',
      ['RUN 4-4', 'RUN 5-5'],
    ],
    ['it may not follow an unknown directive', '# author=me\n# escape=`\nRUN C:\\\nd', ['RUN 3-4']],
    ['it may not follow a comment', '# hello\n# escape=`\nRUN C:\\\nd', ['RUN 3-4']],
    ['it may not follow a line with #!', '#!/usr/bin/env x\n# escape=`\nRUN C:\\\nd', ['RUN 3-4']],
    [
      'a byte order mark is none of the text',
      '\ufeff# escape=`\r\nRUN C:\\\r\nRUN d\r\n',
      ['RUN 2-2', 'RUN 3-3'],
    ],
    ['a here-document ends at its word', 'RUN <<EOF\nRUN a\nEOF\nRUN b', ['RUN 1-3', 'RUN 4-4']],
    [
      'a blank may stand before the word',
      "RUN cat << 'EOF' > app.py\nfrom redis import Redis\nEOF\nRUN b",
      ['RUN 1-3', 'RUN 4-4'],
    ],
    ['a word may have any character', 'RUN sh <<run.sh\nFROM a\nrun.sh\nRUN b', ['RUN 1-3', 'RUN 4-4']],
    ['a word may have a hyphen', 'RUN sh <<END-X\nFROM a\nEND-X', ['RUN 1-3']],
    ['a word may be a number', 'RUN sh <<1\nFROM a\n1', ['RUN 1-3']],
    ['a semicolon belongs to the word', 'RUN cat <<EOF;\nFROM a\nEOF;', ['RUN 1-3']],
    ['what follows without a blank belongs to the word', 'RUN cat <<EOF>/x\nFROM a\nEOF>/x', ['RUN 1-3']],
    ['a word may be escaped', 'RUN cat <<\\EOF\nFROM a\nEOF', ['RUN 1-3']],
    ['a word in quotes may have blanks', 'RUN cat <<"E  F"\nFROM a\nE  F\nRUN b', ['RUN 1-3', 'RUN 4-4']],
    ['a mark may have a number in front', 'RUN cat 3<<EOF\nFROM a\nEOF', ['RUN 1-3']],
    ['tabs may stand before the end with <<-', 'RUN <<-EOF\n\tFROM a\n\tEOF\nRUN b', ['RUN 1-3', 'RUN 4-4']],
    ['and not otherwise', 'RUN <<EOF\n\tEOF\nEOF\nRUN b', ['RUN 1-3', 'RUN 4-4']],
    ['blanks after <<- begin no here-document', 'RUN cat <<- EOF\nRUN b', ['RUN 1-1', 'RUN 2-2']],
    [
      'an instruction may begin several',
      'COPY <<a <<b /\nFROM a\na\nFROM b\nb\nRUN c',
      ['COPY 1-5', 'RUN 6-6'],
    ],
    [
      'in quotes a mark is text',
      'RUN echo "see <<EOF"\nRUN a\nRUN cat <<EOF\nEOF',
      ['RUN 1-1', 'RUN 2-2', 'RUN 3-4'],
    ],
    [
      'in the JSON form a mark is text',
      'RUN ["sh", "-c", "cat <<EOF"]\nRUN a\nEOF',
      ['RUN 1-1', 'RUN 2-2', 'EOF 3-3'],
    ],
    ['within a word a mark is text', 'RUN cat<<EOF\nRUN a', ['RUN 1-1', 'RUN 2-2']],
    ['in arithmetic a mark is text', 'RUN echo $((1<<N))\nRUN a\nN', ['RUN 1-1', 'RUN 2-2', 'N 3-3']],
    ['a here-string is none', 'RUN cat <<<EOF\nRUN a\nEOF', ['RUN 1-1', 'RUN 2-2', 'EOF 3-3']],
    [
      'with a quote that does not end there is none',
      "RUN echo it's <<EOF\nRUN a\nEOF",
      ['RUN 1-1', 'RUN 2-2', 'EOF 3-3'],
    ],
    ['other instructions begin none', 'CMD cat <<EOF\nRUN a\nEOF', ['CMD 1-1', 'RUN 2-2', 'EOF 3-3']],
    ['a trigger may begin one', 'ONBUILD RUN <<EOF\nFROM a\nEOF\nRUN b', ['ONBUILD 1-3', 'RUN 4-4']],
    ['keywords may be in lower case, after blanks', '\tfrom a\n  run\tb', ['FROM 1-1', 'RUN 2-2']],
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
  ])('the flags of %s are read without quotes and escapes', (line, flags, rest) => {
    expect(parseDockerfile(line).instructions).toMatchObject([{ flags, rest }])
  })

  test.each([
    ['FROM a AS Builder', 'builder'],
    ['FROM --platform=$BUILDPLATFORM a as b', 'b'],
    ['FROM a', undefined],
    ['FROM a AS', undefined],
    ['FROM a AS b c', undefined],
  ])('%s names its stage %s', (line, name) => {
    expect(parseDockerfile(line).instructions[0]?.stage).toEqual({ index: 0, name })
  })
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
