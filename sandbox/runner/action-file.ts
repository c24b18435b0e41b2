import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import { type ExpressionScope, interpolate } from './expressions.js'

/** The parts of an action.yml that the runner reads. */
export interface ActionFile {
  name: string
  /** Absolute path of the folder with the action.yml. */
  folder: string
  inputs: Record<string, { default?: unknown; deprecationMessage?: string; required?: boolean } | null>
  /** Entry files as passed to Node.js: `<folder>/<main>`, not normalized. */
  main: string
  post?: string
  postIf: string
}

/** @throws Error if the folder has no Node.js action, or its entry is missing */
export function readActionFile(folder: string): ActionFile {
  const path = ['action.yml', 'action.yaml']
    .map((name) => resolve(folder, name))
    .find((file) => existsSync(file))
  if (!path) throw new Error(`No action.yml in ${resolve(folder)}: give the folder that holds it`)
  const { name = '', inputs = {}, runs = {} } = parse(readFileSync(path, 'utf8')) ?? {}
  if (!/^node\d+$/.test(runs.using)) {
    throw new Error(
      `${path}: runs.using is "${runs.using}"; the sandbox runs JavaScript actions only, such as node24`,
    )
  }
  const entries = [runs.main, runs.post].map((entry) => entry && `${resolve(folder)}/${entry}`)
  const [main, post] = entries
  for (const entry of entries) {
    if (entry && !existsSync(entry))
      throw new Error(`${path}: the entry ${entry} does not exist: build it first`)
  }
  if (!main) throw new Error(`${path}: runs.main is missing; name the file to run`)
  // The braces around an `if` are optional.
  const postIf = String(runs['post-if'] ?? 'always()').replace(/^\s*\$\{\{|\}\}\s*$/g, '')
  return { name, folder: resolve(folder), inputs: inputs ?? {}, main, ...(post && { post }), postIf }
}

export interface StepInputs {
  /** Values by name, from the workflow or the defaults. */
  values: Record<string, string>
  /** The runner's warnings about undeclared and deprecated inputs. */
  warnings: string[]
}

/** Adds the defaults. Like GitHub, it does not enforce `required`, and compares names case-insensitively. */
export function fillInputs(
  action: ActionFile,
  given: Record<string, string>,
  scope: ExpressionScope,
): StepInputs {
  const declared = Object.entries(action.inputs)
  const givenNames = new Set(Object.keys(given).map((name) => name.toLowerCase()))
  const defaults = declared
    .filter(([name]) => !givenNames.has(name.toLowerCase()))
    .map(([name, input]) => [name, interpolate(String(input?.default ?? ''), scope)])
  const deprecated = declared
    .filter(([name, input]) => input?.deprecationMessage && givenNames.has(name.toLowerCase()))
    .map(([name, input]) => `Input '${name}' has been deprecated with message: ${input?.deprecationMessage}`)
  return {
    values: { ...given, ...Object.fromEntries(defaults) },
    warnings: [...deprecated, ...warnOfUndeclared(Object.keys(given), Object.keys(action.inputs))],
  }
}

function warnOfUndeclared(given: string[], declared: string[]): string[] {
  const valid = new Set(declared.map((name) => name.toLowerCase()))
  const unexpected = given.filter((name) => !valid.has(name.toLowerCase()))
  if (unexpected.length === 0) return []
  const quote = (names: string[]) => names.map((name) => `'${name}'`).join(', ')
  return [`Unexpected input(s) ${quote(unexpected)}, valid inputs are [${quote(declared)}]`]
}

/** Returns `INPUT_<NAME>` in uppercase, with spaces replaced by underscores and hyphens kept. */
export function nameInputVariables(values: Record<string, string>): Record<string, string> {
  const variables = Object.entries(values).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value,
  ])
  return Object.fromEntries(variables)
}
