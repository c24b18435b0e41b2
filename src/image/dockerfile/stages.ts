import { NotReusable } from '../reuse/not-reusable.js'
import { type Dockerfile, type Instruction, parseDockerfile } from './instructions.js'
import { type DockerfileUse, globalExpansion } from './variables.js'

/** A stage of a Dockerfile. */
export interface Stage {
  /** From 0. */
  index: number
  /** In lower case. */
  name: string | undefined
  /** Without `FROM`. */
  instructions: readonly Instruction[]
  /** What it stands on: an earlier stage, or an image as it is written. Throws `NotReusable` when that cannot be told. */
  base(): Stage | string
}

/** The stages of a Dockerfile in order. */
export function readStages(dockerfile: Dockerfile, use: DockerfileUse): Stage[] {
  const expand = globalExpansion(dockerfile, use)
  const stages: Stage[] = []
  for (const { keyword, rest, stage } of dockerfile.instructions) {
    if (keyword !== 'FROM') continue
    const earlier = [...stages]
    const [image = ''] = rest.split(/\s/, 1)
    stages.push({
      ...stage,
      instructions: dockerfile.instructions.filter(
        (one) => one.stage.index === stage.index && one.keyword !== 'FROM',
      ),
      base: () => stageNamed(earlier, expand(image)) ?? expand(image),
    })
  }
  return stages
}

/** Of several stages with one name, the last counts. */
export function stageNamed(stages: readonly Stage[], name: string): Stage | undefined {
  return stages.findLast((stage) => stage.name === name.toLowerCase())
}

/** The stage that is built; undefined when there is none. */
export function targetStage(stages: readonly Stage[], target: string | undefined): Stage | undefined {
  if (target === undefined) return stages.at(-1)
  return stageNamed(stages, target) ?? stages.find(({ index }) => String(index) === target)
}

/** The stages that make an image, and what they stand on. */
export interface StageChain {
  /** The image below the lowest stage, with its variables replaced. */
  image: string
  /** The lowest first. */
  stages: readonly Stage[]
  /** Whether the Dockerfile has no other stage. */
  alone: boolean
}

/** The stages that make the image of a Dockerfile; undefined when that cannot be told. */
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
