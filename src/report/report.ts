import type { Journal } from '../lib/journal.js'
import { failure } from './failure.js'
import { details, type Inline, join, type Markdown, md, table } from './markdown.js'
import { timeline } from './timeline.js'

/** The form that every action's summary has: verdict, what went wrong, the action's own sections, timeline. */
export function report(
  verdict: Inline,
  sections: readonly Markdown[],
  journal: Journal,
  error: unknown,
): Markdown {
  return join([
    md`## ${verdict}`,
    ...(error === undefined ? [] : [failure(error, journal)]),
    ...sections,
    ...(journal.phases.length > 0 ? [details('Timeline', timeline(journal.phases))] : []),
  ])
}

/** A table of what a run was about, a row a fact; one without a value is left out. */
export function factTable(facts: readonly (readonly [name: string, value: Inline | undefined])[]): Markdown {
  const rows = facts.filter(([, value]) => value !== undefined && value !== '')
  return table(
    ['', ''],
    rows.map(([name, value]) => [md`**${name}**`, value ?? '']),
  )
}
