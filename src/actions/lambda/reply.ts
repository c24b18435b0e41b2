import { z } from 'zod/mini'
import { ActionError, sentence } from '../../runtime/errors.js'
import type { Invocation } from './function.js'

const Failure = z.object({ errorType: z._default(z.string(), ''), errorMessage: z._default(z.string(), '') })
const Batch = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })

/**
 * Throws if a reply reports a failure, because Lambda answers 200 whatever the function did. Evaluators return either the
 * event, or null if they skipped the evaluation, or the messages that failed.
 */
export function requireSuccess({ functionError, payload, log }: Invocation, name: string): void {
  const reply = parseJson(payload)
  const problem = functionError === undefined ? problemOf(reply) : failureOf(functionError, reply)
  if (problem === undefined) return
  const tail = log.trim() === '' ? '' : `\nThe end of its log:\n${log.trim()}`
  throw new ActionError(`${name} did not evaluate: ${problem}${tail}`)
}

function failureOf(functionError: string, reply: unknown): string {
  const { errorType, errorMessage } = Failure.safeParse(reply).data ?? Failure.parse({})
  const message = [errorType, errorMessage].filter((text) => text !== '').join(': ') || functionError
  if (/timed out/i.test(errorMessage))
    return `${sentence(message)} Give the function more time (at most 900 s) or less test data.`
  if (/Runtime\.|exec format|entrypoint/i.test(message))
    return `${sentence(message)} The image does not start on Lambda: check its architecture, its handler (CMD) and its runtime interface client.`
  return `${sentence(message)} This is the function's own error; fix it there.`
}

function problemOf(reply: unknown): string | undefined {
  if (reply === null || reply === undefined)
    return 'it returned null, which means that it skipped the evaluation. Check that the endpoint is in service, and try again.'
  const failures = Batch.safeParse(reply).data?.batchItemFailures ?? []
  return failures.length > 0
    ? 'it reported the message as failed (batchItemFailures). See its log for the reason.'
    : undefined
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return text
  }
}
