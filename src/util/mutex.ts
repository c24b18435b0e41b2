/** Runs one piece of work at a time per key, in the order of the calls. A failure does not stop the other pieces. */
export class Mutex {
  readonly #last = new Map<string, Promise<unknown>>()

  async run<T>(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(() => {
      signal.throwIfAborted()
      return work()
    })
    this.#last.set(
      key,
      turn.catch(() => {}),
    )
    return await turn
  }
}
