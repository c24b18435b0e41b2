import { expect, test } from '@jest/globals'
import { pollUntil } from '../../../src/util/poll.js'

const never = new AbortController().signal

/** Returns these values one after another, and then the last one forever. */
function reader<T>(...values: T[]) {
  const seen: (T | undefined)[] = []
  const read = async () => {
    const value = values[Math.min(seen.length, values.length - 1)]
    seen.push(value)
    return value
  }
  return { read, seen }
}

test('reads until there is a result', async () => {
  const { read, seen } = reader(undefined, undefined, 'there')
  expect(await pollUntil({ read, pause: 1, growth: 2, timeout: 60_000, signal: never })).toBe('there')
  expect(seen).toHaveLength(3)
})

test.each([0, 20])('returns undefined after %i ms, and has read at least once', async (timeout) => {
  const { read, seen } = reader(undefined)
  expect(await pollUntil({ read, pause: 60_000, timeout, signal: never })).toBeUndefined()
  // A timer may fire slightly early, and then there is one more reading.
  expect(seen.length).toBeGreaterThanOrEqual(timeout === 0 ? 1 : 2)
})

test('throws the error of a reading', async () => {
  const read = async () => {
    throw new Error('refused')
  }
  await expect(pollUntil({ read, pause: 1, timeout: 1000, signal: never })).rejects.toThrow('refused')
})

test('ends when it is aborted', async () => {
  const controller = new AbortController()
  const read = async () => void controller.abort()
  const polling = pollUntil({ read, pause: 60_000, timeout: 60_000, signal: controller.signal })
  await expect(polling).rejects.toMatchObject({ name: 'AbortError' })
})
