import { type Dirent, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildxDirectory } from './client-config.js'
import { repositoryPath } from './reference.js'

/**
 * A login for a part of a registry. The name of its directory is `HOST`, `HOST/REPOSITORY` or
 * `HOST[/REPOSITORY]@ACTION,…`.
 */
interface ScopedLogin {
  directory: string
  host: string
  /** undefined for all repositories. */
  repository: string | undefined
  /** `pull`, `push`; empty for all actions. */
  actions: string[]
}

/**
 * Finds the configuration of a login that docker/login-action created with `scope`. Buildx (0.31 and newer) prefers it
 * to docker's own configuration. The login for the repository with the most actions wins.
 *
 * @returns its directory; undefined if there is no login for this repository
 */
export function findScopedDirectory(
  host: string,
  path: string,
  wanted: readonly string[],
): string | undefined {
  const registry = host === 'docker.io' ? 'registry-1.docker.io' : host
  const name = repositoryPath(host, path)
  const [best] = scopedLogins()
    .filter((one) => one.host === registry)
    .filter(({ repository }) => repository === undefined || repository === name)
    .filter(({ actions }) => actions.every((action) => wanted.includes(action)))
    .sort(
      (a, b) =>
        Number(b.repository !== undefined) - Number(a.repository !== undefined) ||
        b.actions.length - a.actions.length,
    )
  return best?.directory
}

function scopedLogins(): ScopedLogin[] {
  const base = join(buildxDirectory(), 'config')
  return configFiles(base).map((directory) => {
    const [place = '', actions = ''] = relative(base, directory).split(/@(.*)/s)
    const [host = '', repository] = place.split(/\/(.*)/s)
    const names = actions.split(',').map((action) => action.trim())
    return { directory, host, repository, actions: names.filter((action) => action !== '') }
  })
}

/** Returns the directories below a directory that contain a `config.json`. */
function configFiles(directory: string): string[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(directory, { withFileTypes: true })
  } catch {
    return []
  }
  const below = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => configFiles(join(directory, name)))
  return entries.some((entry) => entry.isFile() && entry.name === 'config.json')
    ? [directory, ...below]
    : below
}
