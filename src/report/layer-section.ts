import type { LayerSize } from '../docker/history.js'
import { clip, code, details, type Markdown, mermaid, mermaidText, table } from './markdown.js'

/** Slices of the picture beside the base image; what is smaller is one slice together. */
const SLICES = 6
/** Megabytes below which a slice cannot be seen. */
const SMALLEST = 0.1
/** Characters of an instruction in the picture, and in the table. */
const SHORT = 40
const LONG = 200

/** What takes the room in an image: a picture, and folded the layers with the instructions that made them. */
export function layerSections(sizes: readonly LayerSize[] | undefined): Markdown[] {
  if (!sizes || sizes.length === 0) return []
  const slices = slicesOf(sizes).filter(({ megabytes }) => megabytes >= SMALLEST)
  return [...(slices.length > 1 ? [picture(slices)] : []), details('Layers', layerTable(sizes))]
}

interface Slice {
  label: string
  megabytes: number
}

function slicesOf(sizes: readonly LayerSize[]): Slice[] {
  const slice = (label: string, layers: readonly LayerSize[]) => ({
    label,
    megabytes: layers.reduce((sum, { size }) => sum + size, 0) / 1e6,
  })
  const own = sizes.filter(({ base }) => !base).toSorted((a, b) => b.size - a.size)
  return [
    slice(
      'Base image',
      sizes.filter(({ base }) => base),
    ),
    ...own.slice(0, SLICES).map((layer) => slice(labelOf(layer), [layer])),
    slice('Smaller layers', own.slice(SLICES)),
  ]
}

/** With its line, as Mermaid takes two slices of one label for the same. */
function labelOf({ text, line }: LayerSize): string {
  return line === undefined ? clip(text, SHORT) : `${clip(text, SHORT)} (line ${line})`
}

function picture(slices: readonly Slice[]): Markdown {
  const lines = slices.map(({ label, megabytes }) => `  "${mermaidText(label)}" : ${megabytes.toFixed(1)}`)
  return mermaid(['pie showData', '  title Layers in MB', ...lines].join('\n'))
}

function layerTable(sizes: readonly LayerSize[]): Markdown {
  const rows = sizes.map(({ text, line, size, base }) => [
    base ? 'base image' : (line ?? ''),
    code(clip(text, LONG)),
    `${(size / 1e6).toFixed(1)} MB`,
  ])
  return table(['Line', 'Made by', 'Size'], rows)
}
