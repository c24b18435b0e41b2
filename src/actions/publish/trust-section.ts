import type { RoleTrust } from '../../platforms/aws/role-trust.js'
import { trustPolicy } from '../../platforms/aws/trust-policy.js'
import type { Judgement } from '../../platforms/aws/trust-policy-judge.js'
import type { AwsRoleConfig } from '../../platforms/kolena/schemas.js'
import {
  type AlertKind,
  alert,
  code,
  codeBlock,
  type Inline,
  join,
  type Markdown,
  md,
} from '../../report/markdown.js'

const verdicts: Record<Judgement['verdict'], [AlertKind, string]> = {
  ok: ['TIP', 'The platform can assume the role, and only with its external id.'],
  unproven: ['WARNING', 'The policy alone does not show whether the platform can assume the role.'],
  broken: ['CAUTION', 'The platform cannot assume the role, or others can as well.'],
}

/** Shows what the role's trust policy needs and, if it was checked, the verdict. Empty without a role. */
export function trustSection(
  role: AwsRoleConfig | null | undefined,
  trust: RoleTrust | undefined,
): Markdown[] {
  const arn = trust?.trust.roleArn ?? role?.assume_role_arn
  if (arn === undefined) return []
  return [
    md`### Trust policy of the AWS role`,
    ...(trust ? judgementOf(trust) : []),
    ...(role && trust?.judgement.verdict !== 'ok' ? neededPolicy(role) : []),
  ]
}

function judgementOf({ trust, judgement, difference, applied }: RoleTrust): Markdown[] {
  const [kind, text] = verdicts[judgement.verdict]
  const lines: Inline[] = [md`${code(trust.roleArn)}: ${text}`, ...judgement.reasons, ...judgement.warnings]
  const change = applied ? 'Changed by this run:' : 'Publishing would change it:'
  return [
    alert(kind, join(lines, md`<br>`)),
    ...(difference === '' ? [] : [md`${change}`, codeBlock(difference, 'diff')]),
  ]
}

function neededPolicy(role: AwsRoleConfig): Markdown[] {
  const policy = trustPolicy({ jobRoleArn: role.job_role_arn, externalId: role.external_id })
  return [
    md`For the platform to assume ${code(role.assume_role_arn)}, the role's trust policy needs this statement:`,
    codeBlock(JSON.stringify(policy, null, 2), 'json'),
  ]
}
