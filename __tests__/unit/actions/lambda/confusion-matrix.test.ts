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
    'counts that pandas converted to floats',
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
    'class names, with rows and columns in different orders',
    table('a | dog | cat', 'cat | 1 | 2', 'dog | 3 | 4'),
    {
      labels: ['cat', 'dog'],
      counts: [
        [2, 1],
        [4, 3],
      ],
    },
  ],
  [
    'bold labels and counts',
    table('a | **0** | `1`', '__0__ | **3583** | 53', '<b>1</b> | 382 | *101*'),
    seed,
  ],
  [
    'the margins of pandas',
    table('actuals | 0 | 1 | All', '0 | 3583 | 53 | 3636', '1 | 382 | 101 | 483', 'All | 3965 | 154 | 4119'),
    seed,
  ],
  [
    'margins in a grid, under another name and with decimals',
    [
      '+---------+--------+-------+---------+',
      '| actuals |    0.0 |   1.0 |   Total |',
      '+=========+========+=======+=========+',
      '|     0.0 | 3583.0 |  53.0 |  3636.0 |',
      '|     1.0 |  382.0 | 101.0 |   483.0 |',
      '|   Total | 3965.0 | 154.0 |  4119.0 |',
      '+---------+--------+-------+---------+',
    ].join('\n'),
    seed,
  ],
  [
    'sums of the rows only',
    table('a | 0 | 1 | **Row total**', '0 | 3583 | 53 | 3636', '1 | 382 | 101 | 483'),
    seed,
  ],
  [
    'sums of the columns only',
    table('a | 0 | 1', '0 | 3583 | 53', '1 | 382 | 101', 'Sum | 3965 | 154'),
    seed,
  ],
  [
    'a matrix after a table of metrics',
    `${table('metric | value', '--- | ---', 'accuracy | 0.894')}\n\n${pipe}`,
    seed,
  ],
  [
    'a matrix after a table of counts',
    `${table('what | count', 'samples | 4119', 'classes | 2')}\n\ntext\n${grid}`,
    seed,
  ],
  [
    'a matrix before a table of shares',
    `${pipe}\n\n${table('a | 0 | 1', '0 | 0.98 | 0.02', '1 | 0.8 | 0.2')}`,
    seed,
  ],
  [
    'True in the rows and true in the columns',
    table('a | false | true', 'False | 3583 | 53', 'True | 382 | 101'),
    { ...seed, labels: ['False', 'True'] },
  ],
  [
    'labels that name their axis',
    table('x | predicted 0 | predicted 1.0', 'actual 0 | 3583 | 53', 'actual 1 | 382 | 101'),
    seed,
  ],
  ['counts with separators', table('a | 0 | 1', '0 | 3,583 | 53', '1 | 382 | 101'), seed],
  [
    'a frame of box-drawing characters',
    grid.replaceAll('|', '│').replaceAll(/[+]/g, '┼').replaceAll('-', '─').replaceAll('=', '═'),
    seed,
  ],
  [
    'a frame of psql',
    [
      '+---+------+-----+',
      '| a |    0 |   1 |',
      '|---+------+-----|',
      '| 0 | 3583 |  53 |',
      '| 1 |  382 | 101 |',
      '+---+------+-----+',
    ].join('\n'),
    seed,
  ],
  ['a pipe table without outer pipes', 'a | 0 | 1\n--|--:|--:\n0 | 3583 | 53\n1 | 382 | 101\n', seed],
  [
    'a table of presto',
    '   a |    0 |   1\n-----+------+-----\n   0 | 3583 |  53\n   1 |  382 | 101\n',
    seed,
  ],
  [
    'predicted classes in the rows if every label says so',
    table('x | actual 0 | actual 1', 'predicted 0 | 3583 | 382', 'predicted 1 | 53 | 101'),
    seed,
  ],
  [
    'predicted classes in the rows, with margins',
    table(
      'x | 0 | 1 | All',
      'Pred: 0 | 3583 | 382 | 3965',
      'Pred: 1 | 53 | 101 | 154',
      'All | 3636 | 483 | 4119',
    ),
    seed,
  ],
  [
    'a first cell that names both axes',
    table('actual \\ predicted | 0 | 1', '0 | 3583 | 53', '1 | 382 | 101'),
    seed,
  ],
  [
    'a first cell that names the columns',
    table('predicted | 0 | 1', 'actual 0 | 3583 | 53', 'actual 1 | 382 | 101'),
    seed,
  ],
  ['the same matrix twice', `${grid}\n\n${pipe}`, seed],
  [
    'classes that differ only in case, on both axes',
    table('x | A | a', 'A | 3 | 1', 'a | 2 | 4'),
    {
      labels: ['A', 'a'],
      counts: [
        [3, 1],
        [2, 4],
      ],
    },
  ],
  [
    'counts in which one class looks like the sum of the other',
    table('a | 0 | 1', '0 | 5 | 5', '1 | 5 | 5'),
    {
      labels: ['0', '1'],
      counts: [
        [5, 5],
        [5, 5],
      ],
    },
  ],
  [
    'one class that was always confused with the other',
    table('a | 1', '0 | 5'),
    {
      labels: ['0', '1'],
      counts: [
        [0, 5],
        [0, 0],
      ],
    },
  ],
])('reads %s', (_, text, matrix) => {
  expect(parseConfusionMatrix(text)).toEqual(matrix)
})

