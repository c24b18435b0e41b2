import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { trustPolicy } from '../../../../src/platforms/aws/trust-policy.js'
import { judgeTrustPolicy } from '../../../../src/platforms/aws/trust-policy-judge.js'
import { cases, policy, statement, trust } from '../../../support/policies.js'

test.each(cases)('$verdict: $name', ({ document, verdict, says }) => {
  const judgement = judgeTrustPolicy(document, trust)
  const texts = verdict === 'ok' ? judgement.warnings : judgement.reasons
  expect([judgement.verdict, texts.join('\n')]).toEqual([verdict, expect.stringContaining(says ?? '')])
  expect(texts.length > 0).toBe(says !== undefined)
})

test('docs/aws.md lists every case with its verdict and message', () => {
  const rows = cases.map(({ name, document }) => {
    const { verdict, reasons, warnings } = judgeTrustPolicy(document, trust)
    // The last one is the most specific.
    const says = (verdict === 'ok' ? warnings : reasons).at(-1) ?? ''
    return `| ${name} | ${verdict} | ${says} |`
  })
  const docs = readFileSync(fileURLToPath(new URL('../../../../../docs/aws.md', import.meta.url)), 'utf8')
  const [, table] = /<!-- verdicts -->\n\n(.*?)\n\n<!-- \/verdicts -->/s.exec(docs) ?? []
  expect(table?.split('\n')).toEqual([
    '| policy | verdict | the action says |',
    '| --- | --- | --- |',
    ...rows,
  ])
})

test('the policy in the outputs is ok', () => {
  expect(judgeTrustPolicy(trustPolicy(trust), trust)).toEqual({ verdict: 'ok', reasons: [], warnings: [] })
})

test('judges a role in another partition as broken, whatever its policy says', () => {
  const china = { ...trust, roleArn: 'arn:aws-cn:iam::111122223333:role/evaluator-data' }
  expect(judgeTrustPolicy(policy(statement()), china)).toMatchObject({
    verdict: 'broken',
    reasons: [expect.stringContaining('partition aws and this role in aws-cn')],
  })
})
