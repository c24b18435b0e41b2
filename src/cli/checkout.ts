import { sanitizeLine } from '../runtime/untrusted-text.js'
import { run } from '../util/process.js'

/** What is checked out in the present directory: what GitHub would tell of it, from Git. */
export interface Checkout {
  /** The tag that stands for the commit, the highest version of several, or else the branch: `refs/tags/v1.2.3`. */
  ref: string
  /** 40 (SHA-1) or 64 (SHA-256) hexadecimal digits. */
  sha: string
  /** How many files are changed or new; those that Git ignores do not count. */
  changes: number
}

/** Asks Git. Gives the reason where it knows of no commit; throws `CommandError` where there is no Git. */
export async function readCheckout(signal: AbortSignal): Promise<Checkout | string> {
  const [status, tags] = await Promise.all([
    git(['status', '--porcelain=v2', '--branch', '--untracked-files=normal'], signal),
    git(['tag', '--points-at', 'HEAD', '--sort=-version:refname'], signal),
  ])
  if (typeof status === 'string') return status
  const header = (name: string) =>
    status.find((line) => line.startsWith(`# ${name} `))?.slice(name.length + 3)
  const [sha = '', head = ''] = [header('branch.oid'), header('branch.head')]
  if (sha === '(initial)') return 'there is no commit yet'
  const [tag] = typeof tags === 'string' ? [] : tags
  const branch = head === '(detached)' ? 'HEAD' : head
  return {
    ref: tag === undefined ? `refs/heads/${branch}` : `refs/tags/${tag}`,
    sha,
    changes: status.filter((line) => !line.startsWith('#')).length,
  }
}

/** The lines that it prints, or what it says why it cannot. */
async function git(args: readonly string[], signal: AbortSignal): Promise<string[] | string> {
  const options = { timeout: 60_000, signal }
  const { exitCode, stdout, output } = await run('git', ['--no-optional-locks', ...args], options)
  if (exitCode === 0) return stdout.split('\n').filter((line) => line !== '')
  return sanitizeLine(output.find((line) => line.trim() !== '') ?? `git ended with exit code ${exitCode}`)
}
