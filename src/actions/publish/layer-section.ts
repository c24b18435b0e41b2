import type { LayerSize } from '../../image/layers/history.js'
import { bar, unbroken } from '../../report/bar.js'
import { code, type Inline, join, type Markdown, md, table } from '../../report/markdown.js'
import { clip } from '../../runtime/clip.js'

/** Maximum number of layers with separate rows. Smaller layers share a row. */
const SHOWN = 8
/** Maximum characters of an instruction to show. */
const MAX_TEXT_LENGTH = 120

/** Shows as bars how much the base image and each instruction add to the size of the image. */
export function layerSections(sizes: readonly LayerSize[] | undefined): Markdown[] {
  if (!sizes || sizes.length === 0) return []
  const base = sizes.filter((layer) => layer.base)
  const own = sizes.filter((layer) => !layer.base)
  const shown = new Set(own.toSorted((a, b) => b.size - a.size).slice(0, SHOWN))
  const small = own.filter((layer) => !shown.has(layer))
  const rows: [Inline, string, number][] = own
    .filter((layer) => shown.has(layer))
    .map(({ text, line, size }) => [
      code(clip(text, MAX_TEXT_LENGTH)),
      line === undefined ? '' : String(line),
      size,
    ])
  if (base.length > 0) rows.unshift([`base image, ${count(base.length)}`, '', sum(base)])
  if (small.length > 0) rows.push([`${count(small.length)} that are smaller`, '', sum(small)])
  return [join([md`### Layers`, barTable(rows)])]
}

function barTable(rows: readonly (readonly [name: Inline, line: string, size: number])[]): Markdown {
  const all = rows.reduce((total, [, , size]) => total + size, 0)
  const largest = Math.max(...rows.map(([, , size]) => size))
  const cells = rows.map(([name, line, size]) => [
    name,
    line,
    unbroken(`${(size / 1e6).toFixed(1)} MB`),
    unbroken(`${bar(size, largest)} ${Math.round((size / all) * 100)} %`),
  ])
  return table(['Layer', 'Line', 'Size', 'Share'], cells)
}

function count(layers: number): string {
  return layers === 1 ? '1 layer' : `${layers} layers`
}

function sum(layers: readonly LayerSize[]): number {
  return layers.reduce((total, { size }) => total + size, 0)
}
