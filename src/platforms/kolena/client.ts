import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { ActionError, HttpError } from '../../lib/errors.js'
import { type HttpRequest, readJson, send } from '../../lib/http.js'
import { maskSecret } from '../../lib/secrets.js'
import { Evaluator, Evaluators, Login } from './schemas.js'

/** The release of the vendor's Python client whose wire format this is; the platform is told so at login. */
const CLIENT_VERSION = '1.69.0'

/** What `kolena evaluator register` sends. */
export interface Registration {
  workflow: string
  name: string
  image: string
  secret: string | null
  aws_assume_role: string | null
}

/** A login at the platform. Each method throws `HttpError`, after retries where a repeat is harmless. */
export interface KolenaSession {
  /** The organization that the token belongs to. */
  tenant: string
  /** Creates `organization/name` in the platform's registry. */
  createRepository(repository: string): Promise<'created' | 'exists'>
  /** The latest registration of an evaluator for a workflow, without its secret. */
  findEvaluator(workflow: string, name: string): Promise<Evaluator | undefined>
  listEvaluators(workflow: string): Promise<Evaluator[]>
  /** Sent once: when the outcome is unknown (`HttpError.outcomeUnknown`), read back before a second try. */
  register(registration: Registration): Promise<Evaluator>
}

/**
 * Logs in with an API token, as the vendor's client does before each command.
 * @param apiUrl such as `https://api.kolena.io`, without the `/v1`
 */
export async function logIn(apiUrl: URL, apiToken: string, signal: AbortSignal): Promise<KolenaSession> {
  const anonymous = caller(apiUrl, {}, signal)
  const login = await anonymous('PUT', ['token', 'login'], Login, {
    body: { api_token: apiToken, version: CLIENT_VERSION },
  }).catch(explainLogin(apiUrl))
  maskSecret(login.access_token)
  const call = caller(apiUrl, { authorization: `Bearer ${login.access_token}` }, signal)
  return {
    tenant: login.tenant,
    createRepository: async (repository) => {
      const { status } = await call.send('POST', ['ecr', 'repository'], {
        body: { repository },
        expect: [409],
      })
      return status === 409 ? 'exists' : 'created'
    },
    findEvaluator: async (workflow, name) => {
      const path = ['generic', 'workflow', 'evaluator', workflow, name]
      const reply = await call.send('GET', path, { query: 'include_secret=False', expect: [404] })
      return reply.status === 404 ? undefined : readJson(Evaluator, reply, apiUrl)
    },
    listEvaluators: async (workflow) =>
      (await call('GET', ['generic', 'workflow', 'evaluator', workflow], Evaluators)).evaluators,
    register: (body) => call('POST', ['generic', 'workflow', 'evaluator'], Evaluator, { body, attempts: 1 }),
  }
}

interface CallOptions {
  body?: unknown
  query?: string
  attempts?: number
  expect?: readonly number[]
}

/** Calls below `/v1`; each segment of the path is percent-encoded whole, so that a name may hold a slash. */
function caller(apiUrl: URL, authorization: Record<string, string>, signal: AbortSignal) {
  const answer = (method: HttpRequest['method'], path: string[], options: CallOptions = {}) => {
    const { body, query, ...rest } = options
    const url = new URL(`${apiUrl.href.replace(/\/$/, '')}/v1/${path.map(encodeURIComponent).join('/')}`)
    if (query) url.search = query
    const headers = {
      ...authorization,
      'content-type': 'application/json',
      'user-agent': 'evaluator-action',
      'x-request-id': randomUUID().replaceAll('-', ''),
    }
    return send({
      method,
      url,
      headers,
      signal,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...rest,
    })
  }
  const call = async <T>(
    method: HttpRequest['method'],
    path: string[],
    schema: z.ZodType<T>,
    options?: CallOptions,
  ) => readJson(schema, await answer(method, path, options), apiUrl)
  return Object.assign(call, { send: answer })
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
