import { type AwsOptions, callAws, clientConfig } from './client.js'

export interface Identity {
  account: string
  /** The ARN of the user, or of the role's session. */
  arn: string
}

/**
 * Returns the identity of the AWS credentials. The call needs no permission, so it fails only if the credentials are
 * invalid.
 */
export async function callerIdentity(options: AwsOptions, signal: AbortSignal): Promise<Identity> {
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
  const client = new STSClient(clientConfig(options))
  const call = { what: 'identify the AWS credentials', permission: 'sts:GetCallerIdentity', signal }
  const { Account = '', Arn = '' } = await callAws(call, () =>
    client.send(new GetCallerIdentityCommand({}), { abortSignal: signal }),
  )
  return { account: Account, arn: Arn }
}
