/** Finds what a Python file says about workflows and evaluators of the platform's client, without running it. */
import { readTokens, type Token } from './tokens.js'

/** An expression, as far as it can be known without running it. */
export type Expression =
  | { kind: 'text'; text: string }
  /** A name, or a call of it: `evaluate`, `metrics.evaluate`, `MyEvaluator(…)`. */
  | { kind: 'name'; path: readonly string[]; called: boolean }
  | { kind: 'unknown' }

/** An expression and the line where it is written. */
export type Placed = Expression & { line: number }

/** What a name is imported from. `from .metrics import evaluate as run` binds `run` to `.metrics` and `evaluate`. */
export interface Import {
  module: string
  /** Undefined if the module itself is imported. */
  name: string | undefined
}

/** A function, or a class that may give itself another name with `display_name`. */
export interface Definition {
  kind: 'function' | 'class'
  renamed: boolean
}

/** What a file says. Names are not resolved yet. */
export interface PythonFile {
  /** By the names that the file uses. */
  imports: ReadonlyMap<string, Import>
  /** The names that are assigned. Unknown if a name is assigned more than once. */
  assigned: ReadonlyMap<string, Expression>
  /** The functions and classes by their names, without methods. */
  defined: ReadonlyMap<string, Definition>
  /** The names that workflows are defined with. */
  workflows: readonly Placed[]
  /** The evaluators that models are tested with. */
  tested: readonly Placed[]
  /** The functions and classes that are evaluators, whether or not the file uses them. */
  evaluators: readonly { name: string; line: number }[]
}

const unknown: Expression = { kind: 'unknown' }

/** Reads a file. Returns undefined if it is not valid Python. */
export function readPythonFile(source: string): PythonFile | undefined {
  const tokens = readTokens(source)
  return tokens && new FileReader(tokens).read()
}

/** A class whose body is being read. */
interface OpenClass {
  column: number
  definition: Definition
}

