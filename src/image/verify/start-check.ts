import type { ContainerOutcome } from '../../docker/container.js'
import { sanitizeLine } from '../../runtime/untrusted-text.js'
import { type Finding, finding } from './findings.js'
import { type LoaderFailure, lastLoaderFailure } from './loader-messages.js'

/**
 * Judges a run without any variable of the platform. A good evaluator says which variables are missing and fails.
 * A run that fails before that point is an error. An inconclusive run is a warning.
 */
export function checkStart(outcome: ContainerOutcome): Finding[] {
  const { exitCode, timedOut, refusal, output, duration, outOfMemory } = outcome
  const seconds = `${(duration / 1000).toFixed(0)} s`
  if (refusal !== undefined)
    return [finding('cannot-start', `the engine cannot start the image: ${sanitizeLine(refusal)}`)]
  if (timedOut)
    return [
      finding('start-timeout', `the image did not exit within ${seconds}, although no variable was set`),
    ]
  if (outOfMemory) return [finding('start-crash', 'the image ran out of memory')]
  const trace = readTraceback(output)
  const streams = outcome.streams ?? [output]
  const failure = endOf(streams)
  if (exitCode === 0) {
    const reason = trace ?? (failure && shown(failure))
    return [
      finding(
        'silent-success',
        reason === undefined
          ? 'the image exits with 0, although no variable was set and no platform was reachable'
          : `the image exits with 0, although it failed: ${reason}`,
      ),
    ]
  }
  if (exitCode === undefined)
    return [finding('start-crash', 'the image ended, but the engine reports no exit code')]
  const judged = failure ? judgeFailure(failure, exitCode, streams) : judgeEnd(exitCode, streams, trace)
  const reason = failure ? shown(failure) : endOfOutput(output)
  switch (judged) {
    case 'started':
      return []
    case 'loader':
      return [finding(failure?.finding ?? 'cannot-start', reason)]
    case 'crash':
      return [finding('start-crash', `the image ended with ${nameOfExit(exitCode)}: ${reason}`)]
    case 'traceback':
      return [finding('traceback', trace ?? reason)]
    case 'unclear':
      return [
        finding(
          'unclear-start',
          `the image ended with ${nameOfExit(exitCode)}, and its output does not show that the evaluator started and found its variables missing: ${reason}`,
        ),
      ]
  }
}

/** Returns a loader's failure at the end of a run as a finding, or undefined. */
export function readLoaderFailure({ output, streams }: Pick<ContainerOutcome, 'output' | 'streams'>) {
  const failure = endOf(streams ?? [output])
  return failure && { id: failure.finding, message: shown(failure) }
}

type Judgement = 'started' | 'loader' | 'crash' | 'traceback' | 'unclear'

/** A loader's message, and the stream that contains it. */
interface StreamFailure extends LoaderFailure {
  stream: readonly string[]
}

/** Returns the loader's message that is closest to the end of its stream, if there is one. */
function endOf(streams: readonly (readonly string[])[]): StreamFailure | undefined {
  const failures = streams.flatMap((stream) => {
    const failure = lastLoaderFailure(stream)
    return failure ? [{ ...failure, stream }] : []
  })
  const after = ({ line, stream }: StreamFailure) => stream.length - line
  return failures.sort((a, b) => after(a) - after(b))[0]
}

/**
 * Judges a run that contains a loader's message. Later output of the program in the same stream shows that it
 * continued. The order of lines in different streams is not known.
 */
function judgeFailure(
  { stream, line, codes, finding }: StreamFailure,
  exitCode: number,
  streams: readonly (readonly string[])[],
): Judgement {
  const ends = codes.includes(exitCode)
  const after = stream.slice(line + 1)
  if (after.some(names)) {
    // The program itself fails in an `except ImportError:` block.
    if (after.some(beginsTrace) && endsInNamingTrace(stream)) return 'started'
    // A wrapper may print advice after the interpreter has failed.
    const advice = ends && finding !== 'cannot-start' && finding !== 'start-crash'
    return advice || isCrash(exitCode) ? 'unclear' : 'started'
  }
  if (ends) return 'loader'
  if (streams.some((other) => other !== stream && other.some(saysMissing)))
    return isCrash(exitCode) ? 'unclear' : 'started'
  return stream.slice(0, line).some(saysMissing) ? 'unclear' : 'loader'
}

