import { groupBy } from '../../util/group-by.js'
import { NotReusable } from '../reuse/not-reusable.js'
import { type Dockerfile, type Instruction, parseDockerfile } from './instructions.js'
import { type DockerfileUse, globalExpansion } from './variables.js'

/** A stage of a Dockerfile. */
export interface Stage {
  /** Counted from 0. */
  index: number
  /** In lower case. */
  name: string | undefined
  /** Its instructions without `FROM`. */
  instructions: readonly Instruction[]
  /** Its base: an earlier stage, or an image as written. Throws `NotReusable` if that cannot be determined. */
  base(): Stage | string
}

/** Returns the stages of a Dockerfile in order. */
export function readStages(dockerfile: Dockerfile, use: DockerfileUse): Stage[] {
  const expand = globalExpansion(dockerfile, use)
  const stages: Stage[] = []
  const isFrom = ({ keyword }: Instruction) => keyword === 'FROM'
  const inStage = groupBy(
    dockerfile.instructions.filter((one) => !isFrom(one)),
    ({ stage }) => stage.index,
  )
  for (const { rest, stage } of dockerfile.instructions.filter(isFrom)) {
    const [image = ''] = rest.split(/\s/, 1)
    stages.push({
      ...stage,
      instructions: inStage.get(stage.index) ?? [],
      base: () => stageNamed(stages.slice(0, stage.index), expand(image)) ?? expand(image),
    })
  }
  return stages
}

/** Finds a stage by name. Of several stages with the same name, the last one counts. */
export function stageNamed(stages: readonly Stage[], name: string): Stage | undefined {
  return stages.findLast((stage) => stage.name === name.toLowerCase())
}

/** Returns the stage that is built, or undefined if it does not exist. */
export function targetStage(stages: readonly Stage[], target: string | undefined): Stage | undefined {
  if (target === undefined) return stages.at(-1)
  return stageNamed(stages, target) ?? stages.find(({ index }) => String(index) === target)
}

/** The stages that an image is built from, and their base image. */
export interface StageChain {
  /** The base image of the lowest stage, with its variables replaced. */
  image: string
  /** From lowest to highest. */
  stages: readonly Stage[]
  /** Whether the Dockerfile has no other stage. */
  alone: boolean
}

/** Returns the stages that the image is built from, or undefined if they cannot be determined. */
export function findChain(text: string, use: DockerfileUse): StageChain | undefined {
  try {
    const stages = readStages(parseDockerfile(text), use)
    const built = targetStage(stages, use.target)
    if (!built) return undefined
    const chain: [Stage, ...Stage[]] = [built]
    for (;;) {
      const base = chain[0].base()
      if (typeof base === 'string') return { image: base, stages: chain, alone: stages.length === 1 }
      chain.unshift(base)
    }
  } catch (error) {
    if (error instanceof NotReusable) return undefined
    throw error
  }
}
