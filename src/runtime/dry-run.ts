import { describeFailure } from './errors.js'
import * as log from './log.js'

/**
 * Reads something for a dry run, which must not fail because of it: when it cannot be read, that is a warning.
 * @param consequence what the dry run does not show then, as a sentence
 * @returns undefined when it could not be read
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
