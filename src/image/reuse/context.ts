import { createHash } from 'node:crypto'
import { createReadStream, type Stats } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { mapSettled } from '../../util/map-settled.js'
import type { Ignore } from './ignore.js'
import { NotReusable } from './not-reusable.js'

/** Something in a context as an instruction of the Dockerfile may see it. */
export interface ContextEntry {
  /** Relative to the context, with `/`. */
  path: string
  kind: 'directory' | 'file' | 'symlink' | 'special'
  /** Permission bits with set-uid, set-gid and sticky. Not a link's, which has none of its own. */
  mode: number
  /** SHA-256 of a file, target of a link. */
  content: string
}

/** How many files are read at a time. */
const CONCURRENCY = 16

/**
 * What a build gets of a local context, in the order of the paths. Times and owners are left out: BuildKit makes every
 * file root's, and takes a file with another time for the same.
 */
export async function readContext(
  directory: string,
  ignore: Ignore | undefined,
  signal: AbortSignal,
): Promise<ContextEntry[]> {
  const found = await walk(directory, ignore).catch(explainUnreadable)
  found.sort((a, b) => (a.path < b.path ? -1 : 1))
  const outcomes = await mapSettled(found, CONCURRENCY, signal, ({ path, stats }) =>
    describe(directory, path, stats, signal),
  )
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') return explainUnreadable(outcome.reason)
    return outcome.value
  })
}

/** A file that may not be read, or went away while the context was: then the build may tell more. */
function explainUnreadable(cause: NodeJS.ErrnoException): never {
  if (cause.syscall === undefined) throw cause
  throw new NotReusable(`the context cannot be read: ${cause.message}`, { cause })
}

interface Found {
  path: string
  stats: Stats
}

/** A directory that is ignored itself is there when something below it is. */
async function walk(
  root: string,
  ignore: Ignore | undefined,
  directory = '',
  parent?: readonly boolean[],
): Promise<Found[]> {
  const found: Found[] = []
  for (const name of await readdir(join(root, directory))) {
    if (name.includes('\uFFFD'))
      throw new NotReusable(`the name of ${join(root, directory, name)} is not UTF-8`)
    const path = directory === '' ? name : `${directory}/${name}`
    const { ignored, matched } = ignore?.match(path, parent) ?? { ignored: false, matched: undefined }
    const stats = await lstat(join(root, path))
    const enter = stats.isDirectory() && (!ignored || ignore?.mayKeepBelow(path))
    const below = enter ? await walk(root, ignore, path, matched) : []
    if (!ignored || below.length > 0) found.push({ path, stats })
    found.push(...below)
  }
  return found
}

async function describe(
  root: string,
  path: string,
  stats: Stats,
  signal: AbortSignal,
): Promise<ContextEntry> {
  const mode = stats.mode & 0o7777
  if (stats.isDirectory()) return { path, kind: 'directory', mode, content: '' }
  if (stats.isSymbolicLink())
    return { path, kind: 'symlink', mode: 0, content: await readlink(join(root, path)) }
  if (!stats.isFile()) return { path, kind: 'special', mode: stats.mode, content: String(stats.rdev) }
  return { path, kind: 'file', mode, content: await hashFile(join(root, path), signal) }
}

async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { signal, highWaterMark: 1 << 18 })) hash.update(chunk)
  return hash.digest('hex')
}
