/** Parses the flags of a command: the inputs of its action under the same names, and a few additional flags. */
import { parseArgs } from 'node:util'
import { z } from 'zod/mini'
import { shapeOf, typeOf } from '../runtime/fields.js'
import { nearest } from '../runtime/hint.js'
import { isSecret, type RawInputs } from '../runtime/inputs.js'
import type { Action } from '../runtime/run-action.js'
import { namesSecret } from '../runtime/secrets.js'

export interface CommandLine {
  /** The text of each input that has a flag, as a workflow would write it. */
  rawInputs: RawInputs
  /** The file that the summary is written to. */
  summary: string | undefined
  /** Whether the computed metrics are written into the contract fixture. */
  updateExpected?: true
  help: boolean
  version: boolean
  /** The problems, as full sentences. They contain no values, because any value may be a secret. */
  problems: string[]
}

const login = 'is part of a login; run docker login for the registry first; its login is used'
const comment = 'is for the comment on a pull request, which only a step of a workflow writes'

/** Inputs without a flag, and what to do instead. Other secrets have the environment variable of their action. */
const insteadOf: Readonly<Record<string, string>> = {
  secret: 'is a secret; put it into an environment variable and write --secret-env NAME_OF_THE_VARIABLE',
  secrets:
    'are secrets; put them into environment variables or files and write --secret-envs id=NAME_OF_THE_VARIABLE or --secret-files id=path',
  'registry-username': login,
  'registry-password': login,
  'github-token': comment,
  comment,
}

const argvIsPublic =
  'Others can read a command line, and the history of the shell keeps it: replace the secret if it was a real one'

const own = { summary: 'string', 'update-expected': 'boolean', help: 'boolean', version: 'boolean' } as const

export type OwnFlag = keyof typeof own

/** The flags of one action. */
export class Flags {
  /** Names of all flags. */
  readonly names: readonly string[]
  /** Inputs without a flag, and what to do instead. */
  readonly refused: ReadonlyMap<string, string>
  readonly #fields: Readonly<Record<string, z.ZodMiniType>>
  readonly #secretVariable: string | undefined
  readonly #help: string

  /** @param word the command, for messages */
  constructor({ fields, variables }: Pick<Action<unknown>, 'fields' | 'variables'>, word: string) {
    this.#fields = fields
    this.#help = word === 'publish' ? '--help' : `${word} --help`
    const inputs = Object.keys(fields)
    const secrets = inputs.filter((name) => isSecret(fields[name] as z.ZodMiniType))
    this.#secretVariable = secrets.flatMap((name) => variables[name] ?? [])[0]
    this.refused = new Map(
      inputs.flatMap((name): [string, string][] => {
        if (Object.hasOwn(insteadOf, name)) return [[name, insteadOf[name] ?? '']]
        if (!secrets.includes(name)) return []
        const variable = variables[name] ?? this.#secretVariable
        return [[name, `is a secret; set the environment variable ${variable}`]]
      }),
    )
    this.names = [
      ...inputs.filter((name) => !this.refused.has(name)),
      ...Object.keys(own).filter((name) => name !== 'update-expected' || word === 'publish'),
    ]
  }

