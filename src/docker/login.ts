import { ActionError, CommandError } from '../lib/errors.js'
import { retry } from '../lib/retry.js'
import { maskSecret } from '../lib/secrets.js'
import { type Docker, docker, isUnknownHost, unknownHost } from './docker.js'

/** User name and password (or token) for a registry. */
export interface Credentials {
  username: string
  password: string
  /** Of a login by OAuth, in place of the password: only the registry's token service takes it. */
  identityToken?: string
}

/** Docker's words for credentials that no retry makes good. */
const REFUSED = /unauthorized|incorrect username or password|denied|forbidden|\b40[13]\b/i

/** Logs in to a registry; the password goes in on standard input. Throws `ActionError` when it is refused. */
export async function logInToRegistry(
  engine: Docker,
  host: string,
  { username, password }: Credentials,
): Promise<void> {
  maskSecret(password, username)
  const args = ['login', '--username', username, '--password-stdin', host]
  const what = `login to ${host}`
  try {
    await retry(() => docker(engine, args, { input: password }), {
      what,
      signal: engine.signal,
      attempts: 3,
      transient: (error) => error instanceof CommandError && !isRefusal(error),
    })
  } catch (cause) {
    if (!(cause instanceof CommandError)) throw cause
    if (isUnknownHost(cause)) throw unknownHost(cause)
    if (!isRefusal(cause)) throw cause
    throw new ActionError(
      `The registry ${host} does not accept the login of ${username}. Check registry-username and registry-password; on the platform's registry they are the organization and the API token. ${cause.message}`,
      { cause },
    )
  }
}

function isRefusal(error: CommandError): boolean {
  return REFUSED.test(error.output.join('\n'))
}
