import { isDeepStrictEqual } from 'node:util'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import { retry } from '../../util/retry.js'
import type { Role } from './role.js'
import type { Trust } from './trust-policy.js'
import { type Judgement, judgeTrustPolicy } from './trust-policy-judge.js'
import { describeMerge, mergeTrustPolicy } from './trust-policy-merge.js'

/** What was found of a role's trust policy, and done to it. */
export interface RoleTrust {
  trust: Trust
  /** Of the policy as it is now. */
  judgement: Judgement
  /** What is, or in a dry run would be, changed of it; empty for nothing. */
  difference: string
  applied: boolean
}

/** Reads the role's trust policy and judges it. */
export async function verifyTrust(role: Role, trust: Trust): Promise<RoleTrust> {
  const judgement = judgeTrustPolicy(await role.readTrustPolicy(), trust)
  return { trust, judgement, difference: '', applied: false }
}

/**
 * Sees to it that the platform can assume the role: does nothing where it can, or where that depends on conditions that
 * someone chose; else adds our statement, after showing what that changes. What others wrote is never repaired.
 */
export async function applyTrust(
  role: Role,
  trust: Trust,
  { dryRun, signal }: { dryRun: boolean; signal: AbortSignal },
): Promise<RoleTrust> {
  const document = await role.readTrustPolicy()
  const judgement = judgeTrustPolicy(document, trust)
  const merge = mergeTrustPolicy(document, trust)
  const after = judgeTrustPolicy(merge.policy, trust)
  const unchanged = { trust, judgement, difference: '', applied: false }
  if (judgement.verdict !== 'broken' || !merge.changed) return unchanged
  if (after.verdict === 'broken') return { ...unchanged, judgement: after }
  const difference = describeMerge(merge)
  log.info(`The trust policy of ${trust.roleArn} ${dryRun ? 'would change' : 'changes'}:\n${difference}`)
  if (dryRun) return { ...unchanged, difference }
  await refuseRace(role, document, trust)
  await role.writeTrustPolicy(merge.policy)
  return { trust, judgement: await confirm(role, trust, signal), difference, applied: true }
}

/** IAM replaces the policy whole and compares nothing, so it is read once more just before. */
async function refuseRace(role: Role, document: unknown, { roleArn }: Trust): Promise<void> {
  if (isDeepStrictEqual(await role.readTrustPolicy(), document)) return
  throw new ActionError(
    `The trust policy of ${roleArn} was changed by someone else at this moment, and was left alone. Run the job again.`,
  )
}

/** IAM shows a change to its readers a few seconds later. */
async function confirm(role: Role, trust: Trust, signal: AbortSignal): Promise<Judgement> {
  const attempt = async () => {
    const judgement = judgeTrustPolicy(await role.readTrustPolicy(), trust)
    if (judgement.verdict !== 'broken') return judgement
    throw new ActionError(
      `The trust policy of ${trust.roleArn} was written, and does not let the platform in: ${judgement.reasons.join(' ')} Look at the role in IAM; something else may write it as well.`,
    )
  }
  return await retry(attempt, {
    what: 'reading the policy back',
    signal,
    transient: (error) => error instanceof ActionError,
  })
}
