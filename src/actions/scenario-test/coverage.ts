import * as log from '../../runtime/log.js'
import type { Results } from './results.js'

/** How results match the items of a slice. */
export interface Coverage {
  /** How many items the slice has. */
  items: number
  /** How many items have no result, and the references of the first of them. */
  missing: number
  firstMissing: readonly string[]
  /** Positions of the results that belong to no item. */
  unknown: readonly number[]
}

/** How many references of missing items are kept for the report. */
const SHOWN = 20

/** Compares results with all items by reference. Only the results are kept in memory. */
export async function compareWithItems(
  results: Results,
  items: AsyncIterable<readonly string[]>,
): Promise<Coverage> {
  const isUnknown = new Uint8Array(results.size).fill(1)
  const firstMissing: string[] = []
  let [count, missing] = [0, 0]
  log.progress(() => `${count.toLocaleString('en')} items`)
  for await (const refs of items) {
    count += refs.length
    for (const ref of refs) {
      const position = results.positionOf(ref)
      if (position !== undefined) isUnknown[position] = 0
      else if (++missing <= SHOWN) firstMissing.push(ref)
    }
  }
  const unknown = [...isUnknown.keys()].filter((position) => isUnknown[position] === 1)
  return { items: count, missing, firstMissing, unknown }
}

/** Returns the share of items that have a result, or undefined if there are no items. */
export function coveredShare({ items, missing }: Coverage): number | undefined {
  return items === 0 ? undefined : (items - missing) / items
}
