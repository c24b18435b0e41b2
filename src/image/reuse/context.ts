import { createHash } from 'node:crypto'
import { createReadStream, type Stats } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { mapSettled } from '../../util/map-settled.js'
import type { Ignore } from './ignore.js'
import { NotReusable } from './not-reusable.js'

/** A file, directory or link of a context, with everything about it that a build can see. */
export interface ContextEntry {
  /** Relative to the context, with `/`. */
  path: string
  kind: 'directory' | 'file' | 'symlink' | 'special'
  /** Permission bits including set-uid, set-gid and sticky. Undefined for links, which have none. */
  mode: number
  /** The SHA-256 of a file, or the target of a link. */
  content: string
}

/** Maximum number of files to read at the same time. */
const CONCURRENCY = 16

/**
 * Returns the entries of a local context that a build receives, sorted by path. Omits times and owners: BuildKit
 * makes root the owner of every file, and treats files that differ only in their time as the same.
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

/** Turns the error of an unreadable or vanished file into `NotReusable`; the build itself may explain more. */
function explainUnreadable(cause: NodeJS.ErrnoException): never {
  if (cause.syscall === undefined) throw cause
  throw new NotReusable(`the context cannot be read: ${cause.message}`, { cause })
}

interface Found {
  path: string
  stats: Stats
}

/** Adds what a directory contains to `found`. Includes an ignored directory if something below it is kept. */
async function walk(
  root: string,
  ignore: Ignore | undefined,
  found: Found[] = [],
  directory = '',
  parent?: readonly boolean[],
): Promise<Found[]> {
  for (const name of await readdir(join(root, directory))) {
    if (name.includes('\uFFFD'))
      throw new NotReusable(`the name of ${join(root, directory, name)} is not UTF-8`)
    const path = directory === '' ? name : `${directory}/${name}`
    const { ignored, matched } = ignore?.match(path, parent) ?? { ignored: false, matched: undefined }
    const stats = await lstat(join(root, path))
    const position = found.push({ path, stats })
    if (stats.isDirectory() && (!ignored || ignore?.mayKeepBelow(path)))
      await walk(root, ignore, found, path, matched)
    if (ignored && found.length === position) found.pop()
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

/** Returns the SHA-256 of a file, in hexadecimal. */
export async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    // A listener for each of the files that are read at the same time would be more than Node expects.
    signal.throwIfAborted()
    hash.update(chunk)
  }
  return hash.digest('hex')
}
