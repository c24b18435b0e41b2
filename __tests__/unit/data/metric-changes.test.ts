import { describe, expect, test } from '@jest/globals'
import { type ExactObject, parseExact, stringifyExact } from '../../../src/data/exact-json.js'
import { changesBetween, differenceOf } from '../../../src/data/metric-changes.js'
import { identify, isClose, leavesOf, type RunMetrics } from '../../../src/data/metrics.js'
import { sampleChanges } from '../../../src/data/sample-changes.js'

function run(cases: [string, string | null, string][], samples: [string, string][] = []): RunMetrics {
  const names = [...new Set(cases.map(([name]) => name))]
  return {
    testCases: cases.map(([name, configuration, text]) => ({
      testCase: { index: names.indexOf(name), name },
      configuration,
      metrics: parseExact(text) as ExactObject,
    })),
    testSuite: [],
    plots: [],
    samples: [
      {
        testCase: null,
        configuration: null,
        keys: samples.map(([locator]) => `{"locator":"${locator}"}`),
        metrics: samples.map(([, text]) => text),
      },
    ],
    sampleCount: samples.length,
  }
}

test('every metric has a path, and a list of plain values is one metric', () => {
  const metrics = parseExact('{"a":1,"b":{"c":2,"d":{}},"e":[1,2],"f":[{"g":3},{"g":[]}]}')
  expect(leavesOf(metrics).map(({ path, value }) => `${path}=${stringifyExact(value)}`)).toEqual([
    'a=1',
    'b.c=2',
    'b.d={}',
    'e=[1,2]',
    'f[0].g=3',
    'f[1].g=[]',
  ])
})

test.each([
  [1, 1, 0, true],
  [1, 1 + 1e-9, 0, false],
  [1, 1 + 1e-7, 1e-6, true],
  [1, 1 + 1e-5, 1e-6, false],
  [0, 1e-10, 1e-6, true],
  [0, 1e-8, 1e-6, false],
  [1e-12, 3e-12, 1e-6, true],
  [1e12, 1e12 + 1, 1e-6, true],
  [Number.NaN, Number.NaN, 0, true],
  [Number.NaN, 1, 1, false],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, true],
  [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1, false],
  [Number.POSITIVE_INFINITY, 1e300, 1, false],
  [0, -0, 0, true],
])('%d and %d are equal within the tolerance %d: %s', (a, b, tolerance, equal) => {
  expect([isClose(a, b, tolerance), isClose(b, a, tolerance)]).toEqual([equal, equal])
})

test('many groups with the same name are numbered in order', () => {
  const groups = Array.from({ length: 100_000 }, (_, number) => ({
    ...{ testCase: { index: number % 2, name: 'all' }, configuration: 't', number },
  }))
  const identified = [...identify(groups)]
  expect(identified.map(([, { number }]) => number)).toEqual(groups.map(({ number }) => number))
  expect(identified.slice(0, 4).map(([id]) => id)).toEqual(['[0,"t"]0', '[1,"t"]0', '[0,"t"]1', '[1,"t"]1'])
})

describe('metric changes between two runs', () => {
  const between = (before: [string, string | null, string][], after: [string, string | null, string][]) => {
    const { changes, unchanged } = changesBetween(run(before), run(after), 1e-6)
    return {
      changes: changes.map(({ testCase, configuration, metric, before, after }) =>
        [
          testCase,
          configuration,
          metric,
          ...[before, after].map((value) => (value === undefined ? '' : stringifyExact(value))),
        ].join(' '),
      ),
      unchanged,
    }
  }

  test('are sorted by size, and unchanged metrics are counted', () => {
    expect(
      between(
        [['all', 't', '{"a":1.0,"b":0.5,"c":100,"d":7,"e":"x"}']],
        [['all', 't', '{"a":1.0000000001,"b":0.25,"c":101,"d":7.0,"e":"y"}']],
      ),
    ).toEqual({
      changes: ['all t e "x" "y"', 'all t b 0.5 0.25', 'all t c 100 101'],
      unchanged: 2,
    })
  })

  test('include metrics that appeared or disappeared', () => {
    expect(between([['all', null, '{"a":1,"b":1}']], [['all', null, '{"a":1,"c":null}']])).toEqual({
      changes: ['all  c  null', 'all  b 1 '],
      unchanged: 1,
    })
  })

  test('match configurations with the same name by their order', () => {
    expect(
      between(
        [
          ['all', 't', '{"a":1}'],
          ['all', 't', '{"a":2}'],
        ],
        [
          ['all', 't', '{"a":1}'],
          ['all', 't', '{"a":3}'],
        ],
      ),
    ).toEqual({ changes: ['all t a 2 3'], unchanged: 1 })
  })

  test('compare integers beyond 2^53 exactly', () => {
    const { changes } = changesBetween(
      run([['all', null, '{"a":9007199254740993}']]),
      run([['all', null, '{"a":9007199254740993.0}']]),
      0,
    )
    expect(changes).toEqual([])
    expect(differenceOf({ before: parseExact('1'), after: parseExact('NaN') })).toBeUndefined()
  })
})

