import { describe, expect, test } from '@jest/globals'
import { metricsOutputs } from '../../../../../src/actions/publish/metrics/outputs.js'
import { metricsComment, metricsSections } from '../../../../../src/actions/publish/metrics/section.js'
import { type ExactObject, parseExact } from '../../../../../src/data/exact-json.js'
import { changesBetween } from '../../../../../src/data/metric-changes.js'
import type { RunMetrics } from '../../../../../src/data/metrics.js'
import { sampleChanges } from '../../../../../src/data/sample-changes.js'
import type { ContractResult } from '../../../../../src/image/verify/contract.js'

/** Returns metrics by test case and configuration, and metrics of samples by locator. */
function run(cases: [string, string | null, object][], samples: Record<string, object> = {}): RunMetrics {
  return {
    testCases: cases.map(([name, configuration, metrics], index) => ({
      testCase: { index, name },
      configuration,
      metrics: parseExact(JSON.stringify(metrics)) as ExactObject,
    })),
    testSuite: [],
    plots: [],
    samples: [
      {
        testCase: null,
        configuration: null,
        keys: Object.keys(samples).map((locator) => JSON.stringify({ locator })),
        metrics: Object.values(samples).map((metrics) => JSON.stringify(metrics)),
      },
    ],
    sampleCount: Object.keys(samples).length,
  }
}

function resultOf(metrics: RunMetrics, before?: RunMetrics, problem?: string): ContractResult {
  const baseline = { what: 'the registered evaluator', image: 'sha256:1', detail: 'docker.kolena.io/a/b:v1' }
  const result = before && {
    ...changesBetween(before, metrics, 1e-6),
    samples: sampleChanges(before, metrics, 1e-6),
  }
  return {
    evidence: [],
    findings: [],
    duration: 1,
    peakMemory: undefined,
    samples: metrics.sampleCount,
    metrics,
    unstable: new Set(result?.changes.slice(0, 1).map(({ id }) => id)),
    comparison: result || problem ? { baseline, result, problem } : undefined,
  }
}

const summaryOf = (result: ContractResult) => metricsSections(result).join('\n\n')
const many = (count: number, factor = 1) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`metric_${index}`, (index / 7) * factor]))

describe('the section about metrics', () => {
  test('shows three metrics unfolded, in a table with one column of values', () => {
    const summary = summaryOf(resultOf(run([['all', 't=0.3', { a: 1 / 3, b: 12345678, c: [0.1, 0.2] }]])))
    expect(summary).toContain('<details open><summary>all · t=0.3: 3 metrics</summary>')
    expect(summary).toContain('| Metric | Value |\n| --- | --- |\n| a | 0\\.333333 |\n| b | 12345678 |\n')
  })

  test('folds sixty metrics into three columns of twenty', () => {
    const summary = summaryOf(resultOf(run([['all', null, many(60)]])))
    expect(summary).toContain('<details><summary>all: 60 metrics</summary>')
    const rows = summary.split('\n').filter((line) => line.startsWith('| metric'))
    expect(rows).toHaveLength(20)
    expect(rows[0]).toBe('| metric\\_0 | 0 | metric\\_20 | 2\\.85714 | metric\\_40 | 5\\.71429 |')
  })

  test('shows old and new values, the largest change first, and marks metrics that differ from run to run', () => {
    const before = run([['all', null, { a: 0.5, b: 100, gone: 1 }]], {
      's1.jpg': { e: 0.1 },
      's2.jpg': { e: 1 },
    })
    const after = run([['all', null, { a: 0.75, b: 101, fresh: 'x' }]], {
      's1.jpg': { e: 0.4 },
      's2.jpg': { e: 1 },
    })
    const rows = summaryOf(resultOf(after, before))
      .split('\n')
      .filter((line) => line.startsWith('| all') || line.startsWith('| `'))
    expect(rows).toEqual([
      '| all | fresh ⚠️ differs from run to run | — | x | new |',
      '| all | gone | 1 | — | gone |',
      '| all | a | 0\\.5 | 0\\.75 | \\+0.25 \\(+50 %\\) |',
      '| all | b | 100 | 101 | \\+1 \\(+1 %\\) |',
      '| `s1.jpg` |  | e | 0\\.1 | 0\\.4 | \\+0.3 \\(+300 %\\) |',
    ])
  })

  test('shows fifty of many changes, and says where to find the others', () => {
    const summary = summaryOf(resultOf(run([['all', null, many(80, 2)]]), run([['all', null, many(80)]])))
    expect(summary.split('\n').filter((line) => line.startsWith('| all'))).toHaveLength(50)
    expect(summary).toContain('29 further changes are in the output `metrics-changes`')
  })

  test('says why nothing was compared', () => {
    const summary = summaryOf(resultOf(run([]), undefined, 'no evaluator of this name is registered yet'))
    expect(summary).toContain(
      'The metrics were not compared with the registered evaluator: no evaluator of this name is registered yet',
    )
  })

  test('lets no name or value act as Markdown or HTML', () => {
    const evil = '</details><img src=x>|`[a](javascript:1)\n::error::x @octocat #1'
    const before = run([[evil, evil, { [evil]: evil }]], { [evil]: { [evil]: 1 } })
    const after = run([[evil, evil, { [evil]: `${evil}2` }]], { [evil]: { [evil]: 2 } })
    const result = resultOf(after, before)
    for (const whole of [summaryOf(result), metricsComment(result).join('\n')]) {
      // Code spans contain nothing active, and GitHub reads no Markdown in a summary element.
      const text = whole
        .replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
        .replaceAll(/<summary>.*<\/summary>/g, (summary) => summary.replaceAll('[', ''))
      expect(text).not.toMatch(/<img|^::|[^\\]\[a\]\(|@octocat|<\/details><(?!details)/m)
      expect(text.match(/<details/g)?.length).toBe(text.match(/^<\/details>$/gm)?.length)
    }
  })
})

describe('the outputs about metrics', () => {
  test('are empty without metrics', () => {
    expect(metricsOutputs(undefined)).toEqual({ metrics: '', 'metrics-changes': '' })
  })

  test('leave out the value of a run that does not have the metric', () => {
    const changes = metricsOutputs(resultOf(run([['all', 't', { a: null }]]), run([['all', 't', { b: 1 }]])))[
      'metrics-changes'
    ]
    expect(changes).toBe(
      '[{"test_case":"all","configuration":"t","metric":"a","after":null},{"test_case":"all","configuration":"t","metric":"b","before":1}]',
    )
  })

  test('are empty if they are too long for GitHub, and the summary says so', () => {
    const long = resultOf(run([['all', null, { text: 'x'.repeat(950_000) }]]))
    expect(metricsOutputs(long).metrics).toBe('')
    expect(summaryOf(long)).toContain('is empty: all metrics are too long for GitHub')
  })
})
