import { NotReusable } from '../reuse/not-reusable.js'
import { type Instruction, parseInstructions, readDirectives } from './instructions.js'
import { expand } from './variables.js'

/** What of a build decides which images its Dockerfile uses. */
export interface DockerfileUse {
  target: string | undefined
  platforms: readonly string[]
  /** `NAME=value`. */
  buildArgs: readonly string[]
}

/**
 * The images that a build takes something from, as they are written: bases, sources of `COPY --from` and of mounts, and
 * the image of the Dockerfile's syntax. Of stages that the target does not need, none.
 *
 * @throws NotReusable when it uses something that changes without a trace in its inputs
 */
export function findImages(dockerfile: string, use: DockerfileUse): string[] {
  const instructions = parseInstructions(dockerfile)
  for (const instruction of instructions) refuseQuotedMark(instruction)
  const args = new Map(use.buildArgs.map((text) => splitAt(text, '=')))
  const images = new Set<string>()
  for (const platform of use.platforms) {
    const variables = globalVariables(instructions, args, platform, use.target)
    for (const stage of neededStages(stagesOf(instructions, variables), use.target)) {
      for (const instruction of stage.instructions) refuseUnknown(instruction)
      for (const image of stage.images) images.add(image)
    }
  }
  const syntax = args.get('BUILDKIT_SYNTAX') ?? readDirectives(dockerfile).get('syntax')
  if (syntax !== undefined) images.add(knownSyntax(syntax))
  images.delete('scratch')
  return [...images]
}

interface Stage {
  name: string | undefined
  instructions: Instruction[]
  /** Its base and what it copies or mounts from, as far as these are no stages. */
  images: string[]
  /** The stages before this one that it takes something from. */
  uses: Stage[]
}

function stagesOf(instructions: readonly Instruction[], variables: ReadonlyMap<string, string>): Stage[] {
  const stages: Stage[] = []
  const named = (name: string) => stages.findLast((stage) => stage.name === name.toLowerCase())
  const numbered = (name: string) => (/^\d+$/.test(name) ? stages[Number(name)] : undefined)
  const take = (stage: Stage, source: string, used: Stage | undefined) =>
    used ? stage.uses.push(used) : stage.images.push(source)
  for (const instruction of instructions) {
    const current = stages.at(-1)
    if (instruction.keyword === 'FROM') {
      const base = expand(/^FROM (?:--\S+ )*(\S+)/.exec(instruction.text)?.[1] ?? '', variables)
      const stage = { name: instruction.stage.name, instructions: [], images: [], uses: [] }
      take(stage, base, named(base))
      stages.push(stage)
    } else if (current) {
      current.instructions.push(instruction)
      for (const source of sourcesOf(instruction)) take(current, source, named(source) ?? numbered(source))
    }
  }
  return stages
}

/** The flags of `COPY` and of `RUN --mount` that name where something comes from. */
function sourcesOf({ keyword, text, line }: Instruction): string[] {
  if (!['COPY', 'ADD', 'RUN'].includes(keyword)) return []
  const flags = /^\w+((?: --\S+)*)/.exec(text)?.[1] ?? ''
  const sources = Array.from(
    flags.matchAll(/ --(?:from=(\S+)|mount=(?:\S*,)?from=([^,\s]+))/gi),
    ([, copied, mounted]) => copied ?? mounted ?? '',
  )
  if (/["']/.test(flags) || sources.some((source) => source.includes('$')))
    throw new NotReusable(`the flags in line ${line} of the Dockerfile cannot be read with certainty`)
  return sources
}

/** The stage that is built and all that it takes something from; every stage when the target is none. */
function neededStages(stages: readonly Stage[], target: string | undefined): Stage[] {
  const isTarget = ({ name }: Stage, index: number) =>
    name === target?.toLowerCase() || String(index) === target
  const built = target === undefined ? stages.at(-1) : stages.find(isTarget)
  if (!built) return [...stages]
  const needed = new Set([built])
  for (const stage of needed) for (const used of stage.uses) needed.add(used)
  return [...needed]
}

/** Variables that `FROM` may use: arguments before the first `FROM`, and the platform that is built for. */
function globalVariables(
  instructions: readonly Instruction[],
  args: ReadonlyMap<string, string>,
  platform: string,
  target = 'default',
): Map<string, string> {
  const [os = '', architecture = '', variant = ''] = platform.split('/')
  const variables = new Map([
    ['TARGETPLATFORM', platform],
    ['TARGETOS', os],
    ['TARGETARCH', architecture],
    ['TARGETVARIANT', variant],
    ['TARGETSTAGE', target],
  ])
  for (const { keyword, text, stage } of instructions) {
    if (keyword !== 'ARG' || stage.index >= 0) continue
    for (const [word] of text.slice('ARG '.length).matchAll(/(?:"[^"]*"|'[^']*'|\S)+/g)) {
      const [name, value] = splitAt(word, '=')
      const given = args.get(name) ?? (word.includes('=') ? expand(value, variables) : undefined)
      if (given !== undefined) variables.set(name, given)
    }
  }
  return variables
}

/** A here-document is found by its mark; in quotes it means nothing, and what seems to be its body are instructions. */
function refuseQuotedMark({ text, line }: Instruction): void {
  if (text.match(/"[^"]*"|'[^']*'/g)?.some((quoted) => quoted.includes('<<')))
    throw new NotReusable(
      `line ${line} of the Dockerfile has << in quotes, and cannot be read with certainty`,
    )
}

function refuseUnknown(instruction: Instruction): void {
  if (instruction.keyword === 'ONBUILD')
    throw new NotReusable(`line ${instruction.line} of the Dockerfile is an ONBUILD, which acts elsewhere`)
  refuseRemoteSource(instruction)
}

/** `ADD` of an address fetches what is there at the time, unless a checksum or a commit says what it has to be. */
function refuseRemoteSource({ keyword, text, line }: Instruction): void {
  if (keyword !== 'ADD') return
  const [, flags = '', rest = ''] = /^ADD((?: --\S+)*) (.*)$/.exec(text) ?? []
  const [, ...sources] = rest
    .split(/[ ",[\]]+/)
    .filter(Boolean)
    .toReversed()
  const remote = sources.filter((word) =>
    /^(?:\w+:\/\/|[\w.-]+@[\w.-]+:|github\.com\/|\$)|\.git(?:#|$)/.test(word),
  )
  const isFixed = (word: string) => /#[0-9a-f]{40}(?::|$)/.test(word) && !word.includes('$')
  if (/ --checksum=(?!\S*\$)/.test(flags) || remote.every(isFixed)) return
  throw new NotReusable(
    `line ${line} of the Dockerfile adds ${remote.find((word) => !isFixed(word))}, which may have changed; give its --checksum`,
  )
}

/** Docker's own frontend, whose language this reads. */
function knownSyntax(syntax: string): string {
  const [image = ''] = syntax.split(/\s/)
  if (/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(image)) return image
  throw new NotReusable(`the Dockerfile is written for ${image}, which is not Docker's own frontend`)
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
