import { expect, test } from '@jest/globals'
import { type LogEntry, renderLog, StepLog } from '../../../../sandbox/runner/log.js'
import { Masks } from '../../../../sandbox/runner/masks.js'

const entries: LogEntry[] = [
  { kind: 'group', text: 'Build' },
  { kind: 'line', text: '#1 done' },
  { kind: 'error', text: 'first\nsecond' },
  { kind: 'endgroup', text: '' },
  { kind: 'warning', text: 'slow' },
  { kind: 'debug', text: 'detail' },
]

test.each([
  [false, ['▼ Build', '  #1 done', '  Error: first', '  second', 'Warning: slow', '##[debug]detail']],
  [true, ['▶ Build', 'Error: first', 'second', 'Warning: slow', '##[debug]detail']],
])('groups are shown as on GitHub’s page of a job (collapsed: %s)', (collapsed, lines) => {
  expect(renderLog(entries, { collapsed }).split('\n')).toEqual(lines)
})

test('ten annotations per level are kept, masked and shortened, and the log contains all', () => {
  const masks = new Masks()
  masks.add('hidden')
  const log = new StepLog(masks)
  for (let count = 0; count < 12; count++) log.annotate('error', `hidden${'x'.repeat(5000)}`)
  log.annotate('notice', 'kept', { file: 'a.py', line: 3 })
  expect(log.annotations.map(({ level }) => level)).toEqual([...Array(10).fill('error'), 'notice'])
  expect(log.annotations[0]?.message).toBe(`***${'x'.repeat(4093)}`)
  expect(log.annotations.at(-1)).toEqual({ level: 'notice', message: 'kept', file: 'a.py', line: 3 })
  expect(log.entries).toHaveLength(13)
})
