import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { clip } from '../../../runtime/clip.js'
import type { Event } from '../../../runtime/event.js'
import * as log from '../../../runtime/log.js'
import type { ActionContext } from '../../../runtime/run-action.js'
import { redact } from '../../../runtime/secrets.js'
import { sanitizeLine } from '../../../runtime/untrusted-text.js'
import type { LoadedEntry } from '../evaluators-file/clashes.js'
import type { EvaluatorsInput } from '../evaluators-file/inputs.js'
import { type Entry, parseEvaluators } from '../evaluators-file/read.js'
import type { Selection } from '../result.js'
import { readBaseCommit } from './base-commit.js'
import { buildersOf, LocalImages } from './base-images.js'
import { Comparison } from './comparison.js'
import { type BaseEntries, type ComparedEntry, compareEntry, reasonOf } from './entry.js'
import { readStepInputs } from './workflow-files.js'

/** Maximum characters of a reason, so that those of all entries fit into an output. */
const MAX_REASON = 300

/**
 * Decides for each entry of this job whether its inputs differ from the base commit of the pull request. An entry that
 * cannot be compared is built. Returns undefined for a run that builds everything, because it publishes or is not for a
 * pull request.
 */
export async function selectChanged(
  input: EvaluatorsInput,
  event: Event,
  context: ActionContext,
): Promise<readonly Selection[] | undefined> {
  const { mode, entries } = input
  if (!mode?.dryRun || !event.payload.pull_request) {
    log.info(
      'Every entry is handled: only: changed leaves entries out in the dry runs of pull requests, and not in other runs',
    )
    return undefined
  }
  return await context.runLog.phase('Compare with the base commit', async () => {
    const directory = join(context.privateDirectory, 'only-changed')
    mkdirSync(directory, { mode: 0o700 })
    try {
      return await select(input, event, directory, context.signal)
    } catch (error) {
      context.signal.throwIfAborted()
      return entries.map(() => built(reasonOf(error)))
    } finally {
      rmSync(directory, { recursive: true })
    }
  })
}

/** The reason may contain names of files and messages of servers, which can be long and hostile. */
function built(reason: string): Selection {
  return { isBuilt: true, reason: clip(sanitizeLine(redact(reason)), MAX_REASON) }
}

async function select(
  { mode, file, all, entries, token }: EvaluatorsInput,
  event: Event,
  directory: string,
  signal: AbortSignal,
): Promise<Selection[]> {
  const everything = (reason: string) => entries.map(() => built(reason))
  // Unreviewed code gets no token, so only public repositories can be read.
  const ownToken = mode?.untrusted ? undefined : token
  const commit = await readBaseCommit(event, ownToken, join(directory, 'base'), signal)
  if ('reason' in commit) return everything(commit.reason)
  const comparison = new Comparison(commit.directory, signal)
  const step = await readStepInputs(event, commit.directory, comparison)
  if ('reason' in step) return everything(step.reason)
  const before = readBaseEntries(file, comparison)
  if (!before) return everything(`the base commit has no ${file} that can be read`)
  const images = new LocalImages(directory, mode?.untrusted ?? false, signal)
  const changes = new Changes(all, { entries: before, file, step, comparison }, images)
  const selections: Selection[] = []
  for (const entry of entries) {
    const reason = await changes.reasonFor(entry)
    selections.push(
      reason === undefined
        ? { isBuilt: false, reason: `its inputs are those of the base commit ${commit.sha.slice(0, 7)}` }
        : built(reason),
    )
  }
  return selections
}

/** Returns the entries of the base commit's file; undefined if it cannot be read. */
function readBaseEntries(file: string, comparison: Comparison): Entry[] | undefined {
  try {
    const { entries, problems } = parseEvaluators(readFileSync(comparison.inBase(file), 'utf8'), file)
    return problems.length === 0 ? entries : undefined
  } catch {
    // Whatever is wrong with it, everything is built.
    return undefined
  }
}

/** The changes of all entries of a file, of which each is determined once. */
class Changes {
  readonly #all: readonly LoadedEntry[]
  readonly #base: BaseEntries
  readonly #localImages: LocalImages
  readonly #compared = new Map<LoadedEntry, ComparedEntry>()

  constructor(all: readonly LoadedEntry[], base: BaseEntries, localImages: LocalImages) {
    this.#all = all
    this.#base = base
    this.#localImages = localImages
  }

  /** Returns why an entry is built: it differs, or an entry differs whose image it is based on. */
  async reasonFor(entry: LoadedEntry): Promise<string | undefined> {
    const reached = new Set([entry])
    // The set grows during the loop.
    for (const one of reached) {
      const { images, difference } = await this.#compare(one)
      if (difference !== undefined)
        return one === entry
          ? difference
          : `it is based on the image of ${nameOf(one)}, which is built because ${difference}`
      for (const image of images) for (const builder of buildersOf(image, this.#all)) reached.add(builder)
    }
    return undefined
  }

  async #compare(entry: LoadedEntry): Promise<ComparedEntry> {
    const known = this.#compared.get(entry)
    if (known) return known
    const compared = await compareEntry(entry, this.#base, async (image) =>
      this.#localImages.refuse(image, buildersOf(image, this.#all).length > 0),
    )
    this.#compared.set(entry, compared)
    return compared
  }
}

function nameOf({ evaluator: { evaluator, image } }: LoadedEntry): string {
  return evaluator?.name ?? image.path
}
