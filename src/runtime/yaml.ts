import {
  type Document,
  isScalar,
  type LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
  YAMLParseError,
} from 'yaml'
import { clip } from './clip.js'

/** Maximum characters of a line that are examined and shown. */
const MAX_LINE = 100
/** Maximum errors of the parser that are examined. */
const MAX_ERRORS = 100

/** A problem of a YAML document, and its line, counted from 1. */
export interface YamlProblem {
  line: number
  text: string
}

/** Parses YAML or JSON. The library's own messages and check of keys would take quadratic time. */
export function parseYaml(text: string, lineCounter?: LineCounter): Document.Parsed<ParsedNode> {
  const options = { logLevel: 'error', prettyErrors: false, uniqueKeys: false } as const
  const document = parseDocument(text, lineCounter ? { ...options, lineCounter } : options)
  if (document.errors.length > 0) return document
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        const [start = 0, end = start] = key.range ?? []
        if (seen.has(key.value))
          document.errors.push(new YAMLParseError([start, end], 'DUPLICATE_KEY', 'Map keys must be unique'))
        seen.add(key.value)
      }
    },
  })
  return document
}

/**
 * Returns the first problem of a YAML document; undefined if it is valid. One mistake often causes several errors of
 * the parser, so others are left out.
 */
export function problemOfYaml(
  { errors, warnings }: Document.Parsed<ParsedNode>,
  text: string,
): YamlProblem | undefined {
  const problems = [...errors, ...warnings].slice(0, MAX_ERRORS)
  const [first] = problems
  if (!first) return undefined
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const startOf = (offset: number) => text.slice(text.lastIndexOf('\n', offset - 1) + 1).slice(0, MAX_LINE)
  const tab = problems.find(({ pos }) => /^[ -]*\t/.test(startOf(pos[0])))
  if (tab) return { line: lineOf(tab.pos[0]), text: 'is indented with a tab; YAML needs spaces' }
  const line = lineOf(first.pos[0])
  const [begin = ''] = startOf(first.pos[0]).split('\n', 1)
  const written = first.code === 'MISSING_CHAR' ? asYaml(begin) : undefined
  if (written !== undefined) return { line, text: `write ${written}` }
  const message = first.message.split('\n', 1)[0]?.replace(/(?: at line \d+, column \d+)?:?$/, '')
  return { line, text: `is not valid YAML or JSON: ${message}` }
}

/** Returns how YAML writes a line such as `name=value` or `name:value`, in quotes; undefined for any other line. */
export function asYaml(line: string): string | undefined {
  const [, name, value] = /^[ -]*([\w.-]+)(?: *= *|:)(?=\S)(.*)$/.exec(line.slice(0, MAX_LINE)) ?? []
  return name === undefined ? undefined : `"${clip(`${name}: ${value?.trim()}`, MAX_LINE)}"`
}
