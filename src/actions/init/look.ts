import { existsSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { readFixture } from '../../platforms/kolena/contract/fixture.js'
import { ActionError, CommandError } from '../../runtime/errors.js'
import { sanitizeLine } from '../../runtime/untrusted-text.js'
import { problemOfPath } from '../../runtime/workspace.js'
import { askGit, type GitAnswer } from '../../util/git.js'
import type { Dockerfile } from './context.js'
import { findNames, type Names } from './evidence.js'
import { type GitHost, readHost } from './host.js'
import { type PythonFile, readPythonFile } from './python/names.js'
import { type Registration, readRegistrations } from './shell.js'
import { FIXTURE, fixtureText } from './templates.js'

/** Maximum number of paths of the repository, and of its sources that are read. */
const MAX_PATHS = 200_000
const MAX_SOURCES = 5000
/** Maximum bytes of a source that is searched for the platform's name, and characters of one that is parsed. */
const MAX_SOURCE = 8 * 1024 * 1024
const MAX_PYTHON = 1024 * 1024
const MAX_SCRIPT = 64 * 1024
/** Maximum bytes of all sources, and the milliseconds to read them. */
const MAX_BYTES = 64 * 1024 * 1024
const MAX_TIME = 15_000
/** Maximum bytes of a Dockerfile or a workflow. */
const MAX_FILE = 256 * 1024
/** Maximum bytes of a contract fixture that is looked at. A wrong one takes two hundred times as much memory. */
const MAX_FIXTURE = 4 * 1024 * 1024
/** Maximum number of workflows that are searched for this action. */
const MAX_WORKFLOWS = 500

/** What a repository contains that matters for its workflow. */
export interface Repository {
  host: GitHost
  /** Relative to its root: files that Git tracks, and new ones that it does not ignore. */
  paths: readonly string[]
  dockerfiles: readonly string[]
  names: Names
  /** How many sources could not be read: `2 of 7`. Undefined if all were read. */
  unread: string | undefined
  /** A workflow that uses this action already. */
  workflow: string | undefined
  /** Whether there is a contract fixture with samples of its own. */
  hasSamples: boolean
}

/**
 * Looks at the repository in the current directory. Runs none of its programs, and reads only regular files that are
 * inside it.
 */
export async function lookAtRepository(signal: AbortSignal): Promise<Repository> {
  const paths = await listPaths(signal)
  const visible = paths.filter((path) => !/(^|\/)\./.test(path))
  const { sources, unread } = await readSources(visible, signal)
  return {
    host: await findHost(signal),
    paths,
    dockerfiles: visible.filter(isDockerfile),
    names: findNames(sources),
    unread,
    workflow: await findWorkflow(paths),
    hasSamples: isRegular(FIXTURE) && hasSamples(FIXTURE),
  }
}

async function listPaths(signal: AbortSignal): Promise<string[]> {
  const prefix = await git(['rev-parse', '--show-prefix'], signal)
  if ('problem' in prefix && prefix.problem.includes('not a git repository'))
    throw new ActionError(
      'This directory is not in a Git repository. Run git init first, or change to the directory of the repository.',
    )
  const up = outputOf(prefix).trim().split('/').slice(1).fill('..').join('/')
  if (up !== '')
    throw new ActionError(
      `GitHub reads workflows only at the root of a repository. Run the command there: cd ${up}`,
    )
  const listed = await git(['ls-files', '-z', '--cached', '--others', '--exclude-standard'], signal)
  const paths = [...new Set(outputOf(listed).split('\0'))].filter(
    (path) => path !== '' && !path.includes('\uFFFD'),
  )
  if (paths.length > MAX_PATHS)
    throw new ActionError(
      `The repository has ${paths.length} files, and this command reads at most ${MAX_PATHS}. Write the workflow by hand: see the README.`,
    )
  return paths.sort()
}

/** Asks for the address of the remote that Git would fetch from. Without one, Git prints `origin` or fails. */
async function findHost(signal: AbortSignal): Promise<GitHost> {
  const address = await git(['ls-remote', '--get-url'], signal)
  return readHost('stdout' in address ? address.stdout : '')
}

function outputOf(answer: GitAnswer): string {
  if ('stdout' in answer) return answer.stdout
  throw new ActionError(`Git cannot read the repository: ${answer.problem}; run git status, which says more`)
}

async function git(args: readonly string[], signal: AbortSignal): Promise<GitAnswer> {
  try {
    return await askGit(args, signal)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    throw new ActionError(`Git is required to look at the repository: ${sanitizeLine(error.message)}`, {
      cause: error,
    })
  }
}

function isDockerfile(path: string): boolean {
  const name = posix.basename(path).toLowerCase()
  return (
    /^(dockerfile|containerfile)(\.|$)|\.(dockerfile|containerfile)$/.test(name) &&
    !name.endsWith('.dockerignore')
  )
}

async function findWorkflow(paths: readonly string[]): Promise<string | undefined> {
  const workflows = paths.filter(
    (path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && isPrintable(path),
  )
  for (const path of workflows.slice(0, MAX_WORKFLOWS)) {
    const text = isRegular(path) ? await readText(path, MAX_FILE) : undefined
    if (text && /^[ \t-]*uses:[ \t]*["']?[\w.-]+\/evaluator-action@/m.test(text)) return path
  }
  return undefined
}

/**
 * Reads the Python files that use the platform's client, and the scripts that register evaluators. A file that mentions
 * the platform and cannot be read may name another evaluator, so it counts as not read.
 */
async function readSources(visible: readonly string[], signal: AbortSignal) {
  const started = performance.now()
  const others = new Map<string, string>()
  const python = new Map<string, PythonFile>()
  const registrations: Registration[] = []
  const candidates = visible.filter((path) => /\.(py|sh|bash)$/.test(path) && !isTest(path))
  const printable = candidates.filter(isPrintable)
  const regular = printable.slice(0, MAX_SOURCES).filter(isRegular)
  let bytes = 0
  let skipped = candidates.length - Math.min(printable.length, MAX_SOURCES)
  for (const path of regular) {
    signal.throwIfAborted()
    const isOver = bytes > MAX_BYTES || performance.now() - started > MAX_TIME
    const text = isOver ? undefined : await readText(path, MAX_SOURCE)
    bytes += text?.length ?? 0
    if (text === undefined) skipped++
    else if (!text.includes('kolena')) others.set(path, text)
    else if (path.endsWith('.py')) {
      const file = text.length <= MAX_PYTHON && isInUtf8(text) ? readPythonFile(text) : undefined
      if (file) python.set(path, file)
      else skipped++
    } else if (text.length > MAX_SCRIPT) skipped++
    else registrations.push(...readRegistrations(path, text))
  }
  const sources = {
    ...{ python, registrations },
    load: (path: string) => readPythonFile(others.get(path)?.slice(0, MAX_PYTHON) ?? ''),
    paths: regular.filter((path) => path.endsWith('.py')),
  }
  return { sources, unread: skipped === 0 ? undefined : `${skipped} of ${candidates.length}` }
}

/** Returns whether a fixture can be used: it is valid, and not the example that this command writes. */
function hasSamples(path: string): boolean {
  if (statSync(path).size > MAX_FIXTURE || contentOf(path) === fixtureText()) return false
  try {
    return readFixture(path).count > 0
  } catch {
    return false
  }
}

/** Returns whether a path has one line that reads as it is written, so that messages can name it. */
function isPrintable(path: string): boolean {
  return !/\p{Cc}|\p{Bidi_Control}|[\u2028\u2029]/u.test(path)
}

/** Tests define workflows and evaluators that are never registered. */
function isTest(path: string): boolean {
  return /(^|\/)tests?\/|(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(path)
}

/** Returns whether a file is in UTF-8, as it is by default, or because a comment in its first two lines says so. */
function isInUtf8(text: string): boolean {
  const [, encoding = 'utf-8'] = /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)/.exec(text) ?? []
  return !text.includes('\uFFFD') && /^(utf-?8|(us-)?ascii)$/i.test(encoding.replaceAll('_', '-'))
}

/** Returns whether a path is a regular file inside the repository, also through links. */
function isRegular(path: string): boolean {
  return problemOfPath(path, 'file', true) === undefined
}

/** Returns the text of a regular file; undefined if it is too large, or this user may not read it. */
async function readText(path: string, most: number): Promise<string | undefined> {
  return statSync(path).size > most ? undefined : await readFile(path, 'utf8').catch(() => undefined)
}

/** Returns the text of a regular file; undefined if this user may not read it. */
function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Reads a Dockerfile of the repository. */
export function readDockerfile(path: string): Dockerfile {
  const isUsable = isRegular(path) && statSync(path).size <= MAX_FILE
  return { text: (isUsable && contentOf(path)) || '', ignored: existsSync(`${path}.dockerignore`) }
}
