import type { EngineCaller } from '../../docker/engine.js'
import type { LocalImage } from '../../docker/image.js'
import { readLayers } from '../layers/layers.js'
import { LayerRecords } from './layer-records.js'
import { LayerScan, type ScannedLayer } from './layer-scan.js'
import type { SecretSearch } from './secret-search.js'

/**
 * What some layers of an image hold. One that was read before, by a run that looked for the same secrets, is not read
 * again: its digest says that its content is the same.
 *
 * @param wanted layers, counted from 0 at the bottom
 * @returns the layers in the order that was asked for, how many of them were not read again, and why others were not read
 */
export async function scanLayers(
  caller: EngineCaller,
  image: LocalImage,
  wanted: readonly number[],
  search: SecretSearch,
): Promise<{ scans: Map<number, ScannedLayer>; recalled: number; unsearched: Map<number, string> }> {
  const records = LayerRecords.of(search.secrets.filter(({ ephemeral }) => !ephemeral))
  const recalled = new Map<number, ScannedLayer>()
  for (const layer of wanted) {
    const digest = image.layerDigests[layer]
    const scan = digest === undefined ? undefined : await records?.recall(digest)
    if (scan) recalled.set(layer, scan)
  }
  const unknown = wanted.filter((layer) => !recalled.has(layer))
  const { read, unread } = await readLayers(caller, image, unknown, () => new LayerScan(search))
  for (const [layer, scan] of read) {
    const digest = image.layerDigests[layer]
    if (digest !== undefined) await records?.remember(digest, scan)
  }
  const scans = wanted.flatMap((layer) => {
    const scan = recalled.get(layer) ?? read.get(layer)
    return scan ? [[layer, scan] as const] : []
  })
  return { scans: new Map(scans), recalled: recalled.size, unsearched: unread }
}
