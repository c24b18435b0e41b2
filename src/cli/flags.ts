/** The command line's flags: the inputs of the root action, under the same names, and a few of its own. */
import { parseArgs } from 'node:util'
import { closestMatch } from 'leven'
import { z } from 'zod/mini'
import { fields } from '../actions/publish/fields.js'
import { shapeOf, typeOf } from '../runtime/fields.js'
import { isSecret, type RawInputs } from '../runtime/inputs.js'
import { namesSecret } from '../runtime/secrets.js'

export interface CommandLine {
  /** The text of each input that has a flag, as a workflow would write it. */
  texts: RawInputs
  /** The file that the summary goes to. */
  summary: string | undefined
  help: boolean
  version: boolean
  /** What is wrong, as sentences. No value is in them: it may be a secret, whatever its flag is called. */
  problems: string[]
}

const login = 'is part of a login; run docker login for the registry first, whose login is used'
const comment = 'is for the comment on a pull request, which only a step of a workflow writes'

/** Inputs without a flag, and what to do instead. */
export const refused: Readonly<Record<string, string>> = {
  'api-token': 'is a secret; set the variable KOLENA_TOKEN of the environment',
  secret:
    'is a secret; put it into a variable of the environment, and write --secret-env NAME_OF_THE_VARIABLE',
  secrets:
    'are secrets; put them into variables of the environment or into files, and write --secret-envs id=NAME_OF_THE_VARIABLE or --secret-files id=path',
  'registry-username': login,
  'registry-password': login,
  'github-token': comment,
  comment,
}

const argvIsPublic =
  'Others can read what stands in a command line, and the history of the shell keeps it: replace the secret, if it was a real one'

/** The names of all flags. */
export const flags = [
  ...Object.keys(fields).filter((name) => !Object.hasOwn(refused, name)),
  ...['summary', 'help', 'version'],
]

const options = {
  ...Object.fromEntries(Object.keys(fields).map((name) => [name, { type: 'string' as const }])),
  summary: { type: 'string' as const },
  help: { type: 'boolean' as const, short: 'h' },
  version: { type: 'boolean' as const },
}

/** The words that an input takes; empty for one that takes others, too. */
export function wordsOf(name: string): readonly string[] {
  const field = fieldOf(name)
  const type = field && typeOf(field)
  if (type instanceof z.ZodMiniEnum) return type.options.map(String)
  return field && shapeOf(field) === 'boolean' ? ['true', 'false'] : []
}

export function isList(name: string): boolean {
  const field = fieldOf(name)
  return field !== undefined && ['list', 'pairs'].includes(shapeOf(field))
}

function fieldOf(name: string): z.ZodMiniType | undefined {
  return Object.hasOwn(fields, name) ? fields[name as keyof typeof fields] : undefined
}

/** Reads a command line, without Node.js and the script in front of it. */
export function readFlags(args: readonly string[]): CommandLine {
  const { tokens } = parseArgs({ args: args.map(spellOut), options, strict: false, tokens: true })
  const given = new Map<string, string[]>()
  const problems: string[] = []
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    const problem = token.kind === 'positional' ? noFlag(token.index) : problemOf(token)
    if (problem !== undefined) problems.push(problem)
    else if (token.kind === 'option')
      given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? ''])
  }
  for (const [name, { length }] of given)
    if (length > 1 && !isList(name) && !isQuestion(name))
      problems.push(`--${name}: is given ${length} times; give it once`)
  const inputs = [...given].filter(([name]) => Object.hasOwn(fields, name))
  return {
    texts: Object.fromEntries(inputs.map(([name, values]) => [name, values.join('\n')])),
    summary: given.get('summary')?.[0],
    help: given.has('help'),
    version: given.has('version'),
    problems: [...new Set(problems)],
  }
}

/** `--reuse` alone means `--reuse=true`. */
function spellOut(arg: string, index: number, args: readonly string[]): string {
  const words = arg.startsWith('--') ? wordsOf(arg.slice(2)) : []
  return words.includes('true') && !words.includes(args[index + 1] ?? '') ? `${arg}=true` : arg
}

function isQuestion(name: string): boolean {
  return name === 'help' || name === 'version'
}

interface OptionToken {
  name: string
  rawName: string
  index: number
  value?: string | undefined
  inlineValue?: boolean | undefined
}

function problemOf({ name, rawName, index, value, inlineValue }: OptionToken): string | undefined {
  const field = fieldOf(name)
  if (Object.hasOwn(refused, name))
    return `--${name}: ${refused[name]}${field && isSecret(field) ? `. ${argvIsPublic}` : ''}`
  // Letters behind one hyphen are not repeated: -pPASSWORD would be spelt out by them.
  if (!flags.includes(name)) return rawName.startsWith('--') ? unknownFlag(name) : noFlag(index)
  if (isQuestion(name)) return undefined
  if (!value) return `--${name}: has no value; write --${name}=VALUE, or leave it out`
  if (value.startsWith('-') && !inlineValue)
    return `--${name}: what follows it begins with a hyphen; if that is its value, write --${name}=VALUE`
  return undefined
}

function unknownFlag(name: string): string {
  const unknown = `--${name}: there is no such flag`
  if (namesSecret(name.replaceAll('-', '_')))
    return `${unknown}, and none takes a secret; the API token is the variable KOLENA_TOKEN of the environment. ${argvIsPublic}`
  const input = name.replace(/^no-/, '')
  const no = wordsOf(input).find((word) => word === 'false' || word === 'off')
  if (input !== name && no !== undefined) return `${unknown}; write --${input}=${no}`
  const near = closestMatch(name, flags, { maxDistance: 3 })
  return `${unknown}; ${near === undefined ? '--help lists them' : `did you mean --${near}?`}`
}

function noFlag(index: number): string {
  return `argument ${index + 1}: is neither a flag nor the value of one; flags begin with two hyphens, and a value with spaces stands in quotes`
}
