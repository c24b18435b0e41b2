/** Work that is done one piece at a time for each key, in the order in which it came; a failure stops no other piece. */
export type Turns = <T>(key: string, signal: AbortSignal, work: () => Promise<T>) => Promise<T>

export function turns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return async (key, signal, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(() => {
      signal.throwIfAborted()
      return work()
    })
    last.set(
      key,
      turn.catch(() => {}),
    )
    return await turn
  }
}
