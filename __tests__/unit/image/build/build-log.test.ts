import { describe, expect, test } from '@jest/globals'
import { BuildLog } from '../../../../src/image/build/build-log.js'

const digest = `sha256:${'a'.repeat(64)}`

function read(...lines: string[]): BuildLog {
  const log = new BuildLog()
  for (const line of lines) log.read(line)
  return log
}

describe('reads the images of a build from the log line', () => {
  test.each<[string, string[], string[]]>([
    ['#3 [internal] load metadata for docker.io/library/a:1', ['docker.io/library/a:1'], []],
    ['#3 [linux/arm64 internal] load metadata for r.io/a:1', ['r.io/a:1'], []],
    ['#3 [context base] load metadata for r.io/a:1', ['r.io/a:1'], []],
    [`#4 [base 1/3] FROM docker.io/library/a:1@${digest}`, [], [`docker.io/library/a:1@${digest}`]],
    [`#4 [linux/amd64 1/3] FROM r.io/a:1@${digest}`, [], [`r.io/a:1@${digest}`]],
    ['#4 [1/3] FROM docker.io/library/a:1', [], ['docker.io/library/a:1']],
    ['#4 FROM r.io/tools:1', [], ['r.io/tools:1']],
    ['#3 resolve image config for docker.io/docker/dockerfile:1', ['docker.io/docker/dockerfile:1'], []],
    [
      '#3 resolve image config for docker-image://docker.io/docker/dockerfile:1',
      ['docker.io/docker/dockerfile:1'],
      [],
    ],
    [`#4 docker-image://r.io/a:1@${digest}`, [], [`r.io/a:1@${digest}`]],
    // BuildKit puts a time before the output of a step.
    ['#6 0.139 [base 1/3] FROM r.io/a:1', [], []],
    ['#6 0.139 FROM r.io/a:1', [], []],
    ['#5 [internal] load build context', [], []],
    ['#4 resolve r.io/a:1 done', [], []],
    ['#4 CACHED', [], []],
    ['FROM r.io/a:1', [], []],
  ])('%s', (line, lookups, images) => {
    const log = read(line)
    expect([[...log.lookups], [...log.images]]).toEqual([lookups, images])
  })
})

describe('finds downloads without a checksum or commit in the log lines', () => {
  const commit = 'b'.repeat(40)
  test.each<[string[], string[]]>([
    [['#5 http://x.io/y', '#7 [2/2] ADD http://x.io/y /'], ['http://x.io/y']],
    [['#7 [2/2] ADD http://x.io/y /'], ['http://x.io/y']],
    [['#7 [2/2] ONBUILD ADD https://x.io/y /'], ['https://x.io/y']],
    [['#7 [2/3] ADD git@x.io:y.git /'], ['git@x.io:y.git']],
    [['#5 git://x.io/y.git#main'], ['git://x.io/y.git#main']],
    [['#5 http://x.io/y', '#7 [2/2] ADD --checksum=sha256:12 http://x.io/y /'], []],
    [[`#5 https://x.io/y.git#${commit}`, `#7 [2/2] ADD https://x.io/y.git#${commit} /`], []],
    [['#7 [2/2] ADD file.tar /', '#8 [3/3] COPY a b'], []],
    [[`#4 docker-image://r.io/a:1@${digest}`, '#5 oci-layout://x@y', '#5 local://context'], []],
    [['#6 0.1 http://x.io/y'], []],
  ])('%j', (lines, addresses) => {
    expect(read(...lines).unfixed).toEqual(addresses)
  })
})

describe('counts the steps of a stage in the log lines', () => {
  test.each<[string[], ReturnType<BuildLog['countSteps']>]>([
    [['#4 [base 1/2] FROM a', '#5 [base 2/2] RUN x'], { total: 2, fromImage: true }],
    [['#5 [base 2/2] RUN x'], { total: 2, fromImage: true }],
    [['#5 [base 1/2] COPY a b', '#5 [base 2/2] RUN x'], { total: 2, fromImage: false }],
    [
      ['#4 [base 1/2] FROM a', '#5 [base 2/2] COPY . /app', '#6 [base 3/2] RUN x'],
      { total: 3, fromImage: true },
    ],
    [['#5 [linux/amd64 base  3/14] RUN x'], { total: 14, fromImage: true }],
    [['#5 [linux/amd64->arm64 base  3/14] RUN x'], { total: 14, fromImage: true }],
    [['#5 [base 1/2] FROM a', '#6 [base 2/3] RUN x'], undefined],
    [['#5 [other 1/2] FROM a'], undefined],
    [['#5 [1/2] FROM a'], undefined],
    [['#6 0.1 [base 1/2] FROM a'], undefined],
    [[], undefined],
  ])('%j', (lines, steps) => {
    expect(read(...lines).countSteps(['base'])).toEqual(steps)
  })

  test('finds a stage by its number, or without a name if it is the only one', () => {
    expect(read('#5 [stage-1 2/3] RUN x').countSteps(['base', 'stage-1'])?.total).toBe(3)
    expect(read('#5 [2/3] RUN x').countSteps(['base', 'stage-0', ''])?.total).toBe(3)
  })
})

describe('describes the running work after the log lines', () => {
  test.each<[string[], string]>([
    [[], ''],
    [['#0 building with "default" instance using docker driver'], ''],
    [['#8 [2/3] RUN make'], '#8 [2/3] RUN make'],
    [['#8 [2/3] RUN make', '#8 0.123 compiling', '#8 12.3 #9 [9/9] RUN forged'], '#8 [2/3] RUN make'],
    [['#8 [2/3] RUN make', '#8 DONE 1.2s'], ''],
    [['#8 [2/3] RUN make', '#8 CACHED'], ''],
    [['#8 [2/3] RUN make', '#8 ERROR: exit code: 1'], ''],
    [['#8 [2/3] RUN make', '#8 CANCELED'], ''],
    [['#8 [2/3] RUN make', '#8 DONE 1.2s', '#8 1.20 late output'], ''],
    [['#8 [2/3] RUN a', '#8 ...', '#9 [b 1/2] RUN b'], '#9 [b 1/2] RUN b · #8 [2/3] RUN a'],
    [['#8 [2/3] RUN a', '#9 [b 1/2] RUN b', '#8 [2/3] RUN a', '#9 DONE 0.1s'], '#8 [2/3] RUN a'],
    [['#1 a', '#2 b', '#3 c', '#4 d'], '#4 d · #3 c · #2 b'],
    [
      ['#5 [internal] load build context', '#5 transferring context: 20.97MB 5.1s'],
      '#5 [internal] load build context: transferring context: 20.97MB 5.1s',
    ],
    [
      [`#4 [1/3] FROM r.io/a:1@${digest}`, `#4 ${digest} 10.49MB / 31.36MB 0.2s`],
      '#4 [1/3] FROM r.io/a:1: 10.49MB / 31.36MB 0.2s',
    ],
  ])('%j', (lines, running) => {
    expect(read(...lines).running).toBe(running)
  })
})
