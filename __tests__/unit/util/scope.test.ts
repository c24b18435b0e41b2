import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { CancelledError } from '../../../src/runtime/errors.js'
import { withScope } from '../../../src/util/scope.js'

const never = new AbortController().signal
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })

describe('a scope', () => {
  test('starts work at once and in parallel, and returns what its body returns', async () => {
    const events: string[] = []
    const work = (name: string, time: number) => async () => {
      events.push(`${name} begins`)
      await sleep(time)
      events.push(`${name} ends`)
      return name
    }
    const results = await withScope(never, async ({ start }) => {
      const [build, login] = [start(work('build', 20)), start(work('login', 1))]
      return [await build, await login]
    })
    expect(results).toEqual(['build', 'login'])
    expect(events.slice(0, 2)).toEqual(['build begins', 'login begins'])
  })

  test('ends only when all started work has ended, awaited or not', async () => {
    const ended: string[] = []
    await withScope(never, async ({ start }) => {
      void start(async () => {
        await sleep(5)
        void start(async () => {
          await sleep(5)
          ended.push('started later')
        })
        ended.push('started first')
      })
    })
    expect(ended).toEqual(['started first', 'started later'])
  })

  test.each<[string, (fail: () => Promise<never>) => Promise<unknown>]>([
    ['in its body', (fail) => withScope(never, fail)],
    ['in work that its body awaits', (fail) => withScope(never, async ({ start }) => await start(fail))],
    [
      'in work that is not awaited',
      (fail) =>
        withScope(never, async ({ start }) => {
          void start(fail)
        }),
    ],
    [
      'before anything is awaited',
      (fail) =>
        withScope(never, async ({ start }) => {
          void start(() => {
            throw new Error('at once')
          }).catch(() => {})
          await fail()
        }).catch(({ message }) => {
          throw new Error(message === 'at once' ? 'of the first' : message)
        }),
    ],
  ])('throws the first failure, %s', async (_, run) => {
    const fail = async () => {
      await sleep(5)
      throw new Error('of the first')
    }
    await expect(run(fail)).rejects.toThrow('of the first')
  })

  test('aborts the rest after the first failure, waits for it, and keeps that failure', async () => {
    let cleaned = false
    const outcome = withScope(never, async ({ signal, start }) => {
      const slow = start(async () => {
        await untilAborted(signal).catch(() => sleep(20))
        cleaned = true
        throw new Error('of the second')
      })
      void start(async () => {
        throw new Error('of the first')
      })
      await slow
    })
    await expect(outcome).rejects.toThrow('of the first')
    expect(cleaned).toBe(true)
  })

  test('ends with the reason of its parent’s abort', async () => {
    const job = new AbortController()
    const reason = new CancelledError('SIGINT')
    const outcome = withScope(job.signal, async ({ signal, start }) => {
      void start(() => untilAborted(signal))
      await untilAborted(signal)
    })
    job.abort(reason)
    await expect(outcome).rejects.toBe(reason)
  })

  test('does not affect its parent and its siblings if it fails', async () => {
    const results = await withScope(never, async ({ signal, start }) => {
      const sibling = start(() => sleep(10, 'done', { signal }))
      const failed = withScope(signal, async () => {
        throw new Error('of the child')
      }).catch(({ message }) => message)
      return [await failed, await sibling, signal.aborted]
    })
    expect(results).toEqual(['of the child', 'done', false])
  })
})
