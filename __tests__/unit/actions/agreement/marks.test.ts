import { expect, test } from '@jest/globals'
import { contradicts } from '../../../../src/actions/agreement/marks.js'

const job = { name: 'COLOR', categories: new Set(['RED', 'GREY']), single: true, alone: true }

test.each([
  [1, ['RED'], ['RED'], job, false],
  [0.5, ['RED'], ['GREY'], job, false],
  [0, ['RED'], ['GREY'], job, false],
  [1, ['RED'], ['GREY'], job, true],
  [0.5, ['RED'], ['RED'], job, true],
  [0.5, ['RED'], ['RED'], { ...job, single: false }, false],
  [0.5, ['RED'], ['RED'], { ...job, alone: false }, false],
  [0.5, ['RED'], ['RED'], undefined, false],
  [0.5, undefined, ['RED'], job, false],
  [0.5, ['RED'], undefined, job, false],
])(
  'contradicts checks a mark of %p for the prediction %j and the label %j: %#',
  (mark, predicted, human, of, expected) => {
    expect(contradicts(mark, predicted, human, of)).toBe(expected)
  },
)
