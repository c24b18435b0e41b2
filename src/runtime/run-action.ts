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

/** The context in which an action works. */
export interface ActionContext {
  /** Aborted when the job is cancelled. Every wait and every child process listens to it. */
  signal: AbortSignal
  /** A directory for this run only, removed afterwards. */
  privateDirectory: string
  /** Records what the run did, and when. */
  runLog: RunLog
}

/** The request to an action: the event that started it, and the text of each input. */
export interface ActionRequest {
  event: Event
  rawInputs: RawInputs
}

/** Adds new facts to the result of a run. */
export type Recorder<Result> = (part: Partial<Result>) => void

/** An action. Its outputs and summary come from its result, which is kept even if the run fails. */
export interface Action<Result> {
  /** The inputs by their names in action.yml, and the environment variables that they default to. */
  fields: Fields
  variables: Record<string, string>
  /** Returns the result of a run that has not begun. */
  begin(): Result
  /**
   * Does the work, and records each fact as soon as it is known. Everything started under the signal ends before `run`
   * returns.
   */
  run(request: ActionRequest, context: ActionContext, record: Recorder<Result>): Promise<void>
  /** Returns the outputs by their names in action.yml. An output without a value is an empty string. */
  outputs(result: Result): Record<string, string>
  /** Returns the job summary as Markdown. */
  summary(result: Result, runLog: RunLog, error?: unknown): { toString(): string }
  /**
   * Sends the report to other places, such as a comment, after the summary is written. Returns what the summary should
   * say about that. Never throws: a failure here does not fail the step.
   */
  announce?(
    result: Result,
    context: ActionContext,
    error?: unknown,
  ): Promise<{ toString(): string } | undefined>
  /**
   * Returns why the step fails although the run succeeded: a gate that did not pass. Returns undefined if it passed.
   */
  failedGate?(result: Result): string | undefined
}

/** Signals that end a run early: two from the runner, and one from a terminal that is closed. */
export const cancelling = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs an action, writes its outputs and summary, and fails the step if necessary. Only this function catches errors. A
 * cancelled job (SIGINT, then SIGTERM) aborts the work. Temporary files are always removed.
 *
 * @param takeRequest reads the request; from GitHub's runner by default
 * @returns the error that failed the step, already reported; undefined if the run succeeded or only a gate failed
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
    // Work that is cancelled may end with its own error, as timers do. The abort reason is what counts.
    const reason = context.signal.aborted ? context.signal.reason : error
    await finish(action, result, context, reason)
    reportFailure(reason, context.runLog)
    return reason
  } finally {
    removePrivateDirectory(privateDirectory)
    for (const signal of cancelling) process.off(signal, cancel)
  }
}

/** Creates the private directory. If that fails, there is no summary and nothing to clean up. */
function makePrivateDirectory(): string | Error {
  try {
    return createPrivateDirectory()
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    reportFailure(error, new RunLog())
    return error
  }
}

/** Reads the event and the inputs from GitHub's runner. */
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
  // A cancelled job has only seconds left.
  if (context.signal.aborted) return
  const note = await action.announce?.(result, context, error)
  if (note) await appendSummary(note.toString())
}

function reportGate(reason: string | undefined): void {
  if (reason === undefined) return
  process.exitCode = 1
  log.error(reason, 'The gate did not pass')
}

/** Errors with a message for the user. Any other error is a bug. */
const ours = [ActionError, CancelledError, CommandError, HttpError, InputError]

/** A limit of the machine is not a bug in this action, wherever it appears. */
const remedies: Record<string, string> = {
  ENOSPC: 'The disk is full: free space on this machine.',
  EDQUOT: 'The disk quota is used up: free space on this machine.',
  EROFS:
    'The file system is read-only: make the directory for temporary files (RUNNER_TEMP or TMPDIR) and the home directory writable.',
  EMFILE: 'Too many files are open: raise the limit (ulimit -n).',
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

/** Reports why something failed, as an annotation at the place in the repository to fix. */
export function reportError(error: unknown, { done }: RunLog): void {
  const remedy = remedyOf(error)
  if (error instanceof Error && remedy === undefined && !ours.some((type) => error instanceof type)) {
    log.info(`This is a bug in evaluator-action, please report it:\n${error.stack}`)
  }
  const state = done.length > 0 ? `\nDone already: ${done.join(' ')} Trying again is safe.` : ''
  const phase = phaseOf(error)
  const title = phase === undefined ? 'evaluator-action failed' : `${phase} failed`
  if (error instanceof InputError) reportProblems(error, state, title)
  else {
    const message = messageOf(error) + (remedy ? `. ${remedy}` : '')
    log.error(message + state, title, error instanceof FileError ? error.place : undefined)
  }
}

/** Reports each problem once: at its line if it has one, and otherwise in the error of the step. */
function reportProblems(error: InputError, state: string, title: string): void {
  const [first] = error.placed
  const only = error.problems.length === 1 ? first : undefined
  const shown = only ? [] : error.placed.slice(0, log.MAX_ERRORS)
  for (const { text, place } of shown) log.error(text, 'Input', place)
  log.error(error.messageAfter(shown) + state, title, only?.place)
}
