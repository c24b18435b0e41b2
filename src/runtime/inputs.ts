import { getInput } from '@actions/core'
import { z } from 'zod/mini'
import { clip } from './clip.js'
import { InputError, messageOf } from './errors.js'
import { shapeOf } from './fields.js'
import { MIN_SECRET_LENGTH, maskSecret, withoutCredentials } from './secrets.js'
import { sanitizeLine } from './untrusted-text.js'
import { type PathKind, problemOfPath } from './workspace.js'

/**
 * One entry per input: its name as in action.yml, and the type and rules of its value. The runner takes the default
 * from action.yml; `prefault` repeats it here for a workflow that sets the input to an empty string.
 */
export type Fields = Record<string, z.ZodMiniType>

/**
 * The parsed inputs. An input without a default is undefined if it is empty. An input that was refused has its default,
 * or undefined.
 */
export type Values<F extends Fields> = {
  [Name in keyof F]: F[Name] extends z.ZodMiniPrefault ? z.output<F[Name]> : z.output<F[Name]> | undefined
}

/** The text of each input by name; empty for one that is not set. */
export type RawInputs = Readonly<Record<string, string>>

const secretFields = new WeakSet<z.ZodMiniType>()

/** Marks an input as secret: its value is masked in the log and never shown in a message. */
export function secret<T extends z.ZodMiniType>(field: T): T {
  secretFields.add(field)
  return field
}

export function isSecret(field: z.ZodMiniType): boolean {
  return secretFields.has(field)
}

/** Reads the action's inputs, and removes them from the environment so that no child process inherits them. */
export function takeRawInputs(fields: Fields, variables: Record<string, string | undefined> = {}): RawInputs {
  const entries = Object.keys(fields).map((name) => {
    // Read both, so that neither stays in the environment.
    const [given, standIn] = [takeInput(name), takeVariable(variables[name])]
    return [name, given || standIn]
  })
  return Object.fromEntries(entries)
}

/** A problem with an input. */
export interface InputProblem {
  name: string
  /** The value, unless it is missing or secret. */
  value: string | undefined
  /** The full sentence. */
  text: string
}

/**
 * The parsed inputs of the action. Problems are collected, not thrown: `refuse` throws them together with the problems
 * found by comparing inputs.
 */
export class Inputs<F extends Fields> {
  readonly values: Values<F>
  readonly #problems: InputProblem[] = []
  readonly #texts: RawInputs
  /** Inputs whose values come from a file of the checkout. Such a file may not name every path that a workflow may. */
  readonly checkedOut: ReadonlySet<string>