describe('sample changes between two runs', () => {
  const many = (change: number) =>
    Array.from({ length: 100 }, (_, index): [string, string] => [
      `s${index}`,
      `{"error": ${index + (index < 30 ? change * (index + 1) : 0)}, "failed": ${index < 3 && change > 0}}`,
    ])

  test('are counted and measured, and the largest are listed', () => {
    const { compared, changed, metrics, worst } = sampleChanges(run([], many(0)), run([], many(0.5)), 1e-6)
    expect({ compared, changed }).toEqual({ compared: 100, changed: 30 })
    expect(metrics).toEqual([
      { configuration: null, metric: 'error', samples: 30, largest: 15, mean: 7.75 },
      { configuration: null, metric: 'failed', samples: 3, largest: undefined, mean: undefined },
    ])
    expect(worst).toHaveLength(20)
    expect(worst[0]).toMatchObject({ sample: '{"locator":"s2"}', metric: 'failed', others: 1 })
    expect(worst[3]).toMatchObject({ sample: '{"locator":"s29"}', metric: 'error', others: 0 })
  })

  test('ignore differences within the tolerance and the order of the samples', () => {
    const after = many(1e-9).toReversed()
    expect(sampleChanges(run([], many(0)), run([], after), 1e-6)).toMatchObject({
      worst: [{ metric: 'failed' }, {}, {}],
    })
    const same = many(0).map(([key, text]): [string, string] => [key, text.replaceAll(' ', '')])
    expect(sampleChanges(run([], many(0)), run([], same), 0)).toMatchObject({
      changed: 0,
      metrics: [],
      worst: [],
    })
  })

  test('include samples that only one run has', () => {
    expect(sampleChanges(run([], many(0)), run([], many(0).slice(0, 98)), 0)).toMatchObject({
      compared: 98,
      changed: 2,
    })
  })

  const nested = (levels: number, value: string) => `{"a":${'['.repeat(levels)}${value}${']'.repeat(levels)}}`
  test.each<[string, string | undefined, string | undefined]>([
    ['a deeply nested value', nested(100, '1'), nested(100, '2')],
    ['a metric beside a deeply nested value', `[1,${nested(80, '1')}]`, `[2,${nested(80, '1')}]`],
    ['a value that becomes deeply nested', nested(2, '1'), nested(100, '1')],
    ['a value that was deeply nested', nested(100, '1'), nested(2, '1')],
    ['too many values', `{"a":[${'1,'.repeat(100_000)}1]}`, `{"a":[${'1,'.repeat(100_000)}2]}`],
    ['a deeply nested value that is new', undefined, nested(100, '1')],
    ['a deeply nested value that is gone', nested(100, '1'), undefined],
  ])('include a sample with %s', (_, before, after) => {
    const runOf = (text: string | undefined) => run([], text === undefined ? [] : [['s', text]])
    const { changed, metrics, worst } = sampleChanges(runOf(before), runOf(after), 1e-6)
    expect(changed).toBe(1)
    expect(metrics).toMatchObject([{ metric: '(too many or nested too deeply)', samples: 1 }])
    expect(worst).toMatchObject([{ sample: '{"locator":"s"}', metric: '(too many or nested too deeply)' }])
  })

  const numbered = (prefix: string, value: number) =>
    `{${Array.from({ length: 1000 }, (_, index) => `"${prefix}${index}":${value}`).join()}}`

  test('are summarized for a thousand metrics, and together for all others', () => {
    const samples = (value: number) =>
      ['a', 'b', 'c'].map((name): [string, string] => [name, numbered(name, value)])
    const { changed, metrics } = sampleChanges(run([], samples(0)), run([], samples(2)), 0)
    expect(changed).toBe(3)
    expect(metrics).toHaveLength(1001)
    expect(metrics[0]).toEqual({
      ...{ configuration: null, metric: '(other metrics)' },
      ...{ samples: 2000, largest: 2, mean: 2 },
    })
  })

  test('with very long names are summarized in bounded memory', () => {
    const long = (value: number): [string, string] => ['a', numbered('n'.repeat(5_000), value)]
    const { metrics } = sampleChanges(run([], [long(0)]), run([], [long(1)]), 0)
    expect(metrics).toMatchObject([{ metric: '(too many or nested too deeply)' }])
    const some = (name: string, value: number): [string, string] => [name, numbered(name.repeat(900), value)]
    const changes = sampleChanges(
      run([], [some('a', 0), some('b', 0)]),
      run([], [some('a', 1), some('b', 1)]),
      0,
    )
    expect(changes.metrics[0]?.metric).toBe('(other metrics)')
    expect(JSON.stringify(changes.metrics).length).toBeLessThan(1_200_000)
  })

  test('leave out a deeply nested sample that is the same text in both runs', () => {
    const same = run([], [['s', nested(100, '1')]])
    expect(sampleChanges(same, same, 0).changed).toBe(0)
  })
})
