/** Does work one piece at a time for each key, in the order in which it came. A failure stops no other piece. */
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
