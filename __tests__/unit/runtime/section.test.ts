import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import * as log from '../../../src/runtime/log.js'
import { memoize } from '../../../src/util/memoize.js'
import { captureOutput } from '../../support/captured-output.js'

const output = captureOutput()

test('shows the output of parallel work one after another, each in a group', async () => {
  const work = (name: string, time: number) => async () => {
    const section = new log.Section(name)
    await section.within(async () => {
      await log.group('Build', async () => {
        log.info(`${name} one\n::error::${name}`)
        await sleep(time)
        log.info(`${name} two`)
      })
    })
    section.show(`${name}: done`)
  }
  await Promise.all([work('a', 20)(), work('b', 5)()])
  expect(output.lines).toEqual(
    ['b', 'a'].flatMap((name) => [
      `::group::${name}: done`,
      '--- Build',
      `${name} one`,
      `\\::error::${name}`,
      `${name} two`,
      '::endgroup::',
    ]),
  )
})

test('annotations carry the name of the section, and the same one is shown once', () => {
  for (const name of ['a', 'b']) {
    const section = new log.Section(name)
    section.within(() => log.warning('The registry is slow', 'Push', { file: 'Dockerfile', line: 2 }))
    section.show()
  }
  expect(output.lines).toEqual([
    '::warning title=a%3A Push,file=Dockerfile,line=2::The registry is slow',
    'Push: The registry is slow',
  ])
})

test('sections reserve one of the ten errors that GitHub shows for the step itself', () => {
  const section = new log.Section('a')
  section.within(() => {
    for (let number = 1; number <= 12; number++) log.error(`error ${number}`, 'Build')
  })
  section.show()
  log.error('everything failed', 'evaluator-action failed')
  const errors = output.lines.filter((line) => line.startsWith('::error'))
  expect(errors).toHaveLength(10)
  expect(errors.at(-1)).toContain('everything failed')
  expect(output.lines).toContain('Build: error 12')
})

test('shows long output in parts, so that it is not held in memory', () => {
  const section = new log.Section('a')
  section.within(() => {
    for (let line = 0; line < 12_000; line++) log.info(`line ${line}`)
  })
  const parts = output.lines.filter((line) => line.startsWith('::group::'))
  expect(parts).toEqual(['::group::a: continues below', '::group::a: continues below'])
  section.show('a: done')
  expect(output.lines.filter((line) => line.startsWith('line '))).toHaveLength(12_000)
})

test('work that sections share prints outside of them', async () => {
  const login = memoize(async () => log.info('logged in'))
  const section = new log.Section('a')
  await section.within(async () => {
    log.info('held')
    await login(new AbortController().signal)
  })
  expect(output.lines).toEqual(['logged in'])
  section.show()
  expect(output.lines).toEqual(['logged in', 'held'])
})
