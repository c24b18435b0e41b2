import { z } from 'zod/mini'
import { ActionError, CommandError } from '../runtime/errors.js'
import * as log from '../runtime/log.js'
import { LineReader, sanitizeLine } from '../runtime/untrusted-text.js'
import { retry } from '../util/retry.js'
import { type Credentials, type Login, registryAuth } from './credentials.js'
import { type EngineCall, type EngineCaller, readAnswer } from './engine.js'
import { EngineError } from './engine-error.js'
import { formatReference, parseReference } from './reference.js'
import { Transfer } from './transfer.js'

/** Matches messages of Docker and registries about refusals that a retry cannot fix. */
export const REFUSED =
  /denied|unauthorized|forbidden|no basic auth credentials|name unknown|not exist locally|does not exist|insufficient_scope|no such image/i
/** Matches the refusals among these that an expired login causes. */
const LOGIN_REFUSED = /denied|unauthorized|forbidden|no basic auth credentials|insufficient_scope/i
/** Matches messages of Amazon ECR, Harbor, Artifact Registry and others about a tag that exists and cannot be moved. */
const IMMUTABLE = /immutab/i
/** Matches any other permanent refusal. With the containerd store, docker reports only the status for a manifest. */
const FINAL_STATUS = /(?:\bHTTP (?:status: )?|\bPUT request to \S+: )4(?!08|25|29)\d\d\b/

/**
 * Matches a manifest that the registry refuses with the status 400, as it also does while another push of the same
 * engine still sends the layers: the containerd store does not wait for them.
 */
const EARLY_MANIFEST = /\bPUT request to \S+: 400\b/

/**
 * Maximum minutes of a push. A layer of several gigabytes takes long over a slow connection, but a registry that
 * stopped answering must not use up the whole job's time.
 */
const MAX_PUSH_MINUTES = 60

/**
 * Pushes one reference from the engine like `retryPush`, and shows its progress in the log.
 * @param login sent to the engine with this call only
 * @returns the digest of the pushed manifest, if the engine reports it
 */
export async function pushImage(
  caller: EngineCaller,
  reference: string,
  login: Login,
): Promise<string | undefined> {
  const push = () => pushOnce(caller, reference, login.credentials, (line) => log.info(line))
  return await retryPush(push, reference, () => login.renew(), caller.signal)
}

/** One message of the stream in which an engine reports on a push. */
const Message = z.object({
  id: z.optional(z.string()),
  status: z.optional(z.string()),
  progressDetail: z.optional(z.object({ current: z.optional(z.number()), total: z.optional(z.number()) })),
  error: z.optional(z.string()),
})

/** Matches the last line of a push: `v1: digest: sha256:… size: 528`. */
const DIGEST = /: digest: (sha256:[0-9a-f]{64}) size: \d+$/

/**
 * Makes the engine push one reference, and returns the digest of the manifest if the engine reports it. Throws
 * `EngineError` with the reason, which a failed push reports in the stream.
 */
export async function pushOnce(
  caller: EngineCaller,
  reference: string,
  credentials: Credentials | undefined,
  show: (line: string) => void = () => {},
): Promise<string | undefined> {
  const { tag = 'latest', ...name } = parseReference(reference)
  const call = {
    method: 'POST' as const,
    path: `/images/${formatReference(name)}/push`,
    query: { tag },
    headers: { 'x-registry-auth': registryAuth(name, credentials) },
    minutes: MAX_PUSH_MINUTES,
  }
  let digest: string | undefined
  await followProgress(caller, call, `The push of ${reference}`, (status, isProgress, id) => {
    digest = DIGEST.exec(status)?.[1] ?? digest
    // Byte counts are only useful in a terminal, which shows their sum.
    if (!isProgress) show(id ? `${id}: ${status}` : status)
  })
  return digest
}

/**
 * Makes a call whose answer is a stream of messages about layers, and shows the bytes of all layers as progress. Throws
 * `EngineError` with the reason from the stream.
 */
export async function followProgress(
  caller: EngineCaller,
  call: EngineCall,
  what: string,
  take: (status: string, isProgress: boolean, id: string | undefined) => void,
): Promise<void> {
  let failure: string | undefined
  const transfer = new Transfer()
  log.progress(() => String(transfer))
  const lines = new LineReader((line) => {
    const message = readMessage(line)
    if (!message) return
    const { id, status, progressDetail, error } = message
    if (error !== undefined) failure ??= error
    else if (status) {
      if (id !== undefined) transfer.read(id, status, progressDetail)
      take(status, progressDetail?.current !== undefined, id)
    }
  })
  await readAnswer(caller, call, async (answer) => {
    for await (const chunk of answer) lines.write(chunk)
  })
  lines.end()
  if (failure === undefined) return
  const reason = sanitizeLine(failure.trim())
  throw new EngineError(`${what} failed: ${reason}`, reason)
}

function readMessage(line: string): z.output<typeof Message> | undefined {
  try {
    return Message.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

/**
 * Pushes, and retries transient failures. The registry keeps the layers that it has received, so a retry is cheap even
 * after a long push. A refused login may have expired during the build: `renew` replaces it once.
 */
export async function retryPush<T>(
  push: () => Promise<T>,
  reference: string,
  renew: () => Promise<boolean>,
  signal: AbortSignal,
): Promise<T> {
  const start = performance.now()
  const isInTime = () => performance.now() - start < MAX_PUSH_MINUTES * 60_000
  let hadEarlyManifest = false
  const transient = (error: unknown) => {
    const said = saidOf(error)
    if (said === undefined || !isInTime() || REFUSED.test(said) || IMMUTABLE.test(said)) return false
    if (!FINAL_STATUS.test(said)) return true
    if (hadEarlyManifest || !EARLY_MANIFEST.test(said)) return false
    hadEarlyManifest = true
    return true
  }
  const attempt = () => retry(push, { what: `push of ${reference}`, signal, attempts: 3, transient })
  try {
    return await attempt().catch(async (error) => {
      if (!LOGIN_REFUSED.test(saidOf(error) ?? '') || !(await renew())) throw error
      log.info('The registry no longer accepts the login; pushing with a new one')
      return await attempt()
    })
  } catch (cause) {
    throw explain(cause, reference)
  }
}

function explain(cause: unknown, reference: string): unknown {
  const said = saidOf(cause)
  if (said === undefined || !(cause instanceof Error)) return cause
  if (/no such host/.test(said))
    return new ActionError(
      `There is no registry at this address. Check image and registry, and that the engine can resolve the name. ${cause.message}`,
      { cause },
    )
  if (IMMUTABLE.test(said) || (FINAL_STATUS.test(said) && !REFUSED.test(said)))
    return new ActionError(
      `${reference} points to a different image in the registry, or the registry refuses this one; immutable tags cannot be moved. Nothing was registered. If an earlier run pushed what you want to register, run with build: false, which registers what the registry has; otherwise give this image a tag of its own. ${cause.message}`,
      { cause },
    )
  if (!REFUSED.test(said)) return cause
  return new ActionError(
    `The registry refused the push of ${reference}. Check that the repository exists (create-repository) and that the login may push to it. ${cause.message}`,
    { cause },
  )
}

/** Returns the message of the engine or the builder about a failed push; undefined for any other error. */
function saidOf(error: unknown): string | undefined {
  if (error instanceof EngineError) return error.reason
  // The last line is docker's own; the lines before it show progress.
  return error instanceof CommandError ? error.output.slice(-3).join('\n') : undefined
}
