import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { CommandError } from './errors.js'
import { environment } from './exec.js'
import { harmlessLine } from './foreign-text.js'

/** Bytes of standard error that are kept for the error message. */
const KEPT = 4096

/**
 * Runs a command and hands its standard output over as it comes, no faster than it is read: for what does not fit
 * into memory. Throws `CommandError` unless the command exits with 0; what `read` throws goes first.
 */
export async function readOutput<T>(
  command: string,
  args: readonly string[],
  options: { env?: Record<string, string>; signal: AbortSignal },
  read: (stdout: Readable) => Promise<T>,
): Promise<T> {
  const { env, signal } = options
  signal.throwIfAborted()
  const child = spawn(command, args, {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    killSignal: 'SIGTERM',
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-KEPT)
  })
  const ended = new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  )
  try {
    const [result, exitCode] = await Promise.all([read(child.stdout), ended])
    if (exitCode !== 0) throw failure(command, args, exitCode, said)
    return result
  } catch (cause) {
    child.kill('SIGTERM')
    signal.throwIfAborted()
    const exitCode = await ended.catch(() => null)
    // A command that fails also cuts its output off: its own word is the reason then.
    throw exitCode && !(cause instanceof CommandError) ? failure(command, args, exitCode, said, cause) : cause
  }
}

function failure(
  command: string,
  args: readonly string[],
  exitCode: number | null,
  said: string,
  cause?: unknown,
) {
  const lines = said.split('\n').filter((line) => line.trim() !== '')
  const reason = harmlessLine(lines.at(-1) ?? 'it said nothing')
  return new CommandError(
    `${command} ${args[0]} failed with exit code ${exitCode}: ${reason}`,
    exitCode ?? undefined,
    lines,
    {
      cause,
    },
  )
}
