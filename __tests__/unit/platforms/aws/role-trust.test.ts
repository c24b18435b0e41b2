import { describe, expect, test } from '@jest/globals'
import type { Role } from '../../../../src/platforms/aws/role.js'
import { applyTrust } from '../../../../src/platforms/aws/role-trust.js'
import { mergeTrustPolicy } from '../../../../src/platforms/aws/trust-policy-merge.js'
import { captureOutput } from '../../../support/captured-output.js'
import { policy, statement, trust } from '../../../support/policies.js'

captureOutput()
const own = statement({ Sid: 'Own', Action: 'sts:TagSession', Condition: undefined })
const added = statement({
  Sid: 'JustAdded',
  Principal: { Service: 'ec2.amazonaws.com' },
  Condition: undefined,
})
const before = policy(own)
const written = mergeTrustPolicy(before, trust).policy
const { signal } = new AbortController()

/** A role whose readers show one policy after another, and then the last one forever. */
function roleOf(...documents: unknown[]) {
  const writes: object[] = []
  const role: Role = {
    readTrustPolicy: async () => (documents.length > 1 ? documents.shift() : documents[0]),
    writeTrustPolicy: async (document) => void writes.push(document),
  }
  return { role, writes }
}

const apply = (role: Role) => applyTrust(role, trust, { dryRun: false, signal })

describe('a policy that readers show late', () => {
  test('is written once, and confirmed by two readers', async () => {
    const { role, writes } = roleOf(before, before, written, written)
    expect(await apply(role)).toMatchObject({ applied: true, judgement: { verdict: 'ok' } })
    expect(writes).toEqual([written])
  })

  test.each<[string, unknown[]]>([
    ['the first reader after the write', [policy(own, added), written, written]],
    ['the second reader after the write', [written, policy(own, added), written, written]],
    ['a reader that shows both', [mergeTrustPolicy(policy(own, added), trust).policy, written]],
  ])('causes an error if someone changed it before the write: %s shows it', async (_, after) => {
    const { role, writes } = roleOf(before, before, ...after)
    await expect(apply(role)).rejects.toThrow(
      `while someone else changed it, and lacks what they added. Add it in IAM: ${JSON.stringify([added])}`,
    )
    expect(writes).toEqual([written])
  })

  test('is accepted if it contains the other statement in the end', async () => {
    const both = mergeTrustPolicy(policy(own, added), trust).policy
    const { role } = roleOf(before, before, both)
    expect(await apply(role)).toMatchObject({ applied: true, judgement: { verdict: 'ok' } })
  })

  test('is not written if it changes between the two reads', async () => {
    const { role, writes } = roleOf(before, policy(own, added))
    await expect(apply(role)).rejects.toThrow(
      'was changed by someone else at the same time and was not written',
    )
    expect(writes).toEqual([])
  })

  test('is confirmed even if its keys are in another order', async () => {
    const { Sid, Effect, ...rest } = own
    const { role } = roleOf(before, before, mergeTrustPolicy(policy({ ...rest, Effect, Sid }), trust).policy)
    expect(await apply(role)).toMatchObject({ applied: true })
  })
})
