import { join, relative } from 'node:path'
import { askGit } from '../util/git.js'

/** Describes what Git has checked out in the current directory, as GitHub would. */
export interface Checkout {
  /** The tag of the commit (the highest version if there are several), or else the branch: `refs/tags/v1.2.3`. */
  ref: string
  /** 40 (SHA-1) or 64 (SHA-256) hexadecimal digits. */
  sha: string
  /** The number of changed and new files, without those that Git ignores. */
  changes: number
}

/**
 * Asks Git what is checked out. Returns the reason if there is no commit; throws `CommandError` if Git is not
 * installed.
 *
 * @param ownFile a file that this command writes itself, which does not count as a change
 */
export async function readCheckout(
  ownFile: string | undefined,
  signal: AbortSignal,
): Promise<Checkout | string> {
  const [status, tags, prefix] = await Promise.all([
    git(['status', '--porcelain=v2', '--branch', '--untracked-files=all', '-z'], '\0', signal),
    git(['tag', '--points-at', 'HEAD', '--sort=-version:refname'], '\n', signal),
    git(['rev-parse', '--show-prefix'], '\n', signal),
  ])
  if (typeof status === 'string') return status
  const header = (name: string) =>
    status.find((line) => line.startsWith(`# ${name} `))?.slice(name.length + 3)
  const [sha = '', head = ''] = [header('branch.oid'), header('branch.head')]
  if (sha === '(initial)') return 'there is no commit yet'
  const [tag] = typeof tags === 'string' ? [] : tags
  const branch = head === '(detached)' ? 'HEAD' : head
  const own = ownFile && join(String(prefix), relative('', ownFile))
  return {
    ref: tag === undefined ? `refs/heads/${branch}` : `refs/tags/${tag}`,
    sha,
    changes: status.filter((line) => isChange(line) && line !== `? ${own}`).length,
  }
}

/** Returns whether a line begins an entry: changed, renamed, unmerged or untracked. An old path has its own line. */
function isChange(line: string): boolean {
  return /^[12u?] /.test(line)
}

/** Returns the items that Git prints, or its message if it fails. */
async function git(
  args: readonly string[],
  separator: string,
  signal: AbortSignal,
): Promise<string[] | string> {
  const answer = await askGit(args, signal)
  return 'problem' in answer ? answer.problem : answer.stdout.split(separator).filter((item) => item !== '')
}
