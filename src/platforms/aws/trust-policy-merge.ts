import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod/mini'
import { type Trust, trustStatement } from './trust-policy.js'

type Condition = Record<string, Record<string, unknown>>

const Policy = z.record(z.string(), z.unknown())

/**
 * The parts of our own statement that the merge looks at. It only reads them, so that everything stays as it was
 * written.
 */
const Allow = z.looseObject({
  Sid: z.string(),
  Effect: z.literal('Allow'),
  Condition: z.catch(z.record(z.string(), z.record(z.string(), z.unknown())), {}),
})

/** A policy that contains our statement, and the difference. */
export interface Merge {
  policy: object
  changed: boolean
  /** The statement that ours replaces; undefined if ours is added. */
  removed: unknown
  added: object
}

/** Returns the Sid of our statement: one per role, only letters and digits, as IAM requires. */
export function statementId({ roleArn }: Trust): string {
  return `KolenaEvaluator${createHash('sha256').update(roleArn).digest('hex').slice(0, 8)}`
}

/**
 * Puts our statement into a trust policy, in place of the statement with our Sid or at the end. Keeps all other values,
 * including further conditions that someone added to our statement.
 *
 * @param document the parsed JSON of the policy, as IAM returns it
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

/** Returns the statements as they are written. A single statement need not be in a list. */
export function statementsOf(document: unknown): unknown[] {
  return [Policy.safeParse(document).data?.Statement ?? []].flat()
}

/** Formats a difference like `diff`. */
export function describeMerge({ changed, removed, added }: Merge): string {
  const lines = (sign: string, value: unknown) =>
    value !== undefined ? JSON.stringify(value, null, 2).replaceAll(/^/gm, sign) : ''
  if (!changed) return ''
  return [lines('- ', removed), lines('+ ', added)].filter((text) => text !== '').join('\n')
}

/** Returns their conditions, with ours in place of those on the external id. */
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
