import { isDeepStrictEqual } from 'node:util'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { retry } from '../../util/retry.js'
import type { Role } from './role.js'
import type { Trust } from './trust-policy.js'
import { type Judgement, judgeTrustPolicy } from './trust-policy-judge.js'
import { describeMerge, mergeTrustPolicy, statementId, statementsOf } from './trust-policy-merge.js'

/** The judgement of a role's trust policy, and the change to it. */
export interface RoleTrust {
  trust: Trust
  /** The judgement of the current policy. */
  judgement: Judgement
  /** The change, or the planned change in a dry run; empty if there is none. */
  difference: string
  applied: boolean
}

/** Reads the role's trust policy and judges it. */
export async function verifyTrust(role: Role, trust: Trust): Promise<RoleTrust> {
  const judgement = judgeTrustPolicy(await role.readTrustPolicy(), trust)
  return { trust, judgement, difference: '', applied: false }
}

/**
 * Makes sure that the platform can assume the role. Changes nothing if it can, or if that depends on conditions that
 * someone chose. Otherwise adds our statement, after showing the change. Never repairs statements of others.
 */
export async function applyTrust(
  role: Role,
  trust: Trust,
  { dryRun, signal }: { dryRun: boolean; signal: AbortSignal },
): Promise<RoleTrust> {
  const seen = new Sightings(role, trust)
  const document = await seen.read()
  const judgement = judgeTrustPolicy(document, trust)
  const merge = mergeTrustPolicy(document, trust)
  const after = judgeTrustPolicy(merge.policy, trust)
  const unchanged = { trust, judgement, difference: '', applied: false }
  if (judgement.verdict !== 'broken' || !merge.changed) return unchanged
  if (after.verdict === 'broken') return { ...unchanged, judgement: after }
  const difference = describeMerge(merge)
  log.info(`The trust policy of ${trust.roleArn} ${dryRun ? 'would change' : 'changes'}:\n${difference}`)
  if (dryRun) return { ...unchanged, difference }
  await refuseRace(seen, document, trust)
  await role.writeTrustPolicy(merge.policy)
  return { trust, judgement: await confirm(seen, trust, signal), difference, applied: true }
}

/** IAM replaces the whole policy without comparing it, so read it once more just before. */
async function refuseRace(seen: Sightings, document: unknown, { roleArn }: Trust): Promise<void> {
  if (isDeepStrictEqual(await seen.read(), document)) return
  throw new ActionError(
    `The trust policy of ${roleArn} was changed by someone else at the same time and was not written. Try again.`,
  )
}

/**
 * Reads a role's policy while IAM propagates changes. IAM's readers lag behind its writers by different times. Two of
 * them may agree on a policy that someone has changed since; the change is then lost, but a later reader still shows
 * it.
 */
class Sightings {
  readonly #role: Pick<Role, 'readTrustPolicy'>
  readonly #own: string
  /** Every statement of others that a reader has shown, by its content. */
  readonly #statements = new Map<string, unknown>()

  constructor(role: Pick<Role, 'readTrustPolicy'>, trust: Trust) {
    this.#role = role
    this.#own = statementId(trust)
  }

  async read(): Promise<unknown> {
    const document = await this.#role.readTrustPolicy()
    for (const [content, statement] of this.#othersIn(document)) this.#statements.set(content, statement)
    return document
  }

  /** Returns the statements that a reader has shown and the policy lacks. */
  missingIn(document: unknown): unknown[] {
    const there = new Set(this.#othersIn(document).map(([content]) => content))
    return [...this.#statements].filter(([content]) => !there.has(content)).map(([, statement]) => statement)
  }

  #othersIn(document: unknown): [content: string, statement: unknown][] {
    return statementsOf(document)
      .filter((statement) => (statement as { Sid?: unknown } | null)?.Sid !== this.#own)
      .map((statement) => [JSON.stringify(statement, sortKeys), statement])
  }
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * IAM shows a change to its readers a few seconds later. Waits until two readers show the policy as it was written,
 * with every statement that any reader has shown.
 */
async function confirm(seen: Sightings, trust: Trust, signal: AbortSignal): Promise<Judgement> {
  const read = async () => {
    const document = await seen.read()
    const judgement = judgeTrustPolicy(document, trust)
    if (judgement.verdict !== 'broken') return { document, judgement }
    throw new ActionError(
      `The trust policy of ${trust.roleArn} was written, but the platform cannot assume the role: ${judgement.reasons.join(' ')} Look at the role in IAM; something else may also write its policy.`,
    )
  }
  const { document, judgement } = await retry(() => read().then(read), {
    what: 'reading the policy back',
    signal,
    transient: (error) => error instanceof ActionError,
  })
  const lost = seen.missingIn(document)
  if (lost.length > 0)
    throw new ActionError(
      `The trust policy of ${trust.roleArn} was written while someone else changed it, and lacks what they added. Add it in IAM: ${JSON.stringify(lost)}`,
    )
  return judgement
}
