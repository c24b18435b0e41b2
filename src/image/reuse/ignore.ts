import { existsSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { messageOf } from '../../runtime/errors.js'
import { NotReusable } from './not-reusable.js'

/**
 * Decides which files of a context an ignore file excludes, as BuildKit and its client do: by the rules of Go's
 * `filepath.Match` with `**`, and with exceptions that begin with `!`. The last matching pattern wins.
 */
export interface Ignore {
  /**
   * Matches a path. `parent` contains the matches of its directory; it is omitted for a path directly in the context.
   */
  match(path: string, parent?: readonly boolean[]): { ignored: boolean; matched: boolean[] }
  /** Returns whether an exception may keep something below an ignored directory. */
  mayKeepBelow(directory: string): boolean
}

interface Pattern {
  exception: boolean
  text: string
  matches: (path: string) => boolean
}

/**
 * @param content the content of a `.dockerignore` file
 * @throws Error if a pattern is invalid, or if only Go's regular expressions can read it
 */
export function parseIgnoreFile(content: string): Ignore {
  const patterns = content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#') && line.trim() !== '')
    .map((line) => parsePattern(line.trim()))
  return {
    match(path, parent = []) {
      const matched: boolean[] = []
      let ignored = false
      for (const [index, { exception, matches }] of patterns.entries()) {
        // A pattern that cannot change the outcome is skipped, and counts as not matched further down.
        const match = parent[index] || (exception === ignored && matches(path))
        matched.push(match)
        if (match) ignored = !exception
      }
      return { ignored, matched }
    },
    mayKeepBelow: (directory) =>
      patterns.some(({ exception, text }) => {
        const fixed = text.replace(/\/?\*\*?$/, '')
        return exception && (/[*?[\]\\^]/.test(fixed) || `${fixed}/`.startsWith(`${directory}/`))
      }),
  }
}

/**
 * Reads the ignore file of a context. An ignore file of the Dockerfile takes precedence over it.
 * @throws NotReusable if it cannot be read with certainty
 */
export function readIgnore(dockerfile: string, context: string): Ignore | undefined {
  const file = [`${resolve(dockerfile)}.dockerignore`, join(context, '.dockerignore')].find((path) =>
    existsSync(path),
  )
  if (file === undefined) return undefined
  try {
    return parseIgnoreFile(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new NotReusable(`${file}: ${messageOf(cause)}`, { cause })
  }
}

/** Returns whether an ignore file excludes a path or a directory above it. */
export function isIgnored(ignore: Ignore, path: string): boolean {
  const parts = path.split('/')
  let state: ReturnType<Ignore['match']> = { ignored: false, matched: [] }
  for (let length = 1; length <= parts.length; length++)
    state = ignore.match(parts.slice(0, length).join('/'), state.matched)
  return state.ignored
}

/** Normalizes a line twice, because both BuildKit's reader and its matcher trim, shorten and look for `!`. */
function parsePattern(line: string): Pattern {
  const [, mark = '', path = ''] = /^(!?)\s*(.*)$/s.exec(line) ?? []
  const relative = clean(path).replace(/^\/(?=.)/, '')
  const written = clean((mark + relative).trim())
  const exception = written.startsWith('!')
  const text = exception ? written.slice(1) : written
  if (text === '') throw new Error(`the pattern ${JSON.stringify(line)} is an exception without a path`)
  return { exception, text, matches: compile(text) }
}

/** Returns the shortest form of a path, as Go's `filepath.Clean` does. */
function clean(path: string): string {
  if (path === '') return ''
  const shortest = posix.normalize(path)
  return shortest === '/' ? shortest : shortest.replace(/\/$/, '')
}

/** Returns a matcher that compares text, or uses a regular expression exactly where BuildKit does. */
function compile(pattern: string): Pattern['matches'] {
  if (!SPECIAL.test(pattern)) return (path) => path === pattern
  // In a pattern with a wildcard, BuildKit passes these to the regular expression unescaped.
  if (/[{}|]/.test(pattern)) throw unreadable(pattern)
  const suffix = pattern.slice(2)
  if (pattern.startsWith('**') && !SPECIAL.test(suffix))
    return (path) => path.endsWith(suffix) || `/${path}` === suffix
  const prefix = pattern.slice(0, -2)
  if (pattern.endsWith('**') && !SPECIAL.test(prefix)) return (path) => path.startsWith(prefix)
  const expression = new RegExp(`^${expressionOf(pattern)}$`, 'u')
  return (path) => expression.test(path)
}

const SPECIAL = /[*?[\]\\]/

// A token is one of: a set of characters and ranges, without a star or question mark, which Go would expand even there;
// an escaped character; a star or two, with the slash that follows `**`; or any other character.
const TOKEN = /\[(?:\^|(?!\^))(?:(?:[^\]\\[*?-]|\\.)(?:-(?:[^\]\\[*?-]|\\.))?)+\]|\\(?:.|$)|\*\*\/?|./gsu

function expressionOf(pattern: string): string {
  return Array.from(pattern.matchAll(TOKEN), ({ 0: token, index }) => {
    if (token.startsWith('**')) return index + token.length === pattern.length ? '.*' : '(?:.*/)?'
    if (token === '*') return '[^/]*'
    if (token === '?') return '[^/]'
    if (token === '[' || token === '^' || token === '\\') throw unreadable(pattern)
    if (token.length > 1 && token.startsWith('['))
      return token.replaceAll(/\\(.)/gsu, (_, one) => literal(one, pattern))
    return token.startsWith('\\') ? literal(token.slice(1), pattern) : literal(token)
  }).join('')
}

/** @param pattern the pattern that escapes the character; there, a letter would become a character class */
function literal(character: string, pattern?: string): string {
  if (pattern !== undefined && /[A-Za-z0-9]/.test(character)) throw unreadable(pattern)
  return /[\^$\\.*+?()[\]{}|/-]/.test(character)
    ? `\\u{${character.codePointAt(0)?.toString(16)}}`
    : character
}

function unreadable(pattern: string): Error {
  return new Error(`the pattern ${JSON.stringify(pattern)} cannot be read with certainty`)
}
