import { describe, expect, test } from '@jest/globals'
import {
  type InferenceRow,
  parsePlace,
  type RowFormat,
  RowProblems,
  RowReader,
  readCell,
} from '../../../../src/actions/evaluate/inference-row.js'
import type { Json } from '../../../../src/runtime/mapping.js'

interface Given {
  columns?: Record<string, string>
  constants?: Record<string, Json>
  isText?: boolean
}

function formatOf({ columns = {}, constants = {}, isText = false }: Given): RowFormat {
  return {
    isText,
    renamed: new Map(Object.entries(columns).map(([column, path]) => [column, parsePlace(path)])),
    identifying: new Set(['locator']),
    constants: Object.entries(constants).map(([path, value]) => [path.split('.'), value]),
  }
}

function read(value: unknown, given: Given = {}): InferenceRow {
  // As JSON, because the objects have no prototype.
  return JSON.parse(JSON.stringify(new RowReader(formatOf(given)).read(value)))
}

function problemsOf(value: unknown, given: Given = {}): readonly string[] {
  try {
    new RowReader(formatOf(given)).read(value)
  } catch (error) {
    if (error instanceof RowProblems) return error.problems
    throw error
  }
  return []
}

const plain = {
  isText: true,
  columns: { label: 'prediction.label', score: 'prediction.score' },
  constants: { 'prediction.data_type': 'ANNOTATION/LABEL' },
}
const sample = { locator: 's3://b/1.png' }

describe('a row of JSON', () => {
  test.each<[string, unknown, Given, object]>([
    [
      'nested',
      { test_sample: sample, inference: { prediction: { label: 'cat' } } },
      {},
      { prediction: { label: 'cat' } },
    ],
    [
      'flat',
      { locator: sample.locator, 'prediction.label': 'cat', n: 1 },
      {},
      { prediction: { label: 'cat' }, n: 1 },
    ],
    [
      'with objects as values',
      { locator: sample.locator, prediction: { boxes: [{ x: 1 }] } },
      {},
      { prediction: { boxes: [{ x: 1 }] } },
    ],
    ['with an empty inference', { test_sample: sample, inference: {} }, plain, {}],
    [
      'with null in the inference',
      { test_sample: sample, inference: { prediction: null } },
      plain,
      { prediction: null },
    ],
    [
      'with JSON as text',
      { test_sample: JSON.stringify(sample), inference: '{"a": [1, NaN]}' },
      {},
      { a: [1, null] },
    ],
    [
      'with the name of a property of every object',
      { test_sample: sample, inference: JSON.parse('{"__proto__": 1}') },
      {},
      JSON.parse('{"__proto__": 1}'),
    ],
  ])('is accepted %s', (_, value, given, inference) => {
    expect(read(value, { ...given, isText: false })).toEqual({ sample, inference })
  })

  test.each<[string, unknown, string]>([
    ['an array', [1], '[1] is not a row'],
    ['a text', 'cat', '"cat" is not a row'],
    ['no inference', { test_sample: sample }, 'inference is missing'],
    ['an inference that is a number', { test_sample: sample, inference: 1 }, 'inference 1 is not an object'],
    [
      'an inference that is null',
      { test_sample: sample, inference: null },
      'inference null is not an object',
    ],
    [
      'a test sample that is not JSON',
      { test_sample: '{', inference: {} },
      'test_sample "{" is not a JSON object',
    ],
    [
      'a key beside the inference',
      { test_sample: sample, inference: {}, label: 'cat' },
      '"label" is neither test_sample nor inference',
    ],
    [
      'a number that JSON cannot represent',
      { test_sample: sample, inference: { id: 2 ** 60 } },
      'inference.id 1152921504606847000 is a number',
    ],
    [
      'a place that is filled twice',
      { locator: 'a', a: 1, 'a.b': 2 },
      'a.b belongs to a place that another column fills',
    ],
    ['a path with an empty part', { locator: 'a', 'a..b': 1 }, '"a..b" is not a path'],
  ])('with %s is refused', (_, value, problem) => {
    expect(problemsOf(value)).toEqual([expect.stringContaining(problem)])
  })

  test('reports all problems of one row', () => {
    const value = { locator: 'a', 'a..b': 1, c: Number.POSITIVE_INFINITY }
    expect(problemsOf(value)).toHaveLength(2)
  })
})

test.each<[unknown, string]>([
  [1, '1'],
  [true, 'True'],
  [false, 'False'],
])('the label %j in JSON or Parquet becomes text as Python writes it', (label, text) => {
  expect(read({ locator: 's3://b/1.png', label }, { ...plain, isText: false }).inference).toMatchObject({
    prediction: { label: text },
  })
})

