import { execFileSync } from 'node:child_process'

/** Makes a directory a Git repository with one commit of its content on `main`. Returns the commit. */
export function initRepository(directory: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8', stdio: 'pipe' })
  git('init', '-q', '-b', 'main')
  git('config', 'user.name', 'Tester')
  git('config', 'user.email', 'tester@example.com')
  git('add', '.')
  git('commit', '-qm', 'first', '--allow-empty')
  return git('rev-parse', 'HEAD').trim()
}