  /** @param variables the environment variables that replace empty inputs */
  constructor(
    fields: F,
    variables: { [Name in keyof F]?: string } = {},
    texts: RawInputs = takeRawInputs(fields, variables),
    checkedOut: ReadonlySet<string> = new Set(),
  ) {
    this.#texts = texts
    this.checkedOut = checkedOut
    const entries = Object.entries(fields).map(([name, field]) => {
      const text = texts[name] ?? ''
      if (text !== '' && isSecret(field)) maskInput(name, text, field)
      return { name, field, text }
    })
    this.values = Object.fromEntries(
      entries.map(({ name, field, text }) => [name, this.#parse(name, text, field)]),
    ) as Values<F>
  }

  /** Records a problem. `value` is shown; omit it for a secret. */
  problem(name: string & keyof F, value: string | undefined, text: string): void {
    const subject = value === undefined ? name : `${name} ${quote(value)}`
    this.#problems.push({ name, value, text: `${subject}: ${text}` })
  }

  /** The problems recorded so far. */
  get problems(): readonly InputProblem[] {
    return this.#problems
  }

  /** Returns whether an input has a value, or had one that was refused. */
  isGiven(name: string & keyof F): boolean {
    const value: unknown = this.values[name]
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    return !isEmpty || this.#problems.some((problem) => problem.name === name)
  }

  /** Records that an input is missing, unless it is given. */
  missing(name: string & keyof F, text: string): void {
    if (!this.isGiven(name)) this.problem(name, undefined, text)
  }

  /** Returns the raw text of an input, even if it could not be parsed. */
  text(name: string & keyof F): string {
    return this.#texts[name] ?? ''
  }

  /**
   * Records what is wrong with the file or directory that an input names. Returns whether it can be used.
   * @param missing what to say if it does not exist, including what to do
   * @param confined whether it must stay in the workspace even if the step itself names it
   */
  checkPath(
    name: string & keyof F,
    path: string,
    kind: PathKind,
    missing = 'is not there',
    confined = false,
  ): boolean {
    const problem = problemOfPath(path, kind, confined || this.checkedOut.has(name))
    if (problem !== undefined) this.problem(name, path, problem === 'missing' ? missing : problem)
    return problem === undefined
  }

  /** Runs the function, and records a problem if it throws. `value` is shown; omit it for a secret. */
  attempt<T>(name: string & keyof F, work: () => T, value?: string): T | undefined {
    try {
      return work()
    } catch (error) {
      this.problem(name, value, messageOf(error))
      return undefined
    }
  }

  /** Throws `InputError` with every problem recorded so far. */
  refuse(): void {
    if (this.#problems.length > 0) throw new InputError(this.#problems.map(({ text }) => text))
  }

  #parse(name: string, text: string, field: z.ZodMiniType): unknown {
    const fallback = field instanceof z.ZodMiniPrefault ? field.parse(undefined) : undefined
    // GitHub does not enforce `required`, and an input that is not set arrives as an empty string.
    if (text === '') return fallback
    const result = field.safeParse(text)
    if (result.success) return result.data
    for (const { message } of result.error.issues) {
      // The value of any item may be secret.
      const hidden = isSecret(field) || shapeOf(field) === 'pairs'
      const shown = hidden || message.includes(JSON.stringify(text)) ? undefined : text
      this.problem(name, shown, message)
    }
    return fallback
  }
}

/**
 * Returns where to put a secret, for a message.
 * @param what the secret in words, such as "the platform's API token"
 * @param variable the name of the secret in a workflow, and of the environment variable elsewhere
 */
export function howToSet(input: string, what: string, variable: string): string {
  return `in a workflow, store ${what} as the secret ${variable} of the repository (Settings, Secrets and variables, Actions), and write ${input}: \${{ secrets.${variable} }}; elsewhere, set the environment variable ${variable}`
}

/** Returns the environment variable that an input names; undefined if it is not set. */
export function readVariable(name: string): string | undefined {
  return process.env[name] ?? taken.get(name)
}

/** Masks the value of a secret input in the log. */
function maskInput(name: string, text: string, field: z.ZodMiniType): void {
  // A short secret that is refused is a problem already, and needs no warning.
  const accepted = text.length >= MIN_SECRET_LENGTH || field.safeParse(text).success
  if (accepted) maskSecret(text, undefined, `The input ${name}`)
  // The user pasted `KOLENA_TOKEN=…` instead of the token: the part after `=` is the secret.
  const [, assigned] = /^\s*(?:export\s+)?[A-Z][A-Z0-9_]*=["']?([^\s"']{8,})["']?\s*$/.exec(text) ?? []
  if (assigned) maskSecret(assigned)
}

function takeInput(name: string): string {
  const text = getInput(name)
  delete process.env[`INPUT_${name.toUpperCase()}`]
  return text
}

/** Variables that were removed from the environment. A build secret may still name one. */
const taken = new Map<string, string>()

function takeVariable(name: string | undefined): string {
  if (name === undefined) return ''
  const value = process.env[name]
  if (value !== undefined) taken.set(name, value)
  const text = value?.trim() ?? ''
  delete process.env[name]
  return text
}

/** Maximum characters of a value that are shown, and that are searched for credentials, which takes time. */
const SHOWN = 120
const SEARCHED = 2000

function quote(value: string): string {
  const line = sanitizeLine(withoutCredentials(clip(value, SEARCHED)).replaceAll(/\r?\n/g, '⏎'))
  return `"${clip(line, SHOWN)}"`
}
