import { AsyncLocalStorage } from 'node:async_hooks'
import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type ExecOptions, exec } from '@actions/exec'
import { CommandError } from '../runtime/errors.js'
import { cutOutsideSecrets } from '../runtime/secrets.js'
import { LineReader } from '../runtime/untrusted-text.js'

/** Variables that a command may need; no input, no credential and no command file of the runner is among them. */
const PASSED_ON = [
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|TZ|TERM|TMPDIR|PWD)$/,
  /^LC_\w+$/,
  // By name: what people call DOCKER_PASSWORD is a credential.
  /^DOCKER_(HOST|CONTEXT|CONFIG|CERT_PATH|TLS|TLS_VERIFY|API_VERSION|DEFAULT_PLATFORM|BUILDKIT|CUSTOM_HEADERS)$/,
  /^BUILDX_(CONFIG|BUILDER|EXPERIMENTAL|GIT_(CHECK_DIRTY|INFO|LABELS)|METADATA_(PROVENANCE|WARNINGS)|NO_DEFAULT_(ATTESTATIONS|LOAD))$/,
  /^BUILDKIT_(HOST|PROGRESS|COLORS|NO_CLIENT_TOKEN|TTY_LOG_LINES|SYNTAX)$/,
  /^XDG_(RUNTIME_DIR|(CONFIG|CACHE|DATA|STATE)_HOME|(CONFIG|DATA)_DIRS)$/,
  /^(SSH_AUTH_SOCK|SSL_CERT_FILE|SSL_CERT_DIR|SOURCE_DATE_EPOCH|KUBECONFIG|RUNNER_TEMP)$/,
  /^(https?|no|all|ftp)_proxy$/i,
  // By it the runner finds what a killed step left running, and ends that.
  /^RUNNER_TRACKING_ID$/,
]

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
    env: environment(options.env, options.passOn),
    // Also without input, lest a command that reads some waits for ever.
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

/** Whether a command of this name can be run. */
export function isOnPath(command: string): boolean {
  const directories = (process.env.PATH ?? '').split(delimiter).filter((directory) => directory !== '')
  return directories.some((directory) => isProgram(join(directory, command)))
}

/** Whether a file is there and may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The variables of the job that commands get: an allow-list, since the job's environment holds credentials. */
export function environment(
  changes: Record<string, string> = {},
  passOn: readonly RegExp[] = [],
): Record<string, string> {
  const allowed = [...PASSED_ON, ...passOn]
  const passed = Object.entries(process.env).filter(([name]) => allowed.some((pattern) => pattern.test(name)))
  return { ...(Object.fromEntries(passed) as Record<string, string>), ...changes }
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
