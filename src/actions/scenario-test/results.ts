import { ActionError } from '../../runtime/errors.js'

/** The score of one item, as an evaluation function computed it, and the weight of it in the overall metric. */
export interface Result {
  ref: string
  score: number
  weight: number
  /** The line of the file on which it stands. */
  line: number
}

/** More results would be more than a Map can hold. */
const MOST = 16_000_000

/** Results by the reference of their item, in the order of the file, kept in columns: a million take about 100 MB. */
export class Results {
  readonly #index = new Map<string, number>()
  readonly #scores: number[] = []
  readonly #weights: number[] = []
  readonly #lines: number[] = []

  get size(): number {
    return this.#index.size
  }

  has(ref: string): boolean {
    return this.#index.has(ref)
  }

  /** The line of a result, undefined when there is none. */
  lineOf(ref: string): number | undefined {
    const index = this.#index.get(ref)
    return index === undefined ? undefined : this.#lines[index]
  }

  /** Adds a result of another item than those before. */
  add({ ref, score, weight, line }: Result): void {
    if (this.size >= MOST)
      throw new ActionError(
        `There are more than ${MOST} results: split them over several slices and scenario tests.`,
      )
    this.#index.set(ref, this.#scores.length)
    this.#scores.push(score)
    this.#weights.push(weight)
    this.#lines.push(line)
  }

  remove(ref: string): void {
    this.#index.delete(ref)
  }

  *[Symbol.iterator](): Generator<Result> {
    for (const [ref, index] of this.#index) {
      const [score = 0, weight = 0, line = 0] = [
        this.#scores[index],
        this.#weights[index],
        this.#lines[index],
      ]
      yield { ref, score, weight, line }
    }
  }

  refs(): Iterable<string> {
    return this.#index.keys()
  }

  /**
   * The mean of the scores by their weights, undefined where all weights are 0. Summed up as the vendor's client does,
   * one after the other, so that the same results give the same figure to the last digit.
   */
  get overallMetric(): number | undefined {
    let sum = 0
    let weights = 0
    for (const { score, weight } of this) {
      sum += score * weight
      weights += weight
    }
    return weights === 0 ? undefined : sum / weights
  }
}
