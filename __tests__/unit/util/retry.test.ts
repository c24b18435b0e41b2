import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, jest, test } from '@jest/globals'
import { CancelledError, CommandError, HttpError } from '../../../src/runtime/errors.js'
import { retry } from '../../../src/util/retry.js'
import { captureOutput } from '../../support/captured-output.js'

const output = captureOutput()
const never = new AbortController().signal

/** Work that fails with each error in turn and then succeeds. */
function failing(...errors: unknown[]) {
  return jest.fn(async () => {
    if (errors.length > 0) throw errors.shift()
    return 'done'
  })
}
const status = (code: number | undefined, wait: number | undefined = 0) =>
  new HttpError(`answered ${code}`, code, wait)

describe('retry', () => {
  test.each([
    ['no answer', undefined, 4],
    ['408', 408, 4],
    ['425', 425, 4],
    ['429', 429, 4],
    ['500', 500, 4],
    ['502', 502, 4],
    ['503', 503, 4],
    ['504', 504, 4],
    ['301', 301, 1],
    ['400', 400, 1],
    ['401', 401, 1],
    ['403', 403, 1],
    ['404', 404, 1],
    ['409', 409, 1],
    ['422', 422, 1],
  ])('attempts work that fails with %s %# as often as useful', async (_, code, times) => {
    const errors = Array.from({ length: 9 }, () => status(code))
    const last = errors[times - 1]
    const work = failing(...errors)
    await expect(retry(work, { what: 'push', signal: never })).rejects.toBe(last)
    expect(work).toHaveBeenCalledTimes(times)
  })

  test.each([
    ['an error of another kind', new TypeError('a bug'), {}, 1],
    ['a command, unless it is said to be transient', new CommandError('failed', 1), {}, 1],
    ['a command that is said to be transient', new CommandError('failed', 1), { transient: () => true }, 2],
    ['no further than the attempts allow', status(503), { attempts: 1 }, 1],
    ['a server that asks for a pause of more than ten minutes', status(503, 600_001), {}, 1],
  ])('limits the attempts for %s', async (_, error, options, times) => {
    const work = failing(error)
    const outcome = await retry(work, { what: 'push', signal: never, ...options }).catch((thrown) => thrown)
    expect(outcome).toBe(times === 1 ? error : 'done')
    expect(work).toHaveBeenCalledTimes(times)
  })

  test('waits longer each time, with random pauses, and logs it', async () => {
    const start = performance.now()
    const works = [1, 2, 3, 4].map(() =>
      failing(...Array.from({ length: 2 }, () => new HttpError('reset\r::error::x'))),
    )
    await Promise.all(works.map((work) => retry(work, { what: 'push', signal: never })))
    expect(performance.now() - start).toBeGreaterThan(990)
    const pauses = (attempt: number) =>
      output.lines
        .flatMap((line) => line.match(new RegExp(`attempt ${attempt} of 4 in (.*) s$`))?.[1] ?? [])
        .map(Number)
    for (const [attempt, longest] of [
      [2, 0.5],
      [3, 1.5],
    ] as const) {
      expect(pauses(attempt)).toHaveLength(4)
      expect(Math.min(...pauses(attempt))).toBeGreaterThanOrEqual(longest / 2 - 0.05)
      expect(Math.max(...pauses(attempt))).toBeLessThanOrEqual(longest)
    }
    expect(output.text).not.toMatch(/^::error/m)
  })

  test.each([
    [60_001, 'attempt 2 of 4 in 60.0 s, as the server asks (the limit is 600 s)'],
    [600_000, 'attempt 2 of 4 in 600.0 s, as the server asks (the limit is 600 s)'],
    [600_001, 'the server asks for a pause of 600.0 s, and the limit is 600 s: no further attempt'],
    [86_400_000, 'the server asks for a pause of 86400.0 s, and the limit is 600 s: no further attempt'],
  ])('logs, if asked to wait for %i ms, how long it waits and what the limit is', async (wait, line) => {
    const job = new AbortController()
    const work = retry(failing(status(429, wait)), { what: 'push', signal: job.signal })
    const outcome = work.catch((error) => error)
    await sleep(20)
    job.abort(new CancelledError('SIGINT'))
    expect(await outcome).toMatchObject(wait > 600_000 ? { status: 429 } : { name: 'CancelledError' })
    expect(output.lines).toEqual([`push failed (answered 429); ${line}`])
  })

  test.each([
    ['during a pause', status(503, 30_000)],
    ['during the work', new CancelledError('SIGTERM')],
  ])('ends with the reason at once if it is cancelled %s', async (_, error) => {
    const job = new AbortController()
    const reason = new CancelledError('SIGINT')
    const work = failing(error, error)
    const start = performance.now()
    const outcome = retry(work, { what: 'push', signal: job.signal })
    setTimeout(() => job.abort(reason), 50)
    await expect(outcome).rejects.toBe(error instanceof CancelledError ? error : reason)
    expect(performance.now() - start).toBeLessThan(1000)
    expect(work).toHaveBeenCalledTimes(1)
  })
})

test.each([
  [undefined, true, true],
  [408, true, true],
  [425, true, false],
  [429, true, false],
  [500, true, true],
  [503, true, true],
  [401, false, false],
  [409, false, false],
])(
  'treats the status %s as transient: %s, with an unknown outcome: %s',
  (code, transient, outcomeUnknown) => {
    expect(status(code)).toMatchObject({ transient, outcomeUnknown })
  },
)