/** Judges a run without a loader's message. */
function judgeEnd(
  exitCode: number,
  streams: readonly (readonly string[])[],
  trace: string | undefined,
): Judgement {
  const lines = streams.flat()
  if (isCrash(exitCode)) {
    const last = streams.some((stream) => names(stream.findLast((line) => line.trim() !== '') ?? ''))
    const deliberate = exitCode < 128 || exitCode === 255
    if (deliberate) return last || lines.some(saysMissing) ? 'started' : 'crash'
    if (!lines.some(saysMissing)) return 'crash'
    return ABORTS.has(exitCode) ? 'started' : 'unclear'
  }
  if (trace !== undefined) return streams.some(endsInNamingTrace) ? 'started' : 'traceback'
  return lines.some(names) ? 'started' : 'unclear'
}

/** Returns whether a program did not run (126, 127) or was ended by a signal (129 and above). */
export function isCrash(exitCode: number): boolean {
  return exitCode === 126 || exitCode === 127 || exitCode > 128
}

/** Exit codes of signals that a runtime uses to end a program after an error message: SIGILL, SIGTRAP, SIGABRT. */
const ABORTS = new Set([132, 133, 134])

const signals: Record<number, string> = {
  132: 'SIGILL',
  133: 'SIGTRAP',
  134: 'SIGABRT',
  135: 'SIGBUS',
  136: 'SIGFPE',
  137: 'SIGKILL',
  139: 'SIGSEGV',
  143: 'SIGTERM',
}

function nameOfExit(exitCode: number): string {
  const signal = signals[exitCode]
  return signal === undefined ? `exit code ${exitCode}` : `exit code ${exitCode} (${signal})`
}

const VARIABLE =
  /\bKOLENA_[A-Z][A-Z_]*|\bkolena_(?:token|model_name|test_suite_name|test_suite_version|workflow)\b/

/** Returns whether a line names a variable of the platform. */
function names(line: string): boolean {
  return VARIABLE.test(line)
}

const MISSING =
  /missing|not (?:been )?(?:set|found|defined|provided|given|present|specified|available|configured)|unset|undefined|unbound|requir|must|need|expect|no (?:value|such|default)|empty|null|none\b|please|provide|specif|supply|set it|absent|invalid|KeyError|doesn't exist|does not exist|mandatory|fehl|nicht|manqu|requis|obligat|falta|requerid|manca|brak|ontbr|缺|未|必|なし|ない|ありません|누락|없/i

/** Returns whether a line says that a variable of the platform is missing, and does not merely name it. */
function saysMissing(line: string): boolean {
  return names(line) && MISSING.test(line)
}

/** Returns whether the last traceback's error, or a line after it, names a variable. */
function endsInNamingTrace(stream: readonly string[]): boolean {
  const start = stream.findLastIndex(beginsTrace)
  const error = stream.findIndex((line, index) => index > start && ERROR_LINE.test(line))
  if (start === -1 || error === -1) return stream.some(saysMissing)
  return !/^NameError\b/.test(stream[error] ?? '') && stream.slice(error).some(names)
}

function beginsTrace(line: string): boolean {
  return line.startsWith('Traceback (most recent call last):')
}

const ERROR_LINE = /^[A-Za-z_][\w.]*(:|$)/

function shown({ stream, line }: StreamFailure): string {
  return sanitizeLine(stream[line] ?? '')
    .trim()
    .slice(0, 300)
}

export function endOfOutput(output: readonly string[]): string {
  const last = output.findLast((line) => line.trim() !== '')
  return last === undefined ? 'no output' : sanitizeLine(last).trim().slice(0, 300)
}

/** Returns the error of Python's last traceback, such as `KeyError: 'KOLENA_TOKEN'`. */
export function readTraceback(output: readonly string[]): string | undefined {
  const start = output.findLastIndex(beginsTrace)
  if (start === -1) return undefined
  const message = output.slice(start + 1).find((line) => ERROR_LINE.test(line))
  return message === undefined ? undefined : sanitizeLine(message).slice(0, 300)
}
