import { z } from 'zod/mini'
import { ActionError, CommandError } from '../runtime/errors.js'
import * as log from '../runtime/log.js'
import { LineReader, sanitizeLine } from '../runtime/untrusted-text.js'
import { retry } from '../util/retry.js'
import { type Credentials, registryAuth } from './credentials.js'
import { type EngineCaller, readAnswer } from './engine.js'
import { EngineError } from './engine-error.js'
import { formatReference, parseReference } from './reference.js'

/** Words of Docker and of registries for refusals that no retry makes good. */
const REFUSED =
  /denied|unauthorized|forbidden|no basic auth credentials|name unknown|not exist locally|does not exist|immutable|insufficient_scope|no such image/i

/** Minutes. A layer of several gigabytes over a slow line takes its time; a registry that stopped answering must not take the whole job's. */
const LONGEST_PUSH = 60

/**
 * Milliseconds. Docker itself tries a layer again and again, for longer than this; what it gives up at once, such as a
 * manifest that meets a 429, is worth another try of ours.
 */
const QUICK_FAILURE = 20_000

/**
 * Pushes one reference from the engine, its progress in the log; for the answer see `retryPush`.
 * @param credentials go to the engine with this call alone; undefined for a registry that wants none
 */
export async function pushImage(
  caller: EngineCaller,
  reference: string,
  credentials: Credentials | undefined,
): Promise<'pushed' | 'kept'> {
  const push = async () => {
    await pushOnce(caller, reference, credentials, (line) => log.info(line))
    return 'pushed' as const
  }
  return await retryPush(push, reference, caller.signal)
}

/** One message of the stream in which an engine tells of a push. */
const Message = z.object({
  id: z.optional(z.string()),
  status: z.optional(z.string()),
  progressDetail: z.optional(z.object({ current: z.optional(z.number()) })),
  error: z.optional(z.string()),
})

/** Has the engine push one reference. Throws `EngineError` with the reason, which stands in the stream of a push that failed. */
export async function pushOnce(
  caller: EngineCaller,
  reference: string,
  credentials: Credentials | undefined,
  show: (line: string) => void = () => {},
): Promise<void> {
  const { tag = 'latest', ...name } = parseReference(reference)
  const call = {
    method: 'POST' as const,
    path: `/images/${formatReference(name)}/push`,
    query: { tag },
    headers: { 'x-registry-auth': registryAuth(name, credentials) },
    minutes: LONGEST_PUSH,
  }
  let failure: string | undefined
  const lines = new LineReader((line) => {
    const message = readMessage(line)
    if (!message) return
    const { id, status, progressDetail, error } = message
    if (error !== undefined) failure ??= error
    // Progress in bytes is for a terminal.
    else if (status && progressDetail?.current === undefined) show(id ? `${id}: ${status}` : status)
  })
  await readAnswer(caller, call, async (answer) => {
    for await (const chunk of answer) lines.write(chunk)
  })
  lines.end()
  if (failure === undefined) return
  const reason = sanitizeLine(failure.trim())
  throw new EngineError(`The push of ${reference} failed: ${reason}`, reason)
}

function readMessage(line: string): z.output<typeof Message> | undefined {
  try {
    return Message.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

/**
 * Pushes, again where that may help: layers that the registry has already are not sent again, so a retry is cheap.
 * `kept` when the registry has something under the tag and its tags cannot be moved: it may be the same image.
 */
export async function retryPush<T>(
  push: () => Promise<T>,
  reference: string,
  signal: AbortSignal,
): Promise<T | 'kept'> {
  let start = 0
  const attempt = () => {
    start = performance.now()
    return push()
  }
  const quick = () => performance.now() - start < QUICK_FAILURE
  try {
    return await retry(attempt, {
      what: `push of ${reference}`,
      signal,
      attempts: 3,
      transient: (error) => {
        const said = saidOf(error)
        return said !== undefined && quick() && !REFUSED.test(said) && !IMMUTABLE.test(said)
      },
    })
  } catch (cause) {
    const said = saidOf(cause)
    if (said === undefined || !(cause instanceof Error)) throw cause
    if (IMMUTABLE.test(said)) return 'kept'
    if (/no such host/.test(said)) throw unknownHost(cause)
    if (!REFUSED.test(said)) throw cause
    throw new ActionError(
      `The registry refused the push of ${reference}. Check that the repository exists (create-repository) and that the login may push to it. ${cause.message}`,
      { cause },
    )
  }
}

/** ECR's words for a tag that exists and cannot be moved; with the containerd store, docker tells no more than the status. */
const IMMUTABLE = /\btag\b.*\bimmutable\b|status from PUT request to \S+\/manifests\/\S+: 400\b/i

/** What the engine or the builder said of a push that failed; undefined for an error of another kind. */
function saidOf(error: unknown): string | undefined {
  if (error instanceof EngineError) return error.reason
  // The last line is docker's own; lines before it are progress.
  return error instanceof CommandError ? error.output.slice(-3).join('\n') : undefined
}

function unknownHost(cause: Error): ActionError {
  return new ActionError(
    `There is no registry at this address. Check image and registry, and that the engine can resolve the name. ${cause.message}`,
    { cause },
  )
}
