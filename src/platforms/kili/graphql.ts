import { z } from 'zod/mini'
import { clip } from '../../runtime/clip.js'
import { ActionError, HttpError } from '../../runtime/errors.js'
import { type HttpResponse, retryAfter, send, unexpectedAnswer } from '../../util/http.js'
import { RateLimiter } from '../../util/rate-limiter.js'
import { retry } from '../../util/retry.js'

/** Calls per minute: the limit of the vendor's client. The server's own limit is not documented. */
const CALLS_A_MINUTE = 500
/** Maximum bytes of an answer. A page of labels contains their responses; those of a segmentation are long. */
const LARGEST_ANSWER = 64 * 1024 * 1024
/** Statuses that come with GraphQL errors in the body. The server sends 500 even for an invalid query. */
const GRAPHQL_STATUSES = [400, 401, 403, 404, 422, 500]
/** Messages of the server about temporary problems. The vendor's client also retries on them. */
const PASSING = /Invalid request made to Flagsmith API|Failed to fetch data connection|Unauthorized for url/

/** Where the address of the endpoint comes from. */
const setting = 'api-url (or KILI_API_ENDPOINT)'

const Failure = z.object({
  message: z.string(),
  extensions: z.nullish(
    z.object({
      code: z.nullish(z.string()),
      context: z.nullish(z.object({ reason: z.nullish(z.string()) })),
    }),
  ),
})
const Envelope = z.object({ errors: z.nullish(z.array(Failure)), data: z.unknown() })
const Root = z.object({ data: z.unknown() })

/** The server understood the call and answered with GraphQL errors, with any HTTP status. */
export class KiliError extends ActionError {
  override name = 'KiliError'
  readonly transient: boolean
  /** Whether the server may have carried out the call anyway. */
  readonly outcomeUnknown: boolean
  /** Milliseconds that the server asked to wait (`Retry-After`). */
  readonly retryAfter: number | undefined

  constructor(
    what: string,
    { status, headers }: HttpResponse,
    failures: readonly z.output<typeof Failure>[],
  ) {
    super(`Kili refused to ${what} (status ${status}): ${failures.map(describe).join('; ')}`)
    this.retryAfter = retryAfter(headers['retry-after'])
    this.outcomeUnknown = failures.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR')
    const ill = status >= 500 && this.outcomeUnknown
    this.transient = ill || failures.some(({ message }) => PASSING.test(message))
  }
}

export interface CallOptions {
  /** The number of attempts; 1 for a call that must not be sent twice. */
  attempts?: number
  /** Milliseconds for one attempt. */
  timeout?: number
}

/**
 * Sends one operation whose root field has the alias `data`, and returns the value of that field. `what` follows "to".
 */
export type Call = <T>(
  what: string,
  query: string,
  variables: object,
  data: z.ZodMiniType<T>,
  options?: CallOptions,
) => Promise<T>

/**
 * Creates a caller of Kili's GraphQL endpoint that limits its rate and retries transient failures. A 401 on the first
 * call means that the key is wrong. Later, after the key was accepted, it counts as transient.
 */
export function kiliCaller(endpoint: URL, apiKey: string, signal: AbortSignal): Call {
  const pace = new RateLimiter(CALLS_A_MINUTE, 60_000)
  const headers = {
    authorization: `X-API-Key: ${apiKey}`,
    accept: 'application/json',
    'content-type': 'application/json',
  }
  let accepted = false
  return async (what, query, variables, data, { attempts = 4, timeout = 60_000 } = {}) => {
    const body = JSON.stringify({ query, variables })
    const attempt = async () => {
      await pace.turn(signal)
      const request = {
        method: 'POST',
        url: endpoint,
        setting,
        headers,
        body,
        signal,
        timeout,
        attempts: 1,
      } as const
      const response = await send({ ...request, expect: GRAPHQL_STATUSES, largestAnswer: LARGEST_ANSWER })
      if (response.status === 401 && !accepted) throw refusedKey(endpoint)
      const answer = readAnswer(what, response, endpoint, data)
      accepted = true
      return answer
    }
    const transient = (error: unknown) => isTransient(error) || (isUnauthorized(error) && accepted)
    return await retry(attempt, { what: `Kili: ${what}`, signal, attempts, transient })
  }
}

/** Returns whether the server may have carried out a call that failed. */
export function isOutcomeUnknown(error: unknown): boolean {
  return (error instanceof HttpError || error instanceof KiliError) && error.outcomeUnknown
}

/** Returns whether the same call may succeed later. */
export function isTransient(error: unknown): boolean {
  return (error instanceof HttpError || error instanceof KiliError) && error.transient
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof HttpError && error.status === 401
}

/** Reads an answer. Checks for errors first, whatever the status, because it may contain both data and errors. */
function readAnswer<T>(what: string, response: HttpResponse, endpoint: URL, data: z.ZodMiniType<T>): T {
  const { status, body } = response
  const envelope = parseEnvelope(body)
  if (envelope?.errors?.length) throw new KiliError(what, response, envelope.errors)
  if (status >= 300)
    throw new HttpError(
      `${endpoint.href} answered ${status} when asked to ${what}: is this Kili's GraphQL endpoint? The address comes from ${setting}.`,
      status,
      retryAfter(response.headers['retry-after']),
    )
  // The body is parsed only once, because a page of labels is long.
  const answer = data.safeParse(Root.safeParse(envelope?.data).data?.data)
  if (!answer.success) throw unexpectedAnswer(response, endpoint, answer.error, setting)
  return answer.data
}

function parseEnvelope(body: Buffer): z.output<typeof Envelope> | undefined {
  try {
    return Envelope.safeParse(JSON.parse(body.toString('utf8'))).data
  } catch {
    return undefined
  }
}

function describe({ message, extensions }: z.output<typeof Failure>): string {
  const reason = extensions?.context?.reason ?? extensions?.code
  const text = clip(message, 300)
  return reason ? `${text} (${reason})` : text
}

function refusedKey({ host }: URL): ActionError {
  return new ActionError(
    `api-key: ${host} does not accept the key (401). Create an API key in Kili (My account > API key). In a workflow, store it as the secret that api-key gets; elsewhere, set KILI_API_KEY to it.`,
  )
}
