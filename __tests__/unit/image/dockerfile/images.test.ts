// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles have variables of their own
import { describe, expect, test } from '@jest/globals'
import { findImages } from '../../../../src/image/dockerfile/images.js'

const plain = { target: undefined, platforms: ['linux/amd64'], buildArgs: [] as string[] }

describe('the images that a build takes something from', () => {
  test.each<
    [name: string, dockerfile: string, images: string[], use?: Partial<typeof plain> | { target: string }]
  >([
    ['a base', 'FROM python:3.12', ['python:3.12']],
    ['nothing', 'FROM scratch\nCOPY a /', []],
    [
      'bases of the stages that are needed',
      'FROM a AS one\nFROM b AS two\nFROM c\nCOPY --from=one / /',
      ['c', 'a'],
    ],
    ['the stages that stages need', 'FROM a AS one\nFROM one AS two\nFROM two', ['a']],
    ['a stage by its number', 'FROM a\nFROM b\nCOPY --chown=1 --from=0 / /', ['b', 'a']],
    ['a stage in other letters', 'FROM a AS One\nFROM ONE', ['a']],
    ['a target', 'FROM a AS one\nFROM b', ['a'], { target: 'One' }],
    ['a target by number', 'FROM a\nFROM b', ['a'], { target: '0' }],
    [
      'images of COPY and of mounts',
      'FROM a\nCOPY --from=tools:1 /x /\nRUN --mount=type=bind,from=data,target=/d --mount=target=/e x',
      ['a', 'tools:1', 'data'],
    ],
    [
      'a name that becomes a stage only later',
      'FROM a\nCOPY --from=late / /\nFROM b AS late',
      ['a', 'late'],
      { target: '0' },
    ],
    ['words that only look like flags', 'FROM a\nRUN echo --from=b --mount=from=c', ['a']],
    ['comments and continuations', 'FROM \\\n# here\n  --platform=$BUILDPLATFORM \\\n  a', ['a']],
    ['a here-document', 'FROM a\nRUN <<EOF\nFROM b\nEOF', ['a']],
    ['a here-document behind quotes', `FROM a\nRUN echo "x" <<EOF\nFROM b\nEOF`, ['a']],
    ['an argument before FROM', 'ARG V=3.12 W\nFROM python:$V', ['python:3.12']],
    ['an argument that is given', 'ARG V=3.12\nFROM python:${V}', ['python:3.13'], { buildArgs: ['V=3.13'] }],
    [
      'arguments out of others',
      'ARG V=3\nARG NAME="py-${V}"\nFROM ${NAME:-none}:${X-y}${V:+-slim}',
      ['py-3:y-slim'],
    ],
    ['an argument that is not declared', 'FROM a${V}', ['a'], { buildArgs: ['V=1'] }],
    ['a stage by an argument', 'ARG S=one\nFROM a AS one\nFROM b AS two\nFROM $S', ['a']],
    [
      'each platform',
      'FROM base-$TARGETARCH',
      ['base-amd64', 'base-arm64'],
      { platforms: ['linux/amd64', 'linux/arm64'] },
    ],
    ['the syntax', '# syntax=docker/dockerfile:1.7\n# escape=`\nFROM `\n a', ['a', 'docker/dockerfile:1.7']],
    ['no syntax below the top', '# hello\n# syntax=docker/dockerfile:1.7\nFROM a', ['a']],
    [
      'a syntax that is given',
      'FROM a',
      ['a', 'docker/dockerfile:2'],
      { buildArgs: ['BUILDKIT_SYNTAX=docker/dockerfile:2'] },
    ],
    [
      'ADD with a checksum or a commit, or of files',
      `FROM a\nADD --checksum=sha256:1 https://x.io/y /\nADD https://x.io/y.git#${'a'.repeat(40)} /\nADD x.tar y $Z/`,
      ['a'],
    ],
    ['ADD in a stage that is not needed', 'FROM a AS one\nADD https://x.io/y /\nFROM b', ['b']],
  ])('%s', (_, dockerfile, images, ...[use]) => {
    expect(findImages(dockerfile, { ...plain, ...use })).toEqual(images)
  })

  test.each([
    [
      'an address',
      'FROM a\nADD https://x.io/y /',
      'line 2 of the Dockerfile adds https://x.io/y, which may have changed; give its --checksum',
    ],
    ['a repository', 'FROM a\nADD git@x.io:y.git /', 'git@x.io:y.git'],
    ['a branch', 'FROM a\nADD https://x.io/y.git#main /', 'y.git#main'],
    ['a repository by SSH', 'FROM a\nADD deploy@x.io:org/y /', 'deploy@x.io:org/y'],
    ['ONBUILD', 'FROM a\nONBUILD COPY --from=b / /', 'line 2 of the Dockerfile is an ONBUILD'],
    [
      'the mark of a here-document in quotes',
      'FROM a\nRUN echo "<<EOF"\nCOPY --from=b / /\nRUN cat <<EOF\nEOF',
      'line 2 of the Dockerfile has << in quotes',
    ],
    ['what a variable says', 'FROM a\nARG U\nADD $U /', 'adds $U'],
    ['a source by a variable', 'FROM a\nRUN --mount=from=$X y', 'line 2'],
    ['flags in quotes', 'FROM a\nRUN --mount="from=x" y', 'line 2'],
    ["the builder's platform", 'FROM a-$BUILDARCH', 'BUILDARCH'],
    ['a variable that is cut', 'ARG V=1\nFROM a:${V#1}', '${V#1}'],
    ['an escaped dollar', 'FROM a\\$b', 'a\\$b'],
    ['another language', '# syntax=example.com/other:1\nFROM a', 'example.com/other:1'],
  ])('refuses %s', (_, dockerfile, message) => {
    expect(() => findImages(dockerfile, plain)).toThrow(message)
  })
})
