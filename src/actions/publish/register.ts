import type { KolenaSession, Registration } from '../../platforms/kolena/client.js'
import type { Evaluator } from '../../platforms/kolena/schemas.js'
import { ActionError, type HttpError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { ActionContext } from '../../runtime/run-action.js'
import { sendOnce } from '../../util/send-once.js'
import type { EvaluatorInput } from './evaluator-inputs.js'
import type { Change } from './plan.js'

/** Reads the current registration; undefined if there is none. */
export async function readRegistration(
  { workflow, name }: EvaluatorInput,
  session: KolenaSession,
  { runLog }: ActionContext,
): Promise<Evaluator | undefined> {
  return await runLog.phase('Read the registration', () => session.findEvaluator(workflow, name))
}

/** Registers the evaluator with the confirmed image, unless it is already registered. */
export async function register(
  evaluator: EvaluatorInput,
  image: string,
  current: { previous: Evaluator | undefined; changes: readonly Change[] },
  session: KolenaSession,
  { signal, runLog }: ActionContext,
): Promise<{ registration: Evaluator; changed: boolean }> {
  const { workflow, name, secret = null, awsAssumeRole: aws_assume_role = null } = evaluator
  const { previous, changes } = current
  if (previous && changes.length === 0) {
    log.info(`${name} is already registered with ${image}; nothing to change`)
    refuseOther(previous, { name, image, aws_assume_role })
    return { registration: previous, changed: false }
  }
  const wanted = { workflow, name, image, secret, aws_assume_role }
  const registration = await runLog.phase('Register', () =>
    sendRegistration(session, wanted, previous, signal),
  )
  refuseOther(registration, wanted)
  runLog.done.push(`${name} was registered.`)
  log.info(`Registered ${name} of "${workflow}" with ${image}`)
  return { registration, changed: true }
}

/** Checks that the platform's answer matches the request, because it decides which role's policy is changed next. */
function refuseOther(
  { name, image, aws_role_config }: Evaluator,
  wanted: Pick<Registration, 'name' | 'image' | 'aws_assume_role'>,
): void {
  const role = aws_role_config?.assume_role_arn ?? null
  const differences = [
    ...(name === wanted.name ? [] : [`the name ${name} for ${wanted.name}`]),
    ...(image === wanted.image ? [] : [`the image ${image} for ${wanted.image}`]),
    ...(role === wanted.aws_assume_role
      ? []
      : [`the role ${role ?? 'none'} for ${wanted.aws_assume_role ?? 'none'}`]),
  ]
  if (differences.length > 0)
    throw new ActionError(
      `The platform answered with a different registration of ${wanted.name} than the one that was sent: ${differences.join(', ')}. Nothing else was changed. Check the evaluator on the platform, and api-url, before you try again.`,
    )
}

/** Sends a registration once. If the answer is lost, a new registration with our content proves its arrival. */
export async function sendRegistration(
  session: KolenaSession,
  wanted: Registration,
  previous: Evaluator | undefined,
  signal: AbortSignal,
): Promise<Evaluator> {
  const { workflow, name } = wanted
  return await sendOnce({
    what: `registration of ${name}`,
    signal,
    send: () => session.register(wanted),
    findSent: async () => {
      const found = await session.findEvaluator(workflow, name)
      return found && isOurs(found, wanted, previous) ? found : undefined
    },
    explain: (cause, mayHaveArrived) => new ActionError(explain(cause, wanted, mayHaveArrived), { cause }),
  })
}

function isOurs(found: Evaluator, registration: Registration, previous: Evaluator | undefined): boolean {
  const sameRole = (found.aws_role_config?.assume_role_arn ?? null) === registration.aws_assume_role
  return found.created !== previous?.created && found.image === registration.image && sameRole
}

function explain(cause: HttpError, { workflow, name }: Registration, unknown: boolean): string {
  const state = unknown ? `Whether ${name} was registered is not known` : `${name} was not registered`
  return `${state} for the workflow "${workflow}": ${cause.message}`
}

/** Returns the object that the vendor's `kolena evaluator register` prints, in the same order, without the secret. */
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
