/** An IAM role's trust policy (AssumeRolePolicyDocument) with the one statement that the platform needs. */
export interface TrustPolicy {
  Version: '2012-10-17'
  Statement: [
    {
      Effect: 'Allow'
      Action: ['sts:AssumeRole']
      Principal: { AWS: string }
      Condition: { StringEquals: { 'sts:ExternalId': string } }
    },
  ]
}

/**
 * The trust policy of the role that an evaluator assumes, as Kolena documents it: the platform's job role may assume it,
 * and only with the external id that the platform chose for this customer (against the confused deputy).
 */
export function trustPolicy(platform: { jobRoleArn: string; externalId: string }): TrustPolicy {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['sts:AssumeRole'],
        Principal: { AWS: platform.jobRoleArn },
        Condition: { StringEquals: { 'sts:ExternalId': platform.externalId } },
      },
    ],
  }
}
