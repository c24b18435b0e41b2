import { type AwsOptions, callAws, clientConfig } from './client.js'

export interface Identity {
  account: string
  /** Of the user, or of the role's session. */
  arn: string
}

/** Who the AWS credentials are. Needs no permission, so what fails here are the credentials themselves. */
export async function callerIdentity(options: AwsOptions, signal: AbortSignal): Promise<Identity> {
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
  const client = new STSClient(clientConfig(options))
  const call = { what: 'see whose the AWS credentials are', permission: 'sts:GetCallerIdentity', signal }
  const { Account = '', Arn = '' } = await callAws(call, () =>
    client.send(new GetCallerIdentityCommand({}), { abortSignal: signal }),
  )
  return { account: Account, arn: Arn }
}
