import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { CancelledError } from '../../../src/runtime/errors.js'
import { together } from '../../../src/util/together.js'

const never = new AbortController().signal

test('gives the results in the order of the work, which went on side by side', async () => {
  const started: string[] = []
  const work = (name: string, time: number) => async () => {
    started.push(name)
    await sleep(time)
    return name
  }
  expect(await together(never, work('build', 20), work('login', 1))).toEqual(['build', 'login'])
  expect(started).toEqual(['build', 'login'])
})

test('one failure ends the others, is waited for, and is what is thrown', async () => {
  let cleaned = false
  const slow = async (signal: AbortSignal) => {
    await sleep(60_000, undefined, { signal }).catch(() => sleep(20))
    cleaned = true
    throw new Error('of the second')
  }
  const failing = async () => {
    await sleep(5)
    throw new Error('of the first')
  }
  await expect(together(never, slow, failing)).rejects.toThrow('of the first')
  expect(cleaned).toBe(true)
})

test('a cancelled job ends all work with its reason', async () => {
  const job = new AbortController()
  const reason = new CancelledError('SIGINT')
  const work = (signal: AbortSignal) =>
    new Promise<void>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
  const outcome = together(job.signal, work, work)
  job.abort(reason)
  await expect(outcome).rejects.toBe(reason)
})
