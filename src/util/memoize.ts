import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Runs the work once, when it is first needed, and keeps its outcome, whether success or failure. A caller stops
 * waiting when its own signal is aborted; the work continues for the others, and ends with its own signal.
 */
export function memoize<T>(work: () => Promise<T>): (signal: AbortSignal) => Promise<T> {
  // What the work prints belongs to all callers, not to the log section of the first one.
  const context = AsyncLocalStorage.snapshot()
  let outcome: Promise<T> | undefined
  return async (signal) => {
    signal.throwIfAborted()
    outcome ??= context(work)
    return await unlessAborted(outcome, signal)
  }
}

/** Runs the work once per key. */
export type MemoizeByKey<T> = (
  key: string,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
) => Promise<T>

/** @param lifetime ends the work, whichever caller requested it first */
export function memoizeByKey<T>(lifetime: AbortSignal): MemoizeByKey<T> {
  const context = AsyncLocalStorage.snapshot()
  const works = new Map<string, (signal: AbortSignal) => Promise<T>>()
  return async (key, signal, work) => {
    const memoized = works.get(key) ?? context(() => memoize(() => work(lifetime)))
    works.set(key, memoized)
    return await memoized(signal)
  }
}

/** Waits for an outcome, but not longer than until the signal is aborted. */
export function unlessAborted<T>(outcome: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
    outcome.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
