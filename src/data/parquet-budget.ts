/** A problem with a Parquet file. */
export class ParquetError extends Error {}

/** Limits the bytes that all files from one source may take in memory. */
export class Budget {
  readonly #limit: number
  #left: number

  constructor(bytes: number) {
    this.#limit = bytes
    this.#left = bytes
  }

  take(bytes: number): void {
    this.#left -= bytes
    if (this.#left < 0)
      throw new ParquetError(`takes more than ${Math.round(this.#limit / 1024 ** 2)} MiB in memory`)
  }
}
