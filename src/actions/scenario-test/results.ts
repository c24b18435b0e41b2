import { KeyTable } from '../../data/key-table.js'
import { Numbers } from '../../data/numbers.js'
import type { RowFile } from '../../data/rows.js'
import { ActionError } from '../../runtime/errors.js'

/** The score of an item from an evaluation function, and its weight in the overall metric. */
export interface Result {
  ref: string
  score: number
  weight: number
  /** The line of the file, or the row of a Parquet file. */
  line: number
}

/** Maximum number of results in memory. */
const MAX_RESULTS = 16_000_000

/** Results by the reference of their item, in the order of the file. Stored in columns, a million take 80 MB. */
export class Results {
  readonly #refs = new KeyTable()
  readonly #scores = new Numbers()
  readonly #weights = new Numbers()
  readonly #lines = new Numbers(Uint32Array)
  readonly #removed = new Set<number>()

  /** The unit that `line` counts. */
  readonly unit: RowFile['unit']

  constructor(unit: RowFile['unit']) {
    this.unit = unit
  }

  get size(): number {
    return this.#refs.size - this.#removed.size
  }

  /** Returns the position of an item's result, counted from 0 in the order of the file, or undefined if there is none. */
  positionOf(ref: string): number | undefined {
    return this.#refs.find(ref)
  }

  at(position: number): Result {
    return {
      ref: this.#refs.keyAt(position),
      score: this.#scores.at(position),
      weight: this.#weights.at(position),
      line: this.#lines.at(position),
    }
  }

  /** Adds a result. If there is one for the same item, adds nothing and returns that one. */
  add(ref: string, score: number, weight: number, line: number): Result | undefined {
    const position = this.#refs.add(ref)
    if (position < this.#scores.length) return this.at(position)
    if (position >= MAX_RESULTS)
      throw new ActionError(
        `There are more than ${MAX_RESULTS} results: split them over several slices and scenario tests.`,
      )
    this.#scores.push(score)
    this.#weights.push(weight)
    this.#lines.push(line)
    return undefined
  }

  /** Excludes a result from everything except `positionOf` and `at`. */
  remove(position: number): void {
    this.#removed.add(position)
  }

  *[Symbol.iterator](): Generator<Result> {
    for (let position = 0; position < this.#refs.size; position++)
      if (!this.#removed.has(position)) yield this.at(position)
  }

  /**
   * Returns the weighted mean of the scores, or undefined if all weights are 0. Adds them in order like the vendor's
   * client, so that the same results give the same number to the last digit.
   */
  get overallMetric(): number | undefined {
    let sum = 0
    let weights = 0
    for (let position = 0; position < this.#refs.size; position++) {
      if (this.#removed.has(position)) continue
      const weight = this.#weights.at(position)
      sum += this.#scores.at(position) * weight
      weights += weight
    }
    return weights === 0 ? undefined : sum / weights
  }
}
