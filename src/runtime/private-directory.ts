/**
 * The one place on disk for what a run must not leave behind: the registry login, files with secrets, metadata.
 * It lies below RUNNER_TEMP, only this user can read it, and it goes at the end of the main step or, when that
 * was killed, in the post step. Uses Node's built-ins alone, because the post step loads it.
 */
import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { ActionError, messageOf } from './errors.js'

const state = 'private-directory'
const ourName = /^evaluator-action-[0-9a-f-]{36}$/

/** Creates the directory, after its path is saved for the post step. */
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

/** RUNNER_TEMP is missing, full or not ours. */
function unusable(cause: unknown): ActionError {
  return new ActionError(
    `The directory for temporary files, ${process.env.RUNNER_TEMP || tmpdir()} (RUNNER_TEMP), cannot be used: ${messageOf(cause)}. Create it, free space in it, or see that this user can write there.`,
    { cause },
  )
}

export function removePrivateDirectory(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 })
}

/**
 * The directory that the main step saved, if it is one of ours: build output can forge state of the step, so a
 * path counts only when it has our name and lies directly below RUNNER_TEMP.
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
