import { ActionError, HttpError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { RunLog } from '../../runtime/run-log.js'
import { sendOnce } from '../../util/send-once.js'
import type { Found } from './result.js'

export interface Creation {
  /** Its name in messages: `the scenario test "my_scenario_test"`. */
  what: string
  /** Its id, if it is known to exist. */
  existing: string | undefined
  find(): Promise<string | undefined>
  /** Sends the request once. */
  create(): Promise<string>
  signal: AbortSignal
  runLog: RunLog
}

/** Creates what does not exist yet. Looks it up after a refusal, because another job may have created it. */
export async function createMissing({
  what,
  existing,
  find,
  create,
  signal,
  runLog,
}: Creation): Promise<Found> {
  if (existing !== undefined) return { id: existing, created: false }
  const findAs = async (created: boolean) => {
    const id = await find()
    return id === undefined ? undefined : { id, created }
  }
  const send = async (): Promise<Found> => {
    try {
      return { id: await create(), created: true }
    } catch (error) {
      if (!(error instanceof HttpError) || error.transient) throw error
      const other = await findAs(false)
      if (other) return other
      throw new ActionError(`${capitalized(what)} could not be created. ${error.message}`, { cause: error })
    }
  }
  const found = await sendOnce({ what: `creation of ${what}`, signal, send, findSent: () => findAs(true) })
  if (found.created) {
    runLog.done.push(`${capitalized(what)} was created.`)
    log.info(`Created ${what}: ${found.id}`)
  }
  return found
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
