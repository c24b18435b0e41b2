import { AsyncLocalStorage } from 'node:async_hooks'
import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { type ExecOptions, exec } from '@actions/exec'
import { commandEnvironment } from '../runtime/environment.js'
import { CommandError, messageOf } from '../runtime/errors.js'
import { cutOutsideSecrets } from '../runtime/secrets.js'
import { LineReader } from '../runtime/untrusted-text.js'

/** The last lines of a command that are kept for its error message and for finding the place of a failure. */
const KEPT_LINES = 400
/** Bytes: Linux' MAX_ARG_STRLEN without the closing zero. */
const LONGEST_ARGUMENT = 128 * 1024 - 1

export interface CommandOptions {
  /** Variables beside those passed on from the job. */
  env?: Record<string, string>
  /** Names of further variables of the job to pass on, as patterns. */
  passOn?: readonly RegExp[]
  /** Milliseconds after which the command is ended. */
  timeout: number
  /** Written to its standard input, for what must not stand in argv. */
  input?: string
  /** Called with each line of either stream, as the command printed it: not yet safe to show. */
  onLine?: (line: string) => void
  /** Ends the command: SIGTERM, and SIGKILL five seconds later. */
  signal: AbortSignal
}

export interface CommandResult {
  /** undefined when a signal ended it. */
  exitCode: number | undefined
  /** What it printed to standard output; empty when `onLine` took it. */
  stdout: string
  /** The last lines of both streams, in order. */
  output: string[]
}

/**
 * Runs a command without a shell and without echoing its arguments, and waits for its end.
 * Throws `CommandError` when it cannot be started; judging the exit code is the caller's.
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
  const keep = (line: string) => {
    output.push(line)
    if (output.length > KEPT_LINES) output.shift()
    onLine?.(line)
  }
  const newReader = () => new LineReader(keep, cutOutsideSecrets)
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
    // Empty if there is none, so that a command that reads its input does not wait for ever.
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
      `${command} ${args[0]} was not done after ${timeout / 60_000} minutes and was stopped`,
      undefined,
      output,
    )
  return { exitCode, stdout: Buffer.concat(stdout).toString('utf8'), output }
}

/** Runs a command by `@actions/exec`, and ends it when the signal says so. undefined for one that a signal ended. */
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

/** Node throws for it at a moment when `@actions/exec` cannot catch it. */
function refuseLongArgument(command: string, args: readonly string[]): void {
  const size = Math.max(0, ...args.map((arg) => Buffer.byteLength(arg)))
  if (size > LONGEST_ARGUMENT)
    throw new CommandError(
      `${command} could not be run: an argument has ${size} bytes, and Linux allows ${LONGEST_ARGUMENT}. Pass the long value in a file.`,
    )
}

/** `@actions/exec` does not hand out the process that it starts; Node's own channel does. */
class Child {
  #process: ChildProcess | undefined
  #kill: NodeJS.Timeout | undefined

  /** Called when the process exists as an object, but does not run yet. */
  started(process: ChildProcess): void {
    this.#process = process
    // A command may end without reading its input: its exit code then says why, and the broken pipe nothing.
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
