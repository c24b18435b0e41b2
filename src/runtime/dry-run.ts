import { describeFailure } from './errors.js'
import * as log from './log.js'

/**
 * Reads something for a dry run. A failure becomes a warning, because it must not fail the dry run.
 * @param consequence a sentence that says what the dry run cannot show
 * @returns undefined if it could not be read
 */
export async function readDuringDryRun<T>(
  consequence: string,
  signal: AbortSignal,
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    signal.throwIfAborted()
    log.warning(`${consequence} ${describeFailure(error)}`, 'Dry run')
    return undefined
  }
}
