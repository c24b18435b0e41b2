import { ActionError, HttpError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { RunLog } from '../../runtime/run-log.js'
import { retry } from '../../util/retry.js'
import type { Found } from './result.js'

export interface Creation {
  /** For the log and messages: `the scenario test "my_scenario_test"`. */
  what: string
  /** Its id, where it is known to be there already. */
  existing: string | undefined
  find(): Promise<string | undefined>
  /** Sends the request once. */
  create(): Promise<string>
  signal: AbortSignal
  runLog: RunLog
}

/**
 * Creates what is not there yet. A request whose outcome is unknown is not simply sent again: whether the thing is
 * there now is looked up first; so it is after a refusal, since another job may have been quicker.
 */
export async function createMissing({
  what,
  existing,
  find,
  create,
  signal,
  runLog,
}: Creation): Promise<Found> {
  if (existing !== undefined) return { id: existing, created: false }
  let sent = false
  const attempt = async (): Promise<Found> => {
    const found = sent ? await find() : undefined
    if (found !== undefined) return { id: found, created: true }
    try {
      return { id: await create(), created: true }
    } catch (error) {
      sent = true
      if (!(error instanceof HttpError) || error.transient) throw error
      const other = await find()
      if (other !== undefined) return { id: other, created: false }
      throw new ActionError(`${capitalized(what)} could not be created. ${error.message}`, { cause: error })
    }
  }
  const found = await retry(attempt, { what: `creation of ${what}`, signal })
  if (found.created) {
    runLog.done.push(`${capitalized(what)} was created.`)
    log.info(`Created ${what}: ${found.id}`)
  }
  return found
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
