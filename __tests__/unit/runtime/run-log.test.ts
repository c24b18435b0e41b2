import { setTimeout as sleep } from 'node:timers/promises'
import * as core from '@actions/core'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as log from '../../../src/runtime/log.js'
import { type RunningPhase, reporter, reportTo } from '../../../src/runtime/reporter.js'
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

describe('a reporter that shows running phases', () => {
  const running = new Set<RunningPhase>()
  const shown = () => [...running].map((phase) => [phase.name, phase.describe()])
  beforeAll(() => {
    const startPhase = (phase: RunningPhase) => {
      running.add(phase)
      return () => running.delete(phase)
    }
    reportTo({ ...reporter, info: () => {}, endPhase: () => {}, startPhase })
  })
  afterAll(() => reportTo(core))

  test('gets each phase until it ends or fails, with the sanitized description of its own work', async () => {
    const runLog = new RunLog()
    let count = 0
    const build = runLog.phase('Build', async () => {
      log.progress(() => `\u001b[2Jstep ${count}\n::error::forged`)
      await runLog.phase('Load', async () => {
        log.progress(() => 'half of it')
        await sleep(20)
      })
      count++
      await sleep(20)
      throw new Error('broken')
    })
    const section = new log.Section('evaluator')
    const other = section.within(() => runLog.phase('Log in', () => sleep(5)))
    expect(shown()).toEqual([
      ['Build', 'step 0::error::forged'],
      ['Load', 'half of it'],
      ['evaluator: Log in', ''],
    ])
    await other
    await sleep(25)
    expect(shown()).toEqual([['Build', 'step 1::error::forged']])
    await expect(build).rejects.toThrow('broken')
    expect(shown()).toEqual([])
  })

  test('gets no description from work outside of phases', () => {
    log.progress(() => {
      throw new Error('never called')
    })
    expect(shown()).toEqual([])
  })
})
