import { z } from 'zod/mini'
import type { Credentials } from '../docker/credentials.js'
import { ActionError } from '../runtime/errors.js'
import { type HttpRequest, type HttpResponse, readJson, send } from '../util/http.js'

const TokenReply = z.object({ token: z.optional(z.string()), access_token: z.optional(z.string()) })

/** What a token is asked for. */
export type Access = 'pull' | 'pull,push'

type Call = (request: Omit<HttpRequest, 'signal'>) => Promise<HttpResponse>

/**
 * Answers the registry's challenge and keeps the token: Bearer by way of its token service, or Basic. A token lives for
 * minutes only, and one of before the repository was created may allow too little: then there is another challenge.
 */
export function authorized(
  credentials: Credentials | undefined,
  path: string,
  access: Access,
  signal: AbortSignal,
): Call {
  let authorization: string | undefined
  return async ({ headers, expect = [], ...request }) => {
    const attempt = (statuses: readonly number[]) =>
      send({
        ...request,
        headers: { ...headers, ...(authorization && { authorization }) },
        expect: statuses,
        signal,
      })
    const first = await attempt([...expect, 401])
    if (first.status !== 401) return first
    authorization = await answerChallenge(
      first.headers['www-authenticate'] ?? '',
      credentials,
      { path, access },
      signal,
    )
    return await attempt(expect)
  }
}

async function answerChallenge(
  challenge: string,
  credentials: Credentials | undefined,
  { path, access }: { path: string; access: Access },
  signal: AbortSignal,
): Promise<string> {
  const basic =
    credentials &&
    `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`
  if (/^basic\b/i.test(challenge) && basic) return basic
  const parameters = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
  if (!/^bearer\b/i.test(challenge) || !URL.canParse(parameters.realm ?? '')) {
    throw new ActionError(
      `The registry wants a login for ${path}, and there is none. Set registry-username and registry-password, or log in with docker/login-action before this step.`,
    )
  }
  const url = new URL(parameters.realm ?? '')
  if (parameters.service) url.searchParams.set('service', parameters.service)
  url.searchParams.set('scope', `repository:${path}:${access}`)
  const answer = credentials?.identityToken
    ? await refreshToken(url, credentials.identityToken, signal)
    : await send({ method: 'GET', url, signal, ...(basic && { headers: { authorization: basic } }) })
  const { token, access_token } = readJson(TokenReply, answer, url)
  return `Bearer ${token ?? access_token}`
}

/** The OAuth way of the token service: the same parameters, posted as a form with the identity token. */
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
