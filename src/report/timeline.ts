import type { Phase } from '../lib/journal.js'
import { type Markdown, mermaid, mermaidText } from './markdown.js'

/** Seconds between the ticks of the axis, for at most so many ticks that their labels stay apart. */
const TICKS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600]
const MOST_TICKS = 8

/** The phases of a run as a Gantt chart: what ran side by side, and what took the time. */
export function timeline(phases: readonly Phase[]): Markdown {
  const bars = phases.map(({ name, start, end, failed }) => {
    // Mermaid draws nothing for a bar without length.
    const until = Math.max(end, start + 1)
    return `  ${mermaidText(name)} ${((end - start) / 1000).toFixed(1)} s :${failed ? 'crit, ' : ''}${start}, ${until}`
  })
  return mermaid(
    ['gantt', '  dateFormat x', '  axisFormat %M:%S', `  tickInterval ${tickOf(phases)}second`, ...bars].join(
      '\n',
    ),
  )
}

function tickOf(phases: readonly Phase[]): number {
  const seconds = Math.max(...phases.map(({ end }) => end)) / 1000
  return TICKS.find((tick) => seconds / tick <= MOST_TICKS) ?? 3600
}
