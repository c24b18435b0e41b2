import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod/mini'
import { type Trust, trustStatement } from './trust-policy.js'

type Condition = Record<string, Record<string, unknown>>

const Policy = z.record(z.string(), z.unknown())

/** What merging looks at in our own statement; it is only looked at, so that everything stays as it was written. */
const Allow = z.looseObject({
  Sid: z.string(),
  Effect: z.literal('Allow'),
  Condition: z.catch(z.record(z.string(), z.record(z.string(), z.unknown())), {}),
})

/** A policy with our statement in it, and what that changes of it. */
export interface Merge {
  policy: object
  changed: boolean
  /** The statement that makes way for ours; undefined when ours is added. */
  removed: unknown
  added: object
}

/** The Sid of our statement: one for each role, letters and digits only, as IAM asks. */
export function statementId({ roleArn }: Trust): string {
  return `KolenaEvaluator${createHash('sha256').update(roleArn).digest('hex').slice(0, 8)}`
}

/**
 * Puts our statement into a trust policy, in the place of the one with our Sid or at the end. Everything else stays,
 * value for value; and so do further conditions that someone gave our statement.
 *
 * @param document the parsed JSON of the policy, as IAM has it
 */
export function mergeTrustPolicy(document: unknown, trust: Trust): Merge {
  const policy = Policy.parse(document)
  const statements = statementsOf(policy)
  const Sid = statementId(trust)
  const at = statements.findIndex((statement) => Allow.safeParse(statement).data?.Sid === Sid)
  const removed: unknown = statements[at]
  const { Condition, ...statement } = trustStatement(trust)
  const theirs = Allow.safeParse(removed).data?.Condition ?? {}
  const added = { Sid, ...statement, Condition: mergeConditions(theirs, Condition) }
  const changed = !isDeepStrictEqual(removed, added)
  const Statement = at === -1 ? [...statements, added] : statements.with(at, added)
  return { policy: changed ? { ...policy, Statement } : policy, changed, removed, added }
}

/** The statements as they are written; a single one may stand without a list. */
export function statementsOf(document: unknown): unknown[] {
  return [Policy.safeParse(document).data?.Statement ?? []].flat()
}

/** A difference for people to read, in the manner of `diff`. */
export function describeMerge({ changed, removed, added }: Merge): string {
  const lines = (sign: string, value: unknown) =>
    value !== undefined ? JSON.stringify(value, null, 2).replaceAll(/^/gm, sign) : ''
  if (!changed) return ''
  return [lines('- ', removed), lines('+ ', added)].filter((text) => text !== '').join('\n')
}

/** Conditions beside those on the external id, which ours replaces. */
function mergeConditions(theirs: Condition, ours: Condition): Condition {
  const kept = Object.entries(theirs)
    .map(([operator, keys]): [string, Record<string, unknown>] => [
      operator,
      Object.fromEntries(Object.entries(keys).filter(([key]) => key.toLowerCase() !== 'sts:externalid')),
    ])
    .filter(([, keys]) => Object.keys(keys).length > 0)
  const equal = kept.find(([operator]) => operator === 'StringEquals')?.[1]
  return { ...Object.fromEntries(kept), StringEquals: { ...equal, ...ours.StringEquals } }
}
