/**
 * The errors a user can meet. Each says what was wrong, with which value, and what to do.
 * Anything else that is thrown is a bug of ours, and its stack is shown.
 */

/** What is wrong with an input that stands in a file, and where. */
export interface PlacedProblem {
  text: string
  place: { file: string; line: number }
}

/** Inputs that cannot be used, all of them at once. Nothing was started or sent. */
export class InputError extends Error {
  override name = 'InputError'
  /** One whole sentence for each problem, naming the input, its value and the fix. */
  readonly problems: readonly string[]
  /** Those of the problems that have a line of a file. */
  readonly placed: readonly PlacedProblem[]

  constructor(problems: readonly (string | PlacedProblem)[]) {
    const head =
      problems.length === 1 ? 'An input cannot be used' : `${problems.length} inputs cannot be used`
    const lines = problems.map((problem) =>
      typeof problem === 'string' ? problem : `${problem.place.file}:${problem.place.line}: ${problem.text}`,
    )
    super(`${head}. Nothing was built, sent or changed.\n${lines.map((line) => `- ${line}`).join('\n')}`)
    this.problems = lines
    this.placed = problems.filter((problem) => typeof problem !== 'string')
  }
}

/** A command that ended with another exit code than 0, or could not be started. */
export class CommandError extends Error {
  override name = 'CommandError'
  /** undefined when the command was not started or was ended by a signal. */
  readonly exitCode: number | undefined
  /** The last lines that it printed, in order, as it printed them. */
  readonly output: readonly string[]

  constructor(message: string, exitCode?: number, output: readonly string[] = [], options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
    this.output = output
  }
}

/** A request that was not answered, or answered with a status that is no success. */
export class HttpError extends Error {
  override name = 'HttpError'
  /** undefined when no whole answer arrived: then the outcome of the request is unknown. */
  readonly status: number | undefined
  /** Milliseconds that the server asked us to wait (`Retry-After`). */
  readonly retryAfter: number | undefined

  constructor(message: string, status?: number, retryAfter?: number, options?: ErrorOptions) {
    super(message, options)
    this.status = status
    this.retryAfter = retryAfter
  }

  /** Whether the same request may succeed later: the network, 408, 425, 429 and 5xx. */
  get transient(): boolean {
    return this.status === undefined || [408, 425, 429].includes(this.status) || this.status >= 500
  }

  /** Whether the server may have acted on the request although it did not say so. */
  get outcomeUnknown(): boolean {
    return this.status === undefined || this.status === 408 || this.status >= 500
  }
}

/** Something the run met that the user can put right, and that is none of the above. */
export class ActionError extends Error {
  override name = 'ActionError'
}

/** A file of the workspace that cannot be used or built, with the line to correct where that is known. */
export class FileError extends ActionError {
  override name = 'FileError'
  readonly place: { file: string; line?: number }

  constructor(message: string, place: { file: string; line?: number }, options?: ErrorOptions) {
    super(message, options)
    this.place = place
  }
}

/** The job was cancelled, or timed out. */
export class CancelledError extends Error {
  override name = 'CancelledError'
  readonly signal: NodeJS.Signals

  constructor(signal: NodeJS.Signals) {
    super(`The job was cancelled (${signal})`)
    this.signal = signal
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** What to tell of a failure that does not end the run: the platform's or the user's. A bug of ours does, and is thrown. */
export function describeFailure(error: unknown): string {
  if (error instanceof ActionError || error instanceof HttpError) return error.message
  throw error
}
