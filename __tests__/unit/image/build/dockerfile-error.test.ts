import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type DockerfileFailure, locateFailure } from '../../../../src/image/build/dockerfile-error.js'

// Logs of buildx 0.13 with `--progress plain` on both engines, stored next to the Dockerfile that failed.
const fixtures = join(import.meta.dirname, '../../../../../__tests__/unit/image/build/fixtures')

function readDockerfile(name: string): string {
  const file = join(fixtures, name, 'Dockerfile')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function locate(
  name: string,
  engine: string,
  dockerfile = readDockerfile(name),
): DockerfileFailure | undefined {
  return locateFailure(readFileSync(join(fixtures, name, `${engine}.log`), 'utf8').split('\n'), dockerfile)
}

const failures = [
  ['run', 3, /^RUN echo before/, 'exit code: 1'],
  ['continued', 4, /^RUN echo "installing"/, 'exit code: 2'],
  ['stages', 3, /^RUN false$/, 'exit code: 1'],
  ['twice', 4, /^RUN cat \/nothing$/, 'exit code: 1'],
  ['samestage', 5, /^RUN test -n/, 'exit code: 1'],
  ['arguments', 5, /^RUN cat \/models\/keypoints\/weights.bin$/, 'exit code: 1'],
  ['hostile', 2, /^RUN printf/, 'exit code: 5'],
  ['shell', 2, /^RUN \["python9"/, 'exit code: 1'],
  ['user', 3, /^RUN id$/, 'unable to find user nobody123: no matching entries in passwd file'],
  ['secret', 2, /^RUN --mount=type=secret/, 'secret KOLENA_TOKEN: not found'],
  ['workdir', 3, /^WORKDIR \/file\/below$/, 'lstat /file/below: not a directory'],
  ['copy', 3, /^COPY nope.txt/, '"/nope.txt": not found'],
  ['copyfrom', 5, /^COPY --from=builder/, 'lstat /dist: no such file or directory'],
  ['base', 2, /registry.invalid\/python:3.12-slim$/, 'no such host'],
  ['localbase', 1, /localhost:5999\/acme\/base:1.0$/, 'localhost:5999/acme/base:1.0: not found'],
  ['onestage', 2, /nosuchstage:latest$/, 'no such host'],
  ['parse', 3, /^FRM evaluator-base:bookworm$/, 'unknown instruction: FRM'],
  ['flag', 3, /^COPY --form=x a b$/, 'flag: form'],
  ['target', undefined, /^read the Dockerfile$/, 'could not be found'],
  ['empty', undefined, /^read the Dockerfile$/, 'the Dockerfile cannot be empty'],
  ['missing', undefined, /^read the Dockerfile$/, 'failed to read dockerfile'],
  ['processor', 3, /^RUN \["\/app"\]$/, 'exit code: 1'],
] as const

describe.each(['docker-20.10', 'docker-26'])('in the log of %s', (engine) => {
  test.each(failures)('the failure of "%s" is on line %s', (name, line, step, message) => {
    const failure = locate(name, engine)
    expect(failure?.line).toBe(line)
    expect(failure?.step).toMatch(step)
    expect(failure?.message).toContain(message)
    expect(failure?.message).not.toMatch(/rpc error|buildkit-mount|failed to solve/)
    const marked = failure?.excerpt.find((text) => text.includes('>>>'))
    expect(marked === undefined ? undefined : Number.parseInt(marked, 10)).toBe(line)
  })

  test.each([
    ['base', 'cannot be reached'],
    ['localbase', 'the base image does not exist'],
    ['copy', '.dockerignore'],
    ['copyfrom', '--from'],
    ['secret', '`secret-envs`'],
    ['target', '`target`'],
    ['missing', '`file`'],
    ['processor', 'docker/setup-qemu-action'],
  ])('the failure of "%s" has a remedy', (name, remedy) => {
    expect(locate(name, engine)?.remedy).toContain(remedy)
  })

  test('the output of a failed step contains no times', () => {
    expect(locate('run', engine)?.output).toEqual(['before', 'no model found'])
  })

  test('the failed step is reported even if the Dockerfile cannot be read', () => {
    expect(locate('stages', engine, '')?.step).toBe('RUN false')
  })
})

// Newer BuildKit prints the line itself.
test.each([
  ['pad', 3, 'RUN false'],
  ['padstage', 3, 'RUN false'],
  ['blank', 3, 'FROM $V'],
  ['platform', 2, 'FROM --platform=$NOPE evaluator-base:bookworm'],
  ['platform2', 2, 'FROM --platform=foo/bar/baz/qux evaluator-base:bookworm'],
  ['badname', 2, 'FROM Upper/Case'],
  ['circular', 2, 'COPY --from=b /x /'],
  ['self', 3, 'COPY --from=a /x /'],
  ['badidx', 3, 'COPY --from=7 /x /'],
  ['subst', 3, `COPY \${A /x`],
  ['add', 3, 'http://127.0.0.1:1/x'],
  ['addvar', 3, 'http://127.0.0.1:1/x'],
  ['syntax', 1, 'resolve image config for registry.invalid/dockerfile:1'],
])('in the log of docker-20.10, "%s" fails on line %s before it begins', (name, line, step) => {
  expect(locate(name, 'docker-20.10')).toMatchObject({ line, step })
})

test.each([
  ['base name ($V) should not be blank', 'FROM $V\nFROM $V'],
  ['failed to parse platform a: no', 'FROM --platform=$A x\nFROM --platform=$B x'],
  ['circular dependency detected on stage: a', 'FROM x AS a\nCOPY --from=b /x /\nCOPY --from=c /x /'],
  ['invalid stage index 7', 'FROM x\nCOPY --from=7 a /\nCOPY --from=7 b /'],
  ['something else', 'FROM x'],
])('reports no line for "%s" if several lines are possible', (error, dockerfile) => {
  const last = `ERROR: failed to solve: failed to create LLB definition: ${error}`
  expect(locateFailure([last], dockerfile)).not.toHaveProperty('line')
})

test('finds a whole here-document, and suggests a syntax directive for engines without support for them', () => {
  const known = locate('heredoc', 'docker-26')
  expect(known).toMatchObject({ line: 2, step: 'RUN <<EOF (set -e...)', output: ['one', expect.any(String)] })
  expect(known?.excerpt.filter((text) => text.includes('>>>'))).toHaveLength(5)
  expect(locate('heredoc', 'docker-20.10')).toMatchObject({
    line: 3,
    remedy: expect.stringContaining('# syntax=docker/dockerfile:1'),
  })
})

test('formats the excerpt as newer BuildKit does', () => {
  expect(locate('run', 'docker-20.10')?.excerpt).toEqual(locate('run', 'docker-26')?.excerpt)
})

const log = (step: string, error = 'executor failed running [x]: exit code: 1'): string[] => [
  '------',
  ` > ${step}:`,
  '------',
  `ERROR: failed to solve: ${error}`,
]

test.each([
  [
    'finds one of two identical instructions by its position',
    '[3/3] RUN make',
    'FROM a\nRUN make\nRUN make',
    3,
  ],
  [
    'finds neither of two identical instructions if the step count differs',
    '[3/9] RUN make',
    'FROM a\nRUN make\nRUN make',
    undefined,
  ],
  [
    'finds one of two identical instructions by its stage',
    '[b 2/2] RUN make',
    'FROM a AS a\nRUN make\nFROM a AS B\nRUN make',
    4,
  ],
  ['does not mistake a platform for a stage', '[linux/arm64 2/2] RUN make', 'FROM a AS x\nRUN make', 2],
  [
    'finds a stage after a platform',
    '[linux/arm64 b 2/2] RUN x',
    'FROM a AS a\nRUN x\nFROM a AS b\nRUN x',
    4,
  ],
  ['finds an unnamed stage by its number', '[stage-1 2/2] RUN x', 'FROM a AS a\nRUN x\nFROM a\nRUN x', 4],
  [
    'finds no instruction with a different text',
    '[2/2] RUN make all',
    'FROM a\nRUN make $UNSET some',
    undefined,
  ],
  ['finds no instruction in an unknown stage', '[c 2/2] RUN x', 'FROM a AS a\nRUN x', undefined],
  ['matches variables with any text', '[2/2] RUN a 1 b 2', `FROM a\nRUN a \${X} b $Y`, 2],
  ['finds an instruction in lower case', '[2/2] RUN make', 'from a\nrun  make', 2],
  ['follows lines that a backtick continues', '[2/2] RUN a b', '# escape=`\nFROM a\nRUN a `\n  b', 3],
  [
    'finds a here-document of a newer syntax',
    '[3/3] RUN <<E (a...)',
    'FROM a\nRUN x\nRUN <<E\na\nRUN x\nE',
    3,
  ],
  [
    'does not mistake a here-string for a here-document',
    '[3/3] RUN false',
    'FROM a\nRUN cat <<<E\nRUN false\nE',
    3,
  ],
  [
    'finds no line for a base image that two arguments may name',
    '[internal] load metadata for docker.io/library/x:1',
    'FROM $A\nFROM $B',
    undefined,
  ],
  [
    'finds a base image by its full name',
    '[internal] load metadata for docker.io/library/x:latest',
    'FROM $A\nFROM --platform=x x AS y',
    2,
  ],
  [
    'finds a mounted image',
    '[internal] load metadata for docker.io/o/x:1',
    'FROM a\nRUN --mount=type=bind,from=o/x:1,target=/x ls',
    2,
  ],
])('%s', (_, step, dockerfile, line) => {
  expect(locateFailure(log(step), dockerfile)?.line).toBe(line)
})

test.each([
  ['pull access denied, repository does not exist or may require authorization', 'log in to its registry'],
  ['unexpected status code: 429 Too Many Requests', 'use a mirror'],
  ['x509: certificate signed by unknown authority', 'cannot be reached'],
])('a base image with %s has a remedy', (error, remedy) => {
  expect(locateFailure(log('[internal] load metadata for r.io/x:1', error), 'FROM r.io/x:1')).toMatchObject({
    line: 1,
    remedy: expect.stringContaining(remedy),
  })
})

test('reads the error of buildx 0.25 and later, which adds a prefix and hints', () => {
  const lines = [
    ...log('[2/2] RUN x').slice(0, -1),
    'ERROR: failed to build: failed to solve: process "x" did not complete successfully: exit code: 9',
    '',
    'View build details: x',
  ]
  expect(locateFailure(lines, 'FROM a\nRUN x')).toMatchObject({ line: 2, message: 'exit code: 9' })
})

test.each([
  ['nothing', []],
  ['a build that worked', ['#1 DONE 0.0s']],
  ['an engine that is down', ['ERROR: Cannot connect to the Docker daemon. Is the docker daemon running?']],
  ['a context that is missing', ['ERROR: unable to prepare context: path "x" not found']],
])('does not blame the Dockerfile for %s', (_, lines) => {
  expect(locateFailure(lines, 'FROM a')).toBeUndefined()
})

test('reports only lines that the Dockerfile has', () => {
  const words = fc.constantFrom(
    'FROM a AS b',
    'RUN x',
    'RUN x \\',
    '# c',
    '',
    'RUN <<E',
    'E',
    'COPY $A b',
    'RUN $B',
  )
  const step = fc.constantFrom(
    '[b 2/3] RUN x',
    '[1/1] COPY y b',
    '[2/2] RUN',
    '[internal] load metadata for a',
    '',
  )
  fc.assert(
    fc.property(fc.array(words), step, (lines, step) => {
      const { line, excerpt } = locateFailure(log(step), lines.join('\n')) ?? { excerpt: [] }
      if (line !== undefined)
        expect(excerpt.some((text) => text.startsWith(`${line} | >>> `.padStart(11)))).toBe(true)
    }),
  )
})

test('does not blame the Dockerfile for a failed push from the builder', () => {
  const log = [
    '------',
    ' > exporting to image:',
    '------',
    'ERROR: failed to solve: failed to push r.io/a:v1: denied',
  ]
  expect(locateFailure(log, 'FROM scratch\n')).toBeUndefined()
})

test('suggests no other processor if a step only mentions the error before it fails', () => {
  const log = [
    '------',
    ' > [2/2] RUN make:',
    '0.1 no exec format error here',
    '0.2 make: *** failed',
    '------',
  ]
  const error =
    'ERROR: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2'
  expect(locateFailure([...log, error], 'FROM a\nRUN make\n')).not.toHaveProperty('remedy')
})
