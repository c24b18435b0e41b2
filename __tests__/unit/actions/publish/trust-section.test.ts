import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { trustSection } from '../../../../src/actions/publish/trust-section.js'
import type { RoleTrust } from '../../../../src/platforms/aws/role-trust.js'
import { expectHarmless, hostileText, shapeOf } from '../../../support/hostile-text.js'
import { role } from '../../../support/publications.js'

const trust = {
  roleArn: role.assume_role_arn,
  jobRoleArn: role.job_role_arn,
  externalId: role.external_id,
}
const found = (changes: Partial<RoleTrust['judgement']>, more: Partial<RoleTrust> = {}): RoleTrust => ({
  trust,
  judgement: { verdict: 'ok', reasons: [], warnings: [], ...changes },
  difference: '',
  applied: false,
  ...more,
})
const sectionOf = (trust: RoleTrust | undefined, config: typeof role | null = role) =>
  trustSection(config, trust).join('\n\n')

test('there is no section about trust without a role', () => {
  expect(trustSection(null, undefined)).toEqual([])
  expect(trustSection(undefined, undefined)).toEqual([])
})

test('shows the required policy, ready to copy, for a role that was not verified', () => {
  const text = sectionOf(undefined)
  const [, policy = ''] = text.match(/```json\n(.*?)\n```/s) ?? []
  expect(JSON.parse(policy)).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['sts:AssumeRole'],
        Principal: { AWS: role.job_role_arn },
        Condition: { StringEquals: { 'sts:ExternalId': role.external_id } },
      },
    ],
  })
  expect(text).not.toContain('> [!')
})

test.each<[RoleTrust['judgement']['verdict'], string, boolean]>([
  ['ok', '> [!TIP]', false],
  ['unproven', '> [!WARNING]', true],
  ['broken', '> [!CAUTION]', true],
])('shows the verdict %s as the alert %s', (verdict, alert, hasPolicy) => {
  const text = sectionOf(found({ verdict, reasons: ['Statement 2 denies it.'], warnings: ['It is wide.'] }))
  expect(text).toContain(alert)
  expect(text).toContain('Statement 2 denies it.<br>It is wide.')
  expect(text.includes('```json')).toBe(hasPolicy)
})

test.each([
  [true, 'Changed by this run:'],
  [false, 'Publishing would change it:'],
])('shows whether a difference was applied: %p', (applied, heading) => {
  const text = sectionOf(found({}, { difference: '+ "Sid": "KolenaEvaluator"', applied }))
  expect(text).toContain(`${heading}\n\n\`\`\`diff\n+ "Sid": "KolenaEvaluator"\n\`\`\``)
})

test('keeps text from a policy in its place', () => {
  fc.assert(
    fc.property(hostileText, hostileText, hostileText, (first, second, third) => {
      const text = (a: string, b: string, c: string) =>
        sectionOf(
          found(
            { verdict: 'broken', reasons: [`Statement "${a}" denies it.`], warnings: [`"${b}" as well.`] },
            { trust: { ...trust, roleArn: c }, difference: '+ x' },
          ),
          { ...role, assume_role_arn: c, external_id: b },
        )
      const actual = text(first, second, third)
      expect(shapeOf(actual)).toEqual(shapeOf(text('x', 'y', 'z')))
      expectHarmless(actual)
    }),
  )
})

test('keeps a difference inside its code block', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expectHarmless(sectionOf(found({}, { difference: `+ ${text}` })))
    }),
  )
})
