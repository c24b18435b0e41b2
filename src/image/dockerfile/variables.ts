import { NotReusable } from '../reuse/not-reusable.js'
import type { Dockerfile, Instruction } from './instructions.js'
import { readText, WordError } from './words.js'

/** The options of a build that determine which stages and images its Dockerfile uses. */
export interface DockerfileUse {
  target: string | undefined
  /** For example `linux/amd64`; empty if the builder decides. */
  platform: string
  /** `NAME=value`. */
  buildArgs: readonly string[]
}

/** Replaces the variables in a word of `FROM`. Throws `NotReusable` if a value cannot be determined. */
export type Expand = (word: string) => string

/** Values are computed when a `FROM` needs them: a value that cannot be determined matters only then. */
type Variables = Map<string, () => string>

/**
 * Returns a function that replaces variables as `FROM` does: with the arguments before the first `FROM` and the target
 * platform. An unset variable is empty.
 */
export function globalExpansion(dockerfile: Dockerfile, use: DockerfileUse): Expand {
  const { instructions, escapeToken } = dockerfile
  const given = new Map(use.buildArgs.map((text) => splitAt(text, '=')))
  const variables: Variables = new Map(
    builtInVariables(instructions, use).map(([name, value]) => [
      name,
      // A build argument of that name overrides the value, even without an ARG.
      () => given.get(name) ?? value ?? refuseUnknown(name),
    ]),
  )
  for (const { keyword, rest, stage } of instructions) {
    if (keyword !== 'ARG' || stage.index >= 0) continue
    for (const word of splitArguments(rest, escapeToken)) {
      const [name, value] = splitAt(word, '=')
      const before = new Map(variables)
      const chosen = given.get(name)
      if (chosen !== undefined) variables.set(name, () => chosen)
      else if (word.includes('=')) variables.set(name, () => expand(value, before, escapeToken))
    }
  }
  return (word) => expand(word, variables, escapeToken)
}

function expand(word: string, variables: Variables, escapeToken: string): string {
  try {
    return readText(word, { escapeToken, variable: (name) => variables.get(name)?.() })
  } catch (cause) {
    if (!(cause instanceof WordError)) throw cause
    throw new NotReusable(`"${word}" in the Dockerfile cannot be read with certainty`, { cause })
  }
}

function refuseUnknown(name: string): never {
  throw new NotReusable(`a base image depends on ${name}, which the builder decides`)
}

function builtInVariables(
  instructions: readonly Instruction[],
  { platform, target }: DockerfileUse,
): [name: string, value: string | undefined][] {
  const lastStage = instructions.findLast(({ keyword }) => keyword === 'FROM')?.stage
  const [os, architecture, variant] = platform.includes('/') ? normalizePlatform(platform) : []
  return [
    ['BUILDPLATFORM', undefined],
    ['BUILDOS', undefined],
    ['BUILDOSVERSION', undefined],
    ['BUILDARCH', undefined],
    ['BUILDVARIANT', undefined],
    ['TARGETPLATFORM', os && [os, architecture, variant].filter(Boolean).join('/')],
    ['TARGETOS', os],
    ['TARGETOSVERSION', undefined],
    ['TARGETARCH', architecture],
    ['TARGETVARIANT', variant],
    ['TARGETSTAGE', target ?? lastStage?.name ?? 'default'],
  ]
}

/** Returns operating system, architecture and variant under BuildKit's names: `linux/aarch64` is `linux/arm64`. */
export function normalizePlatform(platform: string): [os: string, architecture: string, variant: string] {
  const [os = '', architecture = '', variant = ''] = platform.toLowerCase().split('/')
  const normalized: Record<string, [architecture: string, variant: string]> = {
    i386: ['386', ''],
    x86_64: ['amd64', variant.replace(/^v1$/, '')],
    'x86-64': ['amd64', variant.replace(/^v1$/, '')],
    amd64: ['amd64', variant.replace(/^v1$/, '')],
    aarch64: ['arm64', variant.replace(/^v?8(\.0)?$/, '').replace(/^v?9(\.0)?$/, 'v9')],
    arm64: ['arm64', variant.replace(/^v?8(\.0)?$/, '').replace(/^v?9(\.0)?$/, 'v9')],
    armhf: ['arm', 'v7'],
    armel: ['arm', 'v6'],
    arm: ['arm', variant === '' ? 'v7' : variant.replace(/^(?=\d)/, 'v')],
  }
  return [os === 'macos' ? 'darwin' : os, ...(normalized[architecture] ?? [architecture, variant])] as const
}

/** Splits the words of `ARG` and `ENV`. Quotes and escapes keep blanks within a word, and stay in the word. */
export function splitArguments(rest: string, escapeToken: string): string[] {
  const escaped = escapeToken === '`' ? '`.' : '\\\\.'
  const one = escapeToken === '`' ? '`' : '\\\\'
  const word = new RegExp(`(?:${escaped}|"(?:${escaped}|[^"${one}])*"|'[^']*'|[^\\s"'${one}])+`, 'gs')
  return rest.match(word) ?? []
}

export function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
