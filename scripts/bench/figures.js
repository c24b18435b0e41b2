/** Formats measurements: medians, their spread, ratios, and Markdown tables. */

/** @param {number[]} values */
export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1]
}

/** Returns the median and the range, such as `1.23 (1.10–1.50)`. */
export function spread(values, digits = 2) {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)]
  return `${middle.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`
}

/** Returns the median ratio per round, which cancels out anything that slows down a whole round. */
export function ratio(values, others) {
  return median(values.map((value, round) => value / others[round]))
}

/** Returns a row of a Markdown table. */
export function row(...cells) {
  return `| ${cells.join(' | ')} |`
}

/** Returns the head of a Markdown table. Columns after the first `texts` contain figures. */
export function head(texts, ...titles) {
  return `${row(...titles)}\n${row(...titles.map((_, index) => (index < texts ? '---' : '--:')))}`
}

/**
 * Measures every way once per round, and rotates their order so that none always follows the same one.
 * @template T
 * @param {Record<string, (round: number) => Promise<T>>} ways
 * @returns {Promise<Record<string, T[]>>} the results of each way, one per round
 */
export async function interleave(rounds, ways) {
  const names = Object.keys(ways)
  const results = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    const first = round % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)])
      results[name].push(await ways[name](round))
  }
  return results
}
