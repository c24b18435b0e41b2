import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { phaseOf, RunLog } from '../../../src/runtime/run-log.js'

test('records when each phase began and ended, in the order of their beginning', async () => {
  const runLog = new RunLog()
  const both = [runLog.phase('Build', () => sleep(40, 'image')), runLog.phase('Log in', () => sleep(5))]
  expect(await Promise.all(both)).toEqual(['image', undefined])
  await runLog.phase('Push', async () => {})
  const [build, login, push] = runLog.phases
  expect(runLog.phases.map(({ name, failed }) => [name, failed])).toEqual([
    ['Build', false],
    ['Log in', false],
    ['Push', false],
  ])
  expect(login?.end).toBeLessThanOrEqual(build?.end ?? 0)
  expect(push?.start).toBeGreaterThanOrEqual(build?.end ?? Number.NaN)
  expect((build?.end ?? 0) - (build?.start ?? 0)).toBeGreaterThanOrEqual(38)
})

test('assigns an error to the innermost phase that it occurred in, even if it is rethrown as another error', async () => {
  const runLog = new RunLog()
  const error = new Error('refused')
  const inner = () => runLog.phase('Log in', () => Promise.reject(error))
  await runLog.phase('Look up', inner).catch(() => {})
  expect(phaseOf(error)).toBe('Log in')
  expect(phaseOf(new Error('explained', { cause: error }))).toBe('Log in')
  expect(runLog.phases.map(({ name, failed }) => [name, failed])).toEqual([
    ['Look up', true],
    ['Log in', true],
  ])
})

test('assigns an error outside of all phases to none, whatever else failed', async () => {
  const runLog = new RunLog()
  await runLog.phase('Log in', () => Promise.reject(new Error('reported as a warning'))).catch(() => {})
  expect([phaseOf(new Error('another')), phaseOf(undefined), phaseOf('text')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('a part has its own phases and the same clock', async () => {
  const runLog = new RunLog()
  await sleep(20)
  const [part, other] = [runLog.child(), runLog.child()]
  await part.phase('Build', async () => {})
  expect(part.phases[0]?.start).toBeGreaterThanOrEqual(15)
  expect([runLog.phases, other.phases]).toEqual([[], []])
})
