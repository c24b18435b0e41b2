import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { shared, sharedByKey } from '../../../src/util/shared.js'

const never = new AbortController().signal

test('is done once, however many wait, and its outcome is kept', async () => {
  let times = 0
  const work = shared(async () => {
    await sleep(5)
    return ++times
  })
  expect(await Promise.all([work(never), work(never)])).toEqual([1, 1])
  expect(await work(never)).toBe(1)
})

test('a failure is kept as well', async () => {
  let times = 0
  const work = shared(async () => {
    throw new Error(`failure ${++times}`)
  })
  await expect(work(never)).rejects.toThrow('failure 1')
  await expect(work(never)).rejects.toThrow('failure 1')
})

test('a waiter that is aborted leaves alone, at once', async () => {
  const one = new AbortController()
  let aborted = false
  const work = shared(async (signal) => {
    signal.addEventListener('abort', () => {
      aborted = true
    })
    await sleep(30)
    return 'done'
  })
  const [first, second] = [work(one.signal), work(never)]
  one.abort(new Error('of the first'))
  await expect(first).rejects.toThrow('of the first')
  expect(await second).toBe('done')
  expect(aborted).toBe(false)
})

test('when the last waiter leaves the work is aborted and waited for, and the next one begins anew', async () => {
  const one = new AbortController()
  const ended: string[] = []
  let times = 0
  const work = shared(async (signal) => {
    const name = `work ${++times}`
    await sleep(times === 1 ? 60_000 : 1, undefined, { signal }).catch(() => sleep(20))
    ended.push(name)
    return name
  })
  const first = work(one.signal)
  one.abort(new Error('of the waiter'))
  await expect(first).rejects.toThrow('of the waiter')
  expect(ended).toEqual(['work 1'])
  expect(await work(never)).toBe('work 2')
})

test('nothing begins for a waiter that is aborted already', async () => {
  let began = false
  const work = shared(async () => {
    began = true
  })
  await expect(work(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late')
  expect(began).toBe(false)
})

test('work by key is done once a key', async () => {
  const times: string[] = []
  const login = sharedByKey<string>()
  const ask = (key: string) =>
    login(key, never, async () => {
      times.push(key)
      return key
    })
  expect(await Promise.all(['a', 'b', 'a'].map(ask))).toEqual(['a', 'b', 'a'])
  expect(times).toEqual(['a', 'b'])
})
