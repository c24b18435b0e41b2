import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { Journal } from '../../src/lib/journal.js'

test('keeps when each phase began and ended, in the order they began', async () => {
  const journal = new Journal()
  const both = [journal.phase('Build', () => sleep(40, 'image')), journal.phase('Log in', () => sleep(5))]
  expect(await Promise.all(both)).toEqual(['image', undefined])
  await journal.phase('Push', async () => {})
  const [build, login, push] = journal.phases
  expect(journal.phases.map(({ name, failed }) => [name, failed])).toEqual([
    ['Build', false],
    ['Log in', false],
    ['Push', false],
  ])
  expect(login?.end).toBeLessThan(build?.end ?? 0)
  expect(push?.start).toBeGreaterThanOrEqual(build?.end ?? Number.NaN)
  expect((build?.end ?? 0) - (build?.start ?? 0)).toBeGreaterThanOrEqual(38)
  expect(journal.failure).toBeUndefined()
})

test('the failure is the phase that failed first, not one that was ended because of it', async () => {
  const journal = new Journal()
  const fail = (time: number) => async () => {
    await sleep(time)
    throw new Error(`after ${time}`)
  }
  const outcomes = await Promise.allSettled([
    journal.phase('Build', fail(40)),
    journal.phase('Log in', fail(5)),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(journal.failure).toBe('Log in')
})

test('a part has phases of its own, the same clock, and the failures that all parts share', async () => {
  const journal = new Journal()
  await sleep(20)
  const [part, other] = [journal.part(), journal.part()]
  await part.phase('Build', async () => {})
  expect(part.phases[0]?.start).toBeGreaterThanOrEqual(15)
  expect([journal.phases, other.phases, other.failure]).toEqual([[], [], undefined])
  await journal.phase('Log in', () => Promise.reject(new Error('refused'))).catch(() => {})
  await sleep(5)
  await part.phase('Push', () => Promise.reject(new Error('aborted'))).catch(() => {})
  expect(part.failure).toBe('Log in')
})
