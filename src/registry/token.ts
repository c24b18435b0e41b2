import { z } from 'zod/mini'
import { type Access, type Credentials, type Login, logInFirst } from '../docker/credentials.js'
import { ActionError, HttpError } from '../runtime/errors.js'
import * as log from '../runtime/log.js'
import { type HttpRequest, type HttpResponse, leadsToThisMachine, readJson, send } from '../util/http.js'
import { parseChallenges } from './challenge.js'

const TokenReply = z.object({ token: z.optional(z.string()), access_token: z.optional(z.string()) })

type Call = (request: Omit<HttpRequest, 'signal'>) => Promise<HttpResponse>

/**
 * Answers the registry's challenge and keeps the token: Bearer through its token service, or Basic. A token is valid
 * only for minutes, and a token from before the repository was created may not include it: the registry then sends
 * another challenge. A refused login is renewed once, if possible.
 *
 * @param access the access to request for reading; writing always requests `pull,push`
 */
export function authorized(
  login: Login,
  path: string,
  access: Access,
  signal: AbortSignal,
  setting?: string,
): Call {
  let authorization: string | undefined
  const named = new Set<string>()
  return async ({ headers, expect = [], ...request }) => {
    const attempt = (statuses: readonly number[]) =>
      send({
        ...request,
        setting,
        headers: { ...headers, ...(authorization && { authorization }) },
        expect: statuses,
        signal,
      })
    const logIn = async ({ headers }: HttpResponse) => {
      const scope = `repository:${path}:${request.method === 'PUT' ? 'pull,push' : access}`
      const from = { registry: request.url, path, scope, named }
      authorization = await answerChallenge(
        headers['www-authenticate'] ?? '',
        login.credentials,
        from,
        signal,
      )
    }
    const first = await attempt([...expect, 401])
    if (first.status !== 401) return first
    try {
      await logIn(first)
      return await attempt(expect)
    } catch (error) {
      if (!isRefusal(error) || !(await login.renew())) throw error
    }
    await logIn(first)
    return await attempt(expect)
  }
}

/** Returns whether a registry or its token service refused a login. */
export function isRefusal(error: unknown): error is HttpError {
  return error instanceof HttpError && (error.status === 401 || error.status === 403)
}

interface Origin {
  registry: URL
  path: string
  scope: string
  /** Hosts that the log has already named. */
  named: Set<string>
}

/** Answers a challenge, preferably with a token. Uses Basic if the registry offers it and its token service refuses. */
async function answerChallenge(
  header: string,
  credentials: Credentials | undefined,
  from: Origin,
  signal: AbortSignal,
): Promise<string> {
  const challenges = parseChallenges(header)
  const offers = (scheme: string) => challenges.some((challenge) => challenge.scheme === scheme)
  const basic = offers('basic') ? basicLogin(credentials) : undefined
  const bearer = challenges.find(
    ({ scheme, parameters }) => scheme === 'bearer' && URL.canParse(parameters.realm ?? ''),
  )
  if (bearer) {
    try {
      return await fetchToken(bearer.parameters, credentials, from, signal)
    } catch (error) {
      if (basic === undefined || !(error instanceof HttpError)) throw error
    }
  }
  if (basic !== undefined) return basic
  throw new ActionError(`The registry requires a login for ${from.path}, but there is none. ${logInFirst}`)
}

function basicLogin(credentials: Credentials | undefined): string | undefined {
  if (!credentials || credentials.identityToken !== undefined) return undefined
  const { username, password } = credentials
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

async function fetchToken(
  { realm = '', service }: Partial<Record<string, string>>,
  credentials: Credentials | undefined,
  { registry, scope, named }: Origin,
  signal: AbortSignal,
): Promise<string> {
  const url = new URL(realm)
  checkRealm(url, registry)
  if (url.host !== registry.host && !named.has(url.host)) {
    const what = credentials ? 'the login' : 'clients without a login'
    log.info(`The registry ${registry.host} sends ${what} to ${url.host} for a token`)
    named.add(url.host)
  }
  if (service) url.searchParams.set('service', service)
  url.searchParams.set('scope', scope)
  const authorization = basicLogin(credentials)
  const answer = credentials?.identityToken
    ? await refreshToken(url, credentials.identityToken, signal)
    : await send({ method: 'GET', url, signal, ...(authorization && { headers: { authorization } }) })
  const { token, access_token } = readJson(TokenReply, answer, url)
  return `Bearer ${token ?? access_token}`
}

/** Throws if a registry on another host would direct a login or a request to a service of this machine. */
function checkRealm(realm: URL, registry: URL): void {
  if (!leadsToThisMachine(realm) || leadsToThisMachine(registry)) return
  throw new ActionError(
    `The registry ${registry.host} asks to send the login to ${realm.origin}, which is this machine; only a registry on this machine may do that. Check image and registry.`,
  )
}

/** Uses the OAuth form of the token service: the same parameters, posted as a form with the identity token. */
async function refreshToken(url: URL, identityToken: string, signal: AbortSignal): Promise<HttpResponse> {
  const form = new URLSearchParams(url.searchParams)
  form.set('grant_type', 'refresh_token')
  form.set('refresh_token', identityToken)
  form.set('client_id', 'evaluator-action')
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return await send({
    method: 'POST',
    url: new URL(url.pathname, url),
    headers,
    body: form.toString(),
    signal,
  })
}
