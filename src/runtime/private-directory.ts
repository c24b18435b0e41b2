/**
 * The only place on disk for files that a run must not leave behind: the registry login, secret files, metadata. It
 * lies in RUNNER_TEMP, and only this user can read it. The main step removes it at its end; if the main step was
 * killed, the post step does. This file imports only Node.js built-ins, because the post step loads it.
 */
import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { ActionError, messageOf, sentence } from './errors.js'

const state = 'private-directory'
const ourName = /^evaluator-action-[0-9a-f-]{36}$/

/** Creates the directory after saving its path for the post step. */
export function createPrivateDirectory(): string {
  const path = join(temporaryRoot(), `evaluator-action-${randomUUID()}`)
  const { GITHUB_STATE } = process.env
  if (GITHUB_STATE) appendFileSync(GITHUB_STATE, `${state}=${path}\n`)
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (cause) {
    throw unusable(cause)
  }
  return path
}

/** Returns the error for a RUNNER_TEMP that is missing, full or not writable. */
function unusable(cause: unknown): ActionError {
  return new ActionError(
    `The directory for temporary files, ${process.env.RUNNER_TEMP || tmpdir()} (RUNNER_TEMP), cannot be used: ${sentence(messageOf(cause))} Create it, free space in it, or let this user write to it.`,
    { cause },
  )
}

export function removePrivateDirectory(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 })
}

/**
 * Returns the directory that the main step saved, if this action created it. Build output can forge a step's state, so
 * a path counts only if it has the expected name and lies directly in RUNNER_TEMP.
 */
export function savedPrivateDirectory(): string | undefined {
  const path = process.env[`STATE_${state}`]
  return path !== undefined && ourName.test(basename(path)) && dirname(path) === temporaryRoot()
    ? path
    : undefined
}

function temporaryRoot(): string {
  try {
    return realpathSync(process.env.RUNNER_TEMP || tmpdir())
  } catch (cause) {
    throw unusable(cause)
  }
}
