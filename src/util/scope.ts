/** Work that belongs together: it succeeds or fails as one. */
export interface Scope {
  /** Aborted by the first failure, and when the parent is aborted. */
  signal: AbortSignal
  /** Starts some work and returns its promise. */
  start<T>(work: () => Promise<T>): Promise<T>
}

/**
 * Runs `body` and everything that it starts. The first failure aborts the rest and is thrown. The scope ends only after
 * everything started in it has ended.
 */
export async function withScope<T>(parent: AbortSignal, body: (scope: Scope) => Promise<T>): Promise<T> {
  const failure = new AbortController()
  const signal = AbortSignal.any([parent, failure.signal])
  const started: Promise<unknown>[] = []
  const attempt = async <R>(work: () => Promise<R>) => {
    try {
      return await work()
    } catch (error) {
      failure.abort(error)
      throw error
    }
  }
  const start = <R>(work: () => Promise<R>) => {
    const promise = attempt(work)
    // A failure that is not awaited is thrown at the end of the scope.
    started.push(promise.catch(() => {}))
    return promise
  }
  const outcome = start(() => body({ signal, start }))
  // Work may start more work, so the list may grow during the loop.
  for (const work of started) await work
  if (failure.signal.aborted) throw failure.signal.reason
  return await outcome
}
