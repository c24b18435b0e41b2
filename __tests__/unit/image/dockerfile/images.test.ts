// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles have variables of their own
import { describe, expect, test } from '@jest/globals'
import { findImages } from '../../../../src/image/dockerfile/images.js'

const plain = { target: undefined, platforms: ['linux/amd64'], buildArgs: [] as string[] }

describe('the images that a build uses', () => {
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
    ['stages that other stages need', 'FROM a AS one\nFROM one AS two\nFROM two', ['a']],
    ['a stage by its number', 'FROM a\nFROM b\nCOPY --chown=1 --from=0 / /', ['b', 'a']],
    ['a stage name in different case', 'FROM a AS One\nFROM ONE', ['a']],
    ['a target', 'FROM a AS one\nFROM b', ['a'], { target: 'One' }],
    ['the last of several stages with one name', 'FROM a AS s\nFROM b AS s\nFROM s', ['b']],
    ['a target name that several stages have', 'FROM a AS s\nFROM b AS s\nFROM c', ['b'], { target: 's' }],
    ['a stage name in quotes', 'FROM a AS one\nFROM "one" AS two\nFROM o\\ne', ['a']],
    ['a target by number', 'FROM a\nFROM b', ['a'], { target: '0' }],
    [
      'images of COPY and of mounts',
      'FROM a\nCOPY --from=tools:1 /x /\nRUN --mount=type=bind,from=data,target=/d --mount=target=/e x',
      ['a', 'tools:1', 'data'],
    ],
    [
      'a name that only a later stage has',
      'FROM a\nCOPY --from=late / /\nFROM b AS late',
      ['a', 'late'],
      { target: '0' },
    ],
    ['words that only look like flags', 'FROM a\nRUN echo --from=b --mount=from=c', ['a']],
    ['comments and continuations', 'FROM \\\n# here\n  --platform=$BUILDPLATFORM \\\n  a', ['a']],
    ['a here-document', 'FROM a\nRUN <<EOF\nFROM b\nEOF', ['a']],
    ['a here-document after quotes', `FROM a\nRUN echo "x" <<EOF\nFROM b\nEOF`, ['a']],
    [
      'a here-document with a blank before its word',
      "FROM a\nRUN cat << 'EOF' > app.py\nfrom redis import Redis\nEOF",
      ['a'],
    ],
    [
      'two backslashes at the end of a line',
      'FROM a\nRUN echo C:\\\\\nCOPY --from=tools:1 / /',
      ['a', 'tools:1'],
    ],
    ['flags with escapes', 'FROM a\nRUN --mount=type=bind,target=/a\\ b,from=img:1 ls', ['a', 'img:1']],
    ['a flag with an escape in its name', 'FROM a\nCOPY --fr\\om=img:1 a /', ['a', 'img:1']],
    ['flags in quotes', 'FROM a\nRUN --mount="type=bind,from=x" y\nCOPY --chown="${U}:${G}" a /', ['a', 'x']],
    ['a mark in quotes', 'FROM a\nRUN echo "<<EOF"\nCOPY --from=b / /\nRUN cat <<EOF\nEOF', ['a', 'b']],
    ['an escaped dollar', 'FROM a\\$b', ['a$b']],
    ['an unreadable argument that no FROM uses', 'ARG W=${X#y}\nARG V="a\\b"\nARG I=a\nFROM $I', ['a']],
    ['an argument before FROM', 'ARG V=3.12 W\nFROM python:$V', ['python:3.12']],
    [
      'an argument that the build sets',
      'ARG V=3.12\nFROM python:${V}',
      ['python:3.13'],
      { buildArgs: ['V=3.13'] },
    ],
    [
      'arguments that refer to other arguments',
      'ARG V=3\nARG NAME="py-${V}"\nFROM ${NAME:-none}:${X-y}${V:+-slim}',
      ['py-3:y-slim'],
    ],
    ['an argument that is not declared', 'FROM a${V}', ['a'], { buildArgs: ['V=1'] }],
    ['a stage that an argument names', 'ARG S=one\nFROM a AS one\nFROM b AS two\nFROM $S', ['a']],
    [
      'each platform',
      'FROM base-$TARGETARCH',
      ['base-amd64', 'base-arm64'],
      { platforms: ['linux/amd64', 'linux/arm64'] },
    ],
    ...['aarch64', 'arm64', 'arm64/v8', 'ARM64'].map((name): [string, string, string[], object] => [
      `the platform linux/${name}`,
      'FROM base-$TARGETARCH$TARGETVARIANT',
      ['base-arm64'],
      { platforms: [`linux/${name}`] },
    ]),
    ...(
      [
        ['linux/x86_64', 'linux/amd64', 'amd64', ''],
        ['linux/amd64/v2', 'linux/amd64/v2', 'amd64', 'v2'],
        ['linux/arm', 'linux/arm/v7', 'arm', 'v7'],
        ['linux/armhf', 'linux/arm/v7', 'arm', 'v7'],
        ['linux/arm/6', 'linux/arm/v6', 'arm', 'v6'],
        ['linux/i386', 'linux/386', '386', ''],
        ['linux/ppc64le', 'linux/ppc64le', 'ppc64le', ''],
      ] as const
    ).map(([name, platform, architecture, variant]): [string, string, string[], object] => [
      `the platform ${name} with its variant`,
      'FROM ${TARGETPLATFORM}-$TARGETOS-$TARGETARCH-$TARGETVARIANT',
      [`${platform}-linux-${architecture}-${variant}`],
      { platforms: [name] },
    ]),
    [
      'an argument that overrides a built-in one',
      'FROM base-$TARGETARCH-$BUILDARCH',
      ['base-arm64-x'],
      { buildArgs: ['TARGETARCH=arm64', 'BUILDARCH=x'] },
    ],
    ['the name of the stage that is built', 'FROM a AS x\nFROM b-$TARGETSTAGE AS y', ['b-y']],
    ['the name of the target', 'FROM b-$TARGETSTAGE AS x\nFROM a AS y', ['b-x'], { target: 'x' }],
    ['an unnamed stage', 'FROM b-$TARGETSTAGE', ['b-default']],
    [
      'a syntax directive after a #! line',
      '#!/usr/bin/env -S docker build -f\n# syntax=docker/dockerfile:1\nFROM a',
      ['a', 'docker/dockerfile:1'],
    ],
    [
      'a syntax directive',
      '# syntax=docker/dockerfile:1.7\n# escape=`\nFROM `\n a',
      ['a', 'docker/dockerfile:1.7'],
    ],
    [
      'a comment that looks like a syntax directive',
      '# hello\n# syntax=docker/dockerfile:1.7\nFROM a',
      ['a'],
    ],
    [
      'a syntax that a build argument sets',
      'FROM a',
      ['a', 'docker/dockerfile:2'],
      { buildArgs: ['BUILDKIT_SYNTAX=docker/dockerfile:2'] },
    ],
    [
      'ADD of files, or with a checksum or a commit',
      `FROM a\nADD --checksum=sha256:1 https://x.io/y /\nADD https://x.io/y.git#${'a'.repeat(40)} /\nADD x.tar y $Z/`,
      ['a'],
    ],
    ['ADD in a stage that is not needed', 'FROM a AS one\nADD https://x.io/y /\nFROM b', ['b']],
  ])('are found for %s', (_, dockerfile, images, ...[use]) => {
    expect(findImages(dockerfile, { ...plain, ...use })).toEqual(images)
  })

  test.each<[string, string, string, string[]?]>([
    [
      'ADD of a URL',
      'FROM a\nADD https://x.io/y /',
      'line 2 of the Dockerfile adds https://x.io/y, which may have changed; give its --checksum',
    ],
    ['ADD of a repository', 'FROM a\nADD git@x.io:y.git /', 'git@x.io:y.git'],
    ['ADD of a branch', 'FROM a\nADD https://x.io/y.git#main /', 'y.git#main'],
    ['ADD of a repository over SSH', 'FROM a\nADD deploy@x.io:org/y /', 'deploy@x.io:org/y'],
    ['ONBUILD', 'FROM a\nONBUILD COPY --from=b / /', 'line 2 of the Dockerfile is an ONBUILD'],
    ['a URL in quotes', "FROM a\nADD 'https://x.io/y' /z", 'adds https://x.io/y'],
    ['a URL in double quotes', 'FROM a\nADD "https://x.io/y" /z', 'adds https://x.io/y'],
    ['an escaped URL', 'FROM a\nADD \\https://x.io/y /z', 'adds https://x.io/y'],
    ['a URL with a variable', 'FROM a\nADD h${U}ttps://x.io/y /z', 'adds h${U}ttps://x.io/y'],
    ['a word that a variable may turn into a URL', 'FROM a\nADD http${S} /z', 'adds http${S}'],
    ['a URL in the JSON form', 'FROM a\nADD ["https:\\/\\/x.io\\/y", "/z"]', 'adds https://x.io/y'],
    [
      'a URL with another escape character',
      '# escape=`\nFROM a\nADD `https://x.io/y /z',
      'adds https://x.io/y',
    ],
    ['a URL as the second source', 'FROM a\nADD b https://x.io/y /z/', 'adds https://x.io/y'],
    [
      'a repository with a query',
      'FROM a\nADD https://x.io/y.git?tag=v1 /z',
      'adds https://x.io/y.git?tag=v1',
    ],
    ['a checksum in a variable', 'FROM a\nADD --checksum=$C https://x.io/y /z', 'adds https://x.io/y'],
    ['a source that is a variable', 'FROM a\nARG U\nADD $U /', 'adds $U'],
    ['a mount whose source is a variable', 'FROM a\nRUN --mount=from=$X y', 'line 2'],
    ['a mount with quotes in its value', `FROM a\nRUN --mount='"from=x"' y`, 'line 2'],
    ['a platform that the builder decides', 'FROM a-$TARGETARCH', 'TARGETARCH', ['']],
    ['a platform without an architecture', 'FROM a-$TARGETARCH', 'TARGETARCH', ['arm64']],
    ["the builder's platform", 'FROM a-$BUILDARCH', 'BUILDARCH'],
    ['a variable with a prefix removed', 'ARG V=1\nFROM a:${V#1}', '${V#1}'],
    ['an unterminated quote', 'FROM "a', 'cannot be read with certainty'],
    ['a third-party frontend', '# syntax=example.com/other:1\nFROM a', 'example.com/other:1'],
  ])('cannot be determined for %s', (_, dockerfile, message, platforms = plain.platforms) => {
    expect(() => findImages(dockerfile, { ...plain, platforms })).toThrow(message)
  })
})
