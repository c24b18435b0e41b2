import { posix } from 'node:path'

/**
 * Which files of a context an ignore file leaves out, as BuildKit and its client decide it: the rules of Go's
 * `filepath.Match` with `**`, exceptions that begin with `!`, and the last pattern that matches winning.
 */
export interface Ignore {
  /** Begins with a path directly in the context; `below` goes on in a directory with what was found out of it. */
  match(path: string, parent?: readonly boolean[]): { ignored: boolean; matched: boolean[] }
  /** Whether something below an ignored directory may be there all the same. */
  mayKeepBelow(directory: string): boolean
}

interface Pattern {
  exception: boolean
  text: string
  matches: (path: string) => boolean
}

/**
 * @param content of a `.dockerignore`
 * @throws Error for a pattern that is wrong, or that only Go's regular expressions understand
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
        // A pattern that can change nothing is not tried, and so counts as not matched further down either.
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

/** In two steps, as the file's reader and the matcher each trim, shorten and look for the exception's mark. */
function parsePattern(line: string): Pattern {
  const [, mark = '', path = ''] = /^(!?)\s*(.*)$/s.exec(line) ?? []
  const relative = clean(path).replace(/^\/(?=.)/, '')
  const written = clean((mark + relative).trim())
  const exception = written.startsWith('!')
  const text = exception ? written.slice(1) : written
  if (text === '') throw new Error(`the pattern ${JSON.stringify(line)} is an exception from nothing`)
  return { exception, text, matches: compile(text) }
}

/** The shortest form of a path, as Go's `filepath.Clean` makes it. */
function clean(path: string): string {
  if (path === '') return ''
  const shortest = posix.normalize(path)
  return shortest === '/' ? shortest : shortest.replace(/\/$/, '')
}

/** Most patterns are compared as text; only the rest becomes an expression. Where the two disagree in Go, they do here. */
function compile(pattern: string): Pattern['matches'] {
  if (!SPECIAL.test(pattern)) return (path) => path === pattern
  // In a pattern with a wildcard, BuildKit takes these for the regular expression's own.
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

// A set of characters and ranges of them, and none that is still a star or a question mark within it to Go; an escaped
// character; the kinds of stars, with the slash that `**` takes along; or any other character.
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

/** @param pattern in which the character is escaped; a letter would be a class of characters there */
function literal(character: string, pattern?: string): string {
  if (pattern !== undefined && /[A-Za-z0-9]/.test(character)) throw unreadable(pattern)
  return /[\^$\\.*+?()[\]{}|/-]/.test(character)
    ? `\\u{${character.codePointAt(0)?.toString(16)}}`
    : character
}

function unreadable(pattern: string): Error {
  return new Error(`the pattern ${JSON.stringify(pattern)} cannot be read with certainty`)
}
