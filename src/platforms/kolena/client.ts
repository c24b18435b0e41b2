import type { z } from 'zod/mini'
import { ActionError, HttpError, sentence } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { maskSecret } from '../../runtime/secrets.js'
import { batchedLoadCalls } from './batched-load.js'
import { type Authorization, caller, setting } from './calls.js'
import { evaluatorCalls } from './evaluators.js'
import { modelCalls } from './models.js'
import { Login } from './schemas.js'
import { testRunCalls } from './test-runs.js'

export type { Registration } from './evaluators.js'

/** The release of the vendor's Python client whose wire format this is. The login sends it to the platform. */
const CLIENT_VERSION = '1.69.0'

/** A session at the platform. Each method throws `HttpError`. Requests that are safe to repeat are retried. */
export type KolenaSession = Awaited<ReturnType<typeof logIn>>

/**
 * Logs in with an API token, as the vendor's client does before each command. A session that expires during a long
 * build is replaced by a new login, once for each call that meets the expiry.
 * @param apiUrl such as `https://api.kolena.io`, without the `/v1`
 */
export async function logIn(apiUrl: URL, apiToken: string, signal: AbortSignal) {
  const anonymous = caller(apiUrl, async () => ({ headers: {} }), signal)
  const open = async () => {
    const login = await anonymous('PUT', ['token', 'login'], Login, {
      body: { api_token: apiToken, version: CLIENT_VERSION },
    }).catch(explainLogin(apiUrl))
    maskSecret(login.access_token)
    return login
  }
  const first = await open()
  let current = authorize(Promise.resolve(first))
  function authorize(login: Promise<z.output<typeof Login>>): Promise<Authorization> {
    const own = login.then(({ access_token }) => ({
      headers: { authorization: `Bearer ${access_token}` },
      renew: () => {
        // If several calls meet the end of the session, the first one logs in.
        if (current === own) {
          log.info('The session at the platform has ended; logging in again')
          current = authorize(open())
        }
        return current
      },
    }))
    return own
  }
  const call = caller(apiUrl, () => current, signal)
  return {
    /** The organization that the token belongs to. */
    tenant: first.tenant,
    ...evaluatorCalls(call),
    ...modelCalls(call),
    ...testRunCalls(call),
    ...batchedLoadCalls(call, apiUrl, signal),
  }
}

function explainLogin(apiUrl: URL) {
  return (cause: unknown): never => {
    if (!(cause instanceof HttpError)) throw cause
    if (cause.status === 404 || cause.status === 405)
      throw new ActionError(
        `${sentence(cause.message)} This is not the address of the platform's API. Correct ${setting}, or leave it out.`,
        { cause },
      )
    if (cause.status !== 401) throw cause
    throw new ActionError(
      `api-token: ${apiUrl.host} does not accept the token (401). Create a new API token on the platform's developer page. In a workflow, store it as the secret that api-token gets; elsewhere, set KOLENA_TOKEN to it.`,
      { cause },
    )
  }
}
