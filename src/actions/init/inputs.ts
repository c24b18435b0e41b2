import { posix, relative } from 'node:path'
import { z } from 'zod/mini'
import { formatReference, parseReference } from '../../docker/reference.js'
import { boolean, line, name, parsed } from '../../runtime/fields.js'
import { Inputs } from '../../runtime/inputs.js'
import type { ActionRequest } from '../../runtime/run-action.js'

/** A value that GitHub passes on as it is. Quotes do not protect an expression, and GitHub removes blanks at the ends. */
const literal = unlessProblem(problemOfValue)
const literalPath = unlessProblem(problemOfPath)

const image = parsed((text) => {
  const { tag, digest } = parseReference(text)
  if (tag !== undefined || digest !== undefined)
    throw new Error('has a tag or digest; leave it out, because each version gets its own')
  return text
})

/** The inputs of the command: names, types and rules. `description.ts` has descriptions and defaults. */
export const fields = {
  workflow: name.check(literal),
  'evaluator-name': name.check(literal),
  image,
  file: line.check(literalPath),
  context: line.check(literalPath),
  'dry-run': z.prefault(boolean, 'false'),
}

export interface InitInputs {
  workflow: string | undefined
  'evaluator-name': string | undefined
  image: string | undefined
  /** Relative to the root of the repository, like `context`. */
  file: string | undefined
  context: string | undefined
  dryRun: boolean
}

/** Reads all inputs. Throws one `InputError` with every problem before anything is read or written. */
export function loadInputs({ rawInputs }: ActionRequest): InitInputs {
  const inputs = new Inputs(fields, {}, rawInputs)
  const { file, context, 'dry-run': dryRun, ...names } = inputs.values
  if (file !== undefined)
    inputs.checkPath(
      'file',
      file,
      'file',
      'there is no such Dockerfile; write its path in the repository',
      true,
    )
  if (context !== undefined)
    inputs.checkPath('context', context, 'directory', 'there is no such directory in the repository', true)
  inputs.refuse()
  return { ...names, file: pathInRepository(file), context: pathInRepository(context), dryRun }
}

function pathInRepository(path: string | undefined): string | undefined {
  return path === undefined ? undefined : posix.join('.', relative('.', path))
}

function unlessProblem(problemOf: (text: string) => string | undefined) {
  return z.superRefine<string>((text, context) => {
    const problem = problemOf(text)
    if (problem !== undefined) context.addIssue(`${problem}; write another value`)
  })
}

/** Returns why a value cannot be written into a workflow as it is; undefined if it can. */
export function problemOfValue(text: string): string | undefined {
  if (text.includes('${{')) return 'contains an expression, which GitHub would evaluate'
  if (text === '' || text.trim() !== text) return 'is empty, or begins or ends with a blank'
  if (/\p{Cc}|\p{Cs}|\p{Bidi_Control}|[\u2028\u2029\uFFFD]/u.test(text)) return 'contains control characters'
  return text.length > MAX_VALUE ? `has more than ${MAX_VALUE} characters` : undefined
}

/** Does the same for a path, whose folders may become the build context. */
export function problemOfPath(path: string): string | undefined {
  const parts = path.split('/').filter((part) => !/^\.{0,2}$/.test(part))
  if (path.length > MAX_VALUE) return `has more than ${MAX_VALUE} characters`
  const problem = parts.map(problemOfValue).find((found) => found !== undefined)
  return problem && `has a part that ${problem}`
}

/** Returns the same for the value of an input that is a name. */
export function problemOfName(text: string): string | undefined {
  return name.safeParse(text).success ? problemOfValue(text) : 'cannot be a name'
}

/** Maximum characters of a name or path that is written into a workflow. */
export const MAX_VALUE = 300

/** Returns whether a text names an image without a tag. */
export function isImage(text: string): boolean {
  try {
    return formatReference(parseReference(text)) === text && image.safeParse(text).success
  } catch {
    return false
  }
}
