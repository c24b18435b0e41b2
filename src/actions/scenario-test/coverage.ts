import type { Results } from './results.js'

/** How results and the items that they should be of fit together. */
export interface Coverage {
  /** Items that results should be there for. */
  items: number
  /** Items without a result, and the references of the first of them. */
  missing: number
  firstMissing: readonly string[]
  /** References of results that are of no item. */
  unknown: readonly string[]
}

/** References of missing items that are kept for the report. */
const SHOWN = 20

/** Compares results with all items, by reference. Only the results have to fit into memory. */
export async function compareWithItems(results: Results, items: AsyncIterable<string>): Promise<Coverage> {
  const unseen = new Set(results.refs())
  const firstMissing: string[] = []
  let [count, missing] = [0, 0]
  for await (const ref of items) {
    count++
    unseen.delete(ref)
    if (results.has(ref)) continue
    missing++
    if (firstMissing.length < SHOWN) firstMissing.push(ref)
  }
  return { items: count, missing, firstMissing, unknown: [...unseen] }
}

/** The share of items that have a result; undefined where there are no items. */
export function coveredShare({ items, missing }: Coverage): number | undefined {
  return items === 0 ? undefined : (items - missing) / items
}
