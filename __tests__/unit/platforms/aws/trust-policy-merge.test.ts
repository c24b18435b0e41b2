import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { judgeTrustPolicy } from '../../../../src/platforms/aws/trust-policy-judge.js'
import {
  describeMerge,
  mergeTrustPolicy,
  statementId,
} from '../../../../src/platforms/aws/trust-policy-merge.js'
import { cases, policy, statement, trust } from '../../../support/policies.js'

const Sid = statementId(trust)
const mine = statement({ Sid, Action: ['sts:AssumeRole'] })
const theirs = statement({
  Sid: 'Theirs',
  Principal: { Service: 'lambda.amazonaws.com' },
  Condition: undefined,
})
const isPolicy = (document: unknown): document is object => typeof document === 'object'

test.each([
  ['appends the statement', policy(theirs), policy(theirs, mine)],
  [
    'turns a single statement into a list',
    { Version: '2012-10-17', Statement: theirs },
    policy(theirs, mine),
  ],
  [
    'keeps the version and the id',
    { Version: '2008-10-17', Id: 'x', Statement: [] },
    { Version: '2008-10-17', Id: 'x', Statement: [mine] },
  ],
  [
    'replaces its own statement in its place',
    policy({ ...mine, Principal: { AWS: 'AROAEXAMPLEEXAMPLE123' } }, theirs),
    policy(mine, theirs),
  ],
  [
    'keeps a statement with the same Sid that denies',
    policy({ ...mine, Effect: 'Deny' }),
    policy({ ...mine, Effect: 'Deny' }, mine),
  ],
  ['changes nothing if its statement exists', policy(mine, theirs), policy(mine, theirs)],
  [
    'keeps further conditions of its own statement',
    policy({
      ...mine,
      Condition: { StringLike: { 'sts:ExternalId': 'x*' }, StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    }),
    policy({
      ...mine,
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1', 'sts:ExternalId': trust.externalId } },
    }),
  ],
])('%s', (_, before, after) => {
  expect(mergeTrustPolicy(before, trust).policy).toEqual(after)
})

test('shows what it removes and what it adds', () => {
  const old = { ...mine, Condition: { StringEquals: { 'sts:ExternalId': 'old' } } }
  const difference = describeMerge(mergeTrustPolicy(policy(old, theirs), trust))
  expect(difference).toContain('-       "sts:ExternalId": "old"')
  expect(difference).toContain(`+       "sts:ExternalId": "${trust.externalId}"`)
  expect(difference).not.toContain('lambda.amazonaws.com')
  expect(describeMerge(mergeTrustPolicy(policy(mine), trust))).toBe('')
})

test.each(cases.filter(({ document, verdict }) => verdict === 'broken' && isPolicy(document)))(
  'lets the platform in after a merge, or leaves the policy broken: $name',
  ({ document, says }) => {
    const { verdict, reasons } = judgeTrustPolicy(mergeTrustPolicy(document, trust).policy, trust)
    const hopeless = reasons.some((reason) =>
      /denies the platform|no condition|allows anyone|without an external ID|also matches other IDs/.test(
        reason,
      ),
    )
    expect({ says, open: verdict !== 'broken' || hopeless }).toEqual({ says, open: true })
  },
)

const statements = cases.flatMap(({ document }) =>
  isPolicy(document) && 'Statement' in document && Array.isArray(document.Statement)
    ? document.Statement
    : [],
)
const anyStatement = fc.oneof(
  fc.constantFrom(...statements, mine, theirs),
  fc.dictionary(fc.string(), fc.jsonValue()).filter(ofNoKind),
)
const anyPolicy = fc.array(anyStatement, { maxLength: 5 }).map((list) => policy(...list))

/** Random statements must not resemble statements whose Sid or effect is not text. */
function ofNoKind(fields: Record<string, unknown>): boolean {
  return !('Sid' in fields) && !('Effect' in fields)
}

test('a second merge changes nothing', () => {
  fc.assert(
    fc.property(anyPolicy, (document) => {
      const once = mergeTrustPolicy(document, trust)
      expect(mergeTrustPolicy(once.policy, trust)).toMatchObject({ policy: once.policy, changed: false })
    }),
  )
})

test('a merge drops no statement of others, and keeps their order and every value', () => {
  const foreign = ({ Statement }: { Statement?: unknown }) =>
    (Statement as Record<string, unknown>[]).filter((one) => one.Sid !== Sid || one.Effect !== 'Allow')
  fc.assert(
    fc.property(anyPolicy, (document) => {
      fc.pre((document.Statement as { Sid?: string }[]).filter((one) => one.Sid === Sid).length < 2)
      expect(foreign(mergeTrustPolicy(document, trust).policy)).toEqual(foreign(document))
    }),
  )
})

test('a merge widens access only to the platform’s role with its external id', () => {
  fc.assert(
    fc.property(anyPolicy, (document) => {
      const { policy: merged, added } = mergeTrustPolicy(document, trust)
      const before = JSON.parse(JSON.stringify(document.Statement)) as unknown[]
      const fresh = (merged as { Statement: unknown[] }).Statement.filter(
        (one) => !before.some((old) => JSON.stringify(old) === JSON.stringify(one)),
      )
      expect(fresh.length).toBeLessThanOrEqual(1)
      for (const one of fresh) expect(one).toEqual(added)
      expect(added).toMatchObject({
        Effect: 'Allow',
        Action: ['sts:AssumeRole'],
        Principal: { AWS: trust.jobRoleArn },
        Condition: { StringEquals: { 'sts:ExternalId': trust.externalId } },
      })
      expect(judgeTrustPolicy(policy(added as Record<string, unknown>), trust).verdict).not.toBe('broken')
    }),
  )
})
