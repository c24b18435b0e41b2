/** Waits for a function that Lambda is busy with. */
import { ActionError, messageOf } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { pollUntil } from '../../util/poll.js'
import type { FunctionState, LambdaFunction } from './function.js'

/** Milliseconds. Lambda prepares an image of several gigabytes in a few minutes. */
const MAX_WAIT = 10 * 60_000
/** Milliseconds between two requests. */
const PAUSES = { pause: 200, growth: 1.5, longestPause: 2_000 }
/** Milliseconds between two lines of the log. */
const PROGRESS = 30_000

/**
 * Waits until the function is neither being created nor updated. An inactive function counts as idle, because only an
 * invocation or an update activates it.
 *
 * @param version undefined for the latest code
 */
export async function untilIdle(
  target: LambdaFunction,
  signal: AbortSignal,
  version?: string,
): Promise<FunctionState> {
  return await whileBusy(target, signal, () => look(target, version))
}

/**
 * Does work that Lambda refuses while it is busy with the function. A refusal means that nothing was done, so the work is
 * repeated when Lambda is ready, for as long as an update may take.
 */
export async function whenIdle<T>(
  target: LambdaFunction,
  signal: AbortSignal,
  work: () => Promise<T>,
  version?: string,
): Promise<T> {
  let refused = false
  return await whileBusy(target, signal, async () => {
    const state = refused ? await look(target, version) : undefined
    if (state && 'busy' in state) return state
    try {
      return { value: await work() }
    } catch (error) {
      if (!isBusy(error)) throw error
      refused = true
      return { busy: messageOf(error) }
    }
  })
}

/** The value, or what Lambda is busy with. */
type Outcome<T> = { value: T } | { busy: string }

async function look(target: LambdaFunction, version?: string): Promise<Outcome<FunctionState>> {
  const state = await target.read(version)
  const isIdle = state.State !== 'Pending' && state.LastUpdateStatus !== 'InProgress'
  return isIdle ? { value: state } : { busy: `${state.State}, update: ${state.LastUpdateStatus}` }
}

/** Lambda is updating the function, activating it, or creating its snapshot. */
const BUSY = ['ResourceConflictException', 'ResourceNotReadyException', 'SnapStartNotReadyException']

function isBusy(error: unknown): boolean {
  return error instanceof ActionError && error.cause instanceof Error && BUSY.includes(error.cause.name)
}

/** Repeats an attempt while Lambda is busy, and logs the wait. Throws if it takes too long. */
async function whileBusy<T>(
  { name }: LambdaFunction,
  signal: AbortSignal,
  attempt: () => Promise<Outcome<T>>,
): Promise<T> {
  const start = performance.now()
  let logged = Number.NEGATIVE_INFINITY
  let state = ''
  const read = async () => {
    const outcome = await attempt()
    if ('value' in outcome) return outcome
    state = outcome.busy
    const waited = performance.now() - start
    if (waited - logged >= PROGRESS) {
      logged = waited
      log.info(`Lambda has been busy with ${name} for ${Math.round(waited / 1000)} s (${state})`)
    }
    return undefined
  }
  const outcome = await pollUntil({ ...PAUSES, read, timeout: MAX_WAIT, signal })
  if (outcome) return outcome.value
  throw new ActionError(
    `Lambda is still busy with ${name} after ${MAX_WAIT / 60_000} minutes (${state}). Check it in the AWS console, let only one run at a time update it (in a workflow, with concurrency), and try again.`,
  )
}
