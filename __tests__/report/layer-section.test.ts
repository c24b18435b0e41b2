import { expect, test } from '@jest/globals'
import type { LayerSize } from '../../src/docker/history.js'
import { layerSections } from '../../src/report/layer-section.js'

const layer = (line: number | undefined, text: string, megabytes: number): LayerSize => ({
  text,
  line,
  size: megabytes * 1e6,
  base: line === undefined,
})

test('the base image is one slice, and each layer of the build another', () => {
  const [picture, list] = layerSections([
    layer(undefined, 'a', 40),
    layer(undefined, 'b', 2.5),
    layer(3, 'RUN x', 7),
  ])
  expect(picture?.toString()).toBe(
    '```mermaid\npie showData\n  title Layers in MB\n  "Base image" : 42.5\n  "RUN x #40;line 3#41;" : 7.0\n```',
  )
  expect(list?.toString()).toContain('| 3 | `RUN x` | 7\\.0 MB |')
  expect(list?.toString()).toContain('| base image | `b` | 2\\.5 MB |')
})

test('small layers of many are one slice', () => {
  const layers = Array.from({ length: 20 }, (_, index) => layer(index + 1, `RUN ${index}`, 20 - index))
  const [picture] = layerSections(layers)
  const slices = picture?.toString().match(/^ {2}".*/gm) ?? []
  expect(slices).toHaveLength(7)
  expect(slices.at(-1)).toBe('  "Smaller layers" : 105.0')
})

test('one slice is no picture, and no layer no section', () => {
  const [only, ...more] = layerSections([layer(undefined, 'ADD x', 40), layer(2, 'COPY y', 0.001)])
  expect(only?.toString()).toContain('<summary>Layers</summary>')
  expect(more).toEqual([])
  expect([layerSections([]), layerSections(undefined)]).toEqual([[], []])
})

test('an instruction cannot leave its label', () => {
  const [picture] = layerSections([layer(1, 'RUN echo "a" : 1\n```\n%%{init}%%', 1), layer(2, 'b', 1)])
  expect(picture?.toString().split('\n')).toHaveLength(6)
  expect(picture?.toString()).not.toMatch(/"a"|%%/)
})
