import type { Phase } from '../runtime/run-log.js'
import { type Markdown, mermaid, mermaidText } from './markdown.js'

/** Seconds between the ticks of the axis, so that their labels do not overlap. */
const TICKS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600]
const MAX_TICKS = 8

/** Maximum number of bars: Mermaid draws no diagram of more than 50,000 characters, and people read fewer. */
const MAX_BARS = 120

/** Returns a Gantt chart of a run's phases, which shows what ran in parallel and what took long. */
export function timeline(phases: readonly Phase[]): Markdown {
  return gantt(phases, phases.map(bar))
}

/** Returns a chart of the phases of several runs, or of one bar per run if there are too many phases. */
export function timelines(runs: readonly { name: string; phases: readonly Phase[] }[]): Markdown {
  const begun = runs.filter(({ phases }) => phases.length > 0)
  const count = begun.reduce((sum, { phases }) => sum + phases.length, 0)
  const all = begun.map(({ name, phases }) => wholeOf(name, phases))
  if (count > MAX_BARS) return gantt(all, all.map(bar))
  return gantt(
    all,
    begun.flatMap(({ name, phases }) => [`  section ${mermaidText(name)}`, ...phases.map(bar)]),
  )
}

function wholeOf(name: string, phases: readonly Phase[]): Phase {
  const start = Math.min(...phases.map((phase) => phase.start))
  const end = Math.max(...phases.map((phase) => phase.end))
  return { name, start, end, failed: phases.some(({ failed }) => failed) }
}

function bar({ name, start, end, failed }: Phase): string {
  // Mermaid does not draw a bar without length.
  const until = Math.max(end, start + 1)
  return `  ${mermaidText(name)} ${((end - start) / 1000).toFixed(1)} s :${failed ? 'crit, ' : ''}${start}, ${until}`
}

function gantt(phases: readonly Phase[], lines: readonly string[]): Markdown {
  const head = ['gantt', '  dateFormat x', '  axisFormat %M:%S', `  tickInterval ${tickOf(phases)}second`]
  return mermaid([...head, ...lines].join('\n'))
}

function tickOf(phases: readonly Phase[]): number {
  const seconds = Math.max(...phases.map(({ end }) => end)) / 1000
  return TICKS.find((tick) => seconds / tick <= MAX_TICKS) ?? 3600
}
