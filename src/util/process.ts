import { AsyncLocalStorage } from 'node:async_hooks'
import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { type ExecOptions, exec } from '@actions/exec'
import { commandEnvironment } from '../runtime/environment.js'
import { CommandError, messageOf } from '../runtime/errors.js'
import { wholeSecrets } from '../runtime/secrets.js'
import { LineReader } from '../runtime/untrusted-text.js'

/** Maximum lines kept from the end of a command's output, for its error message and for locating a failure. */
const KEPT_LINES = 400
/** Maximum bytes of an argument: the MAX_ARG_STRLEN of Linux without the closing zero. */
const MAX_ARGUMENT_BYTES = 128 * 1024 - 1

export interface CommandOptions {
  /** Variables in addition to those passed on from the job. */
  env?: Record<string, string>
  /** Names of further variables of the job to pass on, as patterns. */
  passOn?: readonly RegExp[]
  /** The time limit of the command in milliseconds. */
  timeout: number
  /** Written to its standard input. Use it for values that must not appear in argv. */
  input?: string
  /**
   * Called with each raw line of either stream, and whether it begins after a line feed, and not after a `\r`. The line
   * is not sanitized.
   */
  onLine?: (line: string, begins: boolean) => void
  /** Ends the command: SIGTERM, and SIGKILL five seconds later. */
  signal: AbortSignal
}

export interface CommandResult {
  /** undefined if a signal ended it. */
  exitCode: number | undefined
  /** The standard output; empty if `onLine` received it. */
  stdout: string
  /** The last lines of both streams, in order. */
  output: string[]
}

/**
 * Runs a command without a shell and without echoing its arguments, and waits for its end. Throws `CommandError` if it
 * cannot be started. The caller checks the exit code.
 */
export async function run(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  const { input, onLine, timeout } = options
  refuseLongArgument(command, args)
  const deadline = AbortSignal.timeout(timeout)
  const signal = AbortSignal.any([options.signal, deadline])
  const output: string[] = []
  const stdout: Buffer[] = []
  const keep = (line: string, begins: boolean) => {
    output.push(line)
    if (output.length > KEPT_LINES) output.shift()
    onLine?.(line, begins)
  }
  const newReader = () => new LineReader(keep, wholeSecrets)
  const readers = { stdout: newReader(), stderr: newReader() }
  const listeners = {
    stdout: (chunk: Buffer) => {
      if (!onLine) stdout.push(chunk)
      readers.stdout.write(chunk)
    },
    stderr: (chunk: Buffer) => readers.stderr.write(chunk),
  }
  const settings = {
    silent: true,
    ignoreReturnCode: true,
    env: commandEnvironment(options.env, options.passOn),
    // Empty by default, so that a command that reads its input does not wait forever.
    input: Buffer.from(input ?? ''),
    listeners,
  }
  const exitCode = await execute(command, args, settings, signal).catch((cause: unknown) => {
    options.signal.throwIfAborted()
    throw new CommandError(`${command} could not be run: ${messageOf(cause)}`, undefined, output, { cause })
  })
  readers.stdout.end()
  readers.stderr.end()
  options.signal.throwIfAborted()
  if (deadline.aborted)
    throw new CommandError(
      `${command} ${args[0]} did not finish after ${timeout / 60_000} minutes and was stopped`,
      undefined,
      output,
    )
  return { exitCode, stdout: Buffer.concat(stdout).toString('utf8'), output }
}

/**
 * Runs a command with `@actions/exec`, and ends it when the signal is aborted. Returns undefined if a signal ended the
 * command.
 */
async function execute(
  command: string,
  args: readonly string[],
  settings: ExecOptions,
  signal: AbortSignal,
): Promise<number | undefined> {
  signal.throwIfAborted()
  const child = new Child()
  const stop = () => child.end()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const exitCode: number | null = await startedChild.run(child, () =>
      exec(`"${command}"`, [...args], settings),
    )
    return exitCode ?? undefined
  } finally {
    signal.removeEventListener('abort', stop)
    child.forget()
  }
}

/** Node throws this error at a moment when `@actions/exec` cannot catch it. */
function refuseLongArgument(command: string, args: readonly string[]): void {
  const size = Math.max(0, ...args.map((arg) => Buffer.byteLength(arg)))
  if (size > MAX_ARGUMENT_BYTES)
    throw new CommandError(
      `${command} could not be run: an argument has ${size} bytes, and Linux allows ${MAX_ARGUMENT_BYTES}. Pass the long value in a file.`,
    )
}

/** Gets the process from Node's diagnostics channel, because `@actions/exec` does not return it. */
class Child {
  #process: ChildProcess | undefined
  #kill: NodeJS.Timeout | undefined

  /** Called when the process object exists but the process does not run yet. */
  started(process: ChildProcess): void {
    this.#process = process
    // A command may end without reading its input. Its exit code then says why; the broken pipe does not matter.
    process.once('spawn', () => {
      process.stdin?.on('error', () => undefined)
      if (this.#kill) process.kill('SIGTERM')
    })
  }

  end(): void {
    this.#process?.kill('SIGTERM')
    this.#kill = setTimeout(() => this.#process?.kill('SIGKILL'), 5_000)
  }

  forget(): void {
    clearTimeout(this.#kill)
  }
}

const startedChild = new AsyncLocalStorage<Child>()

subscribe('child_process', (message) => {
  const { process } = message as { process: ChildProcess }
  startedChild.getStore()?.started(process)
})
