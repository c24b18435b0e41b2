import { ActionError } from '../runtime/errors.js'
import { DialError } from './dialing-agent.js'

/** The part of a call that an error shows. */
interface FailedCall {
  method: string
  path: string
  minutes?: number
}

/** Thrown if the engine refuses a call or gives no complete answer. */
export class EngineError extends ActionError {
  override name = 'EngineError'
  /** undefined if there was no answer. */
  readonly status: number | undefined
  /** The engine's own message, sanitized. */
  readonly reason: string

  constructor(message: string, reason: string, status?: number, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
    this.status = status
  }
}

export const noAnswer =
  'The Docker engine does not answer. Start it (systemctl start docker), or set DOCKER_HOST to where it is.'
export const noPermission =
  'This user is not allowed to use the Docker engine. Add the user to the group docker.'

export const noContext =
  "There is no such Docker context. Create it (docker context create), or correct DOCKER_CONTEXT or the currentContext of Docker's config.json."

/** Explains why there was no complete answer, and what to do about it. */
export function explainFailure(cause: unknown, call: FailedCall, socketPath: string | undefined): Error {
  const { code, name, message } = cause as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM')
    return new ActionError(
      socketPath === undefined
        ? `${noPermission} ${message}`
        : `${noPermission} Its socket is ${socketPath}.`,
      { cause },
    )
  if (code === 'ENOENT' && /^spawn docker/.test(message)) return missingDocker(cause)
  if (cause instanceof DialError && /context.*not found/i.test(message))
    return new ActionError(`${noContext} ${message}`, { cause })
  if (cause instanceof DialError || code === 'ENOENT' || code === 'ECONNREFUSED')
    return new ActionError(`${noAnswer} ${message}`, { cause })
  const reason =
    name === 'TimeoutError' || name === 'AbortError'
      ? `it took more than ${call.minutes ?? 2} minutes`
      : message
  return new EngineError(
    `The Docker engine gave no complete answer to ${nameOf(call)}: ${reason}`,
    reason,
    undefined,
    {
      cause,
    },
  )
}

export function missingDocker(cause: unknown): ActionError {
  return new ActionError(
    'docker was not found on PATH. Install Docker: https://docs.docker.com/engine/install/. In a workflow, you can also use a runner that has it, such as ubuntu-latest.',
    { cause },
  )
}

export function nameOf({ method, path }: FailedCall): string {
  return `${method} ${path}`
}
