import { RunLog } from '../../src/runtime/run-log.js'

/** Replaces an external text, such as a name, a message or an instruction. */
export type Foreign = (text: string) => string

const seconds = 1000
export type Span = readonly [name: string, start: number, end: number]

/** Returns a run log with phases, in seconds from the start. */
export function journalOf(foreign: Foreign, spans: readonly Span[], failure?: string): RunLog {
  const runLog = new RunLog()
  for (const [name, start, end] of spans)
    runLog.phases.push({
      name: foreign(name),
      start: start * seconds,
      end: end * seconds,
      failed: name === failure,
    })
  return runLog
}
