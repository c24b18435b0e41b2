import { ActionError, HttpError } from '../../runtime/errors.js'
import { maskSecret } from '../../runtime/secrets.js'
import { batchedLoadCalls } from './batched-load.js'
import { caller } from './calls.js'
import { evaluatorCalls } from './evaluators.js'
import { modelCalls } from './models.js'
import { Login } from './schemas.js'
import { testRunCalls } from './test-runs.js'

export type { Registration } from './evaluators.js'

/** The release of the vendor's Python client whose wire format this is; the platform is told so at login. */
const CLIENT_VERSION = '1.69.0'

/** A login at the platform. Each method throws `HttpError`, after retries where a repeat is harmless. */
export type KolenaSession = Awaited<ReturnType<typeof logIn>>

/**
 * Logs in with an API token, as the vendor's client does before each command.
 * @param apiUrl such as `https://api.kolena.io`, without the `/v1`
 */
export async function logIn(apiUrl: URL, apiToken: string, signal: AbortSignal) {
  const anonymous = caller(apiUrl, {}, signal)
  const login = await anonymous('PUT', ['token', 'login'], Login, {
    body: { api_token: apiToken, version: CLIENT_VERSION },
  }).catch(explainLogin(apiUrl))
  maskSecret(login.access_token)
  const call = caller(apiUrl, { authorization: `Bearer ${login.access_token}` }, signal)
  return {
    /** The organization that the token belongs to. */
    tenant: login.tenant,
    ...evaluatorCalls(call),
    ...modelCalls(call),
    ...testRunCalls(call),
    ...batchedLoadCalls(call, apiUrl, signal),
  }
}

function explainLogin(apiUrl: URL) {
  return (cause: unknown): never => {
    if (!(cause instanceof HttpError) || cause.status !== 401) throw cause
    throw new ActionError(
      `api-token: ${apiUrl.host} does not accept the token (401). Create a new API token on the platform's developer page, store it as a secret of the repository, and pass it as api-token.`,
      { cause },
    )
  }
}
