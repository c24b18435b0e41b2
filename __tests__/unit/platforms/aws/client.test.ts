import { afterEach, expect, test } from '@jest/globals'
import { callAws, clientConfig } from '../../../../src/platforms/aws/client.js'
import { readAwsEnvironment } from '../../../../src/runtime/aws-environment.js'
import { ActionError } from '../../../../src/runtime/errors.js'

const before = { ...process.env }
afterEach(() => {
  process.env = { ...before }
})

const call = {
  what: 'read the role data',
  permission: 'iam:GetRole',
  signal: new AbortController().signal,
  remedies: { NoSuchEntityException: 'Create the role first.' },
}

test.each<[string, number | undefined, string]>([
  ['CredentialsProviderError', undefined, 'aws-actions/configure-aws-credentials'],
  ['ExpiredTokenException', 403, 'have expired'],
  ['ExpiredToken', 400, 'have expired'],
  ['InvalidClientTokenId', 403, 'does not know the credentials'],
  ['UnrecognizedClientException', 400, 'does not know the credentials'],
  ['AccessDeniedException', 400, 'Allow iam:GetRole'],
  ['AccessDenied', 403, 'Allow iam:GetRole'],
  ['SomethingElse', 403, 'Allow iam:GetRole'],
  ['NoSuchEntityException', 404, 'Create the role first.'],
  ['ThrottlingException', 400, 'Try again'],
  ['TimeoutError', undefined, 'AWS could not be reached'],
  ['ValidationError', 400, 'Check the name'],
])('says what to do about %s (status %p)', async (name, httpStatusCode, remedy) => {
  const error = Object.assign(new Error('as AWS says'), { name, $metadata: { httpStatusCode } })
  const failed = callAws(call, () => Promise.reject(error))
  await expect(failed).rejects.toThrow(ActionError)
  await expect(failed).rejects.toThrow(`AWS: could not read the role data (${name}: as AWS says). `)
  await expect(failed).rejects.toThrow(remedy)
})

test('throws the abort reason for a cancelled job', async () => {
  const signal = AbortSignal.abort(new Error('cancelled'))
  await expect(callAws({ ...call, signal }, () => Promise.reject(new Error('aborted')))).rejects.toThrow(
    'cancelled',
  )
})

test.each<[string, Record<string, string>, string | undefined, string | undefined]>([
  ['the input', { AWS_REGION: 'us-east-1' }, 'eu-west-1', 'eu-west-1'],
  ['AWS_REGION', { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-east-2' }, undefined, 'us-east-1'],
  ['AWS_DEFAULT_REGION', { AWS_REGION: '', AWS_DEFAULT_REGION: 'us-east-2' }, undefined, 'us-east-2'],
  ['the profile', { AWS_REGION: '', AWS_DEFAULT_REGION: ' ' }, undefined, undefined],
])('uses the region of %s', (_, env, region, expected) => {
  Object.assign(process.env, { AWS_REGION: '', AWS_DEFAULT_REGION: '' }, env)
  expect(clientConfig({ region })).toMatchObject(expected === undefined ? {} : { region: expected })
  expect('region' in clientConfig({ region })).toBe(expected !== undefined)
})

test('ignores a variable that is set to an empty string', () => {
  Object.assign(process.env, { AWS_PROFILE: '', AWS_ENDPOINT_URL: '' })
  expect(readAwsEnvironment().otherEndpoint).toBe(false)
  expect(process.env).not.toHaveProperty('AWS_PROFILE')
  Object.assign(process.env, { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1' })
  expect(readAwsEnvironment().otherEndpoint).toBe(true)
})
