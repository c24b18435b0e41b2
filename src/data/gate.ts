/**
 * Gates compare a figure with a threshold. There are three verdicts, because a figure that is missing or has no
 * threshold has neither passed nor failed.
 */
import * as log from '../runtime/log.js'

/** The effect on the step of a gate that does not pass. */
export type GateMode = 'fail' | 'warn' | 'off'
export type Verdict = 'pass' | 'fail' | 'none'

/** The comparisons of a figure with its threshold, under the names that platforms use. */
export type Comparison = 'greater_than' | 'greater_than_equal_to' | 'less_than' | 'less_than_equal_to'

export interface Gate {
  /** The name of the figure, for a table and for the beginning of a sentence, such as "Overall metric". */
  name: string
  /** undefined if there was nothing to measure. */
  observed: number | undefined
  /** undefined if none is set; the gate then has no verdict. */
  threshold: number | undefined
  comparison: Comparison
  /** The number of observations behind the figure, and their unit, such as "4 results". */
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

/** Compares a figure with its threshold. The default comparison is "at least". */
export function judge(
  measure: Omit<Gate, 'verdict' | 'comparison'> & { comparison?: Comparison | undefined },
): Gate {
  const { observed, threshold, comparison = 'greater_than_equal_to' } = measure
  const judged = observed !== undefined && threshold !== undefined && !Number.isNaN(observed)
  const passed = judged && relations[comparison].holds(observed, threshold)
  return { ...measure, comparison, verdict: judged ? (passed ? 'pass' : 'fail') : 'none' }
}

/** Returns the verdict of all gates: a failed gate decides, then a gate without a verdict. No gates have no verdict. */
export function overallVerdict(gates: readonly Gate[]): Verdict {
  const verdicts = gates.map(({ verdict }) => verdict)
  if (verdicts.includes('fail')) return 'fail'
  return verdicts.length === 0 || verdicts.includes('none') ? 'none' : 'pass'
}

/** Returns the output `passed`: `true`, `false`, or empty for no verdict. */
export function passedOutput(gates: readonly Gate[]): string {
  return { pass: 'true', fail: 'false', none: '' }[overallVerdict(gates)]
}

/** Describes a gate: "Overall metric is 0.573, and has to be at least 0.6 (4 results)." */
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

/** Describes the threshold of a gate for a table, such as "at least 0.6". */
export function describeThreshold({ threshold, comparison }: Gate): string {
  return threshold === undefined ? 'none' : `${relations[comparison].words} ${threshold}`
}

/** Formats a figure with six digits, or with as many as distinguish it from its threshold. */
export function figure(value: number, threshold?: number): string {
  const short = Number(value.toPrecision(6))
  return String(short === threshold ? value : short)
}

/** Logs every verdict. With `warn`, a gate that does not pass causes a warning. */
export function reportGates(gates: readonly Gate[], mode: GateMode): void {
  for (const gate of gates) log.info(`Gate: ${describeGate(gate)} ${verdictWords[gate.verdict]}`)
  const unmet = unmetGates(gates)
  if (mode === 'warn' && unmet) log.warning(unmet, 'The gate did not pass')
}

/** Returns the reason why the step fails, for `failedGate` of an action, or undefined. */
export function failedGates(gates: readonly Gate[], mode: GateMode): string | undefined {
  return mode === 'fail' ? unmetGates(gates) : undefined
}

/**
 * Reports the gates that are not met, including a threshold without a figure: a gate must not pass for lack of data.
 */
function unmetGates(gates: readonly Gate[]): string | undefined {
  const unmet = gates.filter(
    ({ verdict, threshold }) => verdict === 'fail' || (verdict === 'none' && threshold !== undefined),
  )
  return unmet.length > 0 ? unmet.map(describeGate).join('\n') : undefined
}

const verdictWords: Record<Verdict, string> = { pass: 'Passed.', fail: 'Failed.', none: 'No verdict.' }
