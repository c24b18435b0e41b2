import { KeyTable } from '../../data/key-table.js'
import { Numbers } from '../../data/numbers.js'
import type { Target } from './result.js'

/** Targets in the order of the file, kept in columns: a million take about 80 MB, and as objects three times as much. */
export class Targets implements Iterable<Target> {
  readonly #externalIds = new KeyTable()
  readonly #assetIds = new KeyTable()
  /** The position of each target's asset id, and twice that of its choice, plus one if the asset is new. */
  readonly #assets = new Numbers(Uint32Array)
  readonly #chosen = new Numbers(Uint32Array)
  /** Predictions have few different choices, so each is kept only once. */
  readonly #choices: Target['predicted'][] = []
  readonly #positions = new Map<string | undefined, number>()
  /** How many assets are still to be created. */
  newCount = 0

  get length(): number {
    return this.#externalIds.size
  }

  /** Adds a target. Returns false, and adds nothing, if there is one with the same external id. */
  add({ externalId, assetId, predicted, isNew = false }: Target): boolean {
    const { length } = this
    if (this.#externalIds.add(externalId) < length) return false
    this.#assets.push(this.#assetIds.add(assetId))
    this.#chosen.push(2 * this.#positionOf(predicted) + (isNew ? 1 : 0))
    if (isNew) this.newCount++
    return true
  }

  at(index: number): Target {
    const chosen = this.#chosen.at(index)
    return {
      externalId: this.#externalIds.keyAt(index),
      assetId: this.#assetIds.keyAt(this.#assets.at(index)),
      predicted: this.#choices[chosen >>> 1],
      ...(chosen % 2 === 1 && { isNew: true }),
    }
  }

  *[Symbol.iterator](): Generator<Target> {
    for (let index = 0; index < this.length; index++) yield this.at(index)
  }

  #positionOf(predicted: Target['predicted']): number {
    const key = JSON.stringify(predicted)
    const known = this.#positions.get(key)
    if (known !== undefined) return known
    this.#positions.set(key, this.#choices.length)
    return this.#choices.push(predicted) - 1
  }
}
