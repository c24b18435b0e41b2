import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseShard, selectShard } from '../../../../../src/actions/publish/evaluators-file/shards.js'

describe('a shard', () => {
  test.each([
    ['1/1', 1, 1],
    ['2/4', 2, 4],
    ['256/256', 256, 256],
  ])('%s is read', (text, index, count) => {
    expect(parseShard(text)).toEqual({ index, count })
  })

  test.each(['', '0/4', '5/4', '1/0', '2', '2/', '/4', '1.5/4', '-1/4', ' 1/4', '1/4\n', 'a/b', '1/4/5'])(
    'refuses %j',
    (text) => {
      expect(() => parseShard(text)).toThrow('such as 2/4')
    },
  )
})

type Entry = { id: number; base: string; dockerfile: string }
const entriesOf = (works: readonly [string, string][]) =>
  works.map(([base, dockerfile], id): Entry => ({ id, base, dockerfile }))
const shardsOf = (entries: readonly Entry[], count: number) =>
  Array.from({ length: count }, (_, index) =>
    selectShard(entries, { index: index + 1, count }, (entry) => entry),
  )

describe('the shards of a file', () => {
  const anyEntries = fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3', '4')), { maxLength: 60 })
    .map(entriesOf)

  test('have each entry once, in the order of the file', () => {
    fc.assert(
      fc.property(anyEntries, fc.integer({ min: 1, max: 12 }), (entries, count) => {
        const shards = shardsOf(entries, count)
        expect(shards.flatMap((shard) => shard.map(({ id }) => id)).sort((a, b) => a - b)).toEqual(
          entries.map(({ id }) => id),
        )
        for (const shard of shards)
          expect(shard.map(({ id }) => id)).toEqual(shard.map(({ id }) => id).sort((a, b) => a - b))
      }),
    )
  })

  test('have at most twice an equal share', () => {
    fc.assert(
      fc.property(anyEntries, fc.integer({ min: 1, max: 12 }), (entries, count) => {
        const share = Math.ceil(entries.length / count)
        for (const shard of shardsOf(entries, count)) expect(shard.length).toBeLessThanOrEqual(2 * share)
      }),
    )
  })

  test('are equal if no two entries share a Dockerfile', () => {
    const entries = entriesOf(Array.from({ length: 100 }, (_, id) => ['base', String(id)]))
    expect(shardsOf(entries, 4).map(({ length }) => length)).toEqual([25, 25, 25, 25])
    expect(shardsOf(entries, 3).map(({ length }) => length)).toEqual([33, 34, 33])
  })

  test('keep entries of one Dockerfile together', () => {
    const entries = entriesOf([
      ['x', 'a'],
      ['x', 'b'],
      ['x', 'a'],
      ['x', 'b'],
    ])
    expect(shardsOf(entries, 2).map((shard) => shard.map(({ dockerfile }) => dockerfile))).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ])
  })

  test('never separate the entries of one image', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('1', '2'), fc.constantFrom('a', 'b', 'c')), { maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (works, count) => {
          const entries = works.map(([dockerfile, image]) => ({ base: '', dockerfile, image }))
          const shards = Array.from({ length: count }, (_, index) =>
            selectShard(entries, { index: index + 1, count }, (entry) => entry),
          )
          const images = shards.map(
            (shard) => new Set(shard.map(({ dockerfile, image }) => dockerfile + image)),
          )
          expect(images.reduce((sum, { size }) => sum + size, 0)).toBe(
            new Set(works.map(([dockerfile, image]) => dockerfile + image)).size,
          )
        },
      ),
    )
  })

  test('keep entries of one base image together', () => {
    const entries = entriesOf([
      ['python', '1'],
      ['node', '2'],
      ['python', '3'],
      ['node', '4'],
    ])
    expect(shardsOf(entries, 2).map((shard) => new Set(shard.map(({ base }) => base)).size)).toEqual([1, 1])
  })

  test('split entries of one Dockerfile that are more than a share', () => {
    const entries = entriesOf(Array.from({ length: 8 }, () => ['base', 'one']))
    expect(shardsOf(entries, 4).map(({ length }) => length)).toEqual([2, 2, 2, 2])
  })

  test('are empty if there are more shards than entries', () => {
    const sizes = shardsOf(entriesOf([['base', 'one']]), 3).map(({ length }) => length)
    expect(sizes.reduce((sum, size) => sum + size)).toBe(1)
  })
})
