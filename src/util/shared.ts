import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Work that several wait for and that is done once. It begins when the first one asks, and its outcome, good or bad, is
 * kept. A waiter that is aborted leaves alone; when the last one leaves, the work is aborted and may begin anew.
 */
export function shared<T>(work: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  // What the work prints belongs to whoever shares it out, and not to the one that happened to ask first.
  const context = AsyncLocalStorage.snapshot()
  let current: Running<T> | undefined
  return async (signal) => {
    signal.throwIfAborted()
    current ??= context(begin, work) as Running<T>
    const running = current
    running.waiters++
    try {
      return await unlessAborted(running.outcome, signal)
    } finally {
      running.waiters--
      if (running.waiters === 0 && signal.aborted && !running.isDone) {
        current = undefined
        running.controller.abort(signal.reason)
        // Nothing goes on behind an error.
        await running.outcome.catch(() => {})
      }
    }
  }
}

/** Shared work of which there is one for each key. */
export type SharedByKey<T> = (
  key: string,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
) => Promise<T>

export function sharedByKey<T>(): SharedByKey<T> {
  const works = new Map<string, (signal: AbortSignal) => Promise<T>>()
  const context = AsyncLocalStorage.snapshot()
  return async (key, signal, work) => {
    const one = works.get(key) ?? context(() => shared(work))
    works.set(key, one)
    return await one(signal)
  }
}

interface Running<T> {
  outcome: Promise<T>
  waiters: number
  isDone: boolean
  controller: AbortController
}

function begin<T>(work: (signal: AbortSignal) => Promise<T>): Running<T> {
  const controller = new AbortController()
  const outcome = work(controller.signal)
  const running = { outcome, waiters: 0, isDone: false, controller }
  const done = () => {
    running.isDone = true
  }
  outcome.then(done, done)
  return running
}

async function unlessAborted<T>(outcome: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave = () => {}
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason)
  })
  signal.addEventListener('abort', leave, { once: true })
  try {
    return await Promise.race([outcome, aborted])
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
