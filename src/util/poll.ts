import { setTimeout as sleep } from 'node:timers/promises'

export interface Polling<T> {
  /** Returns undefined until there is a result. */
  read(): Promise<T | undefined>
  /** Milliseconds between the first two readings. Each further pause is `growth` times as long, up to the longest. */
  pause: number
  growth?: number
  longestPause?: number
  /** Milliseconds in total. */
  timeout: number
  signal: AbortSignal
}

/** Reads until there is a result. Returns undefined if the time is up. The last reading happens at the very end. */
export async function pollUntil<T>(polling: Polling<T>): Promise<T | undefined> {
  const { read, growth = 1, longestPause = Number.POSITIVE_INFINITY, timeout, signal } = polling
  const deadline = performance.now() + timeout
  for (let { pause } = polling; ; pause = Math.min(pause * growth, longestPause)) {
    const found = await read()
    const left = deadline - performance.now()
    if (found !== undefined || left <= 0) return found
    await sleep(Math.min(pause, left), undefined, { signal })
  }
}
