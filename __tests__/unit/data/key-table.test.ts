import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { KeyTable } from '../../../src/data/key-table.js'

test('numbers texts in the order in which they are added, and returns them by number', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (keys) => {
      const table = new KeyTable()
      const map = new Map<string, number>()
      for (const key of keys) {
        expect(table.find(key)).toBe(map.get(key))
        if (!map.has(key)) map.set(key, map.size)
        expect(table.add(key)).toBe(map.get(key))
      }
      expect(table.size).toBe(map.size)
      for (const [key, index] of map) expect([table.find(key), table.keyAt(index)]).toEqual([index, key])
    }),
  )
})

test('finds each of many texts, and no text that was not added', () => {
  const table = new KeyTable()
  const keys = Array.from({ length: 50_000 }, (_, index) => `images/${'é'.repeat(index % 50)}/${index}.jpg`)
  expect(keys.every((key, index) => table.add(key) === index)).toBe(true)
  expect(keys.every((key, index) => table.find(key) === index)).toBe(true)
  expect(keys.some((key) => table.find(`${key}x`) !== undefined)).toBe(false)
})
