import { parseRoleArn } from '../../platforms/aws/arn.js'
import type { RoleTrust } from '../../platforms/aws/role-trust.js'
import type { AwsRoleConfig } from '../../platforms/kolena/schemas.js'
import { ActionError } from '../../runtime/errors.js'
import * as log from '../../runtime/log.js'
import type { ActionContext } from '../../runtime/run-action.js'
import type { Connections } from './connections.js'
import type { PublishInputs } from './inputs.js'
import type { PublishResult } from './result.js'

/**
 * Checks the trust policy of the role that the evaluator is registered with, and repairs it if the inputs say so.
 * @returns undefined if the check is off or there is no role
 */
export async function settleTrust(
  { trustPolicy, mode, evaluator }: PublishInputs,
  role: AwsRoleConfig | null | undefined,
  { roles }: Pick<Connections, 'roles'>,
  { signal, runLog }: ActionContext,
): Promise<RoleTrust | undefined> {
  if (trustPolicy === 'off' || !role) return undefined
  refuseOtherRole(role, evaluator)
  const trust = {
    roleArn: role.assume_role_arn,
    jobRoleArn: role.job_role_arn,
    externalId: role.external_id,
  }
  const [{ openRole }, { applyTrust, verifyTrust }] = await Promise.all([
    import('../../platforms/aws/role.js'),
    import('../../platforms/aws/role-trust.js'),
  ])
  const result = await runLog.phase('Trust policy', async () => {
    const awsRole = await openRole(trust.roleArn, signal)
    if (trustPolicy === 'verify') return await verifyTrust(awsRole, trust)
    const apply = () => applyTrust(awsRole, trust, { dryRun: mode.dryRun, signal })
    return await roles.run(trust.roleArn, signal, apply)
  })
  if (result.applied) runLog.done.push(`The trust policy of ${trust.roleArn} was changed.`)
  reportTrust(result, mode.dryRun)
  return result
}

/** Refuses a role that the inputs do not name, because the platform's answer decides which policy is changed. */
function refuseOtherRole(role: AwsRoleConfig, evaluator: PublishInputs['evaluator']): void {
  if (role.assume_role_arn !== evaluator?.awsAssumeRole)
    throw new ActionError(
      `The platform names the role ${role.assume_role_arn}, and aws-assume-role is ${evaluator?.awsAssumeRole ?? 'not set'}. No trust policy was read or changed.`,
    )
  try {
    parseRoleArn(role.job_role_arn)
  } catch (cause) {
    throw new ActionError(
      `The platform names ${role.job_role_arn} as the role that assumes ${role.assume_role_arn}, but it is not the ARN of a role. No trust policy was read or changed.`,
      { cause },
    )
  }
}

/** Explains why the step fails although everything is published: the evaluator could not use its role. */
export function failedTrust({ trust, plan }: PublishResult): string | undefined {
  if (trust?.judgement.verdict !== 'broken' || plan?.mode.dryRun) return undefined
  return describe(trust)
}

function reportTrust(result: RoleTrust, dryRun: boolean): void {
  const { trust, judgement } = result
  for (const warning of judgement.warnings) log.warning(warning, `Trust policy of ${trust.roleArn}`)
  if (judgement.verdict === 'ok')
    log.info(
      `The trust policy of ${trust.roleArn} lets only the platform assume the role, and only with the external id`,
    )
  else if (judgement.verdict === 'unproven' || dryRun) log.warning(describe(result), 'Trust policy')
}

function describe({ trust, judgement, difference }: RoleTrust): string {
  const { verdict, reasons } = judgement
  const state = verdict === 'broken' ? 'is broken' : 'cannot be proved right'
  const remedy =
    verdict === 'unproven'
      ? 'Check whether the platform meets them; the policy was not changed.'
      : difference === ''
        ? 'Correct the statements in IAM; trust-policy: apply adds the missing one, which is also in the outputs.'
        : 'Publishing would correct it.'
  return `The trust policy of ${trust.roleArn} ${state}. ${reasons.join(' ')} ${remedy}`
}
