import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ActionError, CommandError } from '../../../runtime/errors.js'
import type { Event } from '../../../runtime/event.js'
import { baseCommit } from '../metrics/baseline-input.js'
import { checkOut, type Git, plainGit, writeFiles } from '../metrics/checkout.js'

/** Maximum bytes of a file that names a commit. The list of all branches is such a file. */
const MAX_REF_FILE_BYTES = 16 * 1024 * 1024

/** The files of the commit that a pull request is based on. */
export interface BaseFiles {
  sha: string
  /** The directory that they are in. */
  directory: string
}

/**
 * Writes the files of a pull request's base commit into a private directory. Takes them from the checkout if it has
 * them, and fetches them otherwise. Returns why that is not possible, in words that follow "because".
 * @param token for reading a private repository
 */
export async function readBaseCommit(
  event: Event,
  token: string | undefined,
  directory: string,
  signal: AbortSignal,
): Promise<BaseFiles | { reason: string }> {
  const base = baseCommit(event)
  if ('reason' in base) return base
  const checkedOut = checkedOutCommit('.git')
  const problem = problemOfCheckout(event, base.sha, checkedOut)
  if (problem !== undefined) return { reason: problem }
  mkdirSync(directory, { mode: 0o700 })
  const local = await readLocally(event, base.sha, checkedOut, directory, signal)
  if ('directory' in local) return local
  try {
    const { sha } = local
    return { sha, directory: await checkOut({ ...base, sha }, token, directory, signal) }
  } catch (error) {
    signal.throwIfAborted()
    if (!isFailureOfGit(error)) throw error
    return {
      reason: `the base commit ${local.sha.slice(0, 7)} is not in the checkout and could not be fetched (${error.message}); set fetch-depth: 2 for actions/checkout, or 0 if it has a ref`,
    }
  }
}

/** Returns why the workspace is not known to contain the pull request; undefined if it does. */
function problemOfCheckout(
  { eventName, sha, workflowSha, payload }: Event,
  base: string,
  checkedOut: string | undefined,
): string | undefined {
  if (checkedOut === undefined)
    return 'it is not known which commit is checked out; use actions/checkout without path'
  // In pull_request_target, the commit of the event is that of the base branch.
  const merge = eventName === 'pull_request_target' ? undefined : sha
  const head = payload.pull_request?.head?.sha
  if (checkedOut === base || ![merge, head].includes(checkedOut)) {
    const remedy =
      merge === undefined
        ? 'as in every pull_request_target without a ref'
        : 'use actions/checkout without ref'
    return `the checkout is the commit ${checkedOut.slice(0, 7)}, which is not that of the pull request; ${remedy}`
  }
  // The workflow's file is read from the checkout, and compared with the base commit.
  if (workflowSha === checkedOut || workflowSha === base) return undefined
  const remedy = merge === undefined ? '' : '; use actions/checkout without ref'
  return `the workflow that runs is neither that of the checkout nor that of the base commit${remedy}`
}

/** Returns where a repository keeps its objects. (The bundler would copy the files at a path that it can compute.) */
function objectsOf(repository: string): string {
  return resolve(repository, 'objects')
}

function isFailureOfGit(error: unknown): error is Error {
  return error instanceof ActionError || error instanceof CommandError
}

/**
 * Returns the commit that HEAD of a repository points to; undefined if that is not certain. Does not run Git, because
 * the checkout may be unreviewed, and its configuration could name programs to run.
 */
export function checkedOutCommit(repository: string): string | undefined {
  const head = readRefFile(join(repository, 'HEAD'))?.trim()
  const name = /^ref: (refs\/heads\/[\w./-]+)$/.exec(head ?? '')?.[1]
  if (name === undefined) return commitIn(head)
  if (name.split('/').includes('..')) return undefined
  const loose = readRefFile(join(repository, name))?.trim()
  if (loose !== undefined) return commitIn(loose)
  const packed = readRefFile(join(repository, 'packed-refs'))?.split('\n')
  return commitIn(packed?.find((line) => line.endsWith(` ${name}`))?.split(' ')[0])
}

function commitIn(text: string | undefined): string | undefined {
  return text !== undefined && /^[0-9a-f]{40,64}$/.test(text) ? text : undefined
}

function readRefFile(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats?.isFile() && stats.size <= MAX_REF_FILE_BYTES ? readFileSync(path, 'utf8') : undefined
}

/**
 * Reads the base commit from the objects of the checkout, without its configuration. Returns only the commit if the
 * checkout does not have its files, as is usual for a shallow clone.
 */
async function readLocally(
  { payload }: Event,
  base: string,
  checkedOut: string | undefined,
  directory: string,
  signal: AbortSignal,
): Promise<BaseFiles | { sha: string }> {
  const git = plainGit(directory, signal)
  const [bare, tree] = [join(directory, 'local'), join(directory, 'files')]
  const env = { GIT_ALTERNATE_OBJECT_DIRECTORIES: objectsOf('.git') }
  let sha = base
  try {
    mkdirSync(tree, { mode: 0o700 })
    await git(['init', '--quiet', '--bare', bare])
    sha = (await mergedBase(git, bare, checkedOut, payload.pull_request?.head?.sha, env)) ?? base
    await writeFiles(git, bare, sha, tree, env)
    return { sha, directory: tree }
  } catch (error) {
    signal.throwIfAborted()
    if (!isFailureOfGit(error)) throw error
    return { sha }
  } finally {
    if (existsSync(bare)) rmSync(bare, { recursive: true })
  }
}

/**
 * Returns the commit of the base branch that the checkout merges the pull request with. The event may name an older
 * one. Returns undefined if the checkout is not that merge.
 */
async function mergedBase(
  git: Git,
  bare: string,
  merge: string | undefined,
  head: string | undefined,
  env: Record<string, string>,
): Promise<string | undefined> {
  if (merge === undefined || merge === head) return undefined
  const text = await git(['--git-dir', bare, 'cat-file', 'commit', merge], env)
  const [header = ''] = text.split('\n\n', 1)
  const parents = Array.from(header.matchAll(/^parent ([0-9a-f]+)$/gm), ([, parent]) => parent)
  return parents.length === 2 && parents[1] === head ? parents[0] : undefined
}
