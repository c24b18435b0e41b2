import { sanitizeLine } from '../runtime/untrusted-text.js'
import { run } from './process.js'

/** What Git prints, or why it fails. */
export type GitAnswer = { stdout: string } | { problem: string }

/** Git changes nothing, and starts no program that the configuration of the repository names as its monitor. */
const SETTINGS = ['--no-optional-locks', '-c', 'core.fsmonitor=false']

/** Asks Git about the repository in the current directory. Throws `CommandError` if Git is not installed. */
export async function askGit(args: readonly string[], signal: AbortSignal): Promise<GitAnswer> {
  // Without translations, so that callers can recognize a message.
  const options = { timeout: 60_000, signal, env: { LC_ALL: 'C' } }
  const { exitCode, stdout, output } = await run('git', [...SETTINGS, ...args], options)
  if (exitCode === 0) return { stdout }
  // Warnings may come first.
  const message =
    output.find((line) => /^(fatal|error): /.test(line)) ?? output.find((line) => line.trim() !== '')
  return { problem: sanitizeLine(message ?? `git ended with exit code ${exitCode}`) }
}
