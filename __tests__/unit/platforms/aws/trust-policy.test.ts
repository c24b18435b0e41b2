import { expect, test } from '@jest/globals'
import { trustPolicy } from '../../../../src/platforms/aws/trust-policy.js'

test('creates the trust policy that Kolena documents, with the keys in the same order', () => {
  const policy = trustPolicy({
    jobRoleArn: 'arn:aws:iam::123456789012:role/jobs',
    externalId: 'an-external-id',
  })
  expect(JSON.stringify(policy)).toBe(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:AssumeRole"],' +
      '"Principal":{"AWS":"arn:aws:iam::123456789012:role/jobs"},' +
      '"Condition":{"StringEquals":{"sts:ExternalId":"an-external-id"}}}]}',
  )
})
