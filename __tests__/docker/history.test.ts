import { describe, expect, test } from '@jest/globals'
import { findAddedSteps, type HistoryEntry } from '../../src/docker/history.js'

const entries = (...lines: string[]): HistoryEntry[] => lines.map((createdBy) => ({ createdBy, size: 1 }))
const base = entries(
  'ADD rootfs.tar / # buildkit',
  'ENV LANG=C.UTF-8',
  'RUN /bin/sh -c apt-get update # buildkit',
)

const dockerfile = [
  'ARG IMAGE=python:3.12-slim',
  'FROM $IMAGE AS base',
  'WORKDIR /opt/evaluator',
  'FROM base AS builder',
  'RUN make',
  'FROM base',
  'ARG FOO=1',
  'COPY --from=builder /out \\',
  '  /opt/out',
  'WORKDIR /',
  'ENTRYPOINT ["python3"]',
].join('\n')

const built = [
  ...base,
  ...entries(
    'WORKDIR /opt/evaluator',
    'ARG FOO=1',
    'COPY /out /opt/out # buildkit',
    'WORKDIR /',
    'ENTRYPOINT ["python3"]',
  ),
]

describe('the steps that a build added', () => {
  test('are the last ones of the history, each with its layer and its line of the Dockerfile', () => {
    const steps = findAddedSteps(built, 4, dockerfile)
    expect(steps?.map(({ layer, instruction }) => [instruction.line, instruction.keyword, layer])).toEqual([
      [3, 'WORKDIR', 2],
      [7, 'ARG', undefined],
      [8, 'COPY', 3],
      [10, 'WORKDIR', undefined],
      [11, 'ENTRYPOINT', undefined],
    ])
  })

  test('are those of the target', () => {
    const history = [...base, ...entries('WORKDIR /opt/evaluator', 'RUN /bin/sh -c make # buildkit')]
    const steps = findAddedSteps(history, 4, dockerfile, 'Builder')
    expect(steps?.map(({ layer, instruction }) => [instruction.line, layer])).toEqual([
      [3, 2],
      [5, 3],
    ])
  })

  test.each([
    [
      'a trigger of the base image stands between them',
      [...built.slice(0, -1), ...entries('RUN trigger', 'ENTRYPOINT ["python3"]')],
      4,
      dockerfile,
      undefined,
    ],
    ['the history is too short', built.slice(-3), 1, dockerfile, undefined],
    ['the image has fewer layers than the Dockerfile makes', built, 1, dockerfile, undefined],
    ['there is no such target', built, 4, dockerfile, 'nothing'],
    ['the Dockerfile is empty', built, 4, '', undefined],
  ])('are unknown when %s', (_, history, layers, text, target) => {
    expect(findAddedSteps(history, layers, text, target)).toBeUndefined()
  })
})
