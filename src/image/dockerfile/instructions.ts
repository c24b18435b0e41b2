/** Reads a Dockerfile by the rules of BuildKit's own parser, so that both see the same instructions. */
import { SPACE, splitWords } from './words.js'

export interface Instruction {
  line: number
  lastLine: number
  keyword: string
  /** The text with continuation lines joined and runs of blanks collapsed, without the body of a here-document. */
  text: string
  /** `--name=value` without quotes and escapes, as BuildKit reads them. */
  flags: string[]
  /** The text after the flags, as written. */
  rest: string
  stage: { index: number; name: string | undefined }
}

export interface Dockerfile {
  /** In order, including `FROM`. */
  instructions: Instruction[]
  /** The character that continues lines and escapes other characters. */
  escapeToken: string
}

const BACKSLASH = '\\'
const BLANKS = /[\t\v\f\r ]+/
const BOM = /^\uFEFF/

/** Reads a Dockerfile. If BuildKit would refuse it, reads as much as possible. */
export function parseDockerfile(dockerfile: string): Dockerfile {
  const escapeToken = readEscapeToken(dockerfile)
  const lines = linesOf(dockerfile)
  const continued = escapeToken === '`' ? /(?<=^|[^`])`[ \t]*$/ : /(?<=^|[^\\])\\[ \t]*$/
  const instructions: Instruction[] = []
  const ends = { exact: lastPositions(lines), chomped: lastPositions(lines.map(withoutTabs)) }
  let stage: Instruction['stage'] = { index: -1, name: undefined }
  for (let at = 0; at < lines.length; at++) {
    let last = trimStart(lines[at] ?? '')
    if (last === '' || last.startsWith('#')) continue
    const line = at + 1
    const parts: string[] = []
    while (continued.test(last) && at + 1 < lines.length) {
      const next = lines[++at] ?? ''
      if (/^(?:#|$)/.test(trimStart(next))) continue
      parts.push(last.replace(continued, ''))
      last = next
    }
    const text = parts.join('') + last.replace(continued, '')
    const { keyword, flags, rest } = splitInstruction(text, escapeToken)
    if (keyword === 'FROM') stage = { index: stage.index + 1, name: nameOfStage(rest) }
    at = findLastLine(lines, ends, at, documentsOf(text, keyword, rest))
    instructions.push({ line, lastLine: at + 1, keyword, text: withPlainBlanks(text), flags, rest, stage })
  }
  return { instructions, escapeToken }
}

/** Returns the instructions of a Dockerfile in order, including `FROM`. */
export function parseInstructions(dockerfile: string): Instruction[] {
  return parseDockerfile(dockerfile).instructions
}

function linesOf(dockerfile: string): string[] {
  return dockerfile
    .replace(BOM, '')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.replace(/\r+$/, ''))
}

const SPACES_BEFORE = new RegExp(`^${SPACE.source}+`)
const SPACES_AFTER = new RegExp(`(?<!${SPACE.source})${SPACE.source}+$`)

function trimStart(text: string): string {
  return text.replace(SPACES_BEFORE, '')
}

function trim(text: string): string {
  return trimStart(text).replace(SPACES_AFTER, '')
}

function splitInstruction(
  line: string,
  escapeToken: string,
): Pick<Instruction, 'keyword' | 'flags' | 'rest'> {
  const text = trim(line)
  const [keyword = ''] = text.split(BLANKS, 1)
  const args = text.slice(keyword.length).replace(/^[\t\v\f\r ]+/, '')
  const { flags, rest } = splitFlags(args, escapeToken)
  return { keyword: keyword.toUpperCase(), flags, rest: trim(rest) }
}

/** Reads the leading words that begin with `--`, without quotes and escapes. A `--` alone ends them. */
function splitFlags(args: string, escapeToken: string): { flags: string[]; rest: string } {
  const flags: string[] = []
  let at = 0
  for (;;) {
    while (/\s/.test(args[at] ?? '')) at++
    if (!args.startsWith('--', at)) return { flags, rest: args.slice(at) }
    let flag = ''
    let quote = ''
    for (; at < args.length && (quote !== '' || !/\s/.test(args[at] ?? '')); at++) {
      const character = args[at] ?? ''
      if (character === quote) quote = ''
      else if (quote === '' && /["']/.test(character)) quote = character
      else flag += character === escapeToken ? (args[++at] ?? '') : character
    }
    if (flag === '--') return { flags, rest: args.slice(at) }
    flags.push(flag)
  }
}

/** Reads the name in `IMAGE AS NAME`; a stage in any other form has no name. */
function nameOfStage(rest: string): string | undefined {
  const [, as, name, ...more] = rest.split(BLANKS)
  return as?.toUpperCase() === 'AS' && more.length === 0 ? name?.toLowerCase() : undefined
}

interface HereDocument {
  /** The line that ends it. */
  word: string
  /** Whether tabs may come before it. */
  chomps: boolean
}

/**
 * Finds the here-documents that begin in an instruction. Their `<<` starts a word outside of quotes. BuildKit before
 * 0.22 does not accept a blank after it.
 */
function documentsOf(line: string, keyword: string, rest: string): HereDocument[] {
  if (keyword === 'ONBUILD') {
    const trigger = splitInstruction(rest, BACKSLASH)
    return trigger.keyword === 'ONBUILD' ? [] : documentsOf(line, trigger.keyword, trigger.rest)
  }
  if (!/^(?:ADD|COPY|RUN)$/.test(keyword) || readJsonList(rest)) return []
  return splitWords(line, { escapeToken: BACKSLASH, raw: true }).flatMap((marked) => {
    const [, chomps, written = ''] = /^\d*<<(-?)[\t\n\f\r ]*([^<]*)$/.exec(marked) ?? []
    const [word, ...more] = splitWords(written, { escapeToken: BACKSLASH })
    return word === undefined || more.length > 0 ? [] : [{ word, chomps: chomps === '-' }]
  })
}

/**
 * Finds the line where the here-documents of an instruction end; BuildKit refuses a here-document without an end.
 * @param ends the last positions of all lines, so that the search for an end that is missing takes no time
 */
function findLastLine(
  lines: readonly string[],
  ends: Record<'exact' | 'chomped', ReadonlyMap<string, number>>,
  at: number,
  documents: readonly HereDocument[],
): number {
  return documents.reduce((last, { word, chomps }) => {
    const end = (chomps ? ends.chomped : ends.exact).get(word) ?? -1
    for (let at = last + 1; at <= end; at++)
      if ((chomps ? withoutTabs(lines[at] ?? '') : lines[at]) === word) return at
    return last
  }, at)
}

function lastPositions(lines: readonly string[]): Map<string, number> {
  return new Map(lines.map((line, index) => [line, index]))
}

function withoutTabs(line: string): string {
  return line.replace(/^\t+/, '')
}

/** Returns the words of an instruction in JSON form, or undefined for one in shell form. */
export function readJsonList(rest: string): string[] | undefined {
  if (!rest.startsWith('[')) return undefined
  try {
    const list: unknown = JSON.parse(rest)
    return Array.isArray(list) && list.every((word) => typeof word === 'string') ? list : undefined
  } catch {
    return undefined
  }
}

/** Finds a parser directive; BuildKit stops at the first line that is not a directive. */
function findDirective(lines: Iterable<string>, wanted: string, mark = '#'): string | undefined {
  for (const line of lines) {
    const text = line.startsWith(mark) ? trimStart(line.slice(mark.length)) : ''
    const [, name = '', value = ''] = /^([A-Za-z][A-Za-z0-9]*)\s*=(.+)$/.exec(text) ?? []
    if (!/^(?:escape|syntax|check)$/i.test(name)) return undefined
    if (name.toLowerCase() === wanted) return value.trim() || ' '
  }
  return undefined
}

/** Reads the escape character. Blanks may come before `# escape`, but not before `# syntax`. */
function readEscapeToken(dockerfile: string): string {
  return findDirective(linesOf(dockerfile).map(trimStart), 'escape') === '`' ? '`' : BACKSLASH
}

/** Returns the image that `# syntax=…` or `// syntax=…` names. A `#!` line may come before it. */
export function readSyntax(dockerfile: string): string | undefined {
  const lines = linesOf(dockerfile)
  if (lines[0]?.startsWith('#!')) lines.shift()
  return (findDirective(lines, 'syntax') ?? findDirective(lines, 'syntax', '//'))?.split(' ', 1)[0]
}

/** Collapses blanks and writes the keyword in capitals, so that the log and the Dockerfile can be compared. */
function withPlainBlanks(instruction: string): string {
  return instruction
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\w+/, (keyword) => keyword.toUpperCase())
}

/** Finds the instruction of a step such as `[builder 2/3] RUN x`. Returns undefined if more than one is possible. */
export function findInstruction(step: string, instructions: readonly Instruction[]): Instruction | undefined {
  const image = /^(?:\[internal\] load metadata for|(?:\[[^\]]*\] )?FROM) (\S+)$/.exec(step)?.[1]
  if (image !== undefined) return findImage(image, instructions)
  // BuildKit pads the position to the width of the total: `[stage-1  3/14]`.
  const [, place = '', position, total, run = ''] =
    /^\[(?:(\S+(?: \S+)?) )? *(\d+)\/(\d+)\] (.+)$/.exec(step) ?? []
  // In builds for several platforms, the platform, which always contains a slash, comes before the stage.
  const stageName = /(?:^| )([^\s/]+)$/.exec(place)?.[1]
  const inStage = instructions.filter(({ stage }) =>
    [undefined, stage.name, `stage-${stage.index}`].includes(stageName),
  )
  const text = withPlainBlanks(run)
  const alike = inStage.filter(
    (one) => matches(one.text, text) || (one.text.includes('<<') && text.startsWith(`${one.text} (`)),
  )
  if (alike.length < 2) return alike[0]
  // BuildKit does not count a FROM that names an earlier stage.
  const counted = [/^(?:FROM|ADD|COPY|RUN|WORKDIR)$/, /^(?:ADD|COPY|RUN|WORKDIR)$/].map((counts) =>
    inStage.filter(({ keyword }) => counts.test(keyword)),
  )
  const atPosition = counted.find(({ length }) => length === Number(total))?.[Number(position) - 1]
  return alike.find((one) => one === atPosition)
}

export function findImage(image: string, instructions: readonly Instruction[]): Instruction | undefined {
  const name = image.replace(/@sha256:[0-9a-f]+$/, '').replace(/^docker\.io\/(?:library\/)?/, '')
  const names = [image, name, name.replace(/:latest$/, ''), image.replace(/:latest$/, '')]
  const uses = instructions.flatMap((instruction) =>
    Array.from(instruction.text.matchAll(/^FROM (?:--\S+ )*(\S+)|\bfrom=([^,\s]+)/g), ([, base, source]) => ({
      instruction,
      written: base ?? source ?? '',
    })),
  )
  const alike = uses.filter(({ written }) => names.some((one) => matches(written, one)))
  const exact = alike.find(({ written }) => names.includes(written))
  const isOnly = alike.every(({ written }) => written === alike[0]?.written)
  return (exact ?? (isOnly ? alike[0] : undefined))?.instruction
}

/** Returns whether a text can be the template with its `$variables` replaced. */
export function matches(template: string, text: string): boolean {
  const [first = '', ...others] = template.split(/\$\{[^}]*\}|\$\w+/)
  const last = others.pop()
  if (last === undefined) return first === text
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const literal of others) {
    const found = text.indexOf(literal, at)
    if (found === -1) return false
    at = found + literal.length
  }
  return text.endsWith(last) && text.length - last.length >= at
}
