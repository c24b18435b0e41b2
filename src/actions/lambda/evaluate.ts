import { randomUUID } from 'node:crypto'
import { ActionError, messageOf, sentence } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { retry } from '../../util/retry.js'
import { type ClassificationMetrics, classificationMetrics } from './classification-metrics.js'
import { type ConfusionMatrix, parseConfusionMatrix } from './confusion-matrix.js'
import { evaluationEvent, resultKeys } from './event.js'
import type { Invocation, LambdaFunction } from './function.js'
import { whenIdle } from './idle.js'
import type { EvaluationInput } from './inputs.js'
import { requireSuccess } from './reply.js'
import type { FileState, ResultFiles } from './result-file.js'

/** The result of an evaluation. The evaluator's own metrics are not read, because all follow from the matrix. */
export interface Evaluation {
  /** Address (`s3://…`) of the file that the evaluator wrote. */
  file: string
  matrix: ConfusionMatrix
  metrics: ClassificationMetrics
}

export interface EvaluationRun {
  region: string
  /** The version to run; undefined for the latest code. */
  qualifier: string | undefined
  /** The function's time limit in seconds. */
  timeout: number
  signal: AbortSignal
}

/** Runs the evaluator once and reads the file that it writes. */
export async function evaluate(
  target: LambdaFunction,
  files: ResultFiles,
  input: EvaluationInput,
  run: EvaluationRun,
): Promise<Evaluation> {
  const now = Date.now()
  const keys = resultKeys(input.endpointName, now)
  const before = await Promise.all(keys.map((key) => files.stateOf(key)))
  const { messageId, payload } = evaluationEvent(input, { messageId: randomUUID(), now, region: run.region })
  const invocation = await invoke(target, payload, run)
  await showLog(invocation)
  requireSuccess(invocation, target.name)
  const after = await Promise.all(keys.map((key) => files.stateOf(key)))
  const key = keys.find((_, index) => isNew(before[index], after[index]))
  if (key === undefined) throw staleFile(files, keys, before)
  return await readResult(files, key, messageId, input.positiveClass)
}

/** Invokes the function. Repeats this only if Lambda was too busy or the function not ready, so that it did not run. */
async function invoke(target: LambdaFunction, payload: string, run: EvaluationRun): Promise<Invocation> {
  const { qualifier, timeout, signal } = run
  const send = () => target.invoke(payload, { qualifier, timeout: (timeout + 60) * 1000 })
  const whenFree = () => retry(send, { what: `evaluation by ${target.name}`, signal, transient: isThrottled })
  return await whenIdle(target, signal, whenFree, qualifier)
}

function isThrottled(error: unknown): boolean {
  return (
    error instanceof ActionError &&
    error.cause instanceof Error &&
    error.cause.name === 'TooManyRequestsException'
  )
}

function isNew(before: FileState | undefined, after: FileState | undefined): boolean {
  if (!after) return false
  return (
    !before ||
    after.modified > before.modified ||
    after.etag !== before.etag ||
    after.version !== before.version
  )
}

function staleFile(
  { bucket }: ResultFiles,
  keys: readonly string[],
  before: (FileState | undefined)[],
): ActionError {
  const old = before.find((state) => state !== undefined)
  const found = old ? `is still the one from ${new Date(old.modified).toISOString()}` : 'was not written'
  return new ActionError(
    `The evaluator replied, and its result s3://${bucket}/${keys[0]} ${found}. Check that the function writes to results-bucket, and check its log for errors.`,
  )
}

async function readResult(
  files: ResultFiles,
  key: string,
  messageId: string,
  positiveClass: string,
): Promise<Evaluation> {
  const file = `s3://${files.bucket}/${key}`
  const { text, messageId: writtenFor } = await files.read(key)
  if (writtenFor !== undefined && writtenFor !== messageId) {
    throw new ActionError(
      `${file} was written by another evaluation of the same endpoint at the same time. Let only one run at a time evaluate an endpoint (in a workflow, with concurrency), and try again.`,
    )
  }
  try {
    const matrix = parseConfusionMatrix(text)
    return { file, matrix, metrics: classificationMetrics(matrix, positiveClass) }
  } catch (cause) {
    throw new ActionError(
      `${file} cannot be used as a confusion matrix: ${sentence(messageOf(cause))} Check the evaluator, and positive-class "${positiveClass}".`,
      { cause },
    )
  }
}

async function showLog({ log: tail }: Invocation): Promise<void> {
  const text = tail.trim()
  if (text !== '') await log.group('The end of the log of the function', () => log.info(text))
}
