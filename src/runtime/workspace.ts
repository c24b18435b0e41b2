import { existsSync, lstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve } from 'node:path'

/** What to write instead of a path that does not exist. */
export const relativePath =
  'write its path relative to the working directory (in a workflow, the root of the repository)'

/** What is wrong with a path that does not exist, and what to write instead. */
export const noSuchFile = `there is no such file; ${relativePath}`

/** The kind of file that a path must name. */
export type PathKind = 'file' | 'directory'

/**
 * Returns what is wrong with a path that an input names, in words that follow its name; undefined if it can be used.
 * Returns `missing` if the path does not exist; the caller says what to do about it.
 *
 * The checkout may contain links. None of them may lead out of the workspace unnoticed.
 *
 * @param confined whether the path must stay in the workspace, because a file of the checkout names it or the code may
 *   be unreviewed
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
  // Node.js, unlike `native`, takes `..` away with the name before it, even if that is a link. buildx does both.
  const real = realpathSync.native(path)
  if (!existsSync(resolve(path)) || real !== realpathSync.native(resolve(path))) return ambiguous
  if (isInside(real)) return undefined
  if (confined) return outside
  if (isInside(resolve(path))) return leadsOut
  return /^\/(proc|sys|dev)\//.test(real) ? 'is a system file; name a regular file' : undefined
}

/** Does the same for a path that is going to be written, and need not exist yet. */
export function problemOfDestination(path: string, kind: PathKind, confined = false): string | undefined {
  const problem = problemOfPath(path, kind, confined)
  if (problem !== 'missing') return problem
  if (isInWorkspace(path)) return undefined
  if (confined) return outside
  return isInside(resolve(path)) ? leadsOut : undefined
}

/**
 * Returns whether a path, which need not exist yet, is in the workspace, however `..` after a link is read. A link to
 * nowhere may lead anywhere.
 */
export function isInWorkspace(path: string): boolean {
  return [path, resolve(path)].every((one) => {
    let existing = one
    while (!isThere(existing)) existing = dirname(existing)
    return existsSync(existing) && isInside(realpathSync.native(existing))
  })
}

function isThere(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch {
    return false
  }
}

const leadsOut = 'is a link that leads out of the working directory; name a path inside it'
const ambiguous =
  'goes up with .. after a link, which programs read in different ways; write the path without ..'
const outside =
  'is outside the working directory, where no file of the repository and no build of code that may be unreviewed may lead; name a path inside it'

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
