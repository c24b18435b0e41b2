import { z } from 'zod/mini'
import { type EngineCaller, findJson } from '../../docker/engine.js'
import type { Instruction } from '../dockerfile/instructions.js'
import type { Stage } from '../dockerfile/stages.js'

/** One entry of an image's history, as the engine reports it. The oldest entry comes first. */
export interface HistoryEntry {
  /** The instruction as the builder ran it, such as `RUN |1 FOO=1 /bin/sh -c make # buildkit`. */
  createdBy: string
  /** Bytes. */
  size: number
}

/** A history entry that this build added. */
export interface AddedStep extends HistoryEntry {
  instruction: Instruction
  /** The layer that it created, counted from 0 at the bottom; undefined if it changed only metadata. */
  layer: number | undefined
}

/** The size of a layer, and the instruction that created it. */
export interface LayerSize {
  text: string
  /** The line in the Dockerfile; undefined for a layer of the base image. */
  line: number | undefined
  /** Bytes. */
  size: number
  /** Whether it belongs to the base image; false if that is unknown. */
  base: boolean
}

const History = z.array(z.object({ CreatedBy: z.string(), Size: z.number() }))

/**
 * Returns an image's history, or undefined if the engine cannot read it. An engine with the containerd store does not
 * unpack an image for a platform that it cannot run, and older versions need the unpacked image to read the history.
 */
export async function readHistory(caller: EngineCaller, image: string): Promise<HistoryEntry[] | undefined> {
  const history = await findJson(caller, { method: 'GET', path: `/images/${image}/history` }, History)
  return history?.map(({ CreatedBy, Size }) => ({ createdBy: CreatedBy, size: Size })).reverse()
}

/**
 * Finds the history entries of the Dockerfile's instructions and the layer of each, so that a finding can name a line.
 * BuildKit writes one entry per instruction of the stages that the image is built from, so they are the last entries;
 * each must begin with the keyword of its instruction. This does not decide which layers belong to the base image.
 *
 * @param layers the number of layers of the image
 * @param added the number of layers that this build may have added
 * @param stages the stages that the image is built from, from lowest to highest; undefined if they are unknown
 * @returns undefined if the Dockerfile and the history do not match
 */
export function findAddedSteps(
  history: readonly HistoryEntry[],
  layers: number,
  added: number,
  stages: readonly Stage[] | undefined,
): AddedStep[] | undefined {
  // An ONBUILD in one of our own stages adds instructions to the next stage that the Dockerfile does not show there.
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
 * Returns the non-empty layers of an image, from lowest to highest.
 * @param added the number of layers that do not belong to the base image; undefined if it is unknown
 */
export function layerSizes(
  history: readonly HistoryEntry[],
  steps: readonly AddedStep[] | undefined,
  added: number | undefined,
): LayerSize[] {
  const below = history.slice(0, history.length - (steps?.length ?? 0))
  const own = steps?.filter(({ layer }) => layer !== undefined).length ?? 0
  // Layers that triggers of the base image created are between its own layers and those of the Dockerfile.
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

/** Removes the text that the builder adds around an instruction, especially the values of build arguments. */
function instructionOf({ createdBy }: HistoryEntry): string {
  const text = createdBy
    .replace(/ # buildkit$/, '')
    .replace(/^RUN \|\d+ .*?(?=\/bin\/sh -c )/s, 'RUN ')
    .replace(/^(RUN )?\/bin\/sh -c (#\(nop\) +)?/, (_, run = '', nop = '') => (nop ? '' : run || 'RUN '))
  return text.trim() || 'imported'
}

/**
 * Returns whether BuildKit creates a layer, even an empty one, for an instruction. WORKDIR of the root creates none.
 */
function makesLayer(instruction: Instruction | undefined, { createdBy }: HistoryEntry): boolean {
  const keyword = instruction?.keyword ?? ''
  return /^(RUN|COPY|ADD)$/.test(keyword) || (keyword === 'WORKDIR' && !/^WORKDIR \/( |$)/.test(createdBy))
}
