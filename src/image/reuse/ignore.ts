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
  /** Matches a path, which is given as text and as its characters. */
  matches: (path: string, characters: readonly string[]) => boolean
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
      const characters = Array.from(path)
      for (const [index, { exception, matches }] of patterns.entries()) {
        // A pattern that cannot change the outcome is skipped, and counts as not matched further down.
        const match = parent[index] || (exception === ignored && matches(path, characters))
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
 * Returns the path of the ignore file that applies to a context; undefined if there is none. One for the Dockerfile
 * takes precedence over one of the context.
 */
export function findIgnoreFile(dockerfile: string, context: string): string | undefined {
  return [`${resolve(dockerfile)}.dockerignore`, join(context, '.dockerignore')].find((path) =>
    existsSync(path),
  )
}

/**
 * Reads the ignore file that applies to a context.
 * @throws NotReusable if it cannot be read with certainty
 */
export function readIgnore(dockerfile: string, context: string): Ignore | undefined {
  const file = findIgnoreFile(dockerfile, context)
  return file === undefined ? undefined : readIgnoreFile(file)
}

/** @throws NotReusable if the file cannot be read with certainty */
export function readIgnoreFile(file: string): Ignore {
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

/** Returns a matcher that reads a pattern as BuildKit does: as fixed text, as a suffix or prefix, or in parts. */
function compile(pattern: string): Pattern['matches'] {
  if (!SPECIAL.test(pattern)) return (path) => path === pattern
  // In a pattern with a wildcard, BuildKit passes these to a regular expression unescaped.
  if (/[{}|]/.test(pattern)) throw unreadable(pattern)
  const suffix = pattern.slice(2)
  if (pattern.startsWith('**') && !SPECIAL.test(suffix))
    return (path) => path.endsWith(suffix) || `/${path}` === suffix
  const prefix = pattern.slice(0, -2)
  if (pattern.endsWith('**') && !SPECIAL.test(prefix)) return (path) => path.startsWith(prefix)
  const parts = partsOf(pattern)
  return (_, characters) => matchesAll(parts, characters)
}

const SPECIAL = /[*?[\]\\]/

/** A part of a pattern: a test of one character, or a wildcard for any number of them. */
type Part = Test | Wildcard
type Test = (character: string) => boolean
/**
 * - `in-name`: a star, for characters of one name.
 * - `anything`: two stars at the end of a pattern.
 * - `directories`: two stars and the slash that follows them, for nothing or for text that ends with a slash.
 */
type Wildcard = 'in-name' | 'anything' | 'directories'

// A token is one of: a set of characters and ranges, without a star or question mark, which Go would expand even there;
// an escaped character; a star or two, with the slash that follows `**`; or any other character.
const TOKEN = /\[(?:\^|(?!\^))(?:(?:[^\]\\[*?-]|\\.)(?:-(?:[^\]\\[*?-]|\\.))?)+\]|\\(?:.|$)|\*\*\/?|./gsu

function partsOf(pattern: string): Part[] {
  return Array.from(pattern.matchAll(TOKEN), ({ 0: token, index }): Part => {
    if (token.startsWith('**')) return index + token.length === pattern.length ? 'anything' : 'directories'
    if (token === '*') return 'in-name'
    if (token === '?') return (character) => character !== '/'
    if (token === '[' || token === '^' || token === '\\') throw unreadable(pattern)
    if (token.length > 1 && token.startsWith('[')) return setOf(token, pattern)
    const literal = token.startsWith('\\') ? unescaped(token.slice(1), pattern) : token
    return (character) => character === literal
  })
}

/** Returns the test for a set such as `[^a-c]`. */
function setOf(set: string, pattern: string): Part {
  const escaped = set.replaceAll(
    /\\(.)/gsu,
    (_, one) => `\\u{${unescaped(one, pattern).codePointAt(0)?.toString(16)}}`,
  )
  const expression = new RegExp(`^${escaped}$`, 'u')
  return (character) => expression.test(character)
}

/** Refuses an escaped letter or digit, which is a class of characters in Go's regular expressions, or an error. */
function unescaped(character: string, pattern: string): string {
  if (/[A-Za-z0-9]|\P{ASCII}/u.test(character)) throw unreadable(pattern)
  return character
}

/**
 * Returns whether the parts match all characters of a path. The time is proportional to their product, while a regular
 * expression would try every combination of what each wildcard can match.
 */
function matchesAll(parts: readonly Part[], characters: readonly string[]): boolean {
  // Most paths end in another character, and need no more than this test.
  const last = parts.at(-1)
  if (typeof last === 'function' && !last(characters.at(-1) ?? '')) return false
  // The value at a position is 1 if the parts so far match all characters before it.
  const matched = new Uint8Array(characters.length + 1)
  matched[0] = 1
  const isMatch = (part: Part) =>
    typeof part === 'string' ? extend(matched, part, characters) : step(matched, part, characters)
  return parts.every(isMatch) && matched[characters.length] === 1
}

/** Adds one character to what is matched. Returns whether any beginning of the path still matches. */
function step(matched: Uint8Array, test: Test, characters: readonly string[]): boolean {
  const first = matched.indexOf(1)
  let any = false
  for (let end = Math.min(matched.lastIndexOf(1) + 1, characters.length); end > first; end--) {
    const next = matched[end - 1] === 1 && test(characters[end - 1] ?? '')
    matched[end] = next ? 1 : 0
    any ||= next
  }
  matched[first] = 0
  return any
}

/** Adds what a wildcard matches, which may be nothing. */
function extend(matched: Uint8Array, part: Wildcard, characters: readonly string[]): boolean {
  const barrier = part === 'in-name' ? '/' : '\n'
  // Whether the wildcard began at an earlier position, and matches every character since then.
  let isOpen = false
  for (let end = matched.indexOf(1); end < matched.length; end++) {
    const before = characters[end - 1]
    const begins = matched[end] === 1
    if (before === barrier) isOpen = false
    if (isOpen && (part !== 'directories' || before === '/')) matched[end] = 1
    isOpen ||= begins
  }
  return true
}

function unreadable(pattern: string): Error {
  return new Error(`the pattern ${JSON.stringify(pattern)} cannot be read with certainty`)
}