test.each([
  ['', 'it contains no table'],
  ['no table here', 'it contains no table'],
  [table('a | 0 | 1'), 'it contains no table'],
  [table('a | 0 | 1', '0 | 5'), 'the row "0" has 1 counts for 2 columns'],
  [table('a | 0 | 1', '0 | 5 | -1'), '"-1" is not a count'],
  [table('a | 0 | 1', '0 | 5 | 0.5'), '"0.5" is not a count'],
  [table('a | 0 | 1', '0 | 5 | nan'), '"nan" is not a count'],
  [table('a | 0 | 0.0', '0 | 5 | 1'), 'two of its columns are named "0"'],
  [table('a | 0', '0 | 5', '0 | 1'), 'two of its rows are named "0"'],
  [table('a | 0', '0 | 0'), 'all of its counts are 0'],
  [
    table('a | 0 | All', '0 | 5 | 5', 'All | 5 | 7'),
    '"All" among its rows looks like a sum of the others and is not',
  ],
  [table('a | all | none', 'all | 3 | 1', 'none | 2 | 4'), 'give a class of that name another one'],
  [
    table('a | 0 | 1 | Summe', '0 | 3 | 1 | 4', '1 | 2 | 4 | 6', 'Summe | 5 | 5 | 10'),
    '"Summe" is the sum of the other classes: leave it out, or name it "All"',
  ],
  [
    table('a | 0 | 1', '0 | 0.9 | 0.1', '1 | 0 | 1'),
    '"0.9" is not a count; a confusion matrix has whole numbers from 0 on, not shares',
  ],
  [
    table('a | 0 | 1 | support', '0 | 3583 | 53 | 3636', '1 | 382 | 101 | 483'),
    '"support" is the sum of the other classes: leave it out, or name it "All"',
  ],
  [
    table('a | 0 | 1', '0 | 3583 | 53', '1 | 382 | 101', 'Summe | 3965 | 154'),
    '"Summe" is the sum of the other classes: leave it out, or name it "All"',
  ],
  [
    table('predicted | 0 | 1', '0 | 5 | 1', '1 | 2 | 3'),
    'its first cell is "predicted", as if its rows were the predicted classes',
  ],
  [table('predicted / actual | 0 | 1', '0 | 5 | 1', '1 | 2 | 3'), 'write the true classes into the rows'],
  [
    table('a | No | Yes', 'no | 5 | 1', 'yes | 2 | 3'),
    'the rows have "no" and the columns "No": write one name for a class',
  ],
  [table('0 | 1', '206 | 35', '39 | 220'), 'rows and columns have no class in common, only "1", "39", "206"'],
  [table('a | 0 | 1', 'False | 5 | 1', 'True | 2 | 3'), 'rows and columns have no class in common'],
  [table('metric | value', 'TP | 250', 'FP | 30'), 'rows and columns have no class in common'],
  [
    `${pipe}\n\n${table('a | 0 | 1', '0 | 5 | 1', '1 | 2 | 3')}`,
    'it contains 2 confusion matrices: write only the one that counts',
  ],
  [
    '[[206  35]\n [ 39 220]]',
    'pandas writes one with pd.crosstab(actual, predicted).to_markdown(tablefmt="grid")',
  ],
  [table('a | True | true', 'True | 5 | 1'), 'two of its columns are named "true"'],
  [
    `${table('metric | value', 'accuracy | 0.9')}\n\n${table('what | count', 'samples | 7')}`,
    '"0.9" is not a count; a confusion matrix has whole numbers from 0 on, not shares: leave out normalize (table 1); rows and columns have no class in common, only "count", "samples" (table 2)',
  ],
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
      'the other class of that sample',
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
      'a class that was never found',
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
      'a matrix with only the negative class',
      { labels: ['0'], counts: [[5]] },
      '1',
      { accuracy: 1, precision: undefined, recall: undefined, f1: undefined, specificity: 1, mcc: undefined },
    ],
    [
      'only correct predictions',
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
      'only wrong predictions',
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
  ])('are computed for %s', (_, matrix, positive, metrics) => {
    expect(classificationMetrics(matrix, positive)).toMatchObject(metrics)
  })

  test.each([
    ['1.0', seed],
    ['01', seed],
    ['true', { ...seed, labels: ['False', 'True'] }],
    ['TRUE', { ...seed, labels: ['false', 'true'] }],
  ])('accept the positive class written as %j', (positive, matrix) => {
    expect(classificationMetrics(matrix, positive).recall).toBeCloseTo(101 / 483)
  })

  test('are refused for a positive class that is not one of the classes', () => {
    expect(() => classificationMetrics(seed, 'yes')).toThrow('"yes" is not one of them')
  })

  test('agree with the textbook for two classes', () => {
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
