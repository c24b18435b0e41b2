import { expect, test } from '@jest/globals'
import { Transfer } from '../../../src/docker/transfer.js'

test('adds up the bytes of the layers that move', () => {
  const transfer = new Transfer()
  expect(String(transfer)).toBe('')
  transfer.read('a', 'Preparing', {})
  transfer.read('b', 'Layer already exists')
  expect(String(transfer)).toBe('')
  transfer.read('a', 'Pushing', { current: 1_000_000, total: 4_000_000 })
  transfer.read('c', 'Pushing', { current: 512, total: 30_000_000 })
  expect(String(transfer)).toBe('1.0 of 34.0 MB')
  transfer.read('a', 'Pushed')
  expect(String(transfer)).toBe('4.0 of 34.0 MB')
  // The archive of a layer may be larger than the engine expects.
  transfer.read('c', 'Pushing', { current: 31_000_000, total: 30_000_000 })
  expect(String(transfer)).toBe('35.0 of 35.0 MB')
})

test('counts a download, but not the extraction that follows', () => {
  const transfer = new Transfer()
  transfer.read('a', 'Downloading', { current: 1_000_000, total: 2_000_000 })
  transfer.read('a', 'Download complete')
  transfer.read('a', 'Extracting', { current: 1, total: 2_000_000 })
  expect(String(transfer)).toBe('2.0 of 2.0 MB')
})

test('counts a layer that arrives before its first message, as in the containerd store', () => {
  const transfer = new Transfer()
  transfer.read('a', 'Pushed', { current: 5_000_000, total: 5_000_000 })
  expect(String(transfer)).toBe('5.0 of 5.0 MB')
})

test('takes the bytes so far as the size of a layer without one', () => {
  const transfer = new Transfer()
  transfer.read('a', 'Downloading', { current: 1_000_000 })
  expect(String(transfer)).toBe('1.0 of 1.0 MB')
})
