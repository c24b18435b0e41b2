/** Waiting for a function that Lambda is busy with. */
import { setTimeout as sleep } from 'node:timers/promises'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { FunctionState, LambdaFunction } from './function.js'

/** Milliseconds. Lambda prepares an image of several gigabytes in a few minutes. */
const LONGEST_WAIT = 10 * 60_000
/** Milliseconds between two looks; each further pause is half as long again, up to the longest. */
const FIRST_PAUSE = 200
const LONGEST_PAUSE = 2_000
/** Milliseconds between two lines of the log. */
const PROGRESS = 30_000

/**
 * Waits until the function is neither being created nor being updated. An inactive function counts as idle: only an
 * invocation or an update wakes it.
 *
 * @param version the latest code if undefined
 */
export async function untilIdle(
  target: LambdaFunction,
  signal: AbortSignal,
  version?: string,
  wait = new Wait(target.name),
): Promise<FunctionState> {
  for (;;) {
    const state = await target.read(version)
    if (state.State !== 'Pending' && state.LastUpdateStatus !== 'InProgress') return state
    await wait.pause(`${state.State}, update: ${state.LastUpdateStatus}`, signal)
  }
}

/**
 * Does what Lambda refuses while it is busy with the function. A refusal means that nothing was done, so the work is
 * done again when Lambda is ready, for as long as an update may take.
 */
export async function whenIdle<T>(
  target: LambdaFunction,
  signal: AbortSignal,
  work: () => Promise<T>,
  version?: string,
): Promise<T> {
  const wait = new Wait(target.name)
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error)) throw error
      await wait.pause((error as Error).message, signal)
      await untilIdle(target, signal, version, wait)
    }
  }
}

/** An update is going on, an inactive function is being woken, or its snapshot is being made. */
const BUSY = ['ResourceConflictException', 'ResourceNotReadyException', 'SnapStartNotReadyException']

function isBusy(error: unknown): boolean {
  return error instanceof ActionError && error.cause instanceof Error && BUSY.includes(error.cause.name)
}

/** A wait of many pauses, which is logged now and then, and ends with an error. */
class Wait {
  readonly #name: string
  readonly #start = performance.now()
  #logged = Number.NEGATIVE_INFINITY
  #pause = FIRST_PAUSE

  constructor(name: string) {
    this.#name = name
  }

  async pause(state: string, signal: AbortSignal): Promise<void> {
    const waited = performance.now() - this.#start
    if (waited > LONGEST_WAIT)
      throw new ActionError(
        `Lambda is still busy with ${this.#name} after ${LONGEST_WAIT / 60_000} minutes (${state}). Look at it in the AWS console, let one job at a time update it (concurrency in the workflow), and run the job again.`,
      )
    if (waited - this.#logged >= PROGRESS) {
      this.#logged = waited
      log.info(
        `Waiting for Lambda, which is busy with ${this.#name}, since ${Math.round(waited / 1000)} s (${state})`,
      )
    }
    await sleep(this.#pause, undefined, { signal })
    this.#pause = Math.min(1.5 * this.#pause, LONGEST_PAUSE)
  }
}
