import { ActionError } from '../../runtime/errors.js'
import { parseRoleArn } from './arn.js'
import { callAws, clientConfig } from './client.js'
import { callerIdentity } from './identity.js'

/** An IAM role and its trust policy. */
export interface Role {
  readTrustPolicy(): Promise<unknown>
  /** Replaces the whole policy. IAM cannot change a part of it, and has no versions to compare. */
  writeTrustPolicy(policy: object): Promise<void>
}

/** IAM has one service per partition, and its clients require one of the partition's regions. */
const REGIONS: Record<string, string> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-northwest-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-iso': 'us-iso-east-1',
  'aws-iso-b': 'us-isob-east-1',
  'aws-iso-e': 'eu-isoe-west-1',
  'aws-iso-f': 'us-isof-south-1',
  'aws-eusc': 'eusc-de-east-1',
}

/** Finds the role with the job's AWS credentials, which must belong to the role's account. */
export async function openRole(arn: string, signal: AbortSignal): Promise<Role> {
  const { partition, account, name } = parseRoleArn(arn)
  const options = { region: REGIONS[partition] }
  const caller = await callerIdentity(options, signal)
  if (caller.account !== account) {
    throw new ActionError(
      `The role ${arn} is in the AWS account ${account}, but the AWS credentials (${caller.arn}) belong to ${caller.account}. Configure credentials of ${account}.`,
    )
  }
  const { IAMClient, GetRoleCommand, UpdateAssumeRolePolicyCommand } = await import('@aws-sdk/client-iam')
  const client = new IAMClient(clientConfig(options))
  const call = (what: string, permission: string) => ({ what, permission, signal, remedies })
  return {
    readTrustPolicy: async () => {
      const { Role } = await callAws(call(`read the role ${name}`, 'iam:GetRole'), () =>
        client.send(new GetRoleCommand({ RoleName: name }), { abortSignal: signal }),
      )
      if (Role?.Arn !== arn) {
        throw new ActionError(
          `aws-assume-role "${arn}": the role ${name} of the account has another ARN, ${Role?.Arn}. Write that one.`,
        )
      }
      return JSON.parse(decodeURIComponent(Role.AssumeRolePolicyDocument ?? '{}'))
    },
    writeTrustPolicy: async (policy) => {
      const input = { RoleName: name, PolicyDocument: JSON.stringify(policy) }
      await callAws(call(`write the trust policy of ${name}`, 'iam:UpdateAssumeRolePolicy'), () =>
        client.send(new UpdateAssumeRolePolicyCommand(input), { abortSignal: signal }),
      )
    },
  }
}

const remedies = {
  NoSuchEntityException: 'There is no such role; check aws-assume-role, or create the role first.',
  MalformedPolicyDocumentException:
    "IAM does not accept the policy. If it says that a principal is invalid, the platform's role is gone: register again, or ask the platform.",
  LimitExceededException:
    'A trust policy has at most 2048 characters. Remove statements that are not needed, or request a higher quota (up to 4096).',
  UnmodifiableEntityException: 'A service-linked role cannot be changed; use a role of your own.',
}
