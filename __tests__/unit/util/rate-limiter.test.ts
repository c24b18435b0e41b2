import { expect, test } from '@jest/globals'
import { RateLimiter } from '../../../src/util/rate-limiter.js'

const { signal } = new AbortController()

test('makes calls at once, and delays those that exceed the limit', async () => {
  const pace = new RateLimiter(3, 200)
  const start = performance.now()
  const times: number[] = []
  for (let call = 0; call < 7; call++) {
    await pace.turn(signal)
    times.push(performance.now() - start)
  }
  expect(times[2]).toBeLessThan(150)
  expect(times[3]).toBeGreaterThanOrEqual(195)
  expect(times[6]).toBeGreaterThanOrEqual(395)
})

test('a wait ends when the job is cancelled', async () => {
  const cancellation = new AbortController()
  const pace = new RateLimiter(1, 60_000)
  await pace.turn(cancellation.signal)
  const waiting = pace.turn(cancellation.signal)
  cancellation.abort()
  await expect(waiting).rejects.toThrow('aborted')
})
