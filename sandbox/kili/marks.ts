/** A response of a labeler or a model: maps the name of a job to its answer. */
export type Response = Record<string, { categories?: { name: string }[]; annotations?: unknown[] }>

/**
 * Returns the agreement of two responses, 0 to 1, as in Kili's documentation: a single choice is right or wrong, a
 * multiple choice counts overlap over union, and several jobs are weighted by their number of answers.
 *
 * @param mismatch score of a wrong single choice: 0 in the current documentation, 0.5 in the vendor's notebook
 */
export function agreement(
  human: Response,
  model: Response,
  { isSingleChoice, mismatch }: { isSingleChoice(job: string): boolean; mismatch: number },
): number | null {
  let total = 0
  let weights = 0
  for (const job of new Set([...Object.keys(human), ...Object.keys(model)])) {
    const ours = categories(human[job])
    const theirs = categories(model[job])
    const union = new Set([...ours, ...theirs])
    if (union.size === 0) continue
    const overlap = [...union].filter((name) => ours.has(name) && theirs.has(name)).length
    const mark = isSingleChoice(job) ? (overlap === union.size ? 1 : mismatch) : overlap / union.size
    const weight = Math.max(ours.size, theirs.size)
    total += mark * weight
    weights += weight
  }
  return weights === 0 ? null : total / weights
}

function categories(answer: Response[string] | undefined): Set<string> {
  return new Set(answer?.categories?.map(({ name }) => name))
}
