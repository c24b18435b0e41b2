import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bodyLength, uploadBody } from '../../../../src/platforms/nucleus/upload-body.js'

const target = { testId: 'ut_1', functionId: 'ef_1', modelId: 'prj_1', sliceId: 'slc_1' }
const share = fc.double({ min: 0, max: 1, noNaN: true })

test('writes the JSON of any results, with the announced length', async () => {
  const result = fc.record({ ref: fc.string({ unit: 'binary' }), score: share, weight: share })
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(result, { selector: ({ ref }) => ref }),
      share,
      async (results, metric) => {
        const text = Buffer.concat([...uploadBody(target, results, metric)])
        expect(await bodyLength(target, results, metric)).toBe(text.length)
        const map = (key: 'score' | 'weight') =>
          results.map((result) => `${JSON.stringify(result.ref)}:${JSON.stringify(result[key])}`).join(',')
        expect(text.toString()).toBe(
          `{"unit_test_id":"ut_1","eval_function_id":"ef_1","result_per_ref_id":{${map('score')}},"weight_per_ref_id":{${map('weight')}},"overall_metric":${JSON.stringify(metric)},"model_id":"prj_1","slice_id":"slc_1","level":"item"}`,
        )
      },
    ),
  )
})

test('splits a large body into small pieces', () => {
  const results = Array.from({ length: 50_000 }, (_, index) => ({
    ref: `item-${index}`,
    score: 0.5,
    weight: 1,
  }))
  const sizes = [...uploadBody(target, results, 0.5)].map(({ length }) => length)
  expect(sizes.length).toBeGreaterThan(20)
  expect(Math.max(...sizes)).toBeLessThan(70_000)
  expect(() => JSON.parse(Buffer.concat([...uploadBody(target, results, 0.5)]).toString())).not.toThrow()
})

test('lets other work run while it counts the bytes of a large body', async () => {
  const order: string[] = []
  setImmediate(() => order.push('other work'))
  const results = Array.from({ length: 2000 }, (_, index) => ({
    ref: `item-${index}`,
    score: 0.5,
    weight: 1,
  }))
  await bodyLength(target, results, 0.5)
  expect([...order, 'length']).toEqual(['other work', 'length'])
})
