import { describe, expect, test } from '@jest/globals'
import type { PublishResult } from '../../../../src/actions/publish/result.js'
import { verifySections } from '../../../../src/actions/publish/verify-section.js'
import { finding, judge } from '../../../../src/image/verify/findings.js'
import type { Verification } from '../../../../src/image/verify/verify.js'
import { noMetrics } from '../../../support/metrics.js'

function summaryOf(changes: Partial<Verification>, recording?: PublishResult['recording']): string {
  const verification: Verification = {
    findings: [],
    image: {
      id: 'sha256:1',
      repoDigests: [],
      facts: { platform: 'linux/amd64', entrypoint: [], command: [], user: 'root', size: 1, layers: 3 },
      environment: [],
      labels: {},
      layerDigests: [],
      layerDirectories: [],
    },
    layers: {
      read: 2,

      all: 3,
      bytes: 1_500_000,
      files: 7,
      duration: 300,
      baseKnown: true,
      sizes: [],
    },
    start: { exitCode: 2, timedOut: false, refusal: undefined, output: [], duration: 800 },
    contract: undefined,
    ...changes,
  }
  return verifySections({ changed: false, verification, recording }).join('\n\n')
}

describe('the summary of a verification', () => {
  test('says which layers were read, and how the run ended', () => {
    const summary = summaryOf({})
    expect(summary).toContain('✅ Nothing was found.')
    expect(summary).toContain('the 2 that this build added, of 3: 7 files, 1\\.5 MB, in 0\\.3 s')
    expect(summary).toContain('exit code 2, after 0\\.8 s')
  })

  test('shows findings, including accepted ones, with place and fix, and escapes hostile text in them', () => {
    const found = [
      finding('private-key', 'keys in /a|b`::error::`', { file: 'Dockerfile', line: 4 }),
      finding('other-evaluator', 'reports <script>'),
    ]
    const summary = summaryOf({ findings: judge(found, ['other-evaluator']) })
    expect(summary).toContain('❌ 1 of 2 findings stop the publish. 1 accepted.')
    expect(summary).toContain('| ❌ error | `private-key` |')
    expect(summary).toContain('`Dockerfile:4`')
    expect(summary).toContain('☑️ accepted (error)')
    expect(summary).not.toMatch(/<script>|a\|b/)
  })

  test('says that the layers of the base image could not be identified, and that the run did not end', () => {
    const summary = summaryOf({
      layers: { read: 3, all: 3, bytes: 1, files: 1, duration: 1, baseKnown: false, sizes: [] },
      start: { exitCode: undefined, timedOut: true, refusal: undefined, output: [], duration: 120_000 },
    })
    expect(summary).toContain('all 3, because the layers of the base image could not be identified')
    expect(summary).toContain('did not end in time, after 120\\.0 s')
  })

  test.each([
    [0, true],
    [2, false],
  ])('with %s samples in the contract check, says that there were no samples: %s', (samples, says) => {
    const evidence = [
      { check: 'exits with 0', seen: 'exit code 0', holds: true },
      { check: 'uploads metrics', seen: 'none', holds: false },
      { check: 'works on the workflow "x"', seen: 'not seen', holds: undefined },
    ]
    const contract = {
      evidence,
      findings: [],
      duration: 3_600_000,
      peakMemory: 98_000_000,
      samples,
      ...noMetrics,
    }
    const summary = summaryOf({ contract })
    expect(summary).toContain('| ✅ | exits with 0 | exit code 0 |')
    expect(summary).toContain('| ❌ | uploads metrics | none |')
    expect(summary).toContain('| ❔ | works on the workflow')
    expect(summary).toContain('16\\.7 % of the 6 hours')
    expect(summary).toContain('98\\.0 MB')
    expect(summary.includes('had no samples')).toBe(says)
  })

  test.each<[PublishResult['recording'], string]>([
    [
      {
        ...{ test_cases: [], batches: [], distinct: [], count: 10_000, available: 98_765 },
        ...{ approximate: true, source: 'the inferences of "m" on version 3 of "s"' },
      },
      'It worked on 10,000 of about 98,765 samples from the platform: the inferences of "m" on version 3 of "s".',
    ],
    [{ reason: 'that needs a token' }, 'No samples were read from the platform: that needs a token.'],
  ])('says how many samples were recorded, or why none were: %#', (recording, text) => {
    const contract = {
      ...{ evidence: [], findings: [], duration: 1, peakMemory: 1, samples: 0 },
      ...noMetrics,
    }
    expect(summaryOf({ contract }, recording).replaceAll('\\', '')).toContain(text)
  })
})

test('distinguishes an image that was not verified from one that does not need verification', () => {
  expect(verifySections({ changed: false, notVerified: 'the engine has none' }).join('')).toContain(
    'not verified',
  )
  expect(verifySections({ changed: false })).toEqual([])
})
