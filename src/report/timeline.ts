import type { Phase } from '../lib/journal.js'
import { type Markdown, mermaid, mermaidText } from './markdown.js'

/** The phases of a run as a Gantt chart: what ran side by side, and what took the time. */
export function timeline(phases: readonly Phase[]): Markdown {
  const bars = phases.map(({ name, start, end, failed }) => {
    // Mermaid draws nothing for a bar without length.
    const until = Math.max(end, start + 1)
    return `  ${mermaidText(name)} ${((end - start) / 1000).toFixed(1)} s :${failed ? 'crit, ' : ''}${start}, ${until}`
  })
  return mermaid(['gantt', '  dateFormat x', '  axisFormat %M:%S', ...bars].join('\n'))
}
