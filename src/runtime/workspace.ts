import { existsSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve } from 'node:path'

/** What a path is to be. */
export type PathKind = 'file' | 'directory'

/**
 * What is wrong with a path that an input names, to follow its name; undefined when it can be used. A path that is not
 * there is `missing`, for the caller to say what to do about it.
 *
 * The code that is checked out may have links: none of them leads out of the workspace unseen.
 *
 * @param confined the path stands in a file of the checkout, so it has to stay in the workspace, however it is written
 */
export function problemOfPath(path: string, kind: PathKind, confined = false): string | undefined {
  let stats: Stats | undefined
  try {
    stats = statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOTDIR' ? 'missing' : `cannot be read (${code}); check its permissions and links`
  }
  if (!stats) return confined && !isInside(resolve(path)) ? outside : 'missing'
  if (kind === 'file' ? !stats.isFile() : !stats.isDirectory())
    return `is ${kindOf(stats)}; name a ${kind === 'file' ? 'regular file' : 'directory'}`
  const real = realpathSync(path)
  if (isInside(real)) return undefined
  if (confined) return outside
  if (isInside(resolve(path)))
    return 'is a link that leads out of the workspace; name a path of the repository itself'
  return /^\/(proc|sys|dev)\//.test(real) ? 'is a file of the system; name a file of a disk' : undefined
}

/** The same for a path that may not be there yet. */
export function isInWorkspace(path: string): boolean {
  let existing = resolve(path)
  while (!existsSync(existing)) existing = dirname(existing)
  return isInside(realpathSync(existing))
}

const outside =
  'is outside of the workspace, where a file of the repository may name nothing; write a path relative to the root of the repository'

function isInside(path: string): boolean {
  const way = relative(realpathSync('.'), path)
  return !(way === '..' || way.startsWith('../') || isAbsolute(way))
}

function kindOf(stats: Stats): string {
  if (stats.isFile()) return 'a file'
  if (stats.isDirectory()) return 'a directory'
  if (stats.isFIFO()) return 'a named pipe'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}
