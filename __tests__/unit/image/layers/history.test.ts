import { describe, expect, test } from '@jest/globals'
import { findChain } from '../../../../src/image/dockerfile/stages.js'
import { findAddedSteps, type HistoryEntry, layerSizes } from '../../../../src/image/layers/history.js'

/** Returns the stages that the image is built from. */
function stagesOf(dockerfile: string, target?: string) {
  return findChain(dockerfile, { target, platform: 'linux/amd64', buildArgs: [] })?.stages
}

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
  test('are the last entries of the history, each with its layer and its line in the Dockerfile', () => {
    const steps = findAddedSteps(built, 4, 4, stagesOf(dockerfile))
    expect(steps?.map(({ layer, instruction }) => [instruction.line, instruction.keyword, layer])).toEqual([
      [3, 'WORKDIR', 2],
      [7, 'ARG', undefined],
      [8, 'COPY', 3],
      [10, 'WORKDIR', undefined],
      [11, 'ENTRYPOINT', undefined],
    ])
  })

  test('are those of the target stage', () => {
    const history = [...base, ...entries('WORKDIR /opt/evaluator', 'RUN /bin/sh -c make # buildkit')]
    const steps = findAddedSteps(history, 4, 4, stagesOf(dockerfile, 'Builder'))
    expect(steps?.map(({ layer, instruction }) => [instruction.line, layer])).toEqual([
      [3, 2],
      [5, 3],
    ])
  })

  test.each<[string, string, string[], (number | undefined)[]]>([
    ['a Dockerfile with FROM only', 'FROM x', [], []],
    [
      'an ONBUILD instruction, which has no history entry',
      'FROM x\nONBUILD RUN a\nRUN b\nONBUILD RUN c',
      ['RUN /bin/sh -c b'],
      [3],
    ],
    [
      'a WORKDIR that is the root: from a variable, in quotes, or above it',
      'FROM x\nENV R=/\nWORKDIR $R\nWORKDIR "/"\nWORKDIR ..\nRUN a',
      ['ENV R=/', 'WORKDIR /', 'WORKDIR /', 'WORKDIR /', 'RUN /bin/sh -c a'],
      [undefined, undefined, undefined, undefined, 3],
    ],
    [
      'a WORKDIR that makes a layer',
      'FROM x\nWORKDIR //\nWORKDIR /.\nWORKDIR /a',
      ['WORKDIR //', 'WORKDIR /.', 'WORKDIR /a'],
      [1, 2, 3],
    ],
    [
      'a here-document with a blank before its word',
      "FROM x\nRUN cat << 'EOF' > a\nRUN b\nEOF\nRUN c",
      ["RUN /bin/sh -c cat << 'EOF' > a", 'RUN /bin/sh -c c'],
      [2, 3],
    ],
  ])('are found for %s', (_, text, history, layers) => {
    const steps = findAddedSteps([...base, ...entries(...history)], 4, 4, stagesOf(text))
    expect(steps?.map(({ layer }) => layer)).toEqual(layers)
  })

  test.each([
    [
      'an earlier stage has a trigger',
      [...base, ...entries('RUN /bin/sh -c a', 'RUN /bin/sh -c b')],
      4,
      'FROM x AS a\nRUN a\nONBUILD RUN t\nFROM a\nRUN b',
      undefined,
    ],
    [
      'a trigger of the base image comes between them',
      [...built.slice(0, -1), ...entries('RUN trigger', 'ENTRYPOINT ["python3"]')],
      4,
      dockerfile,
      undefined,
    ],
    ['the history is too short', built.slice(-3), 1, dockerfile, undefined],
    ['the image has fewer layers than the Dockerfile makes', built, 1, dockerfile, undefined],
    ['the target does not exist', built, 4, dockerfile, 'nothing'],
    ['the Dockerfile is empty', built, 4, '', undefined],
  ])('are unknown when %s', (_, history, layers, text, target) => {
    expect(findAddedSteps(history, layers, layers, stagesOf(text, target))).toBeUndefined()
  })
})

describe('the sizes of layers', () => {
  const sized = built.map((entry, index) => ({ ...entry, size: index % 2 === 0 ? 100 : 0 }))

  test('come with the lines of the Dockerfile, and say which layers belong to the base image', () => {
    expect(layerSizes(sized, findAddedSteps(sized, 4, 2, stagesOf(dockerfile)), 2)).toEqual([
      { text: 'ADD rootfs.tar /', line: undefined, size: 100, base: true },
      { text: 'RUN apt-get update', line: undefined, size: 100, base: true },
      { text: 'ARG FOO=1', line: 7, size: 100, base: false },
      { text: 'WORKDIR /', line: 10, size: 100, base: false },
    ])
  })

  test('count layers that triggers of the base image made as part of the build', () => {
    const history = [...base, ...entries('COPY . /app # buildkit', 'RUN /bin/sh -c a')]
    const steps = findAddedSteps(history, 5, 2, stagesOf('FROM x\nRUN a'))
    expect(layerSizes(history, steps, 2).map(({ text, base }) => [text, base])).toEqual([
      ['ADD rootfs.tar /', true],
      ['ENV LANG=C.UTF-8', true],
      ['RUN apt-get update', true],
      ['COPY . /app', false],
      ['RUN a', false],
    ])
  })

  test.each([
    ['RUN |1 SECRET=x /bin/sh -c make all # buildkit', 'RUN make all'],
    ['/bin/sh -c #(nop)  CMD ["sh"]', 'CMD ["sh"]'],
    ['/bin/sh -c make', 'RUN make'],
    ['COPY /out /opt # buildkit', 'COPY /out /opt'],
    ['', 'imported'],
  ])('name the step %j as %j if there is no Dockerfile', (createdBy, text) => {
    expect(layerSizes([{ createdBy, size: 1 }], undefined, undefined)).toEqual([
      { text, line: undefined, size: 1, base: false },
    ])
  })
})
