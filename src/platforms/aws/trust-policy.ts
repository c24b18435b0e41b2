/**
 * Who may assume a role: the platform's role `jobRoleArn`, with the `externalId` that the platform chose for this
 * customer.
 */
export interface Trust {
  /** The ARN of the role to assume, which has this trust policy. */
  roleArn: string
  jobRoleArn: string
  externalId: string
}

/** The one statement that the platform needs in a role's trust policy. */
export interface TrustStatement {
  Effect: 'Allow'
  Action: ['sts:AssumeRole']
  Principal: { AWS: string }
  Condition: { StringEquals: { 'sts:ExternalId': string } }
}

/** An IAM role's trust policy (AssumeRolePolicyDocument) with the one statement that the platform needs. */
export interface TrustPolicy {
  Version: '2012-10-17'
  Statement: [TrustStatement]
}

/**
 * Returns the trust policy of the role that an evaluator assumes, as Kolena documents it: the platform's job role may
 * assume it, but only with the external id that the platform chose for this customer (against the confused deputy
 * problem).
 */
export function trustPolicy(platform: Pick<Trust, 'jobRoleArn' | 'externalId'>): TrustPolicy {
  return { Version: '2012-10-17', Statement: [trustStatement(platform)] }
}

export function trustStatement({ jobRoleArn, externalId }: Omit<Trust, 'roleArn'>): TrustStatement {
  return {
    Effect: 'Allow',
    Action: ['sts:AssumeRole'],
    Principal: { AWS: jobRoleArn },
    Condition: { StringEquals: { 'sts:ExternalId': externalId } },
  }
}
