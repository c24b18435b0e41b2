import { setTimeout as sleep } from 'node:timers/promises'
import { HttpError, messageOf } from '../runtime/errors.js'
import * as log from '../runtime/log.js'

/** Milliseconds before the second attempt; each further pause is three times as long. */
const FIRST_PAUSE = 500
/** Milliseconds of the longest pause that a server may ask for (`Retry-After`); for a longer one nobody waits. */
const LONGEST_PAUSE = 10 * 60_000

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
      if (signal.aborted || attempt >= attempts || !transient(error)) throw error
      const asked = askedPause(error)
      const pause = asked ?? ownPause(attempt)
      if (pause > LONGEST_PAUSE) {
        log.info(
          `${what} failed (${messageOf(error)}); the server asks for a pause of ${seconds(pause)} s, and the limit is ${LONGEST_PAUSE / 1000} s: no further attempt`,
        )
        throw error
      }
      const reason =
        asked === undefined ? '' : `, as the server asks (the limit is ${LONGEST_PAUSE / 1000} s)`
      log.info(
        `${what} failed (${messageOf(error)}); attempt ${attempt + 1} of ${attempts} in ${seconds(pause)} s${reason}`,
      )
      // Its own error would be an AbortError, which hides why the run was ended.
      await sleep(pause, undefined, { signal }).catch(() => signal.throwIfAborted())
    }
  }
}

function isTransient(error: unknown): boolean {
  return error instanceof HttpError && error.transient
}

/** Milliseconds that the server asks to wait; undefined when it asks for nothing. */
function askedPause(error: unknown): number | undefined {
  const wait = error instanceof Error && 'retryAfter' in error ? error.retryAfter : undefined
  return typeof wait === 'number' ? wait : undefined
}

function ownPause(attempt: number): number {
  return FIRST_PAUSE * 3 ** (attempt - 1) * (0.5 + Math.random() / 2)
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1)
}
