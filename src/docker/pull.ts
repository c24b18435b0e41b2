import * as log from '../runtime/log.js'
import { retry } from '../util/retry.js'
import { type Credentials, registryAuth } from './credentials.js'
import type { EngineCaller } from './engine.js'
import { EngineError } from './engine-error.js'
import { followProgress, REFUSED } from './push.js'
import { formatReference, parseReference } from './reference.js'

/** Matches registries' messages about an image that they do not have. */
const MISSING = /not found|manifest unknown/i

/**
 * Makes the engine pull an image, and shows its progress in the log. Throws `EngineError` with the registry's reason.
 * @param credentials sent to the engine with this call only; undefined if the registry needs none
 */
export async function pullImage(
  caller: EngineCaller,
  reference: string,
  credentials: Credentials | undefined,
): Promise<void> {
  const { tag, digest, ...name } = parseReference(reference)
  const call = {
    method: 'POST' as const,
    path: '/images/create',
    query: { fromImage: formatReference(name), tag: digest ?? tag ?? 'latest' },
    headers: { 'x-registry-auth': registryAuth(name, credentials) },
    minutes: 60,
  }
  const pull = () =>
    followProgress(caller, call, `The pull of ${reference}`, (status, isProgress, id) => {
      if (!isProgress) log.info(id ? `${id}: ${status}` : status)
    })
  await retry(pull, {
    what: `pull of ${reference}`,
    signal: caller.signal,
    attempts: 3,
    transient: (error) =>
      error instanceof EngineError && !REFUSED.test(error.reason) && !MISSING.test(error.reason),
  })
}