test('an object that is nested too deeply is refused', () => {
  const inference = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)
  expect(problemsOf({ test_sample: sample, inference })).toEqual([
    expect.stringContaining('is nested more than 100 levels deep'),
  ])
})

test.each([
  [
    ['1.0', '0.0', '1', 'True', 'true'],
    ['1.0', '1'],
  ],
  [
    ['True', 'true'],
    ['True', 'true'],
  ],
  [['1', '2', 'cat', 'Cat'], undefined],
])('the reader of the labels %j notices the pair %j', (labels, pair) => {
  const reader = new RowReader(formatOf(plain))
  for (const label of labels) reader.read({ locator: 'a', label })
  expect(reader.labels.pair).toEqual(pair)
})

describe('a row of CSV', () => {
  test('is renamed and completed, so that a plain locator, label and score work', () => {
    expect(read({ locator: 's3://b/1.png', label: 'cat', score: '0.9' }, plain)).toEqual({
      sample,
      inference: { prediction: { label: 'cat', score: 0.9, data_type: 'ANNOTATION/LABEL' } },
    })
  })

  test('gets no constants for an object that it does not have', () => {
    expect(read({ locator: 's3://b/1.png', label: '', score: ' ' }, plain).inference).toEqual({})
  })

  test.each<[string, Json | undefined]>([
    ['0.5', 0.5],
    [' 1 ', 1],
    ['-1e-3', -0.001],
    ['+2', 2],
    ['.5', 0.5],
    ['true', true],
    ['False', false],
    ['', undefined],
    ['  ', undefined],
    ['NaN', undefined],
    ['cat', 'cat'],
    ['a, 5', 'a, 5'],
    ['1.2.3', '1.2.3'],
    ['1,2,3', '1,2,3'],
    ['007', '007'],
    ['9007199254740993', '9007199254740993'],
    ['2024-01-01', '2024-01-01'],
    ['[1, 2.5]', [1, 2.5]],
    ['{"x": 1}', { x: 1 }],
    ['[unclear]', '[unclear]'],
    ['null', 'null'],
  ])('represents the cell %j as %j', (cell, value) => {
    expect(read({ locator: 's3://b/1.png', a: cell }, { isText: true }).inference).toEqual(
      value === undefined ? {} : { a: value },
    )
  })

  test.each(['1', '1.0', 'true', 'NaN', '[1]'])('keeps the label %s as text', (label) => {
    expect(readCell('label', ['prediction', 'label'], label)).toBe(label)
  })

  test('with an infinite number is refused, and the message names the column', () => {
    expect(problemsOf({ locator: 'a', score: '-inf' }, { isText: true })).toEqual([
      'score "-inf" is not a number that JSON has',
    ])
  })

  test.each([
    ['0,5', 'score "0,5" is not a number: write 0.5; if it is text, write the rows as JSON or Parquet'],
    ['-1.234,5', 'score "-1.234,5" is not a number; if it is text'],
    ['90 %', 'score "90 %" is not a number: write 0.9'],
    ['[1, 9007199254740993]', 'score.1 9007199254740992 is a number that JSON cannot represent exactly'],
    [`${'['.repeat(5000)}1${']'.repeat(5000)}`, 'is nested more than 100 levels deep'],
  ])('with %.40s is refused, because its meaning would change', (score, problem) => {
    expect(problemsOf({ locator: 'a', score }, { isText: true })).toEqual([expect.stringContaining(problem)])
  })

  test('keeps the fields of the test sample as text', () => {
    const row = { 'test_sample.id': '007', 'test_sample.part': '', x: '1' }
    expect(read(row, { isText: true }).sample).toEqual({ id: '007', part: null })
  })
})

describe('constants', () => {
  test.each<[string, unknown, object]>([
    ['are added to an existing object', { a: { x: 1 } }, { a: { x: 1, type: 't' } }],
    ['do not replace a value of the row', { a: { type: 'own' } }, { a: { type: 'own' } }],
    [
      'are added to every object of a list',
      { a: [{ x: 1 }, { x: 2 }] },
      {
        a: [
          { x: 1, type: 't' },
          { x: 2, type: 't' },
        ],
      },
    ],
    ['create a missing object', { b: 1 }, { b: 1, a: { type: 't' } }],
    ['are not added to null', { a: null }, { a: null }],
  ])('%s', (_, inference, completed) => {
    const value = { test_sample: sample, inference }
    expect(read(value, { constants: { 'a.type': 't' } }).inference).toEqual(completed)
  })
})
