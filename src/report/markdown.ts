import { redact } from '../runtime/secrets.js'

/**
 * A piece of GitHub Markdown that is safe to print. Only this file creates them, so other text cannot become Markdown
 * without being escaped: functions that take Markdown also take plain strings, and escape them.
 */
class SafeMarkdown {
  readonly #source: string
  constructor(source: string) {
    this.#source = source
  }
  toString(): string {
    return this.#source
  }
}

export type Markdown = SafeMarkdown
export type Inline = Markdown | string | number
export type AlertKind = 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION'

// GitHub finds mentions, references and addresses in the rendered text, where escapes are gone. This breaks them up.
const zeroWidthSpace = '\u200b'
const linked = /@|#(?=\d|$)|gh-(?=\d|$)|:(?=\/\/)|www(?=\.)/gi

/** Creates Markdown from a template. Literal parts stay unchanged, and interpolated plain values are escaped. */
export function md(literals: TemplateStringsArray, ...values: Inline[]): Markdown {
  const pieces = literals.flatMap((literal, index) => {
    const value = values[index]
    return value === undefined ? [literal] : [literal, toMarkdown(value).toString()]
  })
  return new SafeMarkdown(pieces.reduce(append, ''))
}

/** Joins pieces with a separator, by default a paragraph break. */
export function join(pieces: readonly Inline[], separator: Markdown = md`\n\n`): Markdown {
  const sources = pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]))
  return new SafeMarkdown(sources.map((source) => toMarkdown(source).toString()).reduce(append, ''))
}

/** Appends text. Separates adjacent code spans, whose backticks would merge and release the text of both. */
function append(before: string, after: string): string {
  return before.endsWith('`') && after.startsWith('`') ? before + zeroWidthSpace + after : before + after
}

function toMarkdown(value: Inline): Markdown {
  return value instanceof SafeMarkdown ? value : escapeMarkdown(String(value))
}

/** Escapes text to one line in which nothing is active: no formatting, HTML, link, mention, table cell or list item. */
export function escapeMarkdown(text: string): Markdown {
  const escaped = escapeHtml(text)
    .replace(/[\\`*_{}[\]()#!~$^]/g, '\\$&')
    .replaceAll('|', '&#124;')
    // These would begin a list, a heading's underline or a table's second row at the start of a line.
    .replace(/^( *)([-+=:])/, '$1\\$2')
    .replace(/^( *\d*)\./, '$1\\.')
    .replace(/^ +/, (spaces) => '&#32;'.repeat(spaces.length))
  return new SafeMarkdown(escaped)
}

/** Returns a code span with more backticks than the text has, or nothing for empty text: a span cannot be empty. */
export function code(text: string): Markdown {
  const content = onOneLine(text)
  if (content === '') return new SafeMarkdown('')
  const fence = '`'.repeat(longestRun(content) + 1)
  const padding = /^[ `]|[ `]$/.test(content) ? ' ' : ''
  return new SafeMarkdown(fence + padding + content + padding + fence)
}

/** Returns a link to a web address. Percent-encodes characters that could end it or act in a table. */
export function link(text: Inline, address: string): Markdown {
  const { href } = new URL(address)
  const target = href.replace(/[()<>|\\`"'*_[\]]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
  return new SafeMarkdown(`[${toMarkdown(text)}](${target})`)
}

/** Returns a fenced block that keeps its lines. The fence has more backticks than the text. */
export function codeBlock(text: string, language = ''): Markdown {
  const content = printable(text).replace(/\n+$/, '')
  const fence = '`'.repeat(Math.max(3, longestRun(content) + 1))
  return new SafeMarkdown(`${fence}${language.replace(/[^A-Za-z0-9+-]/g, '')}\n${content}\n${fence}`)
}

/** Returns a table. Fills short rows with empty cells. GitHub centers a header that is not `left`. */
export function table(
  header: readonly Inline[],
  rows: readonly (readonly Inline[])[],
  align: 'left' | 'none' = 'none',
): Markdown {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const cell = (value: Inline): string =>
    toMarkdown(value).toString().replaceAll('\n', ' ').replaceAll('|', '\\|')
  const body = rows.map((row) => line(header.map((_, column) => cell(row[column] ?? ''))))
  return new SafeMarkdown(
    [line(header.map(cell)), line(header.map(() => (align === 'left' ? ':--' : '---'))), ...body].join('\n'),
  )
}

/** Returns a collapsible section. Its summary is plain text, because GitHub reads no Markdown there. */
export function details(summary: string, body: Inline, open = false): Markdown {
  return new SafeMarkdown(
    `<details${open ? ' open' : ''}><summary>${escapeHtml(summary)}</summary>\n\n${toMarkdown(body)}\n\n</details>`,
  )
}

export function alert(kind: AlertKind, body: Inline): Markdown {
  const lines = toMarkdown(body).toString().split('\n')
  return new SafeMarkdown([`[!${kind}]`, ...lines].map((line) => `> ${line}`.trimEnd()).join('\n'))
}

/** Returns a Mermaid diagram. The code must be our own; other text must go through mermaidText. */
export function mermaid(diagram: string): Markdown {
  return codeBlock(diagram, 'mermaid')
}

/** Returns text for a Mermaid label: all but letters, digits, spaces, `.` and `_` become Mermaid's character codes. */
export function mermaidText(text: string): string {
  return onOneLine(text).replace(/[^\p{L}\p{M}\p{N} ._]/gu, (character) => `#${character.codePointAt(0)};`)
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0)
}

/** Returns text on one line without tags, character references, and anything that GitHub would link. */
function escapeHtml(text: string): string {
  return onOneLine(text)
    .replace(linked, `$&${zeroWidthSpace}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function onOneLine(text: string): string {
  return printable(text).replace(/[\n\t]+/g, ' ')
}

/**
 * Removes secrets, terminal escapes, control and direction-changing characters, and lone surrogates. Line ends become
 * `\n`.
 */
function printable(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)?/g, '')
    .replace(/\r\n|[\r\x85\u2028\u2029]/g, '\n')
    .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\p{Bidi_Control}]/gu, '')
  return redact(plain)
}
