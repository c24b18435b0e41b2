import { groupBy } from '../../../util/group-by.js'

/** One of `count` parts of an evaluators file; `index` counts from 1. */
export interface Shard {
  index: number
  count: number
}

/** Reads a shard such as `2/4`. Throws an error that says what to write instead. */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []
  const shard = { index: Number(index), count: Number(count) }
  if (index === undefined || shard.index < 1 || shard.index > shard.count)
    throw new Error('write the part and the number of parts, such as 2/4 for part 2 of 4')
  return shard
}

/** The work that entries can share: the base image first, then the Dockerfile, then the whole image. */
export interface SharedWork {
  base: string
  dockerfile: string
  /** Entries that build the same image must be in the same shard, because it is built and pushed once. */
  image?: string
}

/**
 * Returns the entries of one shard, in the order of the file. Every machine and every run computes the same shards,
 * which together contain each entry once. Entries that build the same image always stay together. Entries with the same
 * Dockerfile stay together unless they exceed a shard's share. Entries with the same base image are neighbors. The
 * sizes of shards are as equal as these rules allow.
 */
export function selectShard<T>(
  entries: readonly T[],
  { index, count }: Shard,
  workOf: (entry: T) => SharedWork,
): T[] {
  const works = entries.map((entry, position) => ({ ...workOf(entry), position }))
  const groups = groupBy(works, ({ base, dockerfile }) => JSON.stringify([base, dockerfile]))
  const share = Math.ceil(entries.length / count)
  const units = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([, group]) => split(imagesOf(group), share))
  const selected = new Set(cut(units, entries.length, count)[index - 1])
  return entries.filter((_, position) => selected.has(position))
}

/** Returns the positions of the entries of each image. Entries that build nothing are separate. */
function imagesOf(group: readonly { image?: string; position: number }[]): number[][] {
  const images = groupBy(group, ({ image, position }) => image ?? position)
  return [...images.values()].map((entries) => entries.map(({ position }) => position))
}

/** Joins neighboring images into units of at most a shard's share, unless a single image has more. */
function split(images: readonly number[][], share: number): number[][] {
  const units: number[][] = []
  for (const image of images) {
    const last = units.at(-1)
    if (last && last.length + image.length <= share) last.push(...image)
    else units.push([...image])
  }
  return units
}

/** Cuts neighboring units into parts whose sizes are as equal as possible. */
function cut(units: readonly number[][], total: number, count: number): number[][] {
  const parts: number[][] = Array.from({ length: count }, () => [])
  let [part, before] = [0, 0]
  for (const unit of units) {
    const end = ((part + 1) * total) / count
    if (before + unit.length / 2 > end && part < count - 1) part = Math.min(count - 1, part + 1)
    parts[part]?.push(...unit)
    before += unit.length
    while (part < count - 1 && before >= ((part + 1) * total) / count) part++
  }
  return parts
}
