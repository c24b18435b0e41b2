import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { phaseOf, RunLog } from '../../../src/runtime/run-log.js'

test('keeps when each phase began and ended, in the order they began', async () => {
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
  expect(login?.end).toBeLessThan(build?.end ?? 0)
  expect(push?.start).toBeGreaterThanOrEqual(build?.end ?? Number.NaN)
  expect((build?.end ?? 0) - (build?.start ?? 0)).toBeGreaterThanOrEqual(38)
})

test('an error is of the innermost phase that it came up in, whatever it becomes outside', async () => {
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

test('an error that came up in no phase is of none, whatever else failed', async () => {
  const runLog = new RunLog()
  await runLog.phase('Log in', () => Promise.reject(new Error('told as a warning'))).catch(() => {})
  expect([phaseOf(new Error('another')), phaseOf(undefined), phaseOf('text')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('a part has phases of its own and the same clock', async () => {
  const runLog = new RunLog()
  await sleep(20)
  const [part, other] = [runLog.child(), runLog.child()]
  await part.phase('Build', async () => {})
  expect(part.phases[0]?.start).toBeGreaterThanOrEqual(15)
  expect([runLog.phases, other.phases]).toEqual([[], []])
})
