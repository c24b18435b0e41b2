import { AsyncLocalStorage } from 'node:async_hooks'
import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { exec } from '@actions/exec'
import { CommandError } from './errors.js'
import { LineReader } from './foreign-text.js'

/** Variables that a command may need; no input, no credential and no command file of the runner is among them. */
const PASSED_ON = [
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|TZ|TERM|TMPDIR|PWD)$/,
  /^LC_\w+$/,
  /^(DOCKER|BUILDX|BUILDKIT|COMPOSE|XDG)_\w+$/,
  /^(SSH_AUTH_SOCK|SSL_CERT_FILE|SSL_CERT_DIR|SOURCE_DATE_EPOCH|KUBECONFIG|RUNNER_TEMP)$/,
  /^(https?|no|all|ftp)_proxy$/i,
]

/** The last lines of a command that are kept for its error message and for finding the place of a failure. */
const KEPT_LINES = 400

export interface CommandOptions {
  /** Variables beside those passed on from the job; undefined takes one away. */
  env?: Record<string, string | undefined>
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
  const { signal, input, onLine } = options
  signal.throwIfAborted()
  const output: string[] = []
  const stdout: Buffer[] = []
  const keep = (line: string) => {
    output.push(line)
    if (output.length > KEPT_LINES) output.shift()
    onLine?.(line)
  }
  const readers = { stdout: new LineReader(keep), stderr: new LineReader(keep) }
  const child = new Child()
  const stop = () => child.end()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const exitCode: number | null = await startedChild.run(child, () =>
      exec(`"${command}"`, [...args], {
        silent: true,
        ignoreReturnCode: true,
        env: environment(options.env),
        ...(input !== undefined && { input: Buffer.from(input) }),
        listeners: {
          stdout: (chunk) => {
            stdout.push(chunk)
            readers.stdout.write(chunk)
          },
          stderr: (chunk) => readers.stderr.write(chunk),
        },
      }),
    )
    readers.stdout.end()
    readers.stderr.end()
    signal.throwIfAborted()
    return { exitCode: exitCode ?? undefined, stdout: Buffer.concat(stdout).toString('utf8'), output }
  } catch (cause) {
    signal.throwIfAborted()
    throw new CommandError(
      `${command} could not be run: ${cause instanceof Error ? cause.message : cause}`,
      undefined,
      output,
      { cause },
    )
  } finally {
    signal.removeEventListener('abort', stop)
    child.forget()
  }
}

/** The variables of the job that commands get: an allow-list, since the job's environment holds credentials. */
export function environment(changes: Record<string, string | undefined> = {}): Record<string, string> {
  const passed = Object.entries(process.env).filter(([name]) =>
    PASSED_ON.some((allowed) => allowed.test(name)),
  )
  const merged = Object.entries({ ...Object.fromEntries(passed), ...changes })
  return Object.fromEntries(merged.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** `@actions/exec` does not hand out the process that it starts; Node's own channel does. */
class Child {
  #process: ChildProcess | undefined
  #kill: NodeJS.Timeout | undefined

  started(process: ChildProcess): void {
    this.#process = process
    // A command may end without reading its input: its exit code then says why, and the broken pipe nothing.
    process.once('spawn', () => process.stdin?.on('error', () => undefined))
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