class FileReader {
  readonly #tokens: readonly Token[]
  /** For each opening bracket, the index of the one that closes it. */
  readonly #ends: ReadonlyMap<number, number>
  readonly #imports = new Map<string, Import>()
  readonly #assigned = new Map<string, Expression>()
  readonly #defined = new Map<string, Definition>()
  readonly #evaluators: { name: string; line: number }[] = []

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
    this.#ends = matchBrackets(tokens)
  }

  read(): PythonFile {
    this.#readStatements()
    const calls = this.#calls()
    const argumentsOf = (names: readonly string[], position: number, keyword: string) =>
      calls
        .filter(({ path }) => names.includes(this.#clientName(path) ?? ''))
        .flatMap(({ open }) => this.#argument(open, position, keyword) ?? [])
    return {
      imports: this.#imports,
      assigned: this.#assigned,
      defined: this.#defined,
      workflows: argumentsOf(['define_workflow', 'Workflow'], 0, 'name'),
      tested: argumentsOf(['test', 'TestRun'], 2, 'evaluator'),
      evaluators: this.#evaluators,
    }
  }

  /** Reads imports, assignments and definitions, which begin a statement. */
  #readStatements(): void {
    const classes: OpenClass[] = []
    const starts = [0, ...this.#tokens.flatMap(({ kind }, index) => (kind === 'newline' ? [index + 1] : []))]
    for (const [index, start] of starts.slice(0, -1).entries()) {
      const end = (starts[index + 1] ?? 0) - 1
      if (start === end) continue
      const { column } = this.#tokens[start] as Token
      while ((classes.at(-1)?.column ?? -1) >= column) classes.pop()
      const first = this.#is(start, 'async') ? start + 1 : start
      if (this.#is(first, 'from')) this.#readFromImport(first, end)
      else if (this.#is(first, 'import')) this.#readImport(first, end)
      else if (this.#is(first, 'class')) classes.push({ column, definition: this.#readClass(first) })
      else if (this.#is(first, 'def')) this.#readFunction(first, end, classes.at(-1))
      else this.#readAssignment(start, end)
    }
  }

  /** `from a.b import c as d, e` */
  #readFromImport(start: number, end: number): void {
    const at = this.#find('import', start, end)
    const module = this.#join(start + 1, at)
    for (const [name, local] of this.#importedNames(at + 1, end))
      this.#imports.set(local ?? name, { module, name })
  }

  /** `import a.b as c, d` */
  #readImport(start: number, end: number): void {
    for (const [module, local] of this.#importedNames(start + 1, end)) {
      const [first = ''] = module.split('.')
      this.#imports.set(local ?? first, { module: local === undefined ? first : module, name: undefined })
    }
  }

  /** Returns the items of an import, each with the name that `as` gives it. */
  #importedNames(start: number, end: number): [name: string, local: string | undefined][] {
    const names: [string, string | undefined][] = []
    let at = start
    for (; at < end; at++) {
      if (this.#is(at, '(') || this.#is(at, ')') || this.#is(at, ',')) continue
      const from = at
      while (at < end && !this.#is(at, ',') && !this.#is(at, ')') && !this.#is(at, 'as')) at++
      const local = this.#is(at, 'as') ? this.#tokens[++at]?.text : undefined
      names.push([this.#join(from, local === undefined ? at : at - 1), local])
    }
    return names
  }

  #readClass(start: number): Definition {
    const name = this.#tokens[start + 1]?.text ?? ''
    const open = this.#afterTypes(start + 2)
    const definition: Definition = { kind: 'class', renamed: false }
    this.#defined.set(name, definition)
    const bases = this.#is(open, '(') ? this.#argumentList(open) : []
    const isEvaluator = bases.some(([from, to]) => {
      const base = this.#expression(from, to)
      return base.kind === 'name' && this.#clientName(base.path) === 'Evaluator'
    })
    if (isEvaluator) this.#evaluators.push({ name, line: this.#tokens[start]?.line ?? 0 })
    return definition
  }

  #readFunction(start: number, end: number, parent: OpenClass | undefined): void {
    const name = this.#tokens[start + 1]?.text ?? ''
    if (parent) {
      if (name === 'display_name') parent.definition.renamed = true
      return
    }
    this.#defined.set(name, { kind: 'function', renamed: false })
    const close = this.#ends.get(this.#afterTypes(start + 2)) ?? end
    if (!this.#is(close + 1, '->')) return
    const result = this.#expression(close + 2, this.#find(':', close + 2, end))
    const [type] =
      result.kind === 'text' ? [result.text] : result.kind === 'name' ? result.path.slice(-1) : []
    if (type === 'EvaluationResults') this.#evaluators.push({ name, line: this.#tokens[start]?.line ?? 0 })
  }

  /** Skips the type parameters of a class or function, `[T]`. */
  #afterTypes(at: number): number {
    return this.#is(at, '[') ? (this.#ends.get(at) ?? at) + 1 : at
  }

  /** `NAME = …`, `NAME: str = …` and `NAME += …` */
  #readAssignment(start: number, end: number): void {
    const { kind, text: name } = this.#tokens[start] as Token
    const equals = this.#is(start + 1, ':') ? this.#find('=', start + 2, end) : start + 1
    if (kind !== 'name' || equals >= end || !/^[^=!<>]*=$/.test(this.#tokens[equals]?.text ?? '')) return
    const isPlain = this.#is(equals, '=') && !this.#assigned.has(name)
    this.#assigned.set(name, isPlain ? this.#expression(equals + 1, end) : unknown)
  }

  /** Returns the calls of a name, and the index of each opening bracket. */
  #calls(): { path: readonly string[]; open: number }[] {
    return [...this.#ends.keys()].flatMap((open) => {
      if (!this.#is(open, '(') || this.#tokens[open - 1]?.kind !== 'name') return []
      let start = open - 1
      while (this.#is(start - 1, '.') && this.#tokens[start - 2]?.kind === 'name') start -= 2
      const isCall = !this.#is(start - 1, 'def') && !this.#is(start - 1, 'class') && !this.#is(start - 1, '.')
      return isCall ? [{ path: this.#path(start, open), open }] : []
    })
  }

  /** Returns the argument of a call by its keyword, or its position if it has none. */
  #argument(open: number, position: number, keyword: string): Placed | undefined {
    const items = this.#argumentList(open)
    const { line } = this.#tokens[open] as Token
    const named = items.find(([from]) => this.#is(from, keyword) && this.#is(from + 1, '='))
    if (named) return { ...this.#expression(named[0] + 2, named[1]), line }
    // After `*list`, a position is not known; `**options` may contain the keyword.
    const starred = items.findIndex(([from]) => this.#is(from, '*') || this.#is(from, '**'))
    if (starred !== -1 && starred <= position) return { ...unknown, line }
    const item = items[position]
    if (!item || this.#is(item[0] + 1, '=')) return starred === -1 ? undefined : { ...unknown, line }
    return { ...this.#expression(item[0], item[1]), line }
  }

  /** Returns where the items between two brackets begin and end. */
  #argumentList(open: number): [from: number, to: number][] {
    const close = this.#ends.get(open) ?? open
    const items: [number, number][] = []
    let from = open + 1
    for (let at = from; at <= close; at++) {
      if (at === close || this.#is(at, ',')) {
        if (at > from) items.push([from, at])
        from = at + 1
      } else at = this.#ends.get(at) ?? at
    }
    return items
  }

  #expression(from: number, to: number): Expression {
    let [start, end] = [from, to]
    while (this.#is(start, '(') && this.#ends.get(start) === end - 1) [start, end] = [start + 1, end - 1]
    if (start >= end) return unknown
    if (this.#tokens[start]?.kind === 'string') return this.#joinedText(start, end)
    let after = start + 1
    while (after < end && (this.#is(after, '.') || this.#is(after - 1, '.'))) after++
    const path = this.#path(start, after)
    const isCalled = this.#is(after, '(') && this.#ends.get(after) === end - 1
    const isName = path.length > 0 && (after === end || isCalled)
    return isName ? { kind: 'name', path, called: isCalled } : unknown
  }

  /** Python joins strings that stand next to each other. Stops at anything else, because it may contain other calls. */
  #joinedText(start: number, end: number): Expression {
    let text = ''
    for (let at = start; at < end; at++) {
      const { kind, value } = this.#tokens[at] as Token
      if (kind !== 'string' || value === undefined) return unknown
      text += value
    }
    return { kind: 'text', text }
  }

  /** Returns the names of `a.b.c`; an empty list for anything else. */
  #path(start: number, end: number): string[] {
    const tokens = this.#tokens.slice(start, end)
    const isPath = tokens.every(({ kind, text }, index) => (index % 2 === 0 ? kind === 'name' : text === '.'))
    return isPath && tokens.length % 2 === 1 ? tokens.flatMap(({ text }) => (text === '.' ? [] : [text])) : []
  }

  /** Returns what a name is called in the platform's client; undefined if it does not come from there. */
  #clientName(path: readonly string[]): string | undefined {
    const [first = ''] = path
    const imported =
      this.#imports.get(first) ?? (this.#defined.has(first) ? undefined : this.#imports.get('*'))
    if (imported === undefined || !/^kolena(\.|$)/.test(imported.module)) return undefined
    return path.length > 1 || imported.name === '*' ? path.at(-1) : imported.name
  }

  #join(start: number, end: number): string {
    return this.#tokens
      .slice(start, end)
      .map(({ text }) => text)
      .join('')
  }

  /** Returns the index of a token, outside of brackets; `end` if there is none. */
  #find(text: string, start: number, end: number): number {
    for (let at = start; at < end; at++) {
      if (this.#is(at, text)) return at
      at = this.#ends.get(at) ?? at
    }
    return end
  }

  #is(index: number, text: string): boolean {
    const token = this.#tokens[index]
    return token !== undefined && token.kind !== 'string' && token.text === text
  }
}

/** Returns the index of the closing bracket for each opening one. The tokenizer has checked that they match. */
function matchBrackets(tokens: readonly Token[]): Map<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== 'operator') continue
    if (/^[([{]$/.test(text)) open.push(index)
    else if (/^[)\]}]$/.test(text)) ends.set(open.pop() ?? index, index)
  }
  return ends
}
