import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseRoleArn } from '../../../../src/platforms/aws/arn.js'

const account = '123456789012'
const prefix = `arn:aws:iam::${account}:role/`
const managed = 'aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef'

test.each([
  ['R', '/', 'R'],
  ['service-role/My-Role', '/service-role/', 'My-Role'],
  ['a/b/c/R', '/a/b/c/', 'R'],
  ['github/AWSGitHubAction', '/github/', 'AWSGitHubAction'],
  ['a+b=c,d.e@f_g-h', '/', 'a+b=c,d.e@f_g-h'],
  [managed, '/aws-reserved/sso.amazonaws.com/eu-west-1/', 'AWSReservedSSO_Admin_0123456789abcdef'],
  ['a'.repeat(64), '/', 'a'.repeat(64)],
])('reads the role %s', (role, path, name) => {
  expect(parseRoleArn(prefix + role)).toEqual({ partition: 'aws', account, path, name })
})

const partitions = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
]

test.each(partitions)('reads the partition %s', (partition) => {
  const arn = `arn:${partition}:iam::000000000001:role/R`
  expect(parseRoleArn(arn)).toEqual({ partition, account: '000000000001', path: '/', name: 'R' })
})

test.each([
  ['', 'it is empty'],
  ['arn:aws:iam::12345678901:role/R', 'the account "12345678901" must have 12 digits'],
  ['arn:aws:iam::1234567890123:role/R', 'the account "1234567890123" must have 12 digits'],
  ['arn:aws:iam::aws:role/R', 'the account "aws" must have 12 digits'],
  [`arn:aws:iam::${account}:user/R`, 'it is a user'],
  [`arn:aws:sts::${account}:assumed-role/R/s`, 'it is a session of a role'],
  [`arn:aws:sts::${account}:role/R`, 'the service "sts" must be "iam"'],
  [`arn:aws:iam:eu-west-1:${account}:role/R`, 'a role has no region; remove "eu-west-1"'],
  [prefix, "the role's name is missing"],
  [`arn:aws:iam::${account}:role`, '"role" must begin with "role/"'],
  [prefix + 'a'.repeat(65), "the role's name has 65 characters; at most 64"],
  [`${prefix}my role`, 'white space'],
  [`${prefix}R*`, 'the role\'s name "R*" may contain'],
  [`arn:aws:iam::${account}:root`, 'it is an account'],
  [account, 'it is an account'],
  [`arn:aws-gov:iam::${account}:role/R`, 'the partition "aws-gov" must be one of aws, aws-cn'],
  [`ARN:aws:iam::${account}:role/R`, 'it does not begin with "arn:"'],
  [`${prefix}R\n`, 'white space or a line break'],
  [`${prefix}path/`, "the role's name is missing"],
  [`${prefix}/R`, 'there are two slashes before the name'],
  [`${prefix}é/R`, 'visible ASCII'],
  ['<target_role_arn>', 'it is a placeholder'],
  ['arn', 'it does not begin with "arn:"'],
  ['arn:', 'the partition "" must be one of'],
])('refuses %j and says what to write', (text, reason) => {
  expect(() => parseRoleArn(text)).toThrow(`${JSON.stringify(text)} is not the ARN of an IAM role: `)
  expect(() => parseRoleArn(text)).toThrow(reason)
})

test('returns the parts of every role, and refuses a role with any character replaced by a space', () => {
  const parts = fc.record({
    partition: fc.constantFrom(...partitions),
    account: fc.stringMatching(/^\d{12}$/),
    path: fc
      .array(fc.stringMatching(/^[!-.0-~]{1,9}$/), { maxLength: 4 })
      .map((names) => ['', ...names, ''].join('/')),
    name: fc.stringMatching(/^[A-Za-z0-9_+=,.@-]{1,64}$/),
  })
  fc.assert(
    fc.property(parts, fc.nat(), (role, place) => {
      const arn = `arn:${role.partition}:iam::${role.account}:role${role.path}${role.name}`
      const at = place % arn.length
      expect(parseRoleArn(arn)).toEqual(role)
      expect(() => parseRoleArn(`${arn.slice(0, at)} ${arn.slice(at + 1)}`)).toThrow('white space')
    }),
  )
})
