import { z } from 'zod/mini'
import { type EngineCaller, getJson } from '../../docker/engine.js'
import { type Instruction, parseInstructions } from '../dockerfile/instructions.js'

/** One step in the making of an image, as the engine tells it; the oldest first. */
export interface HistoryEntry {
  /** The instruction as the builder ran it: `RUN |1 FOO=1 /bin/sh -c make # buildkit`. */
  createdBy: string
  /** Bytes. */
  size: number
}

/** A history entry that this build added. */
export interface AddedStep extends HistoryEntry {
  instruction: Instruction
  /** Which layer of the image it made, counted from 0 at the bottom; undefined for one that changed metadata only. */
  layer: number | undefined
}

/** What a layer adds to an image, and which instruction made it. */
export interface LayerSize {
  text: string
  /** In the Dockerfile; undefined for a layer of the base image. */
  line: number | undefined
  /** Bytes. */
  size: number
  /** Whether it belongs to the base image; false while that cannot be told. */
  base: boolean
}

const History = z.array(z.object({ CreatedBy: z.string(), Size: z.number() }))

/** Reads an image's history from the engine. */
export async function readHistory(caller: EngineCaller, image: string): Promise<HistoryEntry[]> {
  const history = await getJson(caller, { method: 'GET', path: `/images/${image}/history` }, History)
  return history.map(({ CreatedBy, Size }) => ({ createdBy: CreatedBy, size: Size })).reverse()
}

/**
 * Tells which history entries are those of the Dockerfile, and so which layers this build added to its base image.
 * BuildKit writes one entry an instruction of the stage (and of the stages that it is built from), so they are the
 * last ones; each must begin with its instruction's keyword.
 *
 * @param layers how many layers the image has
 * @returns undefined when Dockerfile and history do not agree, as with an ONBUILD of the base image
 */
export function findAddedSteps(
  history: readonly HistoryEntry[],
  layers: number,
  dockerfile: string,
  target?: string,
): AddedStep[] | undefined {
  const instructions = instructionsOf(parseInstructions(dockerfile), target)
  const entries = history.slice(history.length - (instructions?.length ?? 0))
  if (!instructions || instructions.length === 0 || entries.length < instructions.length) return undefined
  const steps: AddedStep[] = []
  let layer = layers - instructions.filter(makesLayer).length
  for (const [index, instruction] of instructions.entries()) {
    const entry = entries[index]
    if (!entry?.createdBy.toUpperCase().startsWith(instruction.keyword)) return undefined
    steps.push({ ...entry, instruction, layer: makesLayer(instruction) ? layer++ : undefined })
  }
  return layer === layers && layers >= steps.filter((step) => step.layer !== undefined).length
    ? steps
    : undefined
}

/** The layers of an image that have a size, the lowest first. */
export function layerSizes(
  history: readonly HistoryEntry[],
  steps: readonly AddedStep[] | undefined,
): LayerSize[] {
  const below = history.slice(0, history.length - (steps?.length ?? 0))
  const sizes = [
    ...below.map((entry) => ({
      text: instructionOf(entry),
      line: undefined,
      size: entry.size,
      base: steps !== undefined,
    })),
    ...(steps ?? []).map(({ instruction: { text, line }, size }) => ({ text, line, size, base: false })),
  ]
  return sizes.filter(({ size }) => size > 0)
}

/** An instruction without what the builder put around it, the values of its build arguments above all. */
function instructionOf({ createdBy }: HistoryEntry): string {
  const text = createdBy
    .replace(/ # buildkit$/, '')
    .replace(/^RUN \|\d+ .*?(?=\/bin\/sh -c )/s, 'RUN ')
    .replace(/^(RUN )?\/bin\/sh -c (#\(nop\) +)?/, (_, run = '', nop = '') => (nop ? '' : run || 'RUN '))
  return text.trim() || 'imported'
}

/** The instructions that make the stage `target`, those of the stages below it first. */
function instructionsOf(
  instructions: readonly Instruction[],
  target: string | undefined,
): Instruction[] | undefined {
  const froms = instructions.filter(({ keyword }) => keyword === 'FROM')
  const isTarget = ({ stage }: Instruction) =>
    stage.name === target?.toLowerCase() || String(stage.index) === target
  const from = target === undefined ? froms.at(-1) : froms.find(isTarget)
  if (!from) return undefined
  const own = instructions.filter(
    ({ stage, keyword }) => stage.index === from.stage.index && keyword !== 'FROM',
  )
  const base = /^FROM (?:--\S+ )*(\S+)/.exec(from.text)?.[1]?.toLowerCase()
  const parent = froms.find(({ stage }) => stage.index < from.stage.index && stage.name === base)
  return parent ? [...(instructionsOf(instructions, parent.stage.name) ?? []), ...own] : own
}

/** BuildKit makes a layer of these even when it is empty, and of no other. */
function makesLayer({ keyword, text }: Instruction): boolean {
  return /^(RUN|COPY|ADD)$/.test(keyword) || (keyword === 'WORKDIR' && text !== 'WORKDIR /')
}
