import { realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type ContextEntry, hashFile, readContext } from '../../../image/reuse/context.js'
import { findIgnoreFile, readIgnoreFile } from '../../../image/reuse/ignore.js'
import { NotReusable } from '../../../image/reuse/not-reusable.js'

/** A directory that a build gets, and the ignore file that applies to it. */
interface Context {
  directory: string
  ignoreFile: string | undefined
}

/** Compares files of the workspace with those of a base commit. The results are differences in words. */
export class Comparison {
  readonly #base: string
  readonly #signal: AbortSignal
  readonly #contexts = new Map<string, Promise<string | undefined>>()

  /** @param base the directory of the base commit's files */
  constructor(base: string, signal: AbortSignal) {
    this.#base = base
    this.#signal = signal
  }

  /**
   * Returns how a file differs; undefined if it does not. Follows links.
   * @throws NotReusable if it cannot be compared
   */
  async file(path: string): Promise<string | undefined> {
    const inBase = this.inBase(path)
    const [now, before] = [modeOf(path, path), modeOf(inBase, `${path} of the base commit`)]
    if (now === undefined && before === undefined) return undefined
    if (before === undefined) return `${path} is not in the base commit`
    if (now === undefined) return `${path} was removed`
    if (now !== before) return `the mode of ${path} changed`
    const [one, other] = await Promise.all([path, inBase].map((file) => hashFile(file, this.#signal)))
    return one === other ? undefined : `${path} changed`
  }

  /**
   * Returns how a context differs in what its ignore file leaves. Contexts with the same ignore file are read once.
   * @param dockerfile undefined for a context that is read without an ignore file
   * @throws NotReusable if it cannot be compared
   */
  async context(directory: string, dockerfile: string | undefined): Promise<string | undefined> {
    const now = { directory, ignoreFile: dockerfile && findIgnoreFile(dockerfile, directory) }
    const before = this.#contextInBase(directory, dockerfile)
    if (!before) return `the directory ${directory} is not in the base commit`
    const key = JSON.stringify([relative('.', directory), now.ignoreFile, before.ignoreFile])
    const difference = this.#contexts.get(key) ?? this.#compareContexts(before, now)
    this.#contexts.set(key, difference)
    return await difference
  }

  #contextInBase(directory: string, dockerfile: string | undefined): Context | undefined {
    const base = this.inBase(directory)
    if (!statOf(base)?.isDirectory()) return undefined
    const ignoreFile = dockerfile && findIgnoreFile(this.inBase(dockerfile), base)
    if (ignoreFile && this.#leadsOut(ignoreFile))
      throw new NotReusable(`the ignore file of ${directory} is outside the repository`)
    return { directory: base, ignoreFile }
  }

  async #compareContexts(before: Context, now: Context): Promise<string | undefined> {
    const read = ({ directory, ignoreFile }: Context) =>
      readContext(directory, ignoreFile === undefined ? undefined : readIgnoreFile(ignoreFile), this.#signal)
    const [old, current] = await Promise.all([read(before), read(now)])
    return firstDifference(relative('.', now.directory), old, current)
  }

  /**
   * Returns where the base commit has a path, which need not exist there.
   * @throws NotReusable if the path is outside the repository
   */
  inBase(path: string): string {
    const base = join(this.#base, relative('.', path))
    if (isOutside(path) || this.#leadsOut(base)) throw new NotReusable(`${path} is outside the repository`)
    return base
  }

  #leadsOut(path: string): boolean {
    return leadsUp(relative(realpathSync(this.#base), realOf(path)))
  }
}

/** Returns whether a path, as written, leads out of the workspace. */
export function isOutside(path: string): boolean {
  return leadsUp(relative('.', path))
}

function leadsUp(path: string): boolean {
  return path.split('/')[0] === '..'
}

/** Returns where the existing part of a path leads. */
function realOf(path: string): string {
  return statOf(path) ? realpathSync(path) : realOf(dirname(path))
}

/** Returns undefined if nothing has this path, for example because a directory of it became a file. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/**
 * Returns the permissions of a regular file; undefined if nothing has this path.
 * @throws NotReusable for anything else, because reading a pipe or a device might never end
 */
function modeOf(path: string, shown: string): number | undefined {
  const stats = statOf(path)
  if (stats && !stats.isFile()) throw new NotReusable(`${shown} is not a regular file`)
  return stats && stats.mode & 0o7777
}

/** Describes the first entry that differs. Both lists are sorted by path. */
function firstDifference(
  directory: string,
  before: readonly ContextEntry[],
  now: readonly ContextEntry[],
): string | undefined {
  const index = now.findIndex((entry, position) => !isSame(entry, before[position]))
  const [one, other] = index === -1 ? [undefined, before[now.length]] : [now[index], before[index]]
  const entry = one && (!other || one.path <= other.path) ? one : other
  if (!entry) return undefined
  const path = join(directory, entry.path)
  if (/(^|\/)\.git$/.test(entry.path))
    return entry.path === '.git'
      ? 'the context contains .git, which changes with each commit; add .git to its ignore file'
      : `${join(path, '..')} is a submodule or a repository of its own, which is not compared`
  if (one?.path !== other?.path)
    return entry === one ? `${path} is not in the base commit` : `${path} was removed`
  return one?.mode !== other?.mode && one?.content === other?.content
    ? `the mode of ${path} changed`
    : `${path} changed`
}

function isSame(one: ContextEntry, other: ContextEntry | undefined): boolean {
  return (
    one.path === other?.path &&
    one.kind === other.kind &&
    one.mode === other.mode &&
    one.content === other.content
  )
}
