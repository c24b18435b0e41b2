import type { Nucleus } from '../../platforms/nucleus/client.js'
import type { Evaluation } from '../../platforms/nucleus/schemas.js'
import type { UploadTarget } from '../../platforms/nucleus/upload-body.js'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { pollUntil } from '../../util/poll.js'
import { sendOnce } from '../../util/send-once.js'
import type { Results } from './results.js'

/** Milliseconds between two requests for an evaluation. */
const PAUSES = { pause: 200, growth: 1.5, longestPause: 5_000 }

/** Finds the evaluation of an upload. The API returns no id, so an evaluation that is new since the upload is ours. */
export interface Upload {
  newEvaluations(): Promise<Evaluation[]>
  testId: string
  overallMetric: number
}

/** Uploads the results once. A new evaluation shows that they have arrived. */
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
  log.info(`Uploading ${results.size.toLocaleString('en')} results to ${testId}`)
  await sendOnce({
    what: 'upload of the results',
    signal,
    send: async () => {
      await nucleus.upload(target, results, overallMetric)
      return true
    },
    findSent: async () => (await newEvaluations()).length > 0 || undefined,
  })
  return { newEvaluations, testId, overallMetric }
}

/** Waits until the platform has evaluated an upload. Throws if it fails or takes longer than `timeout` seconds. */
export async function awaitEvaluation(
  { newEvaluations, testId, overallMetric }: Upload,
  timeout: number,
  signal: AbortSignal,
): Promise<Evaluation> {
  let state = ''
  const read = async () => {
    const evaluation = ours(await newEvaluations(), overallMetric)
    if (evaluation?.status === 'completed') return evaluation
    if (evaluation?.status === 'errored')
      throw new ActionError(
        `The results were uploaded, but the platform could not evaluate them (evaluation ${evaluation.id} of the scenario test ${testId}). Look at it on the dashboard, and try again.`,
      )
    const now = evaluation ? `${evaluation.id} is ${evaluation.status}` : 'not there yet'
    if (now !== state) log.info(`The evaluation: ${now}`)
    state = now
    return undefined
  }
  const evaluation = await pollUntil({ ...PAUSES, read, timeout: timeout * 1000, signal })
  if (evaluation) return evaluation
  throw new ActionError(
    `The results were uploaded, but the evaluation of the scenario test ${testId} is not complete after ${timeout} s (${state}). Increase timeout and try again, or look at it on the dashboard.`,
  )
}

/** Returns the new evaluation with our metric, because another job may have uploaded at the same time. */
function ours(evaluations: readonly Evaluation[], overallMetric: number): Evaluation | undefined {
  return evaluations.find(({ result }) => sameFigure(result, overallMetric)) ?? evaluations[0]
}

/** Returns whether two numbers are equal except for rounding. */
export function sameFigure(a: number | undefined, b: number): boolean {
  return a !== undefined && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b))
}
