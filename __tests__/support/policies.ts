/** Realistic trust policies, and the expected verdict on each for the platform's role. */

import type { Trust } from '../../src/platforms/aws/trust-policy.js'
import type { Judgement } from '../../src/platforms/aws/trust-policy-judge.js'

export const trust: Trust = {
  roleArn: 'arn:aws:iam::111122223333:role/team/evaluator-data',
  jobRoleArn: 'arn:aws:iam::123456789012:role/jobs/evaluator-acme',
  externalId: '6f0c9b1e-acme',
}
const job = trust.jobRoleArn
const root = 'arn:aws:iam::123456789012:root'
const id = trust.externalId

type Fields = Record<string, unknown>

/** Returns the correct statement with some fields replaced. Undefined fields are omitted. */
export function statement(fields: Fields = {}): Fields {
  const all: Fields = {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { AWS: job },
    Condition: { StringEquals: { 'sts:ExternalId': id } },
    ...fields,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

export function policy(...statements: Fields[]): Fields {
  return { Version: '2012-10-17', Statement: statements }
}

const condition = (operator: string, value: unknown, more: Fields = {}) =>
  statement({ Condition: { [operator]: { 'sts:ExternalId': value }, ...more } })
const github = statement({
  Sid: 'GitHub',
  Action: 'sts:AssumeRoleWithWebIdentity',
  Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
  Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/*' } },
})
const lambda = statement({ Principal: { Service: 'lambda.amazonaws.com' }, Condition: undefined })
const colleague = statement({
  Principal: { AWS: 'arn:aws:iam::111122223333:role/admin' },
  Condition: undefined,
})
const deny = (fields: Fields = {}) => statement({ Effect: 'Deny', Condition: undefined, ...fields })
const alone = (fields: Fields) => policy(statement(fields))

export interface Case {
  name: string
  document: unknown
  verdict: Judgement['verdict']
  /** Part of the reason, or of the warning for `ok`. */
  says?: string
}

const ok = (name: string, document: unknown, says?: string): Case => ({
  name,
  document,
  verdict: 'ok',
  ...(says && { says }),
})
const broken = (name: string, document: unknown, says: string): Case => ({
  name,
  document,
  verdict: 'broken',
  says,
})
const unproven = (name: string, document: unknown, says: string): Case => ({
  name,
  document,
  verdict: 'unproven',
  says,
})

export const cases: Case[] = [
  ok('the documented policy', policy(statement())),
  ok('a single statement that is not in a list', { Version: '2012-10-17', Statement: statement() }),
  ok('no version', { Statement: [statement()] }),
  ok('a Sid', alone({ Sid: 'Anything' })),
  ok('the action in a list', alone({ Action: ['sts:AssumeRole'] })),
  ok('the action in another case', alone({ Action: 'STS:assumerole' })),
  ok('sts:TagSession in addition to the action', alone({ Action: ['sts:AssumeRole', 'sts:TagSession'] })),
  ok('sts:TagSession in a separate statement', policy(statement(), statement({ Action: 'sts:TagSession' }))),
  ok('an action with a wildcard', alone({ Action: 'sts:Assume*' })),
  ok('the principal in a list', alone({ Principal: { AWS: [job] } })),
  ok(
    'the principal among others',
    alone({ Principal: { AWS: ['arn:aws:iam::111122223333:user/eva', job] } }),
  ),
  ok(
    'the key of the condition in another case',
    alone({ Condition: { StringEquals: { 'STS:externalid': id } } }),
  ),
  ok('the external id in a list', withId([id])),
  ok('StringLike without a wildcard', policy(condition('StringLike', id))),
  ok('statements for other principals', policy(github, lambda, colleague, statement())),
  ok('the whole account of the platform', alone({ Principal: { AWS: root } }), 'whole account'),
  ok('the account by its number', alone({ Principal: { AWS: '123456789012' } }), 'whole account'),
  ok('a second external id', withId([id, 'other']), 'other external IDs (1)'),
  ok(
    'a second statement with another external id',
    policy(statement(), condition('StringEquals', 'x')),
    '"x"',
  ),
  ok(
    'a deleted principal in another statement',
    policy(statement(), statement({ Principal: { AWS: 'AROAEXAMPLEEXAMPLE123' } })),
    'deleted',
  ),

  broken('no statement', policy(), 'No statement allows'),
  broken('only statements for other principals', policy(github, lambda, colleague), 'No statement allows'),
  broken('no condition', alone({ Condition: undefined }), 'no condition on sts:ExternalId'),
  broken('an empty condition', alone({ Condition: {} }), 'no condition on sts:ExternalId'),
  broken(
    'only a condition on something else',
    alone({ Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }),
    'no condition on sts:ExternalId',
  ),
  broken('another external id', withId('other'), 'requires the external ID "other"'),
  broken('the external id in another case', withId(id.toUpperCase()), 'requires the external ID'),
  broken('no value for the external id', withId([]), 'requires the external ID'),
  broken('StringEqualsIfExists', policy(condition('StringEqualsIfExists', id)), 'without an external ID'),
  broken('ForAllValues', policy(condition('ForAllValues:StringEquals', id)), 'without an external ID'),
  broken('StringLike with *', policy(condition('StringLike', '6f0c*')), 'also matches other IDs'),
  broken('StringLike with ?', policy(condition('StringLike', '6f0c9b1e-acm?')), 'also matches other IDs'),
  broken('StringNotEquals', policy(condition('StringNotEquals', 'other')), 'also matches other IDs'),
  broken('StringEqualsIgnoreCase', policy(condition('StringEqualsIgnoreCase', id)), 'also matches other IDs'),
  broken(
    'a second statement without the condition',
    policy(statement(), statement({ Condition: undefined })),
    'Statement 2 has no condition',
  ),
  broken(
    'a second statement for the account without the condition',
    policy(statement(), statement({ Principal: { AWS: root }, Condition: undefined })),
    'Statement 2 has no condition',
  ),
  broken('anyone', alone({ Principal: '*' }), 'allows anyone'),
  broken('any AWS account', alone({ Principal: { AWS: '*' } }), 'allows anyone'),
  broken(
    'anyone in a second statement',
    policy(statement(), statement({ Sid: 'Open', Principal: { AWS: ['*'] } })),
    'Statement "Open" allows anyone',
  ),
  broken(
    'another role of the platform',
    alone({ Principal: { AWS: 'arn:aws:iam::123456789012:role/jobs/evaluator-globex' } }),
    'No statement allows',
  ),
  broken(
    'the role without its path',
    alone({ Principal: { AWS: 'arn:aws:iam::123456789012:role/evaluator-acme' } }),
    'No statement allows',
  ),
  broken(
    'the role with the same name in another account',
    alone({ Principal: { AWS: job.replace('123456789012', '999999999999') } }),
    'No statement allows',
  ),
  broken(
    'a deleted principal',
    alone({ Principal: { AWS: 'AROAEXAMPLEEXAMPLE123' } }),
    'unique ID of a deleted principal',
  ),
  broken('another action', alone({ Action: 'sts:AssumeRoleWithWebIdentity' }), 'but not sts:AssumeRole'),
  broken(
    'a session of the role without the condition',
    alone({
      Principal: { AWS: 'arn:aws:sts::123456789012:assumed-role/evaluator-acme/s' },
      Condition: undefined,
    }),
    'no condition',
  ),
  broken('a deny of the role', policy(statement(), deny()), 'Statement 2 denies'),
  broken(
    'a deny of everyone',
    policy(statement(), deny({ Principal: '*', Action: 'sts:*' })),
    'denies the platform',
  ),
  broken(
    'a conditional deny without an allow',
    policy(deny({ Condition: { Bool: { 'aws:SecureTransport': false } } })),
    'No statement allows',
  ),

  unproven(
    'a deny under a condition',
    policy(statement(), deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })),
    'denies something',
  ),
  unproven(
    'a deny of another role',
    policy(statement(), deny({ Principal: { AWS: 'arn:aws:iam::111122223333:role/x' } })),
    'denies something',
  ),
  unproven(
    'a deny with NotPrincipal',
    policy(statement(), deny({ Principal: undefined, NotPrincipal: { AWS: job } })),
    'NotPrincipal',
  ),
  unproven('an allow with NotAction', alone({ Action: undefined, NotAction: 'sts:TagSession' }), 'NotAction'),
  unproven(
    'a further condition',
    policy(condition('StringEquals', id, { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } })),
    'IpAddress aws:SourceIp',
  ),
  unproven(
    'a further condition of the same operator',
    alone({ Condition: { StringEquals: { 'sts:ExternalId': id, 'aws:PrincipalOrgID': 'o-1' } } }),
    'aws:PrincipalOrgID',
  ),
  unproven(
    'a session of the role',
    alone({ Principal: { AWS: 'arn:aws:sts::123456789012:assumed-role/evaluator-acme/s' } }),
    'only one session',
  ),
  unproven('a field that is invalid in trust policies', alone({ Resource: '*' }), 'does not understand'),
  unproven('an effect in small letters', alone({ Effect: 'allow' }), 'does not understand'),
  unproven('text instead of a policy', 'Allow', 'does not understand'),
]

function withId(value: unknown): Fields {
  return policy(condition('StringEquals', value))
}
