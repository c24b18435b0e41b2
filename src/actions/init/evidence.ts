import { posix } from 'node:path'
import type { Expression, Placed, PythonFile } from './python/names.js'
import type { Registration } from './shell.js'

/** Maximum number of expressions that are resolved. A repository with more of them does not name one evaluator. */
const MAX_EXPRESSIONS = 500
/** Maximum number of names that are followed from a use to a definition. Two files may import from each other. */
const MAX_STEPS = 8

/** A value that the repository contains. */
export interface Candidate {
  value: string
  /** The file and the line: `evaluator/main.py:12`. */
  place: string
}

/** What the repository says about one input. */
export interface Evidence {
  candidates: readonly Candidate[]
  /** Places that name a value in a way that only Python could compute. */
  unclear: readonly string[]
}

export type Names = Record<'workflow' | 'evaluator-name' | 'image', Evidence>

/** Returns the one value that the repository names; undefined if there is none, or more than one is possible. */
export function onlyValue({ candidates, unclear }: Evidence): Candidate | undefined {
  const isOnly = candidates.every(({ value }) => value === candidates[0]?.value)
  return isOnly && unclear.length === 0 ? candidates[0] : undefined
}

/** The files of a repository that may say how an evaluator is called. */
export interface Sources {
  /** Python files that use the platform's client, by path. */
  python: ReadonlyMap<string, PythonFile>
  registrations: readonly Registration[]
  /** Reads another Python file of the repository, such as one with constants. */
  load(path: string): PythonFile | undefined
  /** The paths of all Python files. */
  paths: readonly string[]
}

/**
 * Finds the names of workflow, evaluator and image. An evaluator is what models are tested with, or what a script
 * registers; only if that is not known, every definition of an evaluator counts.
 */
export function findNames(sources: Sources): Names {
  const resolver = new Resolver(sources)
  const registered = (key: 'workflow' | 'evaluator' | 'image') =>
    sources.registrations.flatMap(({ [key]: value, place }) =>
      value === undefined ? [] : [{ value, place }],
    )
  const workflows = collect(sources, 'workflows', (path, one) => resolver.text(path, one))
  const tested = collect(sources, 'tested', (path, one) => resolver.evaluator(path, one))
  const used = [...registered('evaluator'), ...tested.candidates]
  return {
    workflow: {
      candidates: [...registered('workflow'), ...workflows.candidates],
      unclear: workflows.unclear,
    },
    'evaluator-name':
      used.length > 0 && tested.unclear.length === 0
        ? { candidates: used, unclear: [] }
        : withDefined(sources, used, tested.unclear),
    image: { candidates: registered('image'), unclear: [] },
  }
}

/** Adds the definitions of evaluators to those in use, because some uses are unclear or there are none. */
function withDefined({ python }: Sources, used: readonly Candidate[], unclear: readonly string[]): Evidence {
  const all = [...python].flatMap(([path, { evaluators, defined }]) =>
    evaluators.map(({ name, line }) => ({
      value: name,
      place: `${path}:${line}`,
      renamed: defined.get(name)?.renamed === true,
    })),
  )
  const candidates = [...used, ...all.filter(({ renamed }) => !renamed)]
  const renamed = all.filter((one) => one.renamed).map(({ place }) => place)
  return { candidates, unclear: candidates.length > 0 ? renamed : [...renamed, ...unclear] }
}

function collect(
  { python }: Sources,
  kind: 'workflows' | 'tested',
  resolve: (path: string, expression: Expression) => string | undefined,
): Evidence {
  const all = [...python].flatMap(([path, file]) => file[kind].map((expression) => ({ path, expression })))
  const placed = all.map(({ path, expression }: { path: string; expression: Placed }, index) => ({
    value: index < MAX_EXPRESSIONS ? resolve(path, expression) : undefined,
    place: `${path}:${expression.line}`,
  }))
  return {
    candidates: placed.flatMap(({ value, place }) => (value === undefined ? [] : [{ value, place }])),
    unclear: placed.flatMap(({ value, place }) => (value === undefined ? [place] : [])),
  }
}

