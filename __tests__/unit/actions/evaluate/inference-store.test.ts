import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { InferenceStore } from '../../../../src/actions/evaluate/inference-store.js'

let directory: string
let store: InferenceStore
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'store-'))
  store = new InferenceStore(join(directory, 'inferences'))
})
afterEach(() => {
  store.close()
  rmSync(directory, { recursive: true })
})

function read(key: string): string | undefined {
  const index = store.match(key)
  return index === undefined ? undefined : store.inferenceAt(index).toString()
}

test('returns each inference by its key, even a long key', () => {
  const rows = Array.from({ length: 3000 }, (_, index) => ({
    key: `["${'ü'.repeat(index % 80)}${index}"]`,
    inference: JSON.stringify({ index, text: 'ö\n'.repeat(index % 200) }),
  }))
  for (const [index, { key, inference }] of rows.entries())
    expect(store.add(key, inference, index + 2)).toBeUndefined()
  expect(store.size).toBe(3000)
  for (const { key, inference } of [...rows].reverse()) expect(read(key)).toBe(inference)
  expect(store.match('["none"]')).toBeUndefined()
})

test.each(['in order', 'in reverse'])('reads small and large inferences %s', (order) => {
  const rows = [10, 70_000, 3, 200_000, 65_536, 1, 40_000, 40_000, 0].map((length, index) => ({
    key: `["${index}"]`,
    inference: `"${'ä'.repeat(length)}${index}"`,
  }))
  for (const [index, { key, inference }] of rows.entries()) store.add(key, inference, index + 2)
  const read = order === 'in order' ? rows : rows.toReversed()
  for (const { key, inference } of read)
    expect(store.inferenceAt(store.match(key) ?? 99).toString()).toBe(inference)
  store.add('["more"]', '1', 99)
  expect(store.inferenceAt(store.match('["more"]') ?? 99).toString()).toBe('1')
})

test('keeps the first of two inferences, and names its line', () => {
  store.add('["a"]', '1', 2)
  expect(store.add('["a"]', '2', 7)).toBe(2)
  expect(read('["a"]')).toBe('1')
})

test('lists unmatched inferences in the order of the file', () => {
  for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) store.add(`["${name}"]`, '{}', index + 2)
  for (const name of ['c', 'a', 'x']) store.match(`["${name}"]`)
  expect([...store.unmatched()]).toEqual([
    { line: 3, key: '["b"]' },
    { line: 5, key: '["d"]' },
  ])
  expect(store.unmatchedCount).toBe(2)
})
