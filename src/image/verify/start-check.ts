import type { ContainerOutcome } from '../../docker/container.js'
import { sanitizeLine } from '../../runtime/untrusted-text.js'
import { type Finding, finding } from './findings.js'

/** What a run without any variable of the platform gives to say: a good evaluator says what is missing, and fails. */
export function checkStart(outcome: ContainerOutcome): Finding[] {
  const { exitCode, timedOut, refusal, output, duration } = outcome
  const seconds = `${(duration / 1000).toFixed(0)} s`
  if (refusal !== undefined)
    return [finding('cannot-start', `the engine cannot start the image: ${sanitizeLine(refusal)}`)]
  if (timedOut)
    return [
      finding('start-timeout', `the image did not end within ${seconds} although it had no variable at all`),
    ]
  const trace = readTraceback(output)
  if (exitCode === 0)
    return [
      finding(
        'silent-success',
        trace
          ? `the image exits with 0 although it failed: ${trace}`
          : 'the image exits with 0 although it had no variable and reached no platform',
      ),
    ]
  if (trace && /^(ImportError|ModuleNotFoundError)\b/.test(trace)) return [finding('import-error', trace)]
  if (exitCode === undefined || exitCode > 128)
    return [finding('start-crash', `the image ended with exit code ${exitCode ?? 'unknown'}`)]
  return trace && !/KOLENA_/.test(trace) ? [finding('traceback', trace)] : []
}

/** The last line of Python's last traceback, such as `KeyError: 'KOLENA_TOKEN'`. */
export function readTraceback(output: readonly string[]): string | undefined {
  const start = output.findLastIndex((line) => line.startsWith('Traceback (most recent call last):'))
  if (start === -1) return undefined
  const message = output.slice(start + 1).find((line) => /^[A-Za-z_][\w.]*(:|$)/.test(line))
  return message === undefined ? undefined : sanitizeLine(message).slice(0, 300)
}