/** A Python file, and its path as a module: `metrics/scores`. */
interface Module {
  path: string
  written: string
}

/** Follows names from a use to a definition, within a file and through imports. */
class Resolver {
  readonly #files: Map<string, PythonFile | undefined>
  readonly #load: Sources['load']
  /** The modules by the last part of their names. */
  readonly #modules = new Map<string, Module[]>()

  constructor(sources: Sources) {
    this.#files = new Map(sources.python)
    this.#load = (path) => sources.load(path)
    for (const path of sources.paths) {
      const module = { path, written: moduleOf(path) }
      const name = posix.basename(module.written)
      const alike = this.#modules.get(name)
      if (alike) alike.push(module)
      else this.#modules.set(name, [module])
    }
  }

  /** Returns the text of an expression: of a literal or of a constant. */
  text(path: string, expression: Expression, steps = 0): string | undefined {
    if (expression.kind === 'text') return expression.text
    if (expression.kind === 'unknown' || expression.called || steps > MAX_STEPS) return undefined
    const found = this.#locate(path, expression.path)
    const next = found && this.#next(found.path, found.name)
    return next && this.text(next.path, next.expression, steps + 1)
  }

  /** Returns the name under which the platform's client knows an evaluator: that of its function or class. */
  evaluator(path: string, expression: Expression, called = false, steps = 0): string | undefined {
    if (expression.kind !== 'name' || steps > MAX_STEPS) return undefined
    const isCalled = called || expression.called
    const found = this.#locate(path, expression.path)
    if (found === undefined) return undefined
    const definition = this.#file(found.path)?.defined.get(found.name)
    if (definition)
      return definition.renamed || (isCalled && definition.kind === 'function') ? undefined : found.name
    const next = this.#next(found.path, found.name)
    return next && this.evaluator(next.path, next.expression, isCalled, steps + 1)
  }

  /** Returns what a file assigns to a name, or imports under it. */
  #next(path: string, name: string): { path: string; expression: Expression } | undefined {
    const file = this.#file(path)
    if (file?.imports.has(name)) return { path, expression: { kind: 'name', path: [name], called: false } }
    const expression = file?.assigned.get(name)
    return expression && { path, expression }
  }

  /** Returns the file that a name comes from, and the name there. Undefined if that is not a file of the repository. */
  #locate(
    path: string,
    [first = '', ...rest]: readonly string[],
  ): { path: string; name: string } | undefined {
    const imported = this.#file(path)?.imports.get(first)
    if (imported === undefined) return rest.length === 0 ? { path, name: first } : undefined
    const names = [...(imported.name === undefined ? [] : [imported.name]), ...rest]
    const name = names.pop()
    if (name === undefined) return undefined
    const { module } = imported
    const separator = module.endsWith('.') || names.length === 0 ? '' : '.'
    const file = this.#moduleFile(path, module + separator + names.join('.'))
    return file === undefined ? undefined : { path: file, name }
  }

  /** Returns the file of a module, if exactly one is possible. */
  #moduleFile(path: string, module: string): string | undefined {
    const [, dots = '', name = ''] = /^(\.*)(.*)$/.exec(module) ?? []
    const up = Array.from(dots.slice(1), () => '..')
    const wanted = posix.join(dots === '' ? '' : posix.dirname(path), ...up, name.replaceAll('.', '/'))
    const found = (this.#modules.get(posix.basename(wanted)) ?? []).filter(
      ({ written }) => written === wanted || (dots === '' && written.endsWith(`/${wanted}`)),
    )
    return found.length === 1 ? found[0]?.path : undefined
  }

  #file(path: string): PythonFile | undefined {
    if (!this.#files.has(path)) this.#files.set(path, this.#load(path))
    return this.#files.get(path)
  }
}

/** Returns the path of a module, which is a file or the `__init__.py` of a folder. */
function moduleOf(path: string): string {
  return path.replace(/(\/__init__)?\.py$/, '')
}
