import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ActionError } from '../../../runtime/errors.js'
import { maskSecret } from '../../../runtime/secrets.js'
import { run } from '../../../util/process.js'
import type { BaseCommit } from './baseline-input.js'

/** Runs Git, and returns what it prints. Throws its last message if it fails. */
export type Git = (args: readonly string[], env?: Record<string, string>) => Promise<string>

/**
 * Returns Git without the configuration of the user and of the machine, which may run programs, such as filters and
 * credential helpers.
 * @param home a private directory
 */
export function plainGit(home: string, signal: AbortSignal): Git {
  const own = { HOME: home, XDG_CONFIG_HOME: home, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' }
  return async (args, env = {}) => {
    const options = { env: { ...own, ...env }, timeout: 10 * 60_000, signal }
    const { exitCode, stdout, output } = await run('git', args, options)
    if (exitCode !== 0) throw new ActionError(output.findLast((line) => line !== '') ?? 'Git failed')
    return stdout
  }
}

/**
 * Fetches a commit and writes its files into a directory, which it returns. A build of the files gets no token: its
 * arguments and frontend may come from another commit.
 * @param token for reading a private repository; stored only in a file that is removed before this function returns
 * @param directory a private directory
 */
export async function checkOut(
  { repository, sha }: Exclude<BaseCommit, { reason: string }>,
  token: string | undefined,
  directory: string,
  signal: AbortSignal,
): Promise<string> {
  const bare = join(directory, 'repository')
  const tree = join(directory, 'files')
  mkdirSync(tree, { recursive: true, mode: 0o700 })
  const git = plainGit(directory, signal)
  try {
    mkdirSync(bare, { mode: 0o700 })
    await git(['init', '--quiet', '--bare', bare])
    appendFileSync(join(bare, 'config'), configuration(repository, token), { mode: 0o600 })
    await git(['--git-dir', bare, 'fetch', '--quiet', '--depth=1', '--no-tags', repository, sha])
    await writeFiles(git, bare, sha, tree)
  } finally {
    if (existsSync(bare)) rmSync(bare, { recursive: true })
  }
  return tree
}

/** Writes the files of a commit into a directory. */
export async function writeFiles(
  git: Git,
  bare: string,
  sha: string,
  tree: string,
  env?: Record<string, string>,
): Promise<void> {
  await git(['--git-dir', bare, '--work-tree', tree, 'checkout', '--quiet', '--force', sha, '--', '.'], env)
}

/** Returns the Git configuration. It disables redirects, which could send the token to another host. */
function configuration(repository: string, token: string | undefined): string {
  const lines = ['[http]', 'followRedirects = false']
  if (token) {
    maskSecret(token, 'x-access-token')
    const login = Buffer.from(`x-access-token:${token}`).toString('base64')
    lines.push(`[http ${JSON.stringify(repository)}]`, `extraHeader = "Authorization: Basic ${login}"`)
  }
  return `${lines.join('\n')}\n`
}
