import { describeThreshold, figure, type Gate, type Verdict } from '../data/gate.js'
import { type Markdown, table } from './markdown.js'

const verdicts: Record<Verdict, string> = { pass: '✅ passed', fail: '❌ failed', none: '⚪ no verdict' }

/** Returns a table of a run's gates with observed value, threshold and n. */
export function gateTable(gates: readonly Gate[]): Markdown {
  const rows = gates.map((gate) => [
    gate.name,
    gate.observed === undefined ? '—' : figure(gate.observed, gate.threshold),
    describeThreshold(gate),
    `${gate.n} ${gate.of}`,
    verdicts[gate.verdict],
  ])
  return table(['Gate', 'Observed', 'Threshold', 'n', 'Verdict'], rows)
}
