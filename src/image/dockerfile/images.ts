import { NotReusable } from '../reuse/not-reusable.js'
import { type Instruction, parseDockerfile, readJsonList, readSyntax } from './instructions.js'
import { readStages, type Stage, stageNamed, targetStage } from './stages.js'
import { type DockerfileUse, splitAt } from './variables.js'
import { readText } from './words.js'

/**
 * The images that a build takes something from, as they are written: bases, sources of `COPY --from` and of mounts, and
 * the image of the Dockerfile's syntax. Of stages that the target does not need, none.
 *
 * @throws NotReusable when it uses something that changes without a trace in its inputs
 */
export function findImages(
  text: string,
  use: Omit<DockerfileUse, 'platform'> & { platforms: readonly string[] },
): string[] {
  const dockerfile = parseDockerfile(text)
  const images = new Set<string>()
  for (const platform of use.platforms) {
    const stages = readStages(dockerfile, { ...use, platform })
    for (const { stage, sources } of neededStages(stages, use.target)) {
      for (const instruction of stage.instructions) refuseUnknown(instruction, dockerfile.escapeToken)
      for (const source of sources) if (typeof source === 'string') images.add(source)
    }
  }
  const args = new Map(use.buildArgs.map((arg) => splitAt(arg, '=')))
  const syntax = args.get('BUILDKIT_SYNTAX') ?? readSyntax(text)
  if (syntax !== undefined) images.add(knownSyntax(syntax))
  images.delete('scratch')
  return [...images]
}

interface NeededStage {
  stage: Stage
  /** What it stands on, copies and mounts from. */
  sources: (Stage | string)[]
}

/** The stage that is built and all that it takes something from; every stage when the target is none. */
function neededStages(stages: readonly Stage[], target: string | undefined): NeededStage[] {
  const built = targetStage(stages, target)
  const wanted = new Set(built ? [built] : stages)
  const needed: NeededStage[] = []
  for (const stage of wanted) {
    const sources = [stage.base(), ...stage.instructions.flatMap((one) => sourcesOf(one, stage, stages))]
    for (const source of sources) if (typeof source !== 'string') wanted.add(source)
    needed.push({ stage, sources })
  }
  return needed
}

/** What an instruction names by the flags of `COPY` and of `RUN --mount`. */
function sourcesOf(
  { keyword, flags, line }: Instruction,
  { index }: Stage,
  stages: readonly Stage[],
): (Stage | string)[] {
  if (!['COPY', 'ADD', 'RUN'].includes(keyword)) return []
  const earlier = stages.slice(0, index)
  return flags.flatMap((flag) => {
    const [name, value] = splitAt(flag, '=')
    const written = name === '--from' ? [value] : name === '--mount' ? mountedFrom(value) : []
    return written.map((source) => {
      if (/["$]/.test(source) || (name === '--mount' && value.includes('"')))
        throw new NotReusable(`the flags in line ${line} of the Dockerfile cannot be read with certainty`)
      const numbered = /^\d+$/.test(source) ? earlier[Number(source)] : undefined
      return numbered ?? stageNamed(earlier, source) ?? source
    })
  })
}

function mountedFrom(mount: string): string[] {
  return mount.split(',').flatMap((field) => {
    const [key, value] = splitAt(field.replace(/^"/, ''), '=')
    return key.toLowerCase() === 'from' ? [value] : []
  })
}

function refuseUnknown(instruction: Instruction, escapeToken: string): void {
  if (instruction.keyword === 'ONBUILD')
    throw new NotReusable(`line ${instruction.line} of the Dockerfile is an ONBUILD, which acts elsewhere`)
  if (instruction.keyword === 'ADD') refuseRemoteSource(instruction, escapeToken)
}

/** `ADD` of an address fetches what is there at the time, unless a checksum or a commit says what it has to be. */
function refuseRemoteSource({ flags, rest, line }: Instruction, escapeToken: string): void {
  if (flags.some((flag) => /^--checksum=[^$]+$/.test(flag))) return
  const words = readJsonList(rest) ?? rest.split(/[\t\v\f\r ]+/)
  const sources = words.slice(0, -1).map((word) => plainText(word, escapeToken))
  const remote = sources.find((source) => isRemote(source) && !isFixed(source))
  if (remote !== undefined)
    throw new NotReusable(
      `line ${line} of the Dockerfile adds ${remote}, which may have changed; give its --checksum`,
    )
}

/** Without quotes and escapes; variables stay, as their values depend on the stage. */
function plainText(word: string, escapeToken: string): string {
  try {
    return readText(word, { escapeToken })
  } catch {
    return word
  }
}

/** Whether BuildKit fetches a source of ADD, or may do so depending on a variable in it. */
export function isRemote(source: string): boolean {
  if (/^(?:\w+:\/\/|[\w.-]+@[\w.-]+:|github\.com\/)|\.git(?:[#?]|$)/.test(source)) return true
  if (!source.includes('$')) return false
  const start = source.slice(0, source.indexOf('$'))
  const schemes = ['http://', 'https://', 'git://', 'ssh://', 'git@', 'github.com/']
  return (
    /:\/\/|@|\.git/.test(source) ||
    schemes.some((scheme) => scheme.startsWith(start) || start.startsWith(scheme))
  )
}

export function isFixed(source: string): boolean {
  return /#[0-9a-f]{40}(?::|$)/.test(source) && !source.includes('$')
}

/** Docker's own frontend, whose language this reads. */
function knownSyntax(syntax: string): string {
  const [image = ''] = syntax.split(/\s/)
  if (/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(image)) return image
  throw new NotReusable(`the Dockerfile is written for ${image}, which is not Docker's own frontend`)
}
