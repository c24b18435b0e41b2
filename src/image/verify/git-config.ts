/** Bytes of a configuration of Git that are looked at; one with many branches has some tens of kilobytes. */
export const LARGEST_GIT_CONFIG = 256 * 1024

/** Whether a file of this path is a configuration of Git: of a repository, of a submodule, of a worktree, or of a user. */
export function isGitConfig(path: string): boolean {
  return /(^|\/)([^/]*\.git\/(.+\/)?config(\.worktree)?|\.?gitconfig|\.config\/git\/config|git-credentials-[^/]*\.config)$/.test(
    path,
  )
}

/** Whether a configuration of Git holds a login: a header for requests, or one in an address. */
export function holdsGitLogin(text: string): boolean {
  return /^[^#;\n]*\bextraheader\s*=[ \t]*\S/im.test(text) || LOGIN_IN_ADDRESS.test(text)
}

/** `https://user:password@host`, and a token alone before the host. `ssh://git@host` has no login. */
const LOGIN_IN_ADDRESS =
  /[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@:"]*:[^\s/@"]+|(?:gh[a-z]_|github_pat_|gl[a-z]*-)[\w-]{10,}|[\w-]{30,})@/i
