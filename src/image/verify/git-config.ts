import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Maximum bytes of a Git configuration to read. With many branches, it has tens of kilobytes. */
export const MAX_GIT_CONFIG_BYTES = 256 * 1024

/** Returns whether a path is a Git configuration of a repository, submodule, worktree or user. */
export function isGitConfig(path: string): boolean {
  return /(^|\/)([^/]*\.git\/(.+\/)?config(\.worktree)?|\.?gitconfig|\.config\/git\/config|git-credentials-[^/]*\.config)$/.test(
    path,
  )
}

/** Returns whether a Git configuration contains a login, in a header or in a URL. */
export function holdsGitLogin(text: string): boolean {
  return /^[^#;\n]*\bextraheader\s*=[ \t]*\S/im.test(text) || LOGIN_IN_ADDRESS.test(text)
}

/**
 * Matches `https://user:password@host`, and a token alone before the host. `ssh://git@host` has no login. Takes linear
 * time, because anyone may have written the file.
 */
const LOGIN_IN_ADDRESS =
  /[a-z0-9+.-]:\/\/(?:[^\s/@:"]*:[^\s/@"]+|(?:gh[a-z]_|github_pat_|gl[a-z]*-)[\w-]{10,}|[\w-]{30,})@/i

/**
 * Returns the path of the first Git configuration below a directory that contains a login; undefined if there is none.
 * Does not follow links, because buildx sends the link itself and not its target.
 */
export function findGitLogin(directory: string): string | undefined {
  for (const entry of entriesOf(directory)) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) {
      const found = findGitLogin(path)
      if (found !== undefined) return found
    } else if (entry.isFile() && isGitConfig(path) && holdsGitLogin(readOrEmpty(path))) return path
  }
  return undefined
}

/** Returns an empty list if the directory cannot be read: buildx runs as the same user and cannot send it either. */
function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch {
    return []
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