  /** Reads a command line that starts after Node.js, the script and the command. */
  read(args: readonly string[]): CommandLine {
    const options = {
      ...Object.fromEntries(Object.keys(this.#fields).map((name) => [name, { type: 'string' as const }])),
      summary: { type: own.summary },
      'update-expected': { type: own['update-expected'] },
      help: { type: own.help, short: 'h' },
      version: { type: own.version },
    }
    const spelled = args.map((arg, index) => this.#spellOut(arg, args[index + 1]))
    const { tokens } = parseArgs({ args: spelled, options, strict: false, tokens: true })
    const given = new Map<string, string[]>()
    const problems: string[] = []
    for (const [index, token] of tokens.entries()) {
      if (token.kind === 'option-terminator') continue
      // The value of an unknown flag belongs to the problem of the flag.
      if (token.kind === 'positional' && this.#isUnknown(tokens[index - 1])) continue
      const problem = token.kind === 'positional' ? noFlag(token.index) : this.#problemOf(token)
      if (problem !== undefined) problems.push(problem)
      else if (token.kind === 'option')
        given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? ''])
    }
    for (const [name, { length }] of given)
      if (length > 1 && !this.isList(name) && !isSwitch(name))
        problems.push(`--${name}: is given ${length} times; give it once`)
    const inputs = [...given].filter(([name]) => this.#fieldOf(name) !== undefined)
    return {
      rawInputs: Object.fromEntries(inputs.map(([name, values]) => [name, values.join('\n')])),
      summary: given.get('summary')?.[0],
      ...(given.has('update-expected') && { updateExpected: true }),
      help: given.has('help'),
      version: given.has('version'),
      problems: [...new Set(problems)],
    }
  }

  /** Returns the words that an input accepts; an empty list if it accepts other values too. */
  wordsOf(name: string): readonly string[] {
    const field = this.#fieldOf(name)
    const type = field && typeOf(field)
    if (type instanceof z.ZodMiniEnum) return type.options.map(String)
    return field && shapeOf(field) === 'boolean' ? ['true', 'false'] : []
  }

  isList(name: string): boolean {
    const field = this.#fieldOf(name)
    return field !== undefined && ['list', 'pairs'].includes(shapeOf(field))
  }

  #fieldOf(name: string): z.ZodMiniType | undefined {
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined
  }

  #isUnknown(token: { kind: string; name?: string; value?: unknown } | undefined): boolean {
    return token?.kind === 'option' && token.value === undefined && !this.names.includes(token.name ?? '')
  }

  /** `--reuse` alone means `--reuse=true`. */
  #spellOut(arg: string, next = ''): string {
    const words = arg.startsWith('--') ? this.wordsOf(arg.slice(2)) : []
    return words.includes('true') && !words.includes(next) ? `${arg}=true` : arg
  }

  #problemOf({ name, rawName, index, value, inlineValue }: OptionToken): string | undefined {
    const field = this.#fieldOf(name)
    const refused = this.refused.get(name)
    if (refused !== undefined)
      return `--${name}: ${refused}${field && isSecret(field) ? `. ${argvIsPublic}` : ''}`
    // Do not repeat letters after a single hyphen: they could spell out a password, as in -pPASSWORD.
    if (!this.names.includes(name)) return rawName.startsWith('--') ? this.#unknown(name) : noFlag(index)
    if (isSwitch(name)) return undefined
    if (!value) return `--${name}: has no value; write --${name}=VALUE, or leave it out`
    if (value.startsWith('-') && !inlineValue)
      return `--${name}: what follows it begins with a hyphen; if that is its value, write --${name}=VALUE`
    return undefined
  }

  #unknown(name: string): string {
    const unknown = `--${name}: there is no such flag`
    if (namesSecret(name.replaceAll('-', '_'))) {
      const remedy = this.#secretVariable && `; set the environment variable ${this.#secretVariable} instead`
      return `${unknown}, and no flag takes a secret${remedy ?? ''}. ${argvIsPublic}`
    }
    const input = name.replace(/^no-/, '')
    const no = this.wordsOf(input).find((word) => word === 'false' || word === 'off')
    if (input !== name && no !== undefined) return `${unknown}; write --${input}=${no}`
    const near = nearest(name, this.names)
    return `${unknown}; ${near === undefined ? `${this.#help} lists the flags` : `did you mean --${near}?`}`
  }
}

interface OptionToken {
  name: string
  rawName: string
  index: number
  value?: string | undefined
  inlineValue?: boolean | undefined
}

function isSwitch(name: string): boolean {
  return ['help', 'version', 'update-expected'].includes(name)
}

function noFlag(index: number): string {
  return `argument ${index + 1}: is neither a flag nor the value of a flag; flags begin with two hyphens, and a value with spaces needs quotes`
}
