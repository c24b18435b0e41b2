import { ActionError, HttpError } from '../lib/errors.js'
import { retry } from '../lib/retry.js'
import type { KolenaSession, Registration } from '../platforms/kolena/client.js'
import type { Evaluator } from '../platforms/kolena/schemas.js'

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
