import { clip } from '../runtime/clip.js'
import { messageOf } from '../runtime/errors.js'
import { phaseOf, type RunLog } from '../runtime/run-log.js'
import { alert, escapeMarkdown, join, type Markdown, md } from './markdown.js'

/** Returns an alert with the error, the phase that failed, and what was already done. */
export function failure(error: unknown, runLog: RunLog): Markdown {
  const message = messageOf(error)
  const lines = clip(message, 4000)
    .split('\n')
    .map((line) => escapeMarkdown(line))
  const phase = phaseOf(error)
  const step = phase === undefined ? [] : [md`**${phase} failed.**`]
  const done =
    runLog.done.length > 0 ? [md`Done already: ${runLog.done.join(' ')} Trying again is safe.`] : []
  return alert('CAUTION', join([...step, join(lines, md`<br>`), ...done], md`\n\n`))
}
