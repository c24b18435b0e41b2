import { setTimeout as sleep } from 'node:timers/promises'
import { HttpError, messageOf } from '../runtime/errors.js'
import * as log from '../runtime/log.js'

/** Milliseconds before the second attempt. Each further pause is three times as long. */
const FIRST_PAUSE = 500
/** Maximum milliseconds that a server may ask to wait (`Retry-After`). A longer pause ends the retries. */
const MAX_PAUSE = 10 * 60_000

export interface RetryOptions {
  /** Names the work in the log: "push acme/evaluator". */
  what: string
  signal: AbortSignal
  /** The number of attempts; 4 by default. */
  attempts?: number
  /** Whether another attempt may succeed; by default `HttpError` decides itself. */
  transient?: (error: unknown) => boolean
}

/**
 * Repeats the work until it succeeds, fails for good, or has been tried `attempts` times. The pauses grow and have a
 * random length (between half and all of it), so that many jobs do not retry at once. Throws the last error.
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
      if (pause > MAX_PAUSE) {
        log.info(
          `${describe(what, error)}; the server asks for a pause of ${seconds(pause)} s, and the limit is ${MAX_PAUSE / 1000} s: no further attempt`,
        )
        throw error
      }
      const reason = asked === undefined ? '' : `, as the server asks (the limit is ${MAX_PAUSE / 1000} s)`
      log.info(
        `${describe(what, error)}; attempt ${attempt + 1} of ${attempts} in ${seconds(pause)} s${reason}`,
      )
      // The timer's own error would be an AbortError, which hides why the run was ended.
      await sleep(pause, undefined, { signal }).catch(() => signal.throwIfAborted())
    }
  }
}

/** Describes a failed attempt. The message of a request may already begin with its name. */
function describe(what: string, error: unknown): string {
  const message = messageOf(error).replace(/\.$/, '')
  return message.startsWith(what) ? message : `${what} failed (${message})`
}

function isTransient(error: unknown): boolean {
  return error instanceof HttpError && error.transient
}

/** Returns how many milliseconds the server asks to wait; undefined if it does not ask. */
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
