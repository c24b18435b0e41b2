/**
 * The errors that a user can run into. Each message says what was wrong, with which value, and what to do. Any other
 * error is a bug in this action, and its stack is shown.
 */

/** A problem with an input that a file sets, and its place in the file. */
export interface PlacedProblem {
  text: string
  place: { file: string; line: number }
}

/** Reports all inputs that cannot be used, at once. Nothing was started or sent. */
export class InputError extends Error {
  override name = 'InputError'
  /** One full sentence per problem, naming the input, its value and the fix. */
  readonly problems: readonly string[]
  /** The problems that refer to a line of a file. */
  readonly placed: readonly PlacedProblem[]
  readonly #head: string

  constructor(problems: readonly (string | PlacedProblem)[]) {
    const subject = problems.length === 1 ? 'An input' : `${problems.length} inputs`
    const head = `${subject} cannot be used. Nothing was built, sent or changed.`
    const lines = problems.map(lineOf)
    super([head, ...lines.map((line) => `- ${line}`)].join('\n'))
    this.#head = head
    this.problems = lines
    this.placed = problems.filter((problem) => typeof problem !== 'string')
  }

  /** Returns the message for a reader who has already seen some of the problems at their places. */
  messageAfter(shown: readonly PlacedProblem[]): string {
    const lines = shown.map(lineOf)
    const rest = this.problems.filter((problem) => !lines.includes(problem)).map((line) => `- ${line}`)
    if (shown.length === 0) return this.message
    const others = rest.length === 0 ? 'Each is shown above.' : `${shown.length} are shown above. The others:`
    return [`${this.#head} ${others}`, ...rest].join('\n')
  }
}

function lineOf(problem: string | PlacedProblem): string {
  return typeof problem === 'string'
    ? problem
    : `${problem.place.file}:${problem.place.line}: ${problem.text}`
}

/** A command that ended with a non-zero exit code or could not be started. */
export class CommandError extends Error {
  override name = 'CommandError'
  /** undefined if the command was not started or was ended by a signal. */
  readonly exitCode: number | undefined
  /** The last lines that the command printed, in order and unmodified. */
  readonly output: readonly string[]

  constructor(message: string, exitCode?: number, output: readonly string[] = [], options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
    this.output = output
  }
}

/** A request that failed: no answer arrived, or its status was not 2xx. */
export class HttpError extends Error {
  override name = 'HttpError'
  /** undefined if no complete answer arrived. The outcome of the request is then unknown. */
  readonly status: number | undefined
  /** Milliseconds that the server asked to wait (`Retry-After`). */
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

  /** Returns whether the server may have acted on the request although it did not confirm it. */
  get outcomeUnknown(): boolean {
    return this.status === undefined || this.status === 408 || this.status >= 500
  }
}

/** Any other problem that the user can fix. */
export class ActionError extends Error {
  override name = 'ActionError'
}

/** A file of the workspace that cannot be used or built, with the line to correct if it is known. */
export class FileError extends ActionError {
  override name = 'FileError'
  readonly place: { file: string; line?: number }

  constructor(message: string, place: { file: string; line?: number }, options?: ErrorOptions) {
    super(message, options)
    this.place = place
  }
}

/** The run was cancelled: by its job, which may have timed out, or by Ctrl-C. */
export class CancelledError extends Error {
  override name = 'CancelledError'
  readonly signal: NodeJS.Signals

  constructor(signal: NodeJS.Signals) {
    super(`The run was cancelled (${signal})`)
    this.signal = signal
  }
}

/** Ends a message with a full stop, unless it has one, so that another sentence can follow. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

/** Returns the message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/**
 * Describes a failure that does not end the run, caused by the platform or the user. A bug in this action is thrown
 * instead.
 */
export function describeFailure(error: unknown): string {
  if (error instanceof ActionError || error instanceof HttpError) return error.message
  throw error
}
