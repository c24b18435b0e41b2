import { z } from 'zod/mini'
import { type EngineCaller, getJson } from '../../docker/engine.js'
import type { Instruction } from '../dockerfile/instructions.js'
import type { Stage } from '../dockerfile/stages.js'

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
 * Tells which history entries are those of the Dockerfile, and which layer each of them made: to say where something was
 * found. BuildKit writes one entry per instruction of the stages that make the image, so they are the last ones; each must
 * begin with its instruction's keyword. What belongs to the base image is not for this to decide.
 *
 * @param layers how many layers the image has
 * @param added how many of them this build may have added
 * @param stages those that make the image, the lowest first; undefined when they cannot be told
 * @returns undefined when Dockerfile and history do not agree
 */
export function findAddedSteps(
  history: readonly HistoryEntry[],
  layers: number,
  added: number,
  stages: readonly Stage[] | undefined,
): AddedStep[] | undefined {
  // What an ONBUILD of one of our own stages adds to the next is not in the Dockerfile in that place.
  const isTrigger = ({ keyword }: Instruction) => keyword === 'ONBUILD'
  if (!stages || stages.slice(0, -1).some(({ instructions }) => instructions.some(isTrigger)))
    return undefined
  const instructions = stages.flatMap((stage) => stage.instructions).filter((one) => !isTrigger(one))
  if (history.length < instructions.length) return undefined
  const entries = history.slice(history.length - instructions.length)
  const steps: AddedStep[] = []
  const made = entries.filter((entry, index) => makesLayer(instructions[index], entry)).length
  if (made > added) return undefined
  let layer = layers - made
  for (const [index, entry] of entries.entries()) {
    const instruction = instructions[index]
    if (!instruction || !entry.createdBy.toUpperCase().startsWith(instruction.keyword)) return undefined
    steps.push({ ...entry, instruction, layer: makesLayer(instruction, entry) ? layer++ : undefined })
  }
  return steps
}

/**
 * The layers of an image that have a size, the lowest first.
 * @param added how many layers are not of the base image; undefined when that cannot be told
 */
export function layerSizes(
  history: readonly HistoryEntry[],
  steps: readonly AddedStep[] | undefined,
  added: number | undefined,
): LayerSize[] {
  const below = history.slice(0, history.length - (steps?.length ?? 0))
  const own = steps?.filter(({ layer }) => layer !== undefined).length ?? 0
  // Between the layers of the base image and those of the Dockerfile are the ones that triggers of the base image made.
  const made = below.filter(hasLayer)
  const triggered = made.slice(made.length - ((added ?? own) - own))
  const sizes = [
    ...below.map((entry) => ({
      text: instructionOf(entry),
      line: undefined,
      size: entry.size,
      base: added !== undefined && !triggered.includes(entry),
    })),
    ...(steps ?? []).map(({ instruction: { text, line }, size }) => ({ text, line, size, base: false })),
  ]
  return sizes.filter(({ size }) => size > 0)
}

function hasLayer({ createdBy, size }: HistoryEntry): boolean {
  return size > 0 || /^(?:RUN|COPY|ADD|WORKDIR) (?!\/(?: |$))/.test(createdBy)
}

/** An instruction without what the builder put around it, the values of its build arguments above all. */
function instructionOf({ createdBy }: HistoryEntry): string {
  const text = createdBy
    .replace(/ # buildkit$/, '')
    .replace(/^RUN \|\d+ .*?(?=\/bin\/sh -c )/s, 'RUN ')
    .replace(/^(RUN )?\/bin\/sh -c (#\(nop\) +)?/, (_, run = '', nop = '') => (nop ? '' : run || 'RUN '))
  return text.trim() || 'imported'
}

/** BuildKit makes a layer of these even when it is empty, and of no other: of WORKDIR unless the directory is the root. */
function makesLayer(instruction: Instruction | undefined, { createdBy }: HistoryEntry): boolean {
  const keyword = instruction?.keyword ?? ''
  return /^(RUN|COPY|ADD)$/.test(keyword) || (keyword === 'WORKDIR' && !/^WORKDIR \/( |$)/.test(createdBy))
}
