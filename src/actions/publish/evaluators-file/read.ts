import { readFileSync } from 'node:fs'
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, visit } from 'yaml'
import type { PlacedProblem } from '../../../runtime/errors.js'
import { messageOf } from '../../../runtime/errors.js'
import { shapeOf } from '../../../runtime/fields.js'
import { hint, nearest } from '../../../runtime/hint.js'
import type { RawInputs } from '../../../runtime/inputs.js'
import { asYaml, parseYaml, problemOfYaml } from '../../../runtime/yaml.js'
import { fields } from '../fields.js'
import { entryKeys, notInFile } from './keys.js'
import { textOf } from './texts.js'

/** One evaluator of the file: the inputs that it sets, and their lines. */
export interface Entry {
  texts: RawInputs
  /** The line on which it begins, counted from 1. */
  line: number
  /** The lines of its inputs, by name. */
  lines: Readonly<Record<string, number>>
  /** Inputs that it sets, as far as that is known, but not in a way that can be read. */
  refused: ReadonlySet<string>
}

/** The entries of a file, and its problems. */
export interface EvaluatorsFile {
  entries: Entry[]
  problems: PlacedProblem[]
}

/** Reads an evaluators file. Throws the error of the file system if it cannot be read. */
export function readEvaluators(path: string): EvaluatorsFile {
  return parseEvaluators(readFileSync(path, 'utf8'), path)
}

/** @param file the file's name in messages */
export function parseEvaluators(text: string, file: string): EvaluatorsFile {
  const problems: PlacedProblem[] = []
  const counter = new LineCounter()
  const lineAt = (offset: number | undefined) => Math.max(1, counter.linePos(offset ?? 0).line)
  const problem = (line: number, text: string) => problems.push({ text, place: { file, line } })
  const document = parseYaml(text, counter)
  const invalid = problemOfYaml(document, text)
  if (invalid) problem(invalid.line, invalid.text)
  visit(document, {
    Alias: (_, { source, range }) => {
      problem(
        lineAt(range?.[0]),
        `*${source}: aliases are not supported; set what all evaluators share outside the file, beside evaluators`,
      )
    },
  })
  if (problems.length > 0) return { entries: [], problems }
  const { contents } = document
  if (!isSeq(contents) || contents.items.length === 0) {
    const what = isSeq(contents) || contents === null ? 'has no evaluators' : 'is not a list'
    problem(
      lineAt(contents?.range?.[0]),
      `${what}; write one item per evaluator, such as "- image: keypoints"`,
    )
    return { entries: [], problems }
  }
  const linesOfFile = text.split('\n')
  const entries = contents.items.flatMap(
    (item) => readEntry(item as Node, linesOfFile, lineAt, problem) ?? [],
  )
  return { entries, problems }
}

function readEntry(
  item: Node,
  linesOfFile: readonly string[],
  lineAt: (offset: number | undefined) => number,
  problem: (line: number, text: string) => void,
): Entry | undefined {
  const line = lineAt(item.range?.[0])
  if (!isMap(item)) {
    const written = asYaml(linesOfFile[line - 1] ?? '')
    problem(
      line,
      written === undefined
        ? 'an evaluator is not a mapping; write its inputs as "name: value", such as "image: keypoints"'
        : `write ${written}`,
    )
    return undefined
  }
  const texts: Record<string, string> = {}
  const lines: Record<string, number> = {}
  const refused = new Set<string>()
  for (const { key, value } of item.items as Pair<Node, Node | null>[]) {
    const name = isScalar(key) ? String(key.value) : 'a list or a mapping'
    const at = lineAt(key.range?.[0])
    try {
      const field = fieldOf(name)
      texts[name] = textOf(value, shapeOf(field))
      lines[name] = at
    } catch (error) {
      problem(at, `${name}: ${messageOf(error)}`)
      refused.add(nearest(name, entryKeys) ?? name)
    }
  }
  return { texts, line, lines, refused }
}

/** Returns the field of a key. If an entry cannot set the key, throws an error that says what to write instead. */
function fieldOf(name: string): (typeof fields)[keyof typeof fields] {
  const refusal = Object.hasOwn(notInFile, name) ? notInFile[name] : undefined
  if (refusal !== undefined) throw new Error(refusal)
  if (entryKeys.includes(name)) return fields[name as keyof typeof fields]
  throw new Error(`is not an input of this action${hint(name, entryKeys) || '; the README lists them'}`)
}
