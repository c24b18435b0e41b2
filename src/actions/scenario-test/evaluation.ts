import { setTimeout as sleep } from 'node:timers/promises'
import type { Nucleus } from '../../platforms/nucleus/client.js'
import type { Evaluation } from '../../platforms/nucleus/schemas.js'
import type { UploadTarget } from '../../platforms/nucleus/upload-body.js'
import { ActionError, HttpError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { retry } from '../../util/retry.js'
import type { Results } from './results.js'

/** Milliseconds between two looks at an evaluation; each further pause is half as long again, up to the longest. */
const FIRST_PAUSE = 200
const LONGEST_PAUSE = 5_000

/** The evaluations that an upload brings: the API gives no id, so what is new since before the upload is ours. */
export interface Upload {
  newEvaluations(): Promise<Evaluation[]>
  testId: string
  overallMetric: number
}

/** Uploads the results. When the outcome is unknown, a second try is made only if no new evaluation is there. */
export async function uploadResults(
  nucleus: Nucleus,
  target: UploadTarget,
  results: Results,
  overallMetric: number,
  signal: AbortSignal,
): Promise<Upload> {
  const { testId, functionId, modelId } = target
  const before = new Set((await nucleus.evaluations(testId)).map(({ id }) => id))
  const newEvaluations = async () =>
    (await nucleus.evaluations(testId)).filter(
      ({ id, eval_function_id, model_id }) =>
        !before.has(id) && eval_function_id === functionId && model_id === modelId,
    )
  let unknown = false
  const attempt = async () => {
    if (unknown && (await newEvaluations()).length > 0) return
    try {
      await nucleus.upload(target, results, overallMetric)
    } catch (error) {
      unknown ||= error instanceof HttpError && error.outcomeUnknown
      throw error
    }
  }
  log.info(`Uploading ${results.size.toLocaleString('en')} results to ${testId}`)
  await retry(attempt, { what: 'upload of the results', signal })
  return { newEvaluations, testId, overallMetric }
}

/** Waits until the platform has evaluated an upload. Throws when it fails, or takes longer than `timeout` seconds. */
export async function awaitEvaluation(
  { newEvaluations, testId, overallMetric }: Upload,
  timeout: number,
  signal: AbortSignal,
): Promise<Evaluation> {
  const deadline = performance.now() + timeout * 1000
  for (let pause = FIRST_PAUSE, status = ''; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
    const evaluation = ours(await newEvaluations(), overallMetric)
    if (evaluation?.status === 'completed') return evaluation
    if (evaluation?.status === 'errored')
      throw new ActionError(
        `The results are uploaded, and the platform could not evaluate them (evaluation ${evaluation.id} of the scenario test ${testId}). Look at it on the dashboard, and run the job again.`,
      )
    const now = evaluation ? `${evaluation.id} is ${evaluation.status}` : 'not there yet'
    if (now !== status) log.info(`The evaluation: ${now}`)
    status = now
    if (performance.now() + pause > deadline)
      throw new ActionError(
        `The results are uploaded, and after ${timeout} s the evaluation of the scenario test ${testId} is not there (${now}). Set timeout to more seconds and run the job again, or look at it on the dashboard.`,
      )
    await sleep(pause, undefined, { signal })
  }
}

/** Of several new evaluations, since another job may upload at the same time, the one with the figure of ours. */
function ours(evaluations: readonly Evaluation[], overallMetric: number): Evaluation | undefined {
  return evaluations.find(({ result }) => sameFigure(result, overallMetric)) ?? evaluations[0]
}

/** Whether two figures are the same but for rounding. */
export function sameFigure(a: number | undefined, b: number): boolean {
  return a !== undefined && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b))
}
