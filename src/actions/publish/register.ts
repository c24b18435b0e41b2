import type { KolenaSession, Registration } from '../../platforms/kolena/client.js'
import type { Evaluator } from '../../platforms/kolena/schemas.js'
import { ActionError, HttpError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { RunLog } from '../../runtime/run-log.js'
import { retry } from '../../util/retry.js'
import { changesTo, type Plan } from './plan.js'
import type { PublishResult } from './result.js'

/** What is registered now; undefined when there is nothing, or nothing is to be registered. */
export async function readRegistration(
  { evaluator }: Plan,
  session: KolenaSession | undefined,
  runLog: RunLog,
): Promise<Evaluator | undefined> {
  if (!evaluator || !session) return undefined
  return await runLog.phase('Read the registration', () =>
    session.findEvaluator(evaluator.workflow, evaluator.name),
  )
}

/** Registers the evaluator with the image that the registry confirmed, unless that is registered already. */
export async function registerImage(
  { evaluator }: Plan,
  session: KolenaSession | undefined,
  previous: Evaluator | undefined,
  signal: AbortSignal,
  runLog: RunLog,
  publication: PublishResult,
): Promise<void> {
  const image = publication.registeredImage
  if (!evaluator || !session || !image) return
  publication.previous = previous
  const changes = changesTo(previous, image, evaluator)
  publication.changes = changes
  if (previous && changes.length === 0) {
    publication.registration = previous
    log.info(`${evaluator.name} is registered with ${image} already; nothing to change`)
    return
  }
  const registration = {
    workflow: evaluator.workflow,
    name: evaluator.name,
    image,
    secret: evaluator.secret ?? null,
    aws_assume_role: evaluator.awsAssumeRole ?? null,
  }
  publication.registration = await runLog.phase('Register', () =>
    register(session, registration, previous, signal),
  )
  publication.changed = true
  runLog.done.push(`${evaluator.name} was registered.`)
  log.info(`Registered ${evaluator.name} of "${evaluator.workflow}" with ${image}`)
}

/**
 * Registers the evaluator. A request whose outcome is unknown is not simply sent again: what is registered is read
 * back first, and if it is new and what we want, our request was the one that made it.
 */
export async function register(
  session: KolenaSession,
  registration: Registration,
  previous: Evaluator | undefined,
  signal: AbortSignal,
): Promise<Evaluator> {
  const { workflow, name } = registration
  let unknown = false
  const attempt = async () => {
    if (unknown) {
      const found = await session.findEvaluator(workflow, name)
      if (found && isOurs(found, registration, previous)) return found
    }
    try {
      return await session.register(registration)
    } catch (error) {
      unknown ||= error instanceof HttpError && error.outcomeUnknown
      throw error
    }
  }
  try {
    return await retry(attempt, { what: `registration of ${name}`, signal })
  } catch (cause) {
    if (!(cause instanceof HttpError)) throw cause
    throw new ActionError(explain(cause, registration, unknown), { cause })
  }
}

function isOurs(found: Evaluator, registration: Registration, previous: Evaluator | undefined): boolean {
  const sameRole = (found.aws_role_config?.assume_role_arn ?? null) === registration.aws_assume_role
  return found.created !== previous?.created && found.image === registration.image && sameRole
}

function explain(cause: HttpError, { workflow, name }: Registration, unknown: boolean): string {
  const state = unknown ? `Whether ${name} was registered is not known` : `${name} was not registered`
  return `${state} for the workflow "${workflow}": ${cause.message}`
}

/** The object that the vendor's `kolena evaluator register` prints, same keys in the same order, never with the secret. */
export function registrationOutput(
  workflow: string,
  { name, image, created, aws_role_config: role }: Evaluator,
) {
  return {
    workflow,
    name,
    image,
    created,
    secret: null,
    aws_role_config: role && {
      job_role_arn: role.job_role_arn,
      external_id: role.external_id,
      assume_role_arn: role.assume_role_arn,
    },
  }
}
