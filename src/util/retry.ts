import { setTimeout as sleep } from 'node:timers/promises'
import { HttpError } from '../runtime/errors.js'
import * as log from '../runtime/log.js'

/** Milliseconds before the second attempt; each further pause is three times as long. */
const FIRST_PAUSE = 500
/** A server that asks for a longer pause than this is taken at its word: no further attempt. */
const LONGEST_PAUSE = 60_000

export interface RetryOptions {
  /** What is attempted, for the log: "push acme/evaluator". */
  what: string
  signal: AbortSignal
  /** How often in all, 4 unless said. */
  attempts?: number
  /** Whether another attempt may succeed; for an `HttpError` its own judgement unless said. */
  transient?: (error: unknown) => boolean
}

/**
 * Does the work until it succeeds, fails for good, or has been tried `attempts` times, with growing pauses
 * of random length (half to all of it, so that many jobs do not return at once). Throws the last error.
 */
export async function retry<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { what, signal, attempts = 4, transient = isTransient } = options
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const pause = pauseAfter(error, attempt)
      if (signal.aborted || attempt >= attempts || !transient(error) || pause > LONGEST_PAUSE) throw error
      log.info(
        `${what} failed (${messageOf(error)}); attempt ${attempt + 1} of ${attempts} in ${(pause / 1000).toFixed(1)} s`,
      )
      // Its own error would be an AbortError, which hides why the run was ended.
      await sleep(pause, undefined, { signal }).catch(() => signal.throwIfAborted())
    }
  }
}

function isTransient(error: unknown): boolean {
  return error instanceof HttpError && error.transient
}

function pauseAfter(error: unknown, attempt: number): number {
  if (error instanceof HttpError && error.retryAfter !== undefined) return error.retryAfter
  return FIRST_PAUSE * 3 ** (attempt - 1) * (0.5 + Math.random() / 2)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
