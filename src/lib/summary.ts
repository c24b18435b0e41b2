import { summary } from '@actions/core'
import * as log from './log.js'
import { shorten } from './shorten.js'

/** Bytes. GitHub drops a step's summary whole when it is larger than 1 MiB. */
const LARGEST = 512 * 1024

/** Adds Markdown to the job summary, shortened when it is far too long. Outside GitHub there is none: nothing happens. */
export async function appendSummary(markdown: string): Promise<void> {
  if (!process.env.GITHUB_STEP_SUMMARY) return
  try {
    await summary.addRaw(shorten(markdown, LARGEST), true).write()
  } catch (error) {
    log.warning(
      `The job summary could not be written: ${error instanceof Error ? error.message : error}`,
      'Job summary',
    )
  }
}
