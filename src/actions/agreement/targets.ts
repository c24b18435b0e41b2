import { batches } from '../../data/batches.js'
import { Problems, quote } from '../../data/problems.js'
import type { KiliProject } from '../../platforms/kili/client.js'
import { type ClassificationJob, categoriesIn, problemWith, respond } from '../../platforms/kili/jobs.js'
import type { Project, Response } from '../../platforms/kili/schemas.js'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { checkCreation, newAssetId } from './create-assets.js'
import { openPredictions, type Prediction } from './predictions.js'
import type { Target } from './result.js'

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
): Promise<Target[]> {
  if (createAssets) checkCreation(kili)
  const { predictions, problems } = await checkAnswers(kili.project, file, job)
  const targets: Target[] = []
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
      else if (assetId !== undefined) targets.push({ externalId, predicted, assetId })
      else if (!createAssets) missing.push(externalId)
      else if (!hasContent) withoutContent.push(externalId)
      else targets.push({ externalId, predicted, assetId: newAssetId(), isNew: true })
    }
    if (predictions.length > LOOKUP.count) log.info(`Found ${targets.length} of ${predictions.length} assets`)
  }
  const complaints = [
    await complaint(
      missing,
      'have no asset in the project',
      'import the assets, set create-assets: true, or take them out of the file',
    ),
    await complaint(
      withoutContent,
      'have no asset in the project and no content to create it from',
      'write the https address of each asset into the column content',
    ),
    await complaint(
      shared,
      'belong to several assets each',
      'give each asset an external id of its own in Kili',
    ),
  ].flat()
  problems.refuse(complaints)
  if (complaints.length > 0)
    throw new ActionError(
      `${file} does not fit the project ${kili.project.id}. Nothing was pushed.\n${complaints.join('\n')}`,
    )
  return targets
}

/** A prediction that fits the project. */
interface Checked extends Pick<Target, 'externalId' | 'predicted'> {
  hasContent: boolean
}

/** Returns every prediction with its choice in the job, and the problems of those that do not fit the project. */
async function checkAnswers(
  project: Project,
  file: string,
  job: ClassificationJob | undefined,
): Promise<{ predictions: Checked[]; problems: Problems }> {
  const rows = await openPredictions(file)
  const problems = new Problems(rows)
  const checked: Checked[] = []
  // Predictions have few different answers, so each is kept only once.
  const known = new Map<string, string[]>()
  for await (const batch of rows.batches) {
    for (const prediction of batch) {
      const response = problems.attempt(prediction.line, () => responseOf(prediction, job))
      const problem = response && problemWith(response, project)
      if (problem !== undefined) problems.add(prediction.line, problem)
      const chosen = response && job && categoriesIn(response, job.name)
      const key = JSON.stringify(chosen)
      if (chosen && !known.has(key)) known.set(key, chosen)
      checked.push({
        externalId: copy(prediction.externalId),
        predicted: known.get(key),
        hasContent: prediction.content !== undefined,
      })
    }
  }
  return { predictions: checked, problems }
}

/** Copies a text, because a part of a longer text keeps all of it in memory. */
function copy(text: string): string {
  return Buffer.from(text).toString()
}

/** How many external ids the error names. The log has all of them. */
const SHOWN = 20

async function complaint(externalIds: readonly string[], what: string, advice: string): Promise<string[]> {
  if (externalIds.length === 0) return []
  const group = `${externalIds.length} external ids ${what}`
  await log.group(group, () => log.info(externalIds.map(quote).join('\n')))
  const more = externalIds.length > SHOWN ? ` and ${externalIds.length - SHOWN} more, all in the log` : ''
  return [`- ${group}: ${externalIds.slice(0, SHOWN).map(quote).join(', ')}${more}; ${advice}.`]
}
