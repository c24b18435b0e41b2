import { ActionError, CommandError } from '../lib/errors.js'
import type { CommandResult } from '../lib/exec.js'
import { retry } from '../lib/retry.js'
import { type Docker, docker, isUnknownHost, unknownHost } from './docker.js'

/** Docker's words for refusals that no retry makes good. */
const REFUSED =
  /denied|unauthorized|forbidden|no basic auth credentials|name unknown|not exist locally|does not exist|immutable|insufficient_scope/i

/** Minutes. A layer of several gigabytes over a slow line takes its time; a registry that stopped answering must not take the whole job's. */
const LONGEST_PUSH = 60

/**
 * Milliseconds. Docker itself tries a layer again and again, for longer than this; what it gives up at once, such as a
 * manifest that meets a 429, is worth another try of ours.
 */
const QUICK_FAILURE = 20_000

/** Pushes one reference from the engine; for the answer see `retryPush`. */
export async function pushImage(engine: Docker, reference: string): Promise<CommandResult | 'kept'> {
  const push = () => docker(engine, ['push', reference], { show: true, minutes: LONGEST_PUSH })
  return await retryPush(push, reference, engine.signal)
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
      transient: (error) =>
        error instanceof CommandError && quick() && !isRefusal(error) && !isImmutable(error),
    })
  } catch (cause) {
    if (isImmutable(cause)) return 'kept'
    if (!(cause instanceof CommandError)) throw cause
    if (isUnknownHost(cause)) throw unknownHost(cause)
    if (!isRefusal(cause)) throw cause
    throw new ActionError(
      `The registry refused the push of ${reference}. Check that the repository exists (create-repository) and that the login may push to it. ${cause.message}`,
      { cause },
    )
  }
}

/** ECR's words for a tag that exists and cannot be moved; with the containerd store, docker tells no more than the status. */
const IMMUTABLE = /\btag\b.*\bimmutable\b|status from PUT request to \S+\/manifests\/\S+: 400\b/i

/** Whether a push may have ended because of that: then what the registry has under the tag decides. */
function isImmutable(error: unknown): boolean {
  return error instanceof CommandError && IMMUTABLE.test(error.output.slice(-3).join(' '))
}

function isRefusal(error: CommandError): boolean {
  // The last line is docker's own; lines before it are progress.
  return REFUSED.test(error.output.slice(-3).join('\n'))
}
