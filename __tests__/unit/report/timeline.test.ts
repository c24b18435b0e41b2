import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { timeline, timelines } from '../../../src/report/timeline.js'

test('timeline shows phases as bars of a Gantt chart, marks failed ones, and shows even those without length', () => {
  const phases = [
    { name: 'Build', start: 0, end: 12_340, failed: false },
    { name: 'Log in', start: 5, end: 5, failed: true },
  ]
  expect(timeline(phases).toString()).toBe(
    [
      '```mermaid',
      'gantt',
      '  dateFormat x',
      '  axisFormat %M:%S',
      '  tickInterval 2second',
      '  Build 12.3 s :0, 12340',
      '  Log in 0.0 s :crit, 5, 6',
      '```',
    ].join('\n'),
  )
})

test('timeline shows any name as one label', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a :;,#%`\n\r"<>{}é') }), (name) => {
      const lines = timeline([{ name, start: 0, end: 1, failed: false }])
        .toString()
        .split('\n')
      expect(lines).toHaveLength(7)
      expect(lines[5]).toMatch(/^ {2}[^:,%`"<>{}]*0\.0 s :0, 1$/)
    }),
  )
})

test.each([
  [0.3, 1],
  [59, 10],
  [600, 120],
  [3600, 600],
  [100_000, 3600],
])('the axis of a timeline of %i seconds has a tick every %i seconds', (seconds, tick) => {
  const phases = [{ name: 'Build', start: 0, end: seconds * 1000, failed: false }]
  expect(timeline(phases).toString()).toContain(`  tickInterval ${tick}second`)
})

test('timelines shows runs as sections of one chart, or as one bar each if there are too many phases', () => {
  const phases = ['Build', 'Push'].map((name, index) => ({
    name,
    start: index,
    end: index + 1000,
    failed: index === 1,
  }))
  const runs = (count: number) => [...Array(count).keys()].map((index) => ({ name: `e${index}`, phases }))
  const few = timelines([{ name: 'idle', phases: [] }, ...runs(2)]).toString()
  expect(few.split('\n').slice(5, -1)).toEqual(
    ['e0', 'e1'].flatMap((name) => [
      `  section ${name}`,
      '  Build 1.0 s :0, 1000',
      '  Push 1.0 s :crit, 1, 1001',
    ]),
  )
  const many = timelines(runs(200)).toString().split('\n').slice(5, -1)
  expect(many).toHaveLength(200)
  expect(many[7]).toBe('  e7 1.0 s :crit, 0, 1001')
})
