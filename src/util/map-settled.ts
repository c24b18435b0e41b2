/**
 * Does the work on every item, at most `limit` of them at a time, and gives the outcomes in the order of the items.
 * A failure stops no other item; an abort does, and is thrown.
 */
export async function mapSettled<T, R>(
  items: readonly T[],
  limit: number,
  signal: AbortSignal,
  work: (item: T) => Promise<R>,
): Promise<PromiseSettledResult<R>[]> {
  const outcomes: PromiseSettledResult<R>[] = []
  const queue = items.entries()
  const worker = async () => {
    // The iterator is shared: each worker takes the next item that nobody has.
    for (const [index, item] of queue) {
      if (signal.aborted) return
      const [outcome] = await Promise.allSettled([work(item)])
      outcomes[index] = outcome
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  signal.throwIfAborted()
  return outcomes
}
