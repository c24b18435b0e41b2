import { summary } from '@actions/core'
import * as log from './log.js'

/** Bytes. GitHub drops a step's summary whole when it is larger than 1 MiB. */
const LARGEST = 512 * 1024

/** Adds Markdown to the job summary, shortened when it is far too long. Outside GitHub there is none: nothing happens. */
export async function appendSummary(markdown: string): Promise<void> {
  if (!process.env.GITHUB_STEP_SUMMARY) return
  const short = Buffer.byteLength(markdown) <= LARGEST ? markdown : `${cut(markdown)}\n\n…\n`
  try {
    await summary.addRaw(short, true).write()
  } catch (error) {
    log.warning(
      `The job summary could not be written: ${error instanceof Error ? error.message : error}`,
      'Job summary',
    )
  }
}

/** At a line's end, so that no character and no line of a table is cut in two. */
function cut(markdown: string): string {
  const head = Buffer.from(markdown).subarray(0, LARGEST).toString('utf8')
  return head.slice(0, head.lastIndexOf('\n'))
}
