// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles have variables of their own
import { describe, expect, test } from '@jest/globals'
import { parseDockerfile } from '../../../../src/image/dockerfile/instructions.js'
import { findChain, readStages } from '../../../../src/image/dockerfile/stages.js'

const plain = { target: undefined as string | undefined, platform: 'linux/amd64', buildArgs: [] as string[] }

describe('the stages that an image is built from', () => {
  test.each<[string, string, string, number[], Partial<typeof plain>?]>([
    ['one stage', 'FROM x', 'x', [0]],
    ['a stage that builds on another', 'FROM x AS a\nFROM y\nFROM a', 'x', [0, 2]],
    ['a name in double quotes', 'FROM x AS base\nFROM "base"', 'x', [0, 1]],
    ['a name in single quotes', "FROM x AS base\nFROM 'base'", 'x', [0, 1]],
    ['a name with quotes inside', 'FROM x AS base\nFROM ba"se"', 'x', [0, 1]],
    ['a name with an escape', 'FROM x AS base\nFROM b\\ase', 'x', [0, 1]],
    ['a name with a backtick', '# escape=`\nFROM x AS base\nFROM b`ase', 'x', [0, 1]],
    ['a name that depends on the platform', 'FROM x AS base-amd64\nFROM base-${TARGETARCH}', 'x', [0, 1]],
    ['a name from an argument', 'ARG VARIANT=slim\nFROM x AS py-slim\nFROM py-${VARIANT}', 'x', [0, 1]],
    [
      'a name from an argument that the build sets',
      'ARG V\nFROM x AS s1\nFROM y AS s2\nFROM s$V',
      'x',
      [0, 2],
      { buildArgs: ['V=1'] },
    ],
    ['a name from a default value', 'FROM x AS s1\nFROM ${V:-s1}', 'x', [0, 1]],
    [
      'a name from an argument that refers to another',
      'ARG A=s\nARG B=${A}1\nFROM x AS s1\nFROM "$B"',
      'x',
      [0, 1],
    ],
    ['the last of several stages with one name', 'FROM x AS b\nFROM y AS b\nFROM b', 'y', [1, 2]],
    ['a stage that has the name of its own base', 'FROM x AS b\nFROM b AS b', 'x', [0, 1]],
    ['a target', 'FROM x AS a\nFROM y AS b', 'x', [0], { target: 'A' }],
    ['a target name that several stages have', 'FROM x AS b\nFROM y AS b\nFROM z', 'y', [1], { target: 'b' }],
    ['a name that only a later stage has', 'FROM a\nFROM x AS a', 'a', [0], { target: '0' }],
    ['scratch', 'FROM scratch\nCOPY a b', 'scratch', [0]],
    ['an unrelated stage that cannot be read', 'FROM $(x)$BUILDARCH AS a\nFROM y', 'y', [1]],
  ])('are found for %s', (_, dockerfile, image, stages, use = {}) => {
    const chain = findChain(dockerfile, { ...plain, ...use })
    expect(chain?.image).toBe(image)
    expect(chain?.stages.map(({ index }) => index)).toEqual(stages)
  })

  test.each<[string, string, Partial<typeof plain>?]>([
    ['the platform of the builder', 'FROM x-$BUILDARCH'],
    ['a variable with a prefix removed', 'ARG V=1\nFROM x:${V#1}'],
    ['a target that does not exist', 'FROM x', { target: 'a' }],
    ['an empty file', ''],
  ])('cannot be determined for %s', (_, dockerfile, use = {}) => {
    expect(findChain(dockerfile, { ...plain, ...use })).toBeUndefined()
  })
})

test.each<[string, string, number]>([
  ['a directive that is almost one', `# a=${'\t'.repeat(4000)}=${'\t'.repeat(4000)}\u2028=\t\nFROM a`, 1],
  ['an instruction of many lines', `FROM a\nRUN x ${'\\\ny '.repeat(60_000)}`, 1],
  ['many stages', 'FROM a\n'.repeat(20_000), 20_000],
])('a Dockerfile is read in a short time: %s', (_, text, stages) => {
  const begin = process.cpuUsage()
  const use = { target: undefined, platform: 'linux/amd64', buildArgs: [] }
  const read = readStages(parseDockerfile(text), use)
  expect(read).toHaveLength(stages)
  expect(read.at(-1)?.base()).toBe('a')
  expect(process.cpuUsage(begin).user).toBeLessThan(4_000_000)
})
