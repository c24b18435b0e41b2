import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { memoize, memoizeByKey } from '../../../src/util/memoize.js'

const never = new AbortController().signal

test('runs work once, however many callers wait for it, and keeps its outcome', async () => {
  let times = 0
  const work = memoize(async () => {
    await sleep(5)
    return ++times
  })
  expect(times).toBe(0)
  expect(await Promise.all([work(never), work(never)])).toEqual([1, 1])
  expect(await work(never)).toBe(1)
})

test('keeps a failure as well', async () => {
  let times = 0
  const work = memoize(async () => {
    throw new Error(`failure ${++times}`)
  })
  await expect(work(never)).rejects.toThrow('failure 1')
  await expect(work(never)).rejects.toThrow('failure 1')
})

test('a caller that is aborted stops waiting, and the work continues for the others', async () => {
  const one = new AbortController()
  let finish = (_: string) => {}
  const work = memoize(
    () =>
      new Promise<string>((resolve) => {
        finish = resolve
      }),
  )
  const [first, second] = [work(one.signal), work(never)]
  one.abort(new Error('of the first'))
  await expect(first).rejects.toThrow('of the first')
  finish('done')
  expect(await second).toBe('done')
  expect(await work(never)).toBe('done')
})

test('starts nothing for a caller that is already aborted', async () => {
  let began = false
  const work = memoize(async () => {
    began = true
  })
  await expect(work(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late')
  expect(began).toBe(false)
})

test('runs work once per key, under the common signal', async () => {
  const begun: [string, AbortSignal][] = []
  const lifetime = new AbortController().signal
  const login = memoizeByKey<string>(lifetime)
  const ask = (key: string) =>
    login(key, never, async (signal) => {
      begun.push([key, signal])
      return key
    })
  expect(await Promise.all(['a', 'b', 'a'].map(ask))).toEqual(['a', 'b', 'a'])
  expect(begun).toEqual([
    ['a', lifetime],
    ['b', lifetime],
  ])
})
