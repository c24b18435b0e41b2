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

test('shows one bar for the base image, and one for each layer of the build', () => {
  expect(linesOf(layer(undefined, 'a', 40), layer(undefined, 'b', 2), layer(3, 'RUN x', 21))).toEqual([
    '### Layers',
    '',
    '| Layer | Line | Size | Share |',
    '| --- | --- | --- | --- |',
    `| base image, 2 layers |  | 42.0 MB | ${'█'.repeat(12)} 67 % |`,
    `| \`RUN x\` | 3 | 21.0 MB | ${'█'.repeat(6)} 33 % |`,
  ])
})

test('shows the largest of many layers in their order, and the others together', () => {
  const lines = linesOf(
    ...Array.from({ length: 20 }, (_, index) => layer(index + 1, `RUN ${index}`, index + 1)),
  )
  expect(lines.filter((line) => line.startsWith('| `RUN'))).toHaveLength(8)
  expect(lines.at(-2)).toContain('`RUN 19`')
  expect(lines.at(-1)).toContain('| 12 layers that are smaller |  | 78.0 MB |')
})

test('shows a sliver for a layer that is too small for a bar', () => {
  expect(linesOf(layer(undefined, 'a', 500), layer(2, 'COPY y', 0.001)).at(-1)).toBe(
    '| `COPY y` | 2 | 0.0 MB | ▏ 0 % |',
  )
})

test('has no section about layers if there are none', () => {
  expect([layerSections([]), layerSections(undefined)]).toEqual([[], []])
})

test('keeps an instruction inside its table cell', () => {
  const lines = linesOf(layer(1, 'RUN echo `a` | b\n</td><img>', 1))
  expect(lines.at(-1)).toBe(
    `| \`\`RUN echo \`a\` \\| b </td><img>\`\` | 1 | 1.0 MB | ${'█'.repeat(12)} 100 % |`,
  )
})
