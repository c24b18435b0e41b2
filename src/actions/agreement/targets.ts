import { batches } from '../../data/batches.js'
import { Problems, quote } from '../../data/problems.js'
import type { KiliProject } from '../../platforms/kili/client.js'
import { type ClassificationJob, categoriesIn, problemWith, respond } from '../../platforms/kili/jobs.js'
import type { Project, Response } from '../../platforms/kili/schemas.js'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { checkCreation, newAssetId } from './create-assets.js'
import { changedFile, openPredictions, type Prediction, type PredictionFile } from './predictions.js'
import type { Target } from './result.js'
import { Targets } from './target-list.js'

/** Maximum external ids in one query, the same as in the vendor's client, and maximum characters of all of them. */
export const LOOKUP = { count: 1000, characters: 1024 * 1024 }

/** Returns the response of a prediction. Throws an `Error` that says what to do if it names a category and no job. */
export function responseOf({ answer }: Prediction, job: ClassificationJob | undefined): Response {
  if ('response' in answer) return answer.response
  if (job) return respond(job, answer.categories)
  throw new Error(
    'names a category, and the project has no single classification job that it could be of: name the job with the input job',
  )
}

/**
 * Checks every answer against the project's interface, then finds the asset of every prediction. Throws one error with
 * every problem, and changes nothing.
 */
export async function findTargets(
  kili: KiliProject,
  file: string,
  { job, createAssets }: { job: ClassificationJob | undefined; createAssets: boolean },
): Promise<Targets> {
  if (createAssets) checkCreation(kili)
  const rows = await openPredictions(file, { isChecked: true })
  const problems = new Problems(rows)
  const predictions = checkAnswers(kili.project, rows, job, problems)
  const targets = new Targets()
  const missing: string[] = []
  const shared: string[] = []
  const withoutContent: string[] = []
  for await (const batch of batches(predictions, LOOKUP, ({ externalId }) => externalId.length)) {
    const assets = new Map<string, string[]>()
    for (const { id, externalId } of await kili.findAssets(batch.map(({ externalId }) => externalId)))
      assets.set(externalId, [...(assets.get(externalId) ?? []), id])
    for (const prediction of batch) {
      const [assetId, ...others] = assets.get(prediction.externalId) ?? []
      const { externalId, predicted, hasContent } = prediction
      if (others.length > 0) shared.push(externalId)
      else if (assetId === undefined && !createAssets) missing.push(externalId)
      else if (assetId === undefined && !hasContent) withoutContent.push(externalId)
      else {
        const asset = assetId === undefined ? { assetId: newAssetId(), isNew: true } : { assetId }
        if (!targets.add({ externalId, predicted, ...asset })) throw changedFile(file)
      }
    }
    if (targets.length > LOOKUP.count) log.info(`Found ${targets.length} assets`)
  }
  const complaints = [
    await complaint(
      missing,
      'without an asset in the project',
      'import the assets, set create-assets: true, or take them out of the file',
    ),
    await complaint(
      withoutContent,
      'without an asset in the project, and without content to create it from',
      'write the https address of each asset into the column content',
    ),
    await complaint(shared, 'of several assets each', 'give each asset an external id of its own in Kili'),
  ].flat()
  problems.refuse(complaints)
  if (complaints.length > 0)
    throw new ActionError(
      `${file} does not fit the project ${kili.project.id}. Nothing was pushed.\n${complaints.join('\n')}`,
    )
  return targets
}

/** A prediction as far as finding its asset goes. */
interface Checked extends Pick<Target, 'externalId' | 'predicted'> {
  hasContent: boolean
}

/** Reads every prediction with its choice in the job. Adds the problems of those that do not fit the project. */
async function* checkAnswers(
  project: Project,
  { batches: read }: PredictionFile,
  job: ClassificationJob | undefined,
  problems: Problems,
): AsyncGenerator<Checked> {
  for await (const batch of read) {
    for (const prediction of batch) {
      const { line, externalId, content } = prediction
      const response = problems.attempt(line, () => responseOf(prediction, job))
      const problem = response && problemWith(response, project)
      if (problem !== undefined) problems.add(line, problem)
      const predicted = response && job && categoriesIn(response, job.name)
      yield { externalId, predicted, hasContent: content !== undefined }
    }
  }
}

/** How many external ids the error names. The log has all of them. */
const SHOWN = 20

async function complaint(externalIds: readonly string[], what: string, advice: string): Promise<string[]> {
  if (externalIds.length === 0) return []
  const group = `${externalIds.length} external ${externalIds.length === 1 ? 'id' : 'ids'} ${what}`
  await log.group(group, () => log.info(externalIds.map(quote).join('\n')))
  const more = externalIds.length > SHOWN ? ` and ${externalIds.length - SHOWN} more, all in the log` : ''
  return [`- ${group}: ${externalIds.slice(0, SHOWN).map(quote).join(', ')}${more}; ${advice}.`]
}
