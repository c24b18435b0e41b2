import { setTimeout as sleep } from 'node:timers/promises'

/** Limits the number of calls per period. Further calls wait for their turn. */
export class RateLimiter {
  readonly #calls: number
  readonly #period: number
  /** The times of the latest calls, oldest first. */
  readonly #times: number[] = []

  /** @param period milliseconds */
  constructor(calls: number, period: number) {
    this.#calls = calls
    this.#period = period
  }

  /** Resolves when the next call may be made. Callers wait in line. */
  async turn(signal: AbortSignal): Promise<void> {
    if (this.#times.length >= this.#calls) {
      const wait = (this.#times.shift() ?? 0) + this.#period - performance.now()
      if (wait > 0) await sleep(wait, undefined, { signal })
    }
    this.#times.push(performance.now())
  }
}
