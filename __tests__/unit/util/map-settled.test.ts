import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { mapSettled } from '../../../src/util/map-settled.js'

const never = new AbortController().signal

test('mapSettled returns outcomes in the order of the items, and continues after a failure', async () => {
  const outcomes = await mapSettled([30, 0, 10], 3, never, async (delay) => {
    await pause(delay)
    if (delay === 0) throw new Error('no')
    return delay
  })
  expect(outcomes).toEqual([
    { status: 'fulfilled', value: 30 },
    { status: 'rejected', reason: new Error('no') },
    { status: 'fulfilled', value: 10 },
  ])
})

test.each([
  [1, 1],
  [3, 3],
  [16, 10],
])('mapSettled with the limit %i works on %i of 10 items at a time', async (limit, most) => {
  let running = 0
  let highest = 0
  await mapSettled(Array.from({ length: 10 }), limit, never, async () => {
    running += 1
    highest = Math.max(highest, running)
    await pause(5)
    running -= 1
  })
  expect(highest).toBe(most)
})

test('mapSettled starts nothing more after an abort, and throws the reason', async () => {
  const abort = new AbortController()
  const started: number[] = []
  const work = mapSettled([1, 2, 3, 4], 2, abort.signal, async (item) => {
    started.push(item)
    if (item === 2) abort.abort(new Error('cancelled'))
    await pause(5)
  })
  await expect(work).rejects.toThrow('cancelled')
  expect(started).toEqual([1, 2])
})
