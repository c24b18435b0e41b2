import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { Mutex } from '../../../src/util/mutex.js'

const never = new AbortController().signal

test('runs the work of one key piece by piece, in order, and that of other keys in parallel', async () => {
  const events: string[] = []
  const mutex = new Mutex()
  const work = (key: string, name: string) =>
    mutex.run(key, never, async () => {
      events.push(`${name} begins`)
      await sleep(20)
      events.push(`${name} ends`)
      return name
    })
  expect(await Promise.all([work('a', 'first'), work('a', 'second'), work('b', 'other')])).toEqual([
    'first',
    'second',
    'other',
  ])
  const of = (...names: string[]) => events.filter((event) => names.includes(event.split(' ')[0] ?? ''))
  expect(of('first', 'second')).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  expect(events.slice(0, 2)).toEqual(['first begins', 'other begins'])
})

test('a failure affects only its own piece', async () => {
  const mutex = new Mutex()
  const failing = mutex.run('a', never, async () => {
    throw new Error('of the first')
  })
  const next = mutex.run('a', never, async () => 'done')
  await expect(failing).rejects.toThrow('of the first')
  expect(await next).toBe('done')
})

test('work that is aborted before its turn does not begin', async () => {
  const controller = new AbortController()
  const mutex = new Mutex()
  const events: string[] = []
  const first = mutex.run('a', never, () => sleep(20))
  const second = mutex.run('a', controller.signal, async () => void events.push('second'))
  controller.abort(new Error('cancelled'))
  await expect(second).rejects.toThrow('cancelled')
  await first
  expect(events).toEqual([])
})

test('each piece keeps the context of its caller', async () => {
  const section = new AsyncLocalStorage<string>()
  const mutex = new Mutex()
  const ask = (name: string) =>
    section.run(name, () => mutex.run('a', never, async () => [name, section.getStore()]))
  expect(await Promise.all(['one', 'two'].map(ask))).toEqual([
    ['one', 'one'],
    ['two', 'two'],
  ])
})
