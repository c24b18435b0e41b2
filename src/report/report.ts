import type { RunLog } from '../runtime/run-log.js'
import { failure } from './failure.js'
import { details, type Inline, join, type Markdown, md, table } from './markdown.js'
import { timeline } from './timeline.js'

/** Returns an action's summary: the verdict, the error, the action's own sections, and the timeline. */
export function report(
  verdict: Inline,
  sections: readonly Markdown[],
  runLog: RunLog,
  error: unknown,
): Markdown {
  return join([
    md`## ${verdict}`,
    ...(error === undefined ? [] : [failure(error, runLog)]),
    ...sections,
    ...(runLog.phases.length > 0 && !runLog.isChild ? [details('Timeline', timeline(runLog.phases))] : []),
  ])
}

/** Returns a table of the facts that have a value, one per row. The first one is the header that a table requires. */
export function factTable(facts: readonly (readonly [name: string, value: Inline | undefined])[]): Markdown {
  const known = facts.filter(([, value]) => value !== undefined && value !== '')
  const [first = [], ...rows] = known.map(([name, value = '']) => [md`**${name}**`, value])
  return table(first, rows, 'left')
}
