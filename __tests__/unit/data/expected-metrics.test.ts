import { describe, expect, test } from '@jest/globals'
import { type ExactObject, parseExact, stringifyExact } from '../../../src/data/exact-json.js'
import { mismatches, problemInExpected } from '../../../src/data/expected-metrics.js'

const computed = parseExact(
  '{"accuracy":0.91,"count":3,"label":"ü","ok":true,"none":null,"undefined":NaN,"tiny":1e-12,"large":9007199254740993,' +
    '"nested":{"a":{"b":0.5},"value":3},"list":[1,2.0],"classes":[{"name":"x","f1":0.25}],"mAP@[.5:.95]":0.4}',
) as ExactObject

function found(expected: Record<string, unknown>, tolerance = 1e-6): string[] {
  return mismatches(expected, computed, tolerance).map(
    ({ metric, expected, computed }) =>
      `${metric}: ${expected}, not ${computed === undefined ? 'there' : stringifyExact(computed)}`,
  )
}

describe('expected metrics', () => {
  test.each<[Record<string, unknown>]>([
    [{}],
    [{ accuracy: 0.91, count: 3, label: 'ü', ok: true, none: null, undefined: 'NaN' }],
    [{ accuracy: 0.9100001 }],
    [{ accuracy: { value: 0.9, tolerance: 0.01 } }],
    [{ accuracy: { value: 0.92, tolerance: 0.01 } }],
    [{ accuracy: { value: 0.91 } }],
    [{ accuracy: { minimum: 0.91, maximum: 1 } }],
    [{ accuracy: { minimum: 0.5 }, count: { maximum: 3 } }],
    [{ tiny: 0, large: 9007199254740992 }],
    [{ nested: { a: { b: 0.5 } } }],
    [{ nested: { value: 3 } }],
    [{ 'nested.a.b': 0.5, 'classes[0].f1': 0.25 }],
    [{ list: [1, { minimum: 1 }], classes: [{ f1: 0.25 }] }],
    [{ 'mAP@[.5:.95]': 0.4 }],
  ])('%j are met', (expected) => {
    expect(found(expected)).toEqual([])
  })

  test.each<[Record<string, unknown>, string]>([
    [{ accuracy: 0.9 }, 'accuracy: 0.9, not 0.91'],
    [{ accuracy: { value: 0.9, tolerance: 0.005 } }, 'accuracy: 0.9 ± 0.005, not 0.91'],
    [{ accuracy: { minimum: 0.95 } }, 'accuracy: at least 0.95, not 0.91'],
    [{ accuracy: { minimum: 0, maximum: 0.5 } }, 'accuracy: at least 0 and at most 0.5, not 0.91'],
    [{ undefined: { minimum: 0 } }, 'undefined: at least 0, not "NaN"'],
    [{ count: '3' }, 'count: "3", not 3'],
    [{ label: 'u' }, 'label: "u", not "ü"'],
    [{ ok: 1 }, 'ok: 1, not true'],
    [{ none: 0 }, 'none: 0, not null'],
    [{ missing: null }, 'missing: null, not there'],
    [{ nested: { a: { b: 1, c: 2 } } }, 'nested.a.b: 1, not 0.5'],
    [{ list: [1] }, 'list: [1], not [1,2.0]'],
    [{ list: [1, 3] }, 'list[1]: 3, not 2.0'],
    [{ classes: [{ f1: 1 }] }, 'classes[0].f1: 1, not 0.25'],
  ])('%j are not met', (expected, mismatch) => {
    expect(found(expected)[0]).toBe(mismatch)
  })

  test('are compared exactly with the tolerance 0', () => {
    expect(found({ accuracy: 0.91, count: 3 }, 0)).toEqual([])
    expect(found({ accuracy: 0.910000001 }, 0)).toHaveLength(1)
  })

  test.each<[unknown, boolean]>([
    [{ value: 1, tolerance: 0.1 }, true],
    [{ value: 'x', tolerance: 0.1 }, false],
    [{ value: 1, tolerance: -1 }, false],
    [{ value: 1, tolerance: '1' }, false],
    [{ minimum: 1 }, true],
    [{ minimum: '1' }, false],
    [{ a: [{ b: { maximum: null } }] }, false],
    [{ value: { a: 1 } }, false],
    ['x', true],
  ])('may have the value %j: %s', (expected, possible) => {
    expect(problemInExpected(expected) === undefined).toBe(possible)
  })
})
