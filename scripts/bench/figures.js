/** What every bench does with its measurements: medians, their spread, ratios, and tables that can be pasted. */

/** @param {number[]} values */
export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1]
}

/** `1.23 (1.10–1.50)`: the median, and from the least to the most. */
export function spread(values, digits = 2) {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)]
  return `${middle.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`
}

/** The median of the ratios of each round: what slows a whole round down cancels out. */
export function ratio(values, others) {
  return median(values.map((value, round) => value / others[round]))
}

/** A row of a Markdown table. */
export function row(...cells) {
  return `| ${cells.join(' | ')} |`
}

/** The head of a Markdown table; columns after the first `texts` hold figures. */
export function head(texts, ...titles) {
  return `${row(...titles)}\n${row(...titles.map((_, index) => (index < texts ? '---' : '--:')))}`
}

/**
 * Measures every way once a round, the first one in turn, so that none always follows the same other one.
 * @template T
 * @param {Record<string, (round: number) => Promise<T>>} ways
 * @returns {Promise<Record<string, T[]>>} what each way gave, a round each
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
