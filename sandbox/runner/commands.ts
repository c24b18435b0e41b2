/** Parses the workflow commands that a step can print, in the two grammars of the runner. */

export interface WorkflowCommand {
  /** As printed. Compare it case-insensitively. */
  name: string
  /** Keys in lowercase, because the runner ignores their case. Values are unescaped. */
  properties: Record<string, string>
  /** Unescaped. */
  data: string
  /** `v2` is `::name key=value,key=value::data`, `v1` is `##[name key=value;key=value]data`. */
  grammar: 'v1' | 'v2'
}

export const commandNames = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
] as const

export type CommandName = (typeof commandNames)[number]

/**
 * Parses a line like the runner: V2 only after leading white space, else V1 from the first `##[` anywhere in it.
 * Comparison is ordinal. .NET's is culture-sensitive, but its additional matches (ignorable characters within the
 * prefix) shift the following indices, so that they result in no command name.
 *
 * @param known current command names in lowercase: `commandNames` and, while stopped, the resume token
 * @returns undefined if the line is ordinary text
 */
export function parseCommand(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  return parseV2(line, known) ?? parseV1(line, known)
}

function parseV2(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const text = line.trimStart()
  if (!text.startsWith('::')) return
  const end = text.indexOf('::', 2)
  if (end < 0) return
  const head = splitHead(text.slice(2, end))
  if (!known.has(head.name.toLowerCase())) return
  return {
    name: head.name,
    properties: parseProperties(head.rest.trim(), ',', propertyEscapes),
    data: unescapeText(text.slice(end + 2), dataEscapes),
    grammar: 'v2',
  }
}

function parseV1(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const start = line.indexOf('##[')
  if (start < 0) return
  const end = line.indexOf(']', start)
  if (end < 0) return
  const head = splitHead(line.slice(start + 3, end))
  if (!known.has(head.name.toLowerCase())) return
  return {
    name: head.name,
    properties: parseProperties(head.rest, ';', v1Escapes),
    data: unescapeText(line.slice(end + 1), v1Escapes),
    grammar: 'v1',
  }
}

function splitHead(head: string): { name: string; rest: string } {
  const space = head.indexOf(' ')
  return space < 0 ? { name: head, rest: '' } : { name: head.slice(0, space), rest: head.slice(space + 1) }
}

function parseProperties(text: string, separator: string, escapes: Escapes): Record<string, string> {
  const properties: Record<string, string> = {}
  for (const pair of text.split(separator)) {
    // .NET splits with RemoveEmptyEntries: runs of `=` count once, and a pair without a value is ignored.
    const [, key, value] = pair.match(/^=*([^=]+)=+([^=].*)$/s) ?? []
    if (key !== undefined && value !== undefined) properties[key.toLowerCase()] = unescapeText(value, escapes)
  }
  return properties
}

type Escapes = readonly (readonly [escaped: string, plain: string])[]

// `%25` comes last in each, so that `%250A` becomes the text `%0A`. The hex digits must be uppercase.
const dataEscapes: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
]
const propertyEscapes: Escapes = [['%3A', ':'], ['%2C', ','], ...dataEscapes]
const v1Escapes: Escapes = [['%3B', ';'], ['%5D', ']'], ...dataEscapes]

function unescapeText(text: string, escapes: Escapes): string {
  return escapes.reduce((result, [escaped, plain]) => result.replaceAll(escaped, plain), text)
}
