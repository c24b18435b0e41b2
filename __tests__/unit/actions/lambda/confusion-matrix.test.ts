import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { classificationMetrics } from '../../../../src/actions/lambda/classification-metrics.js'
import {
  type ConfusionMatrix,
  parseConfusionMatrix,
} from '../../../../src/actions/lambda/confusion-matrix.js'

const grid = `+-----------+------+-------+
|   actuals |    0 |   1.0 |
+===========+======+=======+
|       0.0 | 3583 |    53 |
+-----------+------+-------+
|       1.0 |  382 |   101 |
+-----------+------+-------+`
const pipe = '|   actuals |   0 |   1 |\n|----------:|----:|----:|\n|  0 | 3583 | 53 |\n|  1 | 382 | 101 |\n'
const seed = {
  labels: ['0', '1'],
  counts: [
    [3583, 53],
    [382, 101],
  ],
}
const table = (...rows: string[]) => rows.map((row) => `| ${row} |`).join('\n')

test.each([
  ['a grid', grid, seed],
  ['a pipe table', pipe, seed],
  [
    'a table after a heading and before others',
    `# Run\n\n${grid}\n\n${table('x | y', '- | -', '1 | 2')}`,
    seed,
  ],
  ['Windows line ends', pipe.replaceAll('\n', '\r\n'), seed],
  [
    'a class that was never predicted',
    table('a | 0', '0 | 5', '1 | 2'),
    {
      labels: ['0', '1'],
      counts: [
        [5, 0],
        [2, 0],
      ],
    },
  ],
  [
    'a class that was never true',
    table('a | 0 | 1', '0 | 5 | 1'),
    {
      labels: ['0', '1'],
      counts: [
        [5, 1],
        [0, 0],
      ],
    },
  ],
  ['one class only', table('a | 0', '0 | 5'), { labels: ['0'], counts: [[5]] }],
  [
    'counts that pandas made floats',
    table('a | 0 | 1', '0 | 5.0 | 1.0', '1 | 0.0 | 2.0'),
    {
      labels: ['0', '1'],
      counts: [
        [5, 1],
        [0, 2],
      ],
    },
  ],
  [
    'names, and rows and columns in another order',
    table('a | dog | cat', 'cat | 1 | 2', 'dog | 3 | 4'),
    {
      labels: ['cat', 'dog'],
      counts: [
        [2, 1],
        [4, 3],
      ],
    },
  ],
])('reads %s', (_, text, matrix) => {
  expect(parseConfusionMatrix(text)).toEqual(matrix)
})

test.each([
  ['', 'there is no table'],
  ['no table here', 'there is no table'],
  [table('a | 0 | 1'), 'there is no table'],
  [table('a | 0 | 1', '0 | 5'), 'the row "0" has 1 counts for 2 columns'],
  [table('a | 0 | 1', '0 | 5 | -1'), '"-1" is no count'],
  [table('a | 0 | 1', '0 | 5 | 0.5'), '"0.5" is no count'],
  [table('a | 0 | 1', '0 | 5 | nan'), '"nan" is no count'],
  [table('a | 0 | 0.0', '0 | 5 | 1'), 'two of its columns are named "0"'],
  [table('a | 0', '0 | 5', '0 | 1'), 'two of its rows are named "0"'],
  [table('a | 0', '0 | 0'), 'all of its counts are 0'],
])('refuses %j', (text, reason) => {
  expect(() => parseConfusionMatrix(text)).toThrow(reason)
})

describe('metrics', () => {
  const close = (value: number) => expect.closeTo(value, 3)

  test.each<[string, ConfusionMatrix, string, object]>([
    [
      'the sample of a real evaluator',
      seed,
      '1',
      {
        accuracy: close(0.894),
        precision: close(0.656),
        recall: close(0.209),
        f1: close(0.317),
        specificity: close(0.985),
        mcc: close(0.33),
      },
    ],
    [
      'its other class',
      seed,
      '0',
      {
        precision: close(0.904),
        recall: close(0.985),
        f1: close(0.943),
        specificity: close(0.209),
        mcc: close(0.33),
      },
    ],
    [
      'nothing found',
      {
        labels: ['0', '1'],
        counts: [
          [5, 0],
          [2, 0],
        ],
      },
      '1',
      { accuracy: close(0.714), precision: undefined, recall: 0, f1: 0, specificity: 1, mcc: undefined },
    ],
    [
      'one class only, and the other is meant',
      { labels: ['0'], counts: [[5]] },
      '1',
      { accuracy: 1, precision: undefined, recall: undefined, f1: undefined, specificity: 1, mcc: undefined },
    ],
    [
      'all right',
      {
        labels: ['0', '1'],
        counts: [
          [5, 0],
          [0, 2],
        ],
      },
      '1',
      { accuracy: 1, precision: 1, recall: 1, f1: 1, specificity: 1, mcc: close(1) },
    ],
    [
      'all wrong',
      {
        labels: ['0', '1'],
        counts: [
          [0, 5],
          [2, 0],
        ],
      },
      '1',
      { accuracy: 0, precision: 0, recall: 0, f1: 0, specificity: 0, mcc: close(-1) },
    ],
    [
      'three classes',
      {
        labels: ['a', 'b', 'c'],
        counts: [
          [3, 1, 0],
          [0, 4, 0],
          [1, 0, 2],
        ],
      },
      'b',
      {
        accuracy: close(9 / 11),
        precision: close(0.8),
        recall: 1,
        specificity: close(6 / 7),
        mcc: close(57 / Math.sqrt(76 * 80)),
      },
    ],
  ])('of %s', (_, matrix, positive, metrics) => {
    expect(classificationMetrics(matrix, positive)).toMatchObject(metrics)
  })

  test('a positive class that is none of several is refused', () => {
    expect(() => classificationMetrics(seed, 'yes')).toThrow('"yes" is none of them')
  })

  test('for two classes, agree with the textbook', () => {
    const count = fc.integer({ min: 1, max: 10_000 })
    fc.assert(
      fc.property(count, count, count, count, (tn, fp, fn, tp) => {
        const metrics = classificationMetrics(
          {
            labels: ['0', '1'],
            counts: [
              [tn, fp],
              [fn, tp],
            ],
          },
          '1',
        )
        const mcc = (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
        const [precision, recall] = [tp / (tp + fp), tp / (tp + fn)]
        expect(metrics.mcc).toBeCloseTo(mcc, 9)
        expect(metrics.f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 9)
        expect(metrics.specificity).toBeCloseTo(tn / (tn + fp), 9)
      }),
    )
  })
})
