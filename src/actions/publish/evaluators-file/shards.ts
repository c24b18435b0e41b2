/** One of `count` parts of an evaluators file; `index` counts from 1. */
export interface Shard {
  index: number
  count: number
}

/** Reads `2/4`. Throws an error that says what to write instead. */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []
  const shard = { index: Number(index), count: Number(count) }
  if (index === undefined || shard.index < 1 || shard.index > shard.count)
    throw new Error('write the part and the number of parts, such as 2/4 for part 2 of 4')
  return shard
}

/** What entries share when they share work: the base image first, then the Dockerfile. */
export interface SharedWork {
  base: string
  dockerfile: string
}

/**
 * Returns the entries of one shard, in the order of the file. Every machine and every run computes the same shards, which
 * together contain each entry once. Entries with one Dockerfile stay together unless they exceed a shard's share, those
 * with one base image are neighbors, and the sizes of shards are as equal as that allows.
 */
export function selectShard<T>(
  entries: readonly T[],
  { index, count }: Shard,
  workOf: (entry: T) => SharedWork,
): T[] {
  const groups = new Map<string, number[]>()
  entries.forEach((entry, position) => {
    const { base, dockerfile } = workOf(entry)
    const key = JSON.stringify([base, dockerfile])
    groups.set(key, [...(groups.get(key) ?? []), position])
  })
  const share = Math.ceil(entries.length / count)
  const units = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([, positions]) => split(positions, share))
  const selected = new Set(cut(units, entries.length, count)[index - 1])
  return entries.filter((_, position) => selected.has(position))
}

function split(positions: readonly number[], share: number): number[][] {
  const pieces = Math.ceil(positions.length / share)
  return Array.from({ length: pieces }, (_, piece) => positions.slice(piece * share, (piece + 1) * share))
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
