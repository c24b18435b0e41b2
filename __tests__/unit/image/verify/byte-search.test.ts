import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ByteSearch } from '../../../../src/image/verify/byte-search.js'

const searchFor = (...texts: string[]) =>
  new ByteSearch(texts.map((text) => ({ text, bytes: Buffer.from(text) })))

/** Generates texts of few letters, so that needles overlap, repeat and contain each other. */
const letters = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom('a', 'b', 'c'), { minLength, maxLength }).map((list) => list.join(''))

describe('a search for several needles', () => {
  test('finds the needle that begins first, as a search for each needle does', () => {
    const needles = fc.array(letters(2, 9), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(needles, letters(0, 80), (needles, text) => {
        const places = needles.map((needle) => text.indexOf(needle)).filter((place) => place >= 0)
        const found = searchFor(...needles).findIn(Buffer.from(text))
        if (places.length === 0) return found === undefined
        return found?.text === needles.find((needle) => text.startsWith(needle, Math.min(...places)))
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['any bytes', Buffer.from([0, 255, 254, 0, 0, 128])],
    ['more bytes than the longest jump', Buffer.alloc(1000, 'abcdefghijk')],
  ])('finds a needle of %s at any position', (_, needle) => {
    const search = new ByteSearch([{ bytes: needle }])
    for (const before of [0, 1, 2, 300, 4099]) {
      const bytes = Buffer.concat([Buffer.alloc(before, 255), needle, Buffer.alloc(7)])
      expect(search.findIn(bytes)?.bytes).toBe(needle)
      expect(search.findIn(bytes.subarray(0, before + needle.length - 1))).toBeUndefined()
    }
  })
})
