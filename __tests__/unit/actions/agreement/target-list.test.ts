import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Targets } from '../../../../src/actions/agreement/target-list.js'

test('returns targets as they were added', () => {
  const target = fc.record(
    {
      externalId: fc.string({ unit: 'grapheme' }),
      assetId: fc.string({ unit: 'grapheme' }),
      predicted: fc.option(fc.array(fc.constantFrom('RED', 'GREY', '')), { nil: undefined }),
      isNew: fc.constant(true),
    },
    { requiredKeys: ['externalId', 'assetId', 'predicted'] },
  )
  fc.assert(
    fc.property(fc.uniqueArray(target, { selector: ({ externalId }) => externalId }), (targets) => {
      const kept = new Targets()
      for (const target of targets) expect(kept.add(target)).toBe(true)
      for (const target of targets) expect(kept.add(target)).toBe(false)
      expect([...kept]).toEqual(targets)
      expect(kept).toHaveLength(targets.length)
      expect(kept.newCount).toBe(targets.filter(({ isNew }) => isNew).length)
    }),
  )
})
