import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { withExpected } from '../../../../../src/actions/publish/metrics/update-expected.js'
import { type ExactObject, parseExact } from '../../../../../src/data/exact-json.js'
import type { RunMetrics } from '../../../../../src/data/metrics.js'
import { readFixture } from '../../../../../src/platforms/kolena/contract/fixture.js'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'fixture-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

/** Updates a file with metrics by test case and configuration. Returns its text and the changes. */
function update(text: string, ...computed: [index: number, configuration: string | null, metrics: string][]) {
  const path = join(directory, 'fixture.json')
  writeFileSync(path, text)
  const metrics: RunMetrics = {
    testCases: computed.map(([index, configuration, text]) => ({
      testCase: { index, name: '' },
      configuration,
      metrics: parseExact(text) as ExactObject,
    })),
    testSuite: [],
    plots: [],
    samples: [],
    sampleCount: 0,
  }
  const result = withExpected(text, readFixture(path), metrics)
  writeFileSync(path, result.text)
  // The written file must be readable.
  readFixture(path)
  return { text: readFileSync(path, 'utf8'), changes: result.changes }
}

describe('writing computed metrics into a fixture', () => {
  test('adds all metrics after the name, and leaves the rest unchanged', () => {
    const { text, changes } = update(
      '{\n    "test_cases": [\n        {\n            "name": "a, \\"b\\"",\n            "samples": [ ]\n        }\n    ]\n}\n',
      [0, 't=0.3', '{"accuracy":1.0,"n":1234567890123456789}'],
      [0, 't=0.5', '{"accuracy":NaN}'],
    )
    expect(text).toBe(
      '{\n    "test_cases": [\n        {\n            "name": "a, \\"b\\"",\n' +
        '            "expected": [\n' +
        '              { "configuration": "t=0.3", "metrics": { "accuracy": 1.0, "n": 1234567890123456789 } },\n' +
        '              { "configuration": "t=0.5", "metrics": { "accuracy": "NaN" } }\n' +
        '            ],\n            "samples": [ ]\n        }\n    ]\n}\n',
    )
    expect(changes).toMatchObject([{ name: 'a, "b"', removed: [], added: expect.any(Array) }])
  })

  test('updates the listed metrics, and keeps tolerances and bounds', () => {
    const expected =
      '[{"metrics": {"a": 0.5, "b": {"value": 1, "tolerance": 0.1}, "c": {"minimum": 0, "maximum": 1}, "d.e": 2, "gone": 1}}]'
    const { text, changes } = update(
      `{"test_cases": [{"name": "x", "samples": [], "expected": ${expected}}, {"name": "y", "samples": []}]}`,
      [0, null, '{"a":0.75,"b":1.05,"c":0.3,"d":{"e":3},"f":9}'],
    )
    expect(JSON.parse(text).test_cases).toEqual([
      {
        name: 'x',
        samples: [],
        expected: [
          {
            metrics: {
              a: 0.75,
              b: { value: 1.05, tolerance: 0.1 },
              c: { minimum: 0, maximum: 1 },
              'd.e': 3,
            },
          },
        ],
      },
      { name: 'y', samples: [] },
    ])
    expect(text.split('\n')[0]).toMatch(/^\{"test_cases": \[\{"name": "x", "samples": \[\], "expected": \[/)
    expect(changes.map(({ name }) => name)).toEqual(['x'])
  })

  test('changes nothing if all metrics are as expected', () => {
    const text = '{"test_cases": [{"name": "x", "expected": [ {"metrics": {"a": 1} } ], "samples": []}]}'
    expect(update(text, [0, null, '{"a":1,"b":2}'])).toEqual({ text, changes: [] })
    expect(update(text)).toEqual({ text, changes: [] })
  })

  test('updates test cases with the same name separately', () => {
    const { text } = update(
      '{"test_cases": [{"name": "x", "samples": []}, {"name": "x", "samples": []}]}',
      [0, null, '{"a":1}'],
      [1, null, '{"a":2}'],
    )
    expect(JSON.parse(text).test_cases.map(({ expected }: { expected: unknown }) => expected)).toEqual([
      [{ metrics: { a: 1 } }],
      [{ metrics: { a: 2 } }],
    ])
  })
})
