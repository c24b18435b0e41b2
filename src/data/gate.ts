/**
 * Gates: a figure held against a threshold. The verdict has three values, since a figure that is missing, or one that
 * nobody set a threshold for, has neither passed nor failed.
 */
import * as log from '../runtime/log.js'

/** What a gate that does not pass does to the step. */
export type GateMode = 'fail' | 'warn' | 'off'
export type Verdict = 'pass' | 'fail' | 'none'

/** How a figure has to stand to its threshold, in the words that platforms use for it. */
export type Comparison = 'greater_than' | 'greater_than_equal_to' | 'less_than' | 'less_than_equal_to'

export interface Gate {
  /** What is measured, for a table and to begin a sentence with: "Overall metric". */
  name: string
  /** undefined when there was nothing to measure. */
  observed: number | undefined
  /** undefined when none is set: then the gate has no verdict. */
  threshold: number | undefined
  comparison: Comparison
  /** How many observations the figure rests on, and of what: "4 results". */
  n: number
  of: string
  verdict: Verdict
}

const relations: Record<Comparison, { holds(a: number, b: number): boolean; words: string }> = {
  greater_than: { holds: (a, b) => a > b, words: 'more than' },
  greater_than_equal_to: { holds: (a, b) => a >= b, words: 'at least' },
  less_than: { holds: (a, b) => a < b, words: 'less than' },
  less_than_equal_to: { holds: (a, b) => a <= b, words: 'at most' },
}

/** Holds a figure against its threshold. `comparison` is "at least" unless said. */
export function judge(
  measure: Omit<Gate, 'verdict' | 'comparison'> & { comparison?: Comparison | undefined },
): Gate {
  const { observed, threshold, comparison = 'greater_than_equal_to' } = measure
  const judged = observed !== undefined && threshold !== undefined && !Number.isNaN(observed)
  const passed = judged && relations[comparison].holds(observed, threshold)
  return { ...measure, comparison, verdict: judged ? (passed ? 'pass' : 'fail') : 'none' }
}

/** The verdict of all gates together: a failed one decides, then one without a verdict; there is none without gates. */
export function overallVerdict(gates: readonly Gate[]): Verdict {
  const verdicts = gates.map(({ verdict }) => verdict)
  if (verdicts.includes('fail')) return 'fail'
  return verdicts.length === 0 || verdicts.includes('none') ? 'none' : 'pass'
}

/** The output `passed`: `true`, `false`, or empty for no verdict. */
export function passedOutput(gates: readonly Gate[]): string {
  return { pass: 'true', fail: 'false', none: '' }[overallVerdict(gates)]
}

/** One sentence: "Overall metric is 0.573, and has to be at least 0.6 (4 results)." */
export function describeGate({ name, observed, threshold, comparison, n, of }: Gate): string {
  const figures = `(${n} ${of})`
  const value = observed === undefined ? undefined : figure(observed, threshold)
  if (threshold === undefined)
    return value ? `${name} is ${value}, without a threshold ${figures}.` : `${name} is not known ${figures}.`
  const wanted = `${relations[comparison].words} ${threshold}`
  return value
    ? `${name} is ${value}, and has to be ${wanted} ${figures}.`
    : `${name} is not known, and has to be ${wanted} ${figures}.`
}

/** What a gate asks for, for a table: "at least 0.6". */
export function describeThreshold({ threshold, comparison }: Gate): string {
  return threshold === undefined ? 'none' : `${relations[comparison].words} ${threshold}`
}

/** A figure in six digits, or in as many as it takes to tell it from its threshold. */
export function figure(value: number, threshold?: number): string {
  const short = Number(value.toPrecision(6))
  return String(short === threshold ? value : short)
}

/** Logs every verdict; with `warn`, what does not pass becomes a warning of the run. */
export function reportGates(gates: readonly Gate[], mode: GateMode): void {
  for (const gate of gates) log.info(`Gate: ${describeGate(gate)} ${verdictWords[gate.verdict]}`)
  const unmet = unmetGates(gates)
  if (mode === 'warn' && unmet) log.warning(unmet, 'The gate did not pass')
}

/** Why the step fails, for `failedGate` of an action; undefined when it does not. */
export function failedGates(gates: readonly Gate[], mode: GateMode): string | undefined {
  return mode === 'fail' ? unmetGates(gates) : undefined
}

/** A threshold with nothing to hold against it was asked for and is not met: a gate must not pass for want of data. */
function unmetGates(gates: readonly Gate[]): string | undefined {
  const unmet = gates.filter(
    ({ verdict, threshold }) => verdict === 'fail' || (verdict === 'none' && threshold !== undefined),
  )
  return unmet.length > 0 ? unmet.map(describeGate).join('\n') : undefined
}

const verdictWords: Record<Verdict, string> = { pass: 'Passed.', fail: 'Failed.', none: 'No verdict.' }
