import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { confusionOf } from '../../../../src/actions/agreement/confusion.js'
import { type JudgedAsset, measureAgreement, scoreOf } from '../../../../src/actions/agreement/measure.js'

function asset(
  externalId: string,
  marks: (number | undefined)[],
  human?: string,
  model?: string,
): JudgedAsset {
  const labels = marks.map((mark) => ({ mark, categories: human === undefined ? undefined : [human] }))
  return {
    externalId,
    assetId: `id-${externalId}`,
    predicted: model === undefined ? undefined : [model],
    labels,
  }
}

test.each([
  [[1], 'mean', 1],
  [[1, 0.5], 'mean', 0.75],
  [[1, 0.5], 'minimum', 0.5],
  [[undefined, 0.5], 'mean', 0.5],
  [[undefined, 0.5], 'minimum', 0.5],
  [[undefined], 'mean', undefined],
  [[], 'minimum', undefined],
  [[0], 'mean', 0],
] as const)('marks %j by %s score %p', (marks, aggregation, score) => {
  expect(scoreOf(asset('a', [...marks]), aggregation)).toBe(score)
})

test('computes the figures of the assets with a score, and their coverage', () => {
  const assets = [
    asset('a', [1]),
    asset('b', [0.5], 'RED', 'GREY'),
    asset('c', [0.5]),
    asset('d', [undefined]),
    asset('e', []),
  ]
  expect(measureAgreement(assets, { aggregation: 'mean', worst: 1 })).toEqual({
    agreement: 2 / 3,
    coverage: 3 / 5,
    predictions: 5,
    labeled: 4,
    scored: 3,
    histogram: [0, 0, 0, 0, 0, 2, 0, 0, 0, 1],
    disagreeing: 2,
    worst: [{ externalId: 'b', assetId: 'id-b', score: 0.5, predicted: ['GREY'], human: [['RED']] }],
  })
})

test('finds the worst of many assets', () => {
  const scores = Array.from({ length: 5000 }, (_, index) => ((index * 7919) % 5000) / 5000)
  const { worst, disagreeing } = measureAgreement(
    scores.map((score, index) => asset(`${index}`, [score])),
    { aggregation: 'mean', worst: 3 },
  )
  expect(worst.map(({ score }) => score)).toEqual([0, 1 / 5000, 2 / 5000])
  expect(disagreeing).toBe(5000)
})

test.each([[[]], [[asset('a', [undefined])]]])('reports no agreement without a score: %j', (assets) => {
  expect(measureAgreement(assets, { aggregation: 'mean', worst: 5 })).toMatchObject({
    agreement: undefined,
    coverage: 0,
  })
})

test('counts missing marks in the coverage but never in the agreement', () => {
  const marks = fc.array(fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined })))
  fc.assert(
    fc.property(marks, (lists) => {
      const assets = lists.map((list, index) => asset(`${index}`, list))
      const known = lists.filter((list) => list.some((mark) => mark !== undefined))
      const scored = known.map((list, index) =>
        asset(
          `${index}`,
          list.filter((mark) => mark !== undefined),
        ),
      )
      const options = { aggregation: 'mean', worst: 3 } as const
      const all = measureAgreement(assets, options)
      expect(all.agreement).toBe(measureAgreement(scored, options).agreement)
      expect(all.scored).toBe(known.length)
      expect(all.histogram.reduce((sum, count) => sum + count, 0)).toBe(known.length)
    }),
  )
})

test('counts every label in the confusion matrix, even without a mark or an answer', () => {
  const confusion = confusionOf([
    asset('a', [1], 'RED', 'RED'),
    asset('b', [undefined], 'RED', '__proto__'),
    asset('c', [0.5, 0.5], 'GREY', 'RED'),
    asset('d', [undefined], undefined, 'RED'),
    asset('e', [], undefined, 'RED'),
  ])
  expect(confusion).toMatchObject({ labels: 5, same: 1, categories: ['RED', 'GREY', '__proto__', undefined] })
  expect(confusion.count('RED', '__proto__')).toBe(1)
  expect(confusion.count('GREY', 'RED')).toBe(2)
  expect(confusion.count(undefined, 'RED')).toBe(1)
  expect(confusion.count('RED', 'GREY')).toBe(0)
})
