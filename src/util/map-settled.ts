/**
 * Applies a function to every item, at most `limit` at a time, and returns the outcomes in the order of the items. A
 * failure does not stop the other items. An abort does, and its reason is thrown.
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
    // The workers share the iterator: each takes the next free item.
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
