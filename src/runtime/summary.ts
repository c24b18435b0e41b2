import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { summary } from '@actions/core'
import { InputError, messageOf } from './errors.js'
import * as log from './log.js'
import { shorten } from './shorten.js'

/** Maximum bytes of a summary. GitHub drops a step's whole summary if it is larger than 1 MiB. */
const MAX_BYTES = 512 * 1024

/** Appends Markdown to the job summary, shortened if it is too long. Does nothing outside GitHub. */
export async function appendSummary(markdown: string): Promise<void> {
  if (!process.env.GITHUB_STEP_SUMMARY) return
  try {
    await summary.addRaw(shorten(markdown, MAX_BYTES), true).write()
  } catch (error) {
    log.warning(`The summary could not be written: ${messageOf(error)}`, 'Summary')
  }
}

/** Writes the summary to a file, which is created anew. Used outside GitHub. */
export function writeSummaryTo(file: string): void {
  const path = resolve(file)
  try {
    writeFileSync(path, '')
  } catch (cause) {
    const reason = messageOf(cause)
    throw new InputError([`summary "${file}": cannot be written; name another file (${reason})`])
  }
  process.env.GITHUB_STEP_SUMMARY = path
}
