import type { z } from 'zod'
import { type Call, Refusal, type Reply, type Route } from '../http.js'
import type { KolenaState } from './state.js'

export type SignedInAnswer = (organization: string, call: Call) => Reply | Promise<Reply>

/** Wraps handlers that require an access token. They receive the organization of the token. */
export function requireLogin(state: KolenaState): (answer: SignedInAnswer) => Route['answer'] {
  return (answer) => (call) => {
    const accessToken = /^Bearer (\S+)$/.exec(call.headers.authorization ?? '')?.[1]
    const organization = accessToken && state.organizationOf(accessToken)
    if (!organization) {
      throw new Refusal(401, 'no valid access token: log in first', { 'www-authenticate': 'Bearer' })
    }
    return answer(organization, call)
  }
}

/** Parses the body with its schema. Refuses an invalid one with 422. */
export function check<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
  throw new Refusal(422, problems.join('; '))
}

export function ok(body: object): Reply {
  return { status: 200, body }
}
