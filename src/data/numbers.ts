/** A list of numbers that only grows. It is outside of the heap: a million numbers take 8 MB and no garbage collection. */
export class Numbers {
  #values: Float64Array | Uint32Array
  #length = 0

  /** @param type `Uint32Array` takes half of the memory for whole numbers below 2³² */
  constructor(type: typeof Float64Array | typeof Uint32Array = Float64Array) {
    this.#values = new type(1024)
  }

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new (this.#values.constructor as typeof Float64Array)(2 * this.#length)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length++] = value
  }

  at(index: number): number {
    return this.#values[index] as number
  }
}
