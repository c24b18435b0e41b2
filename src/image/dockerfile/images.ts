import { NotReusable } from '../reuse/not-reusable.js'
import { type Instruction, parseDockerfile, readJsonList, readSyntax } from './instructions.js'
import { readStages, type Stage, stageNamed, targetStage } from './stages.js'
import { type DockerfileUse, splitAt } from './variables.js'
import { readText } from './words.js'

/**
 * Returns the images that a build uses, as written: base images, sources of `COPY --from` and of mounts, and the syntax
 * image. Ignores stages that the target does not need.
 *
 * @throws NotReusable if the build uses something that can change without any change in its inputs
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
  /** The stages and images that it builds on, copies from and mounts. */
  sources: (Stage | string)[]
}

/** Returns the target stage and all stages that it needs, or every stage if the target does not exist. */
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

/** Returns the sources in the flags of `COPY` and `RUN --mount`. */
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
    throw new NotReusable(
      `line ${instruction.line} of the Dockerfile is an ONBUILD, which takes effect in another build`,
    )
  if (instruction.keyword === 'ADD') refuseRemoteSource(instruction, escapeToken)
}

/** Refuses `ADD` of a URL whose content may change: one without a checksum or a full commit. */
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

/** Removes quotes and escapes. Keeps variables, because their values depend on the stage. */
function plainText(word: string, escapeToken: string): string {
  try {
    return readText(word, { escapeToken })
  } catch {
    return word
  }
}

/** Returns whether BuildKit downloads a source of ADD, or may do so depending on a variable. */
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

/** Returns the image of the frontend. Refuses any but Docker's own, because this code reads only its language. */
function knownSyntax(syntax: string): string {
  const [image = ''] = syntax.split(/\s/)
  if (/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(image)) return image
  throw new NotReusable(`the Dockerfile is written for ${image}, which is not Docker's own frontend`)
}
