import { withScope } from '../util/scope.js'
import {
  ActionError,
  CancelledError,
  CommandError,
  FileError,
  HttpError,
  InputError,
  messageOf,
} from './errors.js'
import { type Event, readEvent } from './event.js'
import { type Fields, type RawInputs, takeRawInputs } from './inputs.js'
import * as log from './log.js'
import { writeOutputs } from './outputs.js'
import { createPrivateDirectory, removePrivateDirectory } from './private-directory.js'
import { phaseOf, RunLog } from './run-log.js'
import { appendSummary } from './summary.js'

/** What an action works with. */
export interface ActionContext {
  /** Aborted when the job is cancelled; every wait and every child process listens to it. */
  signal: AbortSignal
  /** A directory only for this run, gone afterwards. */
  privateDirectory: string
  /** What the run did, and when. */
  runLog: RunLog
}

/** What an action is asked to do: the event that started it, and the text of each input. */
export interface ActionRequest {
  event: Event
  rawInputs: RawInputs
}

/** Adds what became known to the result of a run. */
export type Recorder<Result> = (part: Partial<Result>) => void

/** One action. Outputs and summary are made from its result, which is kept whether the run ends well or not. */
export interface Action<Result> {
  /** The inputs by name as in action.yml, and the environment variables that they default to. */
  fields: Fields
  variables: Record<string, string>
  /** The result of a run that has not begun. */
  begin(): Result
  /** Does the work, and records what becomes known at once. Nothing that it starts under the signal outlives it. */
  run(request: ActionRequest, context: ActionContext, record: Recorder<Result>): Promise<void>
  /** The outputs by name as in action.yml; one with no value is the empty string. */
  outputs(result: Result): Record<string, string>
  /** The job summary, as Markdown. */
  summary(result: Result, runLog: RunLog, error?: unknown): { toString(): string }
  /**
   * Takes the report to where people look beside the summary, once that is written, and gives what the summary is to
   * say about it. Never throws: what becomes of it there does not fail the step.
   */
  announce?(
    result: Result,
    context: ActionContext,
    error?: unknown,
  ): Promise<{ toString(): string } | undefined>
  /** Why the step fails although the run went well: a gate that did not pass. undefined when it passed. */
  failedGate?(result: Result): string | undefined
}

/** What ends a run early: the runner's two, and a terminal that is closed. */
export const cancelling = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs an action, writes its outputs and its summary, and fails the step when it has to: the only place that catches
 * errors. A cancelled job (SIGINT, then SIGTERM) aborts the work; what it left on disk is removed in every case.
 *
 * @param takeRequest where the request comes from; GitHub's runner by default
 * @returns what the step failed with, which is told and dealt with; undefined when nothing, or only a gate, did
 */
export async function runAction<Result>(
  action: Action<Result>,
  takeRequest: (action: Action<Result>, signal: AbortSignal) => Promise<ActionRequest> = takeRunnerRequest,
): Promise<unknown> {
  const privateDirectory = makePrivateDirectory()
  if (privateDirectory instanceof Error) return privateDirectory
  const cancellation = new AbortController()
  const cancel = (signal: NodeJS.Signals) => cancellation.abort(new CancelledError(signal))
  for (const signal of cancelling) process.once(signal, cancel)
  const context = {
    signal: cancellation.signal,
    privateDirectory,
    runLog: new RunLog(),
  }
  let result = action.begin()
  const record: Recorder<Result> = (part) => {
    result = { ...result, ...part }
  }
  try {
    const request = await takeRequest(action, context.signal)
    await withScope(context.signal, ({ signal }) => action.run(request, { ...context, signal }, record))
    await finish(action, result, context)
    reportGate(action.failedGate?.(result))
    return undefined
  } catch (error) {
    // What a cancellation interrupts may end with an error of its own, as timers do: the reason is what counts.
    const reason = context.signal.aborted ? context.signal.reason : error
    await finish(action, result, context, reason)
    reportFailure(reason, context.runLog)
    return reason
  } finally {
    removePrivateDirectory(privateDirectory)
    for (const signal of cancelling) process.off(signal, cancel)
  }
}

/** Creates the private directory. Without one there is neither a summary nor anything to clean up. */
function makePrivateDirectory(): string | Error {
  try {
    return createPrivateDirectory()
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    reportFailure(error, new RunLog())
    return error
  }
}

/** Reads what GitHub's runner says of the event and the inputs. */
async function takeRunnerRequest({ fields, variables }: Action<unknown>): Promise<ActionRequest> {
  return { event: readEvent(), rawInputs: takeRawInputs(fields, variables) }
}

async function finish<Result>(
  action: Action<Result>,
  result: Result,
  context: ActionContext,
  error?: unknown,
) {
  writeOutputs(action.outputs(result))
  await appendSummary(action.summary(result, context.runLog, error).toString())
  // A cancelled job has seconds left.
  if (context.signal.aborted) return
  const note = await action.announce?.(result, context, error)
  if (note) await appendSummary(note.toString())
}

function reportGate(reason: string | undefined): void {
  if (reason === undefined) return
  process.exitCode = 1
  log.error(reason, 'The gate did not pass')
}

/** Errors that speak to the user; any other is a bug. */
const ours = [ActionError, CancelledError, CommandError, HttpError, InputError]

/** What the machine lacks is no bug of ours, wherever it is met. */
const remedies: Record<string, string> = {
  ENOSPC: 'The disk is full: free space on the runner before this step.',
  EDQUOT: 'The disk quota is used up: free space on the runner before this step.',
  EROFS: 'The file system can only be read: see that RUNNER_TEMP and the home directory can be written to.',
  EMFILE: 'Too many files are open: raise the limit of the runner (ulimit -n).',
  ENFILE: 'Too many files are open on the machine.',
}

function remedyOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && 'code' in error
    ? remedies[String(error.code)]
    : undefined
}

function reportFailure(error: unknown, runLog: RunLog): void {
  process.exitCode = 1
  reportError(error, runLog)
}

/** Says why something failed, as an annotation at the place in the repository where it can be put right. */
export function reportError(error: unknown, { done }: RunLog): void {
  const remedy = remedyOf(error)
  if (error instanceof Error && remedy === undefined && !ours.some((type) => error instanceof type)) {
    log.info(`This is a bug in evaluator-action, please report it:\n${error.stack}`)
  }
  const message = messageOf(error) + (remedy ? `. ${remedy}` : '')
  const state = done.length > 0 ? `\nDone already: ${done.join(' ')} Running the job again is safe.` : ''
  const placed = error instanceof InputError ? error.placed : []
  if (placed.length > 1)
    for (const { text, place } of placed.slice(0, log.MOST_ERRORS)) log.error(text, 'Input', place)
  const place =
    error instanceof FileError
      ? error.place
      : error instanceof InputError && error.problems.length === 1
        ? placed[0]?.place
        : undefined
  const phase = phaseOf(error)
  log.error(message + state, phase === undefined ? 'evaluator-action failed' : `${phase} failed`, place)
}
