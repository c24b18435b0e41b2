import { HttpError } from '../runtime/errors.js'
import { retry } from './retry.js'

/** A request that must not take effect twice. */
export interface Sending<T> {
  /** Names the request in the log: "registration of evaluate". */
  what: string
  signal: AbortSignal
  send(): Promise<T>
  /** Finds the result of an earlier attempt; undefined if that attempt did not arrive. */
  findSent(): Promise<T | undefined>
  /** Whether a failed attempt may have arrived; by default `HttpError` decides itself. */
  mayHaveArrived?(error: unknown): boolean
  /** Whether another attempt may succeed; by default `HttpError` decides itself. */
  transient?(error: unknown): boolean
  /** Explains why the request failed for good, and whether it may have arrived. */
  explain?(cause: HttpError, mayHaveArrived: boolean): Error
}

/**
 * Sends a request until it succeeds, but never twice: after an attempt with an unknown outcome, it first looks for the
 * result of that attempt.
 */
export async function sendOnce<T>(sending: Sending<T>): Promise<T> {
  const { what, signal, send, findSent, mayHaveArrived = isOutcomeUnknown, transient, explain } = sending
  let unknown = false
  const attempt = async () => {
    const sent = unknown ? await findSent() : undefined
    if (sent !== undefined) return sent
    try {
      return await send()
    } catch (error) {
      unknown ||= mayHaveArrived(error)
      throw error
    }
  }
  try {
    return await retry(attempt, { what, signal, ...(transient && { transient }) })
  } catch (error) {
    throw explain && error instanceof HttpError ? explain(error, unknown) : error
  }
}

function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof HttpError && error.outcomeUnknown
}
