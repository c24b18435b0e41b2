import { expect, test } from '@jest/globals'
import { layerSections } from '../../../../src/actions/publish/layer-section.js'
import type { LayerSize } from '../../../../src/image/layers/history.js'

const layer = (line: number | undefined, text: string, megabytes: number): LayerSize => ({
  text,
  line,
  size: megabytes * 1e6,
  base: line === undefined,
})
const linesOf = (...layers: LayerSize[]) =>
  layerSections(layers).join('\n').replaceAll('\\.', '.').replaceAll('\u00a0', ' ').split('\n')

test('the base image is one bar, and each layer of the build another', () => {
  expect(linesOf(layer(undefined, 'a', 40), layer(undefined, 'b', 2), layer(3, 'RUN x', 21))).toEqual([
    '### Layers',
    '',
    '| Layer | Line | Size | Share |',
    '| --- | --- | --- | --- |',
    `| base image, 2 layers |  | 42.0 MB | ${'█'.repeat(12)} 67 % |`,
    `| \`RUN x\` | 3 | 21.0 MB | ${'█'.repeat(6)} 33 % |`,
  ])
})

test('the largest of many layers are shown in their order, and the others together', () => {
  const lines = linesOf(
    ...Array.from({ length: 20 }, (_, index) => layer(index + 1, `RUN ${index}`, index + 1)),
  )
  expect(lines.filter((line) => line.startsWith('| `RUN'))).toHaveLength(8)
  expect(lines.at(-2)).toContain('`RUN 19`')
  expect(lines.at(-1)).toContain('| 12 layers that are smaller |  | 78.0 MB |')
})

test('a layer too small for a bar is seen all the same', () => {
  expect(linesOf(layer(undefined, 'a', 500), layer(2, 'COPY y', 0.001)).at(-1)).toBe(
    '| `COPY y` | 2 | 0.0 MB | ▏ 0 % |',
  )
})

test('without layers there is no section', () => {
  expect([layerSections([]), layerSections(undefined)]).toEqual([[], []])
})

test('an instruction cannot leave its cell', () => {
  const lines = linesOf(layer(1, 'RUN echo `a` | b\n</td><img>', 1))
  expect(lines.at(-1)).toBe(
    `| \`\`RUN echo \`a\` \\| b </td><img>\`\` | 1 | 1.0 MB | ${'█'.repeat(12)} 100 % |`,
  )
})
